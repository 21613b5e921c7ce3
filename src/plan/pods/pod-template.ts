import { k8s } from 'cdk8s-plus-27';
import { allLabels, roleLabels } from './labels';
import { overlay } from './merge-pods';
import { affinityOf, spreadOf } from './scheduling';
import { PodOptions } from '../../pod';
import { Plain } from '../../private/plain';
import { cores, mebibytes } from '../../private/quantity';
import { seconds } from '../../private/whole-seconds';
import { ClusterPlan, Probes, RolePlan } from '../plan';

/** The container in which Flink runs, named as by Flink's own Kubernetes client and the operators. */
export const MAIN_CONTAINER = 'flink-main-container';

/** Annotation that changes with what a process reads at its start, so that its pods are replaced. */
export const CHECKSUM = 'checksum/flink-config';

/** What the Pod Security Standard `restricted` requires, and the user of Flink's images. */
export const POD_SECURITY: Plain<k8s.PodSecurityContext> = {
  runAsNonRoot: true,
  runAsUser: 9999,
  runAsGroup: 9999,
  fsGroup: 9999,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
};
export const CONTAINER_SECURITY: Plain<k8s.SecurityContext> = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** A pod template as plain data. */
export interface PodTemplate {
  readonly metadata: Plain<k8s.ObjectMeta>;
  readonly spec: Plain<k8s.PodSpec>;
}

/** What the system that renders a pod adds to it. */
export interface SystemPod {
  /** Fields of Flink's container, for example arguments. They replace the plan's. */
  readonly container?: Partial<Plain<k8s.Container>>;
  /** Resources of Flink's container. Those of the user lie over them. */
  readonly resources?: Plain<k8s.ResourceRequirements>;
  /** Fields of the pod's specification. They replace the plan's. */
  readonly spec?: Partial<Plain<k8s.PodSpec>>;
  readonly volumes?: Plain<k8s.Volume>[];
  readonly mounts?: Plain<k8s.VolumeMount>[];
  readonly annotations?: { [name: string]: string };
  /** Whether sidecars must end with Flink's container, so that a Job can complete. Kubernetes 1.29 or newer. */
  readonly nativeSidecars?: boolean;
}

/** What a pod template requires of a role. Pods of Flink's client belong to no role. */
export type PodRole = Pick<RolePlan, 'pod'> & Partial<Omit<RolePlan, 'role'>> & { readonly role: string };

/** The pod of one role, as plain data. */
export function podTemplate(plan: ClusterPlan, role: PodRole, system: SystemPod): PodTemplate {
  const pod = plainPod(role);
  const some = <T>(list: T[] | undefined) => (list?.length ? list : undefined);
  const annotations = { ...plan.annotations, ...pod.annotations, ...system.annotations };
  return {
    metadata: defined({
      labels: { ...pod.labels, ...allLabels(plan), ...roleLabels(plan, role) },
      annotations: Object.keys(annotations).length ? annotations : undefined,
    }),
    spec: defined({
      serviceAccountName: role.serviceAccountName,
      enableServiceLinks: false,
      securityContext: overlay(POD_SECURITY, pod.securityContext ?? {}),
      nodeSelector: pod.nodeSelector,
      tolerations: some(pod.tolerations),
      affinity: affinityOf(role, pod.affinity),
      topologySpreadConstraints: some(spreadOf(role, pod.topologySpreadConstraints)),
      priorityClassName: pod.priorityClassName,
      schedulerName: pod.schedulerName,
      runtimeClassName: pod.runtimeClassName,
      imagePullSecrets: some(pod.imagePullSecrets),
      hostAliases: some(pod.hostAliases),
      dnsPolicy: pod.dnsPolicy,
      dnsConfig: pod.dnsConfig,
      terminationGracePeriodSeconds: role.pod.terminationGracePeriod && seconds(role.pod.terminationGracePeriod),
      ...system.spec,
      initContainers: some([...(pod.initContainers ?? []), ...(system.nativeSidecars ? (pod.sidecars ?? []).map(native) : [])]),
      containers: [mainContainer(role, system), ...(system.nativeSidecars ? [] : pod.sidecars ?? [])],
      volumes: some([...(system.volumes ?? []), ...(pod.volumes ?? [])]),
    }),
  };
}

/** A container that is started before Flink's and ended after it. The structs of Kubernetes 1.27 do not know its restart policy. */
function native(sidecar: Plain<k8s.Container>): Plain<k8s.Container> {
  return { ...sidecar, restartPolicy: 'Always' } as Plain<k8s.Container>;
}

/** What the pod writes to its node's disk is requested, so that the scheduler counts it. */
function resourcesOf({ pod, ephemeralStorage }: PodRole, ofSystem: Plain<k8s.ResourceRequirements> = {}): Plain<k8s.ResourceRequirements> {
  const temporary = ephemeralStorage === undefined ? {} : { requests: { 'ephemeral-storage': mebibytes(ephemeralStorage) } };
  return [ofSystem, (pod.resources ?? {}) as Plain<k8s.ResourceRequirements>].reduce<Plain<k8s.ResourceRequirements>>(overlay, temporary);
}

/** Merging has made plain data of what users give. */
function plainPod({ pod }: PodRole): Plain<PodOptions> {
  return pod as Plain<PodOptions>;
}

function mainContainer(role: PodRole, system: SystemPod): Plain<k8s.Container> {
  const pod = plainPod(role);
  const some = <T>(list: T[] | undefined) => (list?.length ? list : undefined);
  return defined({
    name: MAIN_CONTAINER,
    env: some([...(pod.env ?? []), ...arenas(role)]),
    envFrom: some(pod.envFrom),
    ports: some(role.ports?.map(({ name, port }) => ({ name, containerPort: port }))),
    securityContext: overlay(CONTAINER_SECURITY, pod.containerSecurityContext ?? {}),
    resources: resourcesOf(role, system.resources),
    volumeMounts: some([...(system.mounts ?? []), ...(pod.mounts ?? [])]),
    ...role.probes as Plain<Probes>,
    ...system.container,
  });
}

/**
 * jemalloc, which the images load, makes four arenas for each CPU of the node, and each keeps unused memory. Under a CPU limit the
 * number follows from the limit.
 */
function arenas({ cpuLimit, pod }: PodRole): Plain<k8s.EnvVar>[] {
  const decided = (pod.env ?? []).some(({ name }) => name === 'MALLOC_CONF' || name === 'DISABLE_JEMALLOC');
  return cpuLimit === undefined || decided ? [] : [{ name: 'MALLOC_CONF', value: `narenas:${4 * Math.ceil(cores(cpuLimit))}` }];
}

/** Without the fields that are not there. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as T;
}
