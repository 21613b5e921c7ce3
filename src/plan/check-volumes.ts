import { k8s } from 'cdk8s-plus-27';
import { RolePlan } from './plan';
import { nameProblem } from '../private/names';
import { complaint } from '../private/remedy';

/** The volume with the configuration, which systems add when they render. */
const CONFIGURATION = 'flink-config';

/** Volumes of the pods, and where containers see them. */
export function checkVolumes({ pod, volumeClaims }: RolePlan): string[] {
  const volumes = new Set([...(pod.volumes ?? []).map((v) => v.name), ...volumeClaims.map((c) => c.name)]);
  const others = [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])];
  return [
    ...[...volumes].flatMap(nameProblems),
    ...(pod.volumes ?? []).flatMap(sourceProblems),
    ...(pod.mounts ?? []).flatMap((mount) => [...mountProblems('pod.mounts', mount, volumes), ...hidingProblems(mount)]),
    ...others.flatMap(({ name, volumeMounts }) => (
      (volumeMounts ?? []).flatMap((mount) => mountProblems(`container '${name}'`, mount, new Set([...volumes, CONFIGURATION]))))),
  ];
}

function nameProblems(name = ''): string[] {
  const because = nameProblem(name.replace(/^[0-9]/, 'd'), 63);
  return [
    ...(because ? [complaint(`volume '${name}' ${because}`, "Rename it, for example 'scratch'")] : []),
    ...(name === CONFIGURATION ? [complaint(`volume '${CONFIGURATION}' is the cluster's own`, 'Rename yours')] : []),
  ];
}

function sourceProblems({ name, ...sources }: k8s.Volume): string[] {
  const kinds = Object.keys(sources);
  return kinds.length > 1 ? [complaint(`volume '${name}' is ${kinds.join(' and ')}, and Kubernetes wants one of them`, 'Make two volumes of it')] : [];
}

function mountProblems(where: string, { name, mountPath = '', subPath }: k8s.VolumeMount, volumes: Set<string>): string[] {
  const problems: string[] = [];
  if (!volumes.has(name)) {
    problems.push(complaint(`${where} has '${mountPath}' of a volume '${name}' that the pod does not have`, `Add it to pod.volumes, or mount one of: ${[...volumes].join(', ')}`));
  }
  if (!mountPath.startsWith('/') || mountPath.includes(':')) {
    problems.push(complaint(`${where} has '${mountPath}', which is no absolute path`, "Write it from the root, for example '/scratch'"));
  }
  if (subPath && (subPath.startsWith('/') || subPath.split('/').includes('..'))) {
    problems.push(complaint(`${where} has '${mountPath}' with the subPath '${subPath}', which leads out of the volume`, "Write a path within it, for example 'flink/orders'"));
  }
  return problems;
}

/** What Flink's container must go on seeing. */
function hidingProblems({ mountPath = '' }: k8s.VolumeMount): string[] {
  if (/^\/opt\/flink\/conf(\/|$)/.test(mountPath)) {
    return [complaint(`pod.mounts has '${mountPath}', and the configuration that is mounted there would be hidden or never follow a change`,
      "Use 'configuration', 'logging', or configFiles of a feature; put files of your own elsewhere")];
  }
  if (/^\/(opt(\/flink(\/(lib|bin|plugins|opt))?)?)?\/?$/.test(mountPath)) {
    return [complaint(`pod.mounts has '${mountPath}', which hides what the image has there`, 'Mount a folder below it, or bake the files into the image')];
  }
  return [];
}
