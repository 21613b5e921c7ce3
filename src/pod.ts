import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';

/**
 * Additions to Flink's pods, in the terms of Kubernetes.
 *
 * Lists are concatenated. The pod of a role lies over that of the cluster: an entry with the same name (`env`, `volumes`, containers) or
 * mount path replaces that of the cluster. An entry that the library or a feature already has is an error that names both owners.
 */
export interface PodOptions {
  /** Labels of the pods. @default - only the library's own */
  readonly labels?: { [name: string]: string };
  /** Annotations of the pods. @default - only the library's own */
  readonly annotations?: { [name: string]: string };
  /** Environment variables of Flink's container. @default - none */
  readonly env?: k8s.EnvVar[];
  /** ConfigMaps and Secrets whose entries become environment variables of Flink's container. @default - none */
  readonly envFrom?: k8s.EnvFromSource[];
  /** Volumes of the pods. @default - none */
  readonly volumes?: k8s.Volume[];
  /** Where Flink's container mounts the volumes. @default - none */
  readonly mounts?: k8s.VolumeMount[];
  /** Containers that run to their end before Flink starts. @default - none */
  readonly initContainers?: k8s.Container[];
  /** Containers that run beside Flink's. In a Kubernetes Job they end with Flink (Kubernetes 1.29 or newer). @default - none */
  readonly sidecars?: k8s.Container[];
  /** Labels that a node must have. @default - any node */
  readonly nodeSelector?: { [name: string]: string };
  /** Taints that the pods tolerate. @default - none */
  readonly tolerations?: k8s.Toleration[];
  /**
   * Affinity to nodes and pods. A pod affinity term without a `labelSelector` selects the pods of the role.
   * @default - several JobManagers prefer different nodes
   */
  readonly affinity?: k8s.Affinity;
  /**
   * How the pods spread over nodes, zones and regions. A constraint without a `labelSelector` counts the pods of the role.
   * @default - the scheduler's defaults
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
  /** The priority class of the pods. @default - the cluster's default */
  readonly priorityClassName?: string;
  /** The scheduler that places the pods. @default - the cluster's default */
  readonly schedulerName?: string;
  /** The runtime class of the pods. @default - the cluster's default */
  readonly runtimeClassName?: string;
  /** Secrets for pulling images. @default - those of the ServiceAccount */
  readonly imagePullSecrets?: k8s.LocalObjectReference[];
  /** Entries of `/etc/hosts`. @default - none */
  readonly hostAliases?: k8s.HostAlias[];
  /** The DNS policy of the pods. @default - the cluster's default */
  readonly dnsPolicy?: string;
  /** The DNS configuration of the pods. @default - none */
  readonly dnsConfig?: k8s.PodDnsConfig;
  /** The time that a pod has to end. Flink takes one to two seconds. @default - Kubernetes': 30 seconds */
  readonly terminationGracePeriod?: Duration;
  /**
   * The security context of the pods. Its fields replace those of the default one by one.
   * @default - user, group and fsGroup 9999, not root, seccomp profile RuntimeDefault
   */
  readonly securityContext?: k8s.PodSecurityContext;
  /**
   * The security context of Flink's container. Its fields replace those of the default one by one.
   * @default - read-only root file system, no capabilities, no privilege escalation
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Resources other than CPU and memory, for example `nvidia.com/gpu`. CPU and memory are set by the role.
   * @default - none
   */
  readonly resources?: k8s.ResourceRequirements;
  /** The startup probe of Flink's container, instead of the default one. @default - waits up to five minutes for Flink to listen */
  readonly startupProbe?: k8s.Probe;
  /** The readiness probe of Flink's container, instead of the default one. @default - JobManager: REST answers; TaskManager: RPC listens */
  readonly readinessProbe?: k8s.Probe;
  /** The liveness probe of Flink's container, instead of the default one. @default - RPC listens */
  readonly livenessProbe?: k8s.Probe;
}
