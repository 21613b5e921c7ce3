import { ClusterPlan, RolePlan } from './plan';
import { COMPONENT, MAIN_CONTAINER } from './pod-template';
import { isReference, looksSecret } from './secret-names';
import { isEnvName, labelProblem, nameProblem } from '../private/names';
import { complaint } from '../private/remedy';

/** Environment that only works with a configuration file the container may write; ours is complete and read-only. */
const DEAD_ENV: { [name: string]: string } = {
  FLINK_PROPERTIES: "Use 'configuration'",
  JOB_MANAGER_RPC_ADDRESS: 'Leave it out: the address is configured',
  TASK_MANAGER_NUMBER_OF_TASK_SLOTS: 'Use taskManager.slots',
  ENABLE_BUILT_IN_PLUGINS: "Use 'plugins': [FlinkPlugin.builtIn('…')], which works with a read-only root file system",
  FLINK_ENV_JAVA_OPTS: "It would replace the JVM options that Flink needs; use 'jvmOptions'",
  FLINK_CONF_DIR: 'Leave it out: the configuration is mounted where the image looks for it',
  FLINK_TM_HEAP: 'Use taskManager.memory',
  FLINK_JM_HEAP: 'Use jobManager.memory',
};

/** Names that look as if Flink knew them. It does not. */
const LOOK_ALIKE = /^(TASK_?MANAGER|JOB_?MANAGER|FLINK)_.*(SLOTS|MEMORY|PROCESS_SIZE|HEAP_SIZE)|^NUMBER_OF_TASK_SLOTS$/;

/** What users and features put into pods. */
export function checkPods(plan: ClusterPlan): string[] {
  return [plan.jobManager, plan.taskManager].flatMap((role) => [
    ...checkEnvironment(role), ...checkVolumes(role), ...checkContainers(role), ...checkLabels(role), ...checkResources(role),
  ]);
}

function checkEnvironment({ pod }: RolePlan): string[] {
  return (pod.env ?? []).flatMap(({ name, value: text }) => {
    if (DEAD_ENV[name]) return [complaint(`pod.env sets ${name}, which does nothing good here`, DEAD_ENV[name])];
    if (LOOK_ALIKE.test(name)) return [complaint(`pod.env sets ${name}, a variable that Flink does not know`, "Use 'configuration', taskManager.slots or the memory of the role")];
    if (!isEnvName(name)) return [complaint(`pod.env has '${name}', which is no name of a variable`, 'Use letters, digits, underscore, hyphen and dot')];
    if (text !== undefined && text !== '' && looksSecret(name) && !isReference(text)) {
      return [complaint(`pod.env sets ${name} to a literal, and manifests are read by many`, 'Put it into a Secret and use valueFrom.secretKeyRef')];
    }
    return [];
  });
}

function checkVolumes({ pod, volumeClaims }: RolePlan): string[] {
  const volumes = new Set([...(pod.volumes ?? []).map((v) => v.name), ...volumeClaims.map((c) => c.name)]);
  const problems: string[] = [];
  for (const name of volumes) {
    const because = nameProblem(name.replace(/^[0-9]/, 'd'), 63);
    if (because) problems.push(complaint(`volume '${name}' ${because}`, "Rename it, for example 'scratch'"));
    if (name === 'flink-config') problems.push(complaint("volume 'flink-config' is the cluster's own", 'Rename yours'));
  }
  for (const mount of pod.mounts ?? []) {
    if (!volumes.has(mount.name)) {
      problems.push(complaint(`pod.mounts has '${mount.mountPath}' of a volume '${mount.name}' that the pod does not have`, `Add it to pod.volumes, or mount one of: ${[...volumes].join(', ')}`));
    }
    if (!mount.mountPath.startsWith('/') || mount.mountPath.includes(':')) {
      problems.push(complaint(`pod.mounts has '${mount.mountPath}', which is no absolute path`, "Write it from the root, for example '/scratch'"));
    }
    if (/^\/opt\/flink\/conf(\/|$)/.test(mount.mountPath)) {
      problems.push(complaint(`pod.mounts has '${mount.mountPath}', and the configuration that is mounted there would be hidden or never follow a change`,
        "Use 'configuration', 'logging', or configFiles of a feature; put files of your own elsewhere"));
    }
    if (/^\/opt\/flink(\/(lib|bin|plugins|opt))?\/?$/.test(mount.mountPath)) {
      problems.push(complaint(`pod.mounts has '${mount.mountPath}', which hides what the image has there`, 'Mount a folder below it, or bake the files into the image'));
    }
  }
  return problems;
}

function checkContainers({ pod }: RolePlan): string[] {
  const problems: string[] = [];
  const names = new Set<string>([MAIN_CONTAINER]);
  for (const container of [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])]) {
    const because = nameProblem(container.name.replace(/^[0-9]/, 'd'), 63);
    if (because) problems.push(complaint(`container '${container.name}' ${because}`, "Rename it, for example 'log-shipper'"));
    if (names.has(container.name)) {
      problems.push(complaint(`two containers of the pod are called '${container.name}'`,
        container.name === MAIN_CONTAINER ? 'That is Flink\'s own: use env, mounts and resources of the pod to change it' : 'Rename one'));
    }
    if (!container.image) problems.push(complaint(`container '${container.name}' has no image`, 'Give it one'));
    names.add(container.name);
  }
  return problems;
}

function checkLabels({ pod }: RolePlan): string[] {
  const problems: string[] = [];
  for (const [name, text] of Object.entries({ ...pod.labels, ...pod.nodeSelector })) {
    const because = labelProblem(name, String(text));
    if (because) problems.push(complaint(`a label of the pods is impossible: ${because}`, 'Names and values have at most 63 letters, digits, and -_. between them; a name may begin with a domain and a slash'));
  }
  for (const name of ['app.kubernetes.io/name', 'app.kubernetes.io/instance', COMPONENT]) {
    if (pod.labels?.[name] !== undefined) problems.push(complaint(`pod.labels sets '${name}', by which Services and Deployments find the pods`, 'Use a label of your own'));
  }
  return problems;
}

function checkResources({ pod }: RolePlan): string[] {
  const asked = { ...pod.resources?.requests, ...pod.resources?.limits };
  return ['cpu', 'memory'].filter((name) => asked[name] !== undefined).map((name) => complaint(
    `pod.resources sets ${name}, which comes from the role`,
    name === 'cpu' ? 'Use cpu and cpuLimit of jobManager and taskManager' : 'Use memory of jobManager and taskManager: the container gets exactly what Flink uses'));
}
