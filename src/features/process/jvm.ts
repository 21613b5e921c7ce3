import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { PlanFinding, problem } from '../../private/findings';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** Options of the JVMs, in addition to those that Flink requires. */
export interface JvmOptions {
  /** Options of every process. @default - none */
  readonly all?: string[];
  /** Options of the JobManager. @default - none */
  readonly jobManager?: string[];
  /** Options of the TaskManagers. @default - none */
  readonly taskManager?: string[];
}

/**
 * Options of the JVMs. Those of Flink's own configuration file are always included: a mounted file replaces the image's, and without
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

function jvmProblem(role: string, option: string): PlanFinding[] {
  const problems = flagProblems(`jvmOptions.${role}`, option);
  if (problems.length || option.startsWith('-')) return problems;
  return [problem('invalid-jvm-option', `jvmOptions.${role} has '${option}', which is not a JVM option`,
    "Write one option in each entry, beginning with '-', for example '-XX:+UseG1GC'", `jvmOptions.${role}`)];
}

/**
 * Options that must not be given to any process. Flink's start scripts evaluate them in a shell, which runs commands in them.
 * @internal
 */
export function flagProblems(where: string, option: string): PlanFinding[] {
  if (/[`\n]|\$\(/.test(option)) {
    return [problem('jvm-option-runs-command', `${where} has '${option}', and Flink's start script would run a command in it`, 'Write the option without ` and $( )', where)];
  }
  return memoryProblems(where, option);
}

/**
 * Options that would set the memory that Flink computes.
 * @internal
 */
export function memoryProblems(where: string, option: string): PlanFinding[] {
  if (/^-(Xmx|Xms|XX:MaxDirectMemorySize|XX:MaxMetaspaceSize)/.test(option)) {
    return [problem('jvm-option-sets-memory', `${where} has '${option}', which Flink computes from its memory model`,
      'Set the memory of the role instead (memory, taskHeap, managedMemory …)', where)];
  }
  return [];
}
