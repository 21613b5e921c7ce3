import { k8s } from 'cdk8s-plus-27';
import { RolePlan } from './plan';
import { isReference, looksSecret } from './secret-names';
import { isEnvName } from '../private/names';
import { complaint } from '../private/remedy';

/** Environment that only works with a configuration file the container may write; ours is complete and read-only. */
const DEAD_ENV: { [name: string]: string } = {
  FLINK_PROPERTIES: "Use 'configuration'",
  JOB_MANAGER_RPC_ADDRESS: 'Leave it out: the address is configured',
  TASK_MANAGER_NUMBER_OF_TASK_SLOTS: 'Use taskManager.slots',
  ENABLE_BUILT_IN_PLUGINS: "Use 'plugins': [FlinkPlugin.builtIn('…')], which works with a read-only root file system",
  FLINK_ENV_JAVA_OPTS: "It would replace the JVM options that Flink needs; use 'jvmOptions'",
  FLINK_ENV_JAVA_OPTS_JM: 'It would replace the JVM options that are configured; use jvmOptions.jobManager',
  FLINK_ENV_JAVA_OPTS_TM: 'It would replace the JVM options that are configured; use jvmOptions.taskManager',
  FLINK_CONF_DIR: 'Leave it out: the configuration is mounted where the image looks for it',
  FLINK_TM_HEAP: 'Use taskManager.memory',
  FLINK_JM_HEAP: 'Use jobManager.memory',
};

/** Names that look as if Flink knew them. It does not. */
const LOOK_ALIKE = /^(TASK_?MANAGER|JOB_?MANAGER|FLINK)_.*(SLOTS|MEMORY|PROCESS_SIZE|HEAP_SIZE)|^NUMBER_OF_TASK_SLOTS$/;

/** The environment of Flink's container and of those beside it. */
export function checkEnvironment({ pod }: RolePlan): string[] {
  const others = [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])];
  return [
    ...(pod.env ?? []).flatMap((variable) => [...deadProblems(variable), ...variableProblems('pod.env', variable)]),
    ...others.flatMap(({ name, env }) => (env ?? []).flatMap((variable) => variableProblems(`container '${name}'`, variable))),
  ];
}

function deadProblems({ name }: k8s.EnvVar): string[] {
  if (DEAD_ENV[name]) return [complaint(`pod.env sets ${name}, which does nothing good here`, DEAD_ENV[name])];
  if (LOOK_ALIKE.test(name)) return [complaint(`pod.env sets ${name}, a variable that Flink does not know`, "Use 'configuration', taskManager.slots or the memory of the role")];
  return [];
}

function variableProblems(where: string, { name = '', value: text, valueFrom }: k8s.EnvVar): string[] {
  if (!isEnvName(name)) return [complaint(`${where} has '${name}', which is no name of a variable`, 'Use letters, digits, underscore, hyphen and dot')];
  if (text === undefined || text === '') return [];
  if (typeof text !== 'string') return [complaint(`${where} sets ${name} to ${text}, which is no text`, `Write '${text}' in quotes`)];
  if (valueFrom) return [complaint(`${where} sets ${name} to a value and by valueFrom, and Kubernetes refuses both together`, 'Drop one of the two')];
  if (looksSecret(name) && !isReference(text)) {
    return [complaint(`${where} sets ${name} to a literal, and manifests are read by many`, 'Put it into a Secret and use valueFrom.secretKeyRef')];
  }
  return [];
}
