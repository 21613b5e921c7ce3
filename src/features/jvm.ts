import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { complaint } from '../private/remedy';

/** JVM options, added to those that Flink itself needs. */
export interface JvmOptions {
  /** For every process. @default - none */
  readonly all?: string[];
  /** For the JobManager. @default - none */
  readonly jobManager?: string[];
  /** For TaskManagers. @default - none */
  readonly taskManager?: string[];
}

/**
 * Options of the JVM. The ones of Flink's own configuration file are always there: a mounted file replaces the image's, and without
 * its `--add-opens` flags jobs fail on Java 17.
 * @internal
 */
export class Jvm implements IFlinkFeature {
  public constructor(private readonly options: JvmOptions = {}) {}

  public bind(context: FeatureContext): FeatureConfig {
    const all = [FlinkOptionCatalog.of(context.version)._javaOptions, ...(this.options.all ?? [])].filter((o) => o).join(' ');
    return {
      owner: 'jvmOptions',
      configuration: {
        ...(all ? { 'env.java.opts.all': all } : {}),
        ...(this.options.jobManager?.length ? { 'env.java.opts.jobmanager': this.options.jobManager.join(' ') } : {}),
        ...(this.options.taskManager?.length ? { 'env.java.opts.taskmanager': this.options.taskManager.join(' ') } : {}),
      },
      problems: Object.entries(this.options).flatMap(([role, options]) => (options as string[]).flatMap((option) => jvmProblem(role, option))),
    };
  }
}

function jvmProblem(role: string, option: string): string[] {
  const problems = flagProblems(`jvmOptions.${role}`, option);
  if (problems.length || option.startsWith('-')) return problems;
  return [complaint(`jvmOptions.${role} has '${option}', which is no option of the JVM`, "One option per entry, each beginning with '-', for example '-XX:+UseG1GC'")];
}

/**
 * Options that no process may be given, by whomever. Flink's start scripts hand them to the shell once more, which would run what
 * stands in them.
 * @internal
 */
export function flagProblems(where: string, option: string): string[] {
  if (/[`\n]|\$\(/.test(option)) {
    return [complaint(`${where} has '${option}', and Flink's start script would run a command in it`, 'Write the option without ` and $( )')];
  }
  if (/^-(Xmx|Xms|XX:MaxDirectMemorySize|XX:MaxMetaspaceSize)/.test(option)) {
    return [complaint(`${where} has '${option}', which Flink computes from its memory model`, 'Set the memory of the role instead (memory, taskHeap, managedMemory …)')];
  }
  return [];
}
