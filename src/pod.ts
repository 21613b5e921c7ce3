import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';

/**
 * What you add to Flink's pods: flat, optional, in Kubernetes' own terms.
 *
 * Lists are joined. A role's pod lies on top of the cluster's: the same name (`env`, `volumes`, containers) or mount path there
 * replaces the one here. What the library itself puts into the pods is not replaced but refused, naming both owners.
 */
export interface PodOptions {
  /** Labels of the pods. @default - only the library's own */
  readonly labels?: { [name: string]: string };
  /** Annotations of the pods. @default - only the library's own */
  readonly annotations?: { [name: string]: string };
  /** Environment of Flink's container. @default - none */
  readonly env?: k8s.EnvVar[];
  /** ConfigMaps and Secrets whose entries become environment of Flink's container. @default - none */
  readonly envFrom?: k8s.EnvFromSource[];
  /** Volumes of the pods. @default - none */
  readonly volumes?: k8s.Volume[];
  /** Where Flink's container sees the volumes. @default - nowhere */
  readonly mounts?: k8s.VolumeMount[];
  /** Containers that run to their end before Flink starts. @default - none */
  readonly initContainers?: k8s.Container[];
  /** Containers beside Flink's. @default - none */
  readonly sidecars?: k8s.Container[];
  /** Labels a node must have. @default - any node */
  readonly nodeSelector?: { [name: string]: string };
  /** Taints the pods tolerate. @default - none */
  readonly tolerations?: k8s.Toleration[];
  /** Affinity to nodes and pods. @default - none */
  readonly affinity?: k8s.Affinity;
  /** How the pods spread over the topology. @default - as the scheduler likes */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
  /** The pods' priority class. @default - the cluster's default */
  readonly priorityClassName?: string;
  /** The scheduler that places the pods. @default - the cluster's default */
  readonly schedulerName?: string;
  /** The pods' runtime class. @default - the cluster's default */
  readonly runtimeClassName?: string;
  /** Secrets to pull images with. @default - those of the service account */
  readonly imagePullSecrets?: k8s.LocalObjectReference[];
  /** Entries for `/etc/hosts`. @default - none */
  readonly hostAliases?: k8s.HostAlias[];
  /** How names are resolved. @default - the cluster's default */
  readonly dnsPolicy?: string;
  /** More about how names are resolved. @default - none */
  readonly dnsConfig?: k8s.PodDnsConfig;
  /** How long a pod may take to end. Flink needs one to two seconds. @default - Kubernetes': 30 seconds */
  readonly terminationGracePeriod?: Duration;
  /**
   * The pods' security context, laid field by field over the default.
   * @default - user, group and fsGroup 9999, not root, seccomp profile RuntimeDefault
   */
  readonly securityContext?: k8s.PodSecurityContext;
  /**
   * The security context of Flink's container, laid field by field over the default.
   * @default - read-only root file system, no capabilities, no privilege escalation
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Resources besides CPU and memory (`ephemeral-storage`, `nvidia.com/gpu` …). CPU and memory come from the role.
   * @default - none
   */
  readonly resources?: k8s.ResourceRequirements;
  /** Replaces the startup probe. @default - waits up to five minutes for Flink to listen */
  readonly startupProbe?: k8s.Probe;
  /** Replaces the readiness probe. @default - JobManager: REST answers; TaskManager: RPC listens */
  readonly readinessProbe?: k8s.Probe;
  /** Replaces the liveness probe. @default - RPC listens */
  readonly livenessProbe?: k8s.Probe;
}
