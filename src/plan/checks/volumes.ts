import { k8s } from 'cdk8s-plus-27';
import { PlanFinding, problem } from '../../private/findings';
import { nameProblem } from '../../private/names';
import { RolePlan } from '../plan';

/** The volume of the configuration, which systems add when they render. */
const CONFIGURATION = 'flink-config';

/** Volumes of the pods, and where containers mount them. */
export function checkVolumes({ pod, volumeClaims }: RolePlan): PlanFinding[] {
  const volumes = new Set([...(pod.volumes ?? []).map((v) => v.name), ...volumeClaims.map((c) => c.name)]);
  const others = [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])];
  return [
    ...[...volumes].flatMap(nameProblems),
    ...(pod.volumes ?? []).flatMap(sourceProblems),
    ...(pod.mounts ?? []).flatMap((mount) => [...mountProblems('pod.mounts', mount, volumes), ...hidingProblems(mount)]),
    ...others.flatMap(({ name, volumeMounts = [] }) => [
      ...volumeMounts.flatMap((mount) => mountProblems(`container '${name}'`, mount, new Set([...volumes, CONFIGURATION]))), ...repeatedMounts(`container '${name}'`, volumeMounts),
    ]),
  ];
}

function nameProblems(name: string): PlanFinding[] {
  const reason = nameProblem(name.replace(/^[0-9]/, 'd'), 63);
  return [
    ...(reason ? [problem('invalid-volume', `volume '${name}' ${reason}`, "Rename it, for example 'scratch'", name)] : []),
    ...(name === CONFIGURATION ? [problem('reserved-volume', `volume '${CONFIGURATION}' is the cluster's own`, 'Rename yours', name)] : []),
  ];
}

function sourceProblems({ name, ...sources }: k8s.Volume): PlanFinding[] {
  const kinds = Object.keys(sources);
  return kinds.length > 1 ? [problem('invalid-volume', `volume '${name}' is ${kinds.join(' and ')}, and Kubernetes requires one of them`, 'Make two volumes of it', name)] : [];
}

function mountProblems(where: string, { name, mountPath, subPath }: k8s.VolumeMount, volumes: Set<string>): PlanFinding[] {
  const findings: PlanFinding[] = [];
  if (!volumes.has(name)) {
    findings.push(problem('unknown-volume', `${where} has '${mountPath}' of a volume '${name}' that the pod does not have`, `Add it to pod.volumes, or mount one of: ${[...volumes].join(', ')}`, where));
  }
  if (!mountPath.startsWith('/') || mountPath.includes(':')) {
    findings.push(problem('invalid-mount-path', `${where} has '${mountPath}', which is not an absolute path`, "Write it from the root, for example '/scratch'", where));
  }
  if (subPath && (subPath.startsWith('/') || subPath.split('/').includes('..'))) {
    findings.push(problem('invalid-mount-path', `${where} has '${mountPath}' with the subPath '${subPath}', which leads out of the volume`, "Write a path within it, for example 'flink/orders'", where));
  }
  return findings;
}

/** Those of Flink's container are merged by their paths. */
function repeatedMounts(where: string, mounts: k8s.VolumeMount[]): PlanFinding[] {
  return mounts.filter(({ mountPath }, i) => mounts.findIndex((other) => other.mountPath === mountPath) < i).map(({ mountPath }) => problem('invalid-mount-path',
    `${where} mounts two volumes at '${mountPath}'`, 'Choose another path for one of them', where));
}

/** Directories that Flink's container must keep. */
function hidingProblems({ mountPath }: k8s.VolumeMount): PlanFinding[] {
  if (/^\/opt\/flink\/conf(\/|$)/.test(mountPath)) {
    return [problem('mount-hides-files', `pod.mounts has '${mountPath}', and the configuration that is mounted there would be hidden or not be updated`,
      "Use 'configuration', 'logging', or configFiles of a feature; mount files of your own elsewhere", 'pod.mounts')];
  }
  if (/^\/(opt(\/flink(\/(lib|bin|plugins|opt))?)?)?\/?$/.test(mountPath)) {
    return [problem('mount-hides-files', `pod.mounts has '${mountPath}', which hides the files of the image there`, 'Mount a directory below it, or add the files to the image', 'pod.mounts')];
  }
  return [];
}
