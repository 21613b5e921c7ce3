import { k8s } from 'cdk8s-plus-27';
import { isReference, looksSecret, secretArguments, secretWithin, userOf } from './secret-names';
import { memoryProblems } from '../../features/process/jvm';
import { PlanFinding, problem } from '../../private/findings';
import { isEnvName } from '../../private/names';
import { RolePlan } from '../plan';

/** Variables that work only with a configuration file that the container can write; the library's is complete and read-only. */
const INEFFECTIVE: { [name: string]: string } = {
  FLINK_PROPERTIES: "Use 'configuration'",
  JOB_MANAGER_RPC_ADDRESS: 'Leave it out: the address is configured',
  TASK_MANAGER_NUMBER_OF_TASK_SLOTS: 'Use taskManager.slots',
  ENABLE_BUILT_IN_PLUGINS: "Use 'plugins': [FlinkPlugin.builtIn('…')], which works with a read-only root file system",
  FLINK_ENV_JAVA_OPTS: "It would replace the JVM options that Flink requires; use 'jvmOptions'",
  FLINK_ENV_JAVA_OPTS_JM: 'It would replace the JVM options that are configured; use jvmOptions.jobManager',
  FLINK_ENV_JAVA_OPTS_TM: 'It would replace the JVM options that are configured; use jvmOptions.taskManager',
  FLINK_CONF_DIR: 'Leave it out: the configuration is mounted where the image looks for it',
  FLINK_TM_HEAP: 'Use taskManager.memory',
  FLINK_JM_HEAP: 'Use jobManager.memory',
};

/** Names that look as if Flink read them. It does not. */
const LOOK_ALIKE = /^(TASK_?MANAGER|JOB_?MANAGER|FLINK)_.*(SLOTS|MEMORY|PROCESS_SIZE|HEAP_SIZE)|^NUMBER_OF_TASK_SLOTS$/;

/** Variables from which every JVM, or Flink's start script, takes options. */
const JVM_OPTIONS = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'JVM_ARGS'];

/** The environment of Flink's container and of those beside it. */
export function checkEnvironment({ pod }: RolePlan): PlanFinding[] {
  const others = [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])];
  return [
    ...(pod.envFrom ?? []).flatMap((source) => sourceProblems('pod.envFrom', source)),
    ...(pod.env ?? []).flatMap((variable) => [...ineffective(variable), ...variableProblems('pod.env', variable)]),
    ...others.flatMap(({ name, env, envFrom, command, args }) => [
      ...(envFrom ?? []).flatMap((source) => sourceProblems(`container '${name}'`, source)),
      ...(env ?? []).flatMap((variable) => variableProblems(`container '${name}'`, variable)), ...commandProblems(name, [...command ?? [], ...args ?? []]),
    ]),
  ];
}

function ineffective({ name, value: text = '' }: k8s.EnvVar): PlanFinding[] {
  if (JVM_OPTIONS.includes(name)) return text.split(/\s+/).flatMap((option) => memoryProblems(`pod.env: ${name}`, option));
  if (Object.hasOwn(INEFFECTIVE, name)) return [problem('ineffective-variable', `pod.env sets ${name}, which has no effect or a harmful one here`, INEFFECTIVE[name], 'pod.env')];
  if (LOOK_ALIKE.test(name)) return [problem('ineffective-variable', `pod.env sets ${name}, which Flink does not read`, "Use 'configuration', taskManager.slots or the memory of the role", 'pod.env')];
  return [];
}

function variableProblems(where: string, { name, value: text, valueFrom }: k8s.EnvVar): PlanFinding[] {
  if (!isEnvName(name)) return [problem('invalid-variable', `${where} has '${name}', which is not the name of an environment variable`, 'Use letters, digits, underscore, hyphen and dot', where)];
  if (valueFrom && (text === undefined || text === '')) return valueFromProblems(where, name, valueFrom);
  if (text === undefined || text === '') return [];
  if (valueFrom) return [problem('invalid-variable', `${where} sets ${name} by value and by valueFrom, which Kubernetes refuses together`, 'Remove one of the two', where)];
  if (looksSecret(name) && !isReference(text)) {
    return [problem('secret-in-environment', `${where} sets ${name} to a literal, which everybody who reads the manifest sees`, 'Put it into a Secret and use valueFrom.secretKeyRef', where)];
  }
  const within = secretWithin(text) ?? userOf(text);
  return within === undefined ? [] : [problem('secret-in-environment', `${where} sets ${name} to a literal that contains what looks like a secret ('${within}')`,
    'Put it into a Secret and use valueFrom.secretKeyRef', where)];
}

function valueFromProblems(where: string, name: string, sources: k8s.EnvVarSource): PlanFinding[] {
  const kinds = Object.keys(sources);
  if (kinds.length === 1) return [];
  return [problem('invalid-variable', `${where} sets ${name} by a valueFrom ${kinds.length ? `with ${kinds.join(' and ')}` : 'without a source'}, and Kubernetes requires one source`,
    kinds.length ? 'Remove all but one' : "Name a source, for example secretKeyRef: { name: 'orders', key: 'password' }", where)];
}

function sourceProblems(where: string, { configMapRef, secretRef }: k8s.EnvFromSource): PlanFinding[] {
  if (Boolean(configMapRef) !== Boolean(secretRef)) return [];
  return [problem('invalid-variable', `${where} has ${configMapRef ? 'an entry with configMapRef and secretRef' : 'an entry without a source'}, and Kubernetes requires one of the two`,
    configMapRef ? 'Make two entries of it' : "Set configMapRef or secretRef, for example configMapRef: { name: 'settings' }", where)];
}

/** Secrets among the arguments of a container beside Flink's, as `--password=x`, also in a script of a shell. */
function commandProblems(container: string, args: string[]): PlanFinding[] {
  const inScripts = args.filter((arg) => /\s/.test(arg)).flatMap((arg) => secretArguments(arg.split(/\s+/).filter((word) => word.startsWith('-') && !word.includes('$'))));
  const names = [...secretArguments(args), ...inScripts, ...args.map((arg) => secretWithin(arg) ?? userOf(arg)).filter((name) => name !== undefined)];
  return names.map((name) => problem('secret-in-arguments', `container '${container}' has an argument with what looks like a secret ('${name}'), which everybody who reads the manifest sees`,
    "Put it into a Secret, set a variable of the container with valueFrom.secretKeyRef, and write '$(VARIABLE)' in the argument", container));
}
