import { k8s } from 'cdk8s-plus-27';
import { overlay } from './merge-pods';
import { ClusterPlan, RolePlan } from './plan';
import { PodOptions } from '../pod';
import { Plain } from '../private/plain';
import { cores } from '../private/quantity';

/** The container in which Flink runs, called as Flink's own Kubernetes client and the operators call it. */
export const MAIN_CONTAINER = 'flink-main-container';

/** Label that tells JobManagers from TaskManagers. */
export const COMPONENT = 'app.kubernetes.io/component';

/** Annotation that changes with what a process reads once, so that its pods are replaced. */
export const CHECKSUM = 'checksum/flink-config';

/** Labels of every object of a cluster. They depend on its name alone. */
export function clusterLabels(plan: ClusterPlan): { [name: string]: string } {
  return { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': plan.name };
}

/** Labels of a role's pods, by which everybody selects them. */
export function roleLabels(plan: ClusterPlan, role: { readonly role: string }): { [name: string]: string } {
  return { ...clusterLabels(plan), [COMPONENT]: role.role.toLowerCase() };
}

/** A process that may do nothing but run: what the Pod Security Standard `restricted` asks for, and the user that Flink's images have. */
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

/** What only the system that renders a pod knows of it. */
export interface SystemPod {
  /** Laid over Flink's container, for example arguments and probes. */
  readonly container?: Partial<Plain<k8s.Container>>;
  /** Laid over the pod's specification. */
  readonly spec?: Partial<Plain<k8s.PodSpec>>;
  readonly volumes?: Plain<k8s.Volume>[];
  readonly mounts?: Plain<k8s.VolumeMount>[];
  readonly annotations?: { [name: string]: string };
}

/** What a pod template needs of a role. Flink's client is no role, but it has pods. */
export type PodRole = Pick<RolePlan, 'pod' | 'containerPorts' | 'serviceAccountName'> & { readonly role: string; readonly cpuLimit?: string };

/** The pod of one role, as plain data. */
export function podTemplate(plan: ClusterPlan, role: PodRole, system: SystemPod): PodTemplate {
  const pod = plainPod(role);
  const some = <T>(list: T[] | undefined) => (list?.length ? list : undefined);
  const annotations = { ...pod.annotations, ...system.annotations };
  return {
    metadata: defined({
      labels: { ...pod.labels, ...roleLabels(plan, role) },
      annotations: Object.keys(annotations).length ? annotations : undefined,
    }),
    spec: defined({
      serviceAccountName: role.serviceAccountName,
      enableServiceLinks: false,
      securityContext: overlay(POD_SECURITY, pod.securityContext ?? {}),
      nodeSelector: pod.nodeSelector,
      tolerations: some(pod.tolerations),
      affinity: pod.affinity,
      topologySpreadConstraints: some(pod.topologySpreadConstraints),
      priorityClassName: pod.priorityClassName,
      schedulerName: pod.schedulerName,
      runtimeClassName: pod.runtimeClassName,
      imagePullSecrets: some(pod.imagePullSecrets),
      hostAliases: some(pod.hostAliases),
      dnsPolicy: pod.dnsPolicy,
      dnsConfig: pod.dnsConfig,
      terminationGracePeriodSeconds: role.pod.terminationGracePeriod?.toSeconds(),
      ...system.spec,
      initContainers: some(pod.initContainers),
      containers: [mainContainer(role, system), ...(pod.sidecars ?? [])],
      volumes: some([...(system.volumes ?? []), ...(pod.volumes ?? [])]),
    }),
  };
}

/** Merging has made plain data of what users gave. */
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
    ports: some(role.containerPorts),
    securityContext: overlay(CONTAINER_SECURITY, pod.containerSecurityContext ?? {}),
    resources: pod.resources,
    volumeMounts: some([...(system.mounts ?? []), ...(pod.mounts ?? [])]),
    ...system.container,
  });
}

/**
 * jemalloc, which the images load, makes four arenas for each CPU of the node, and each keeps memory that nobody uses. Behind a limit
 * the CPUs that count are those of the limit.
 */
function arenas({ cpuLimit, pod }: PodRole): Plain<k8s.EnvVar>[] {
  const decided = (pod.env ?? []).some(({ name }) => name === 'MALLOC_CONF' || name === 'DISABLE_JEMALLOC');
  return cpuLimit === undefined || decided ? [] : [{ name: 'MALLOC_CONF', value: `narenas:${4 * Math.ceil(cores(cpuLimit))}` }];
}

/** Without the fields that are not there. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as T;
}
