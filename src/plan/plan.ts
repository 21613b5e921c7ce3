import { k8s } from 'cdk8s-plus-27';
import { Settled } from '../configuration/settled';
import { FeatureWarning, JobManagerDiscovery, VolumeClaim } from '../features/feature';
import { Platform } from '../features/platform';
import { RestService } from '../features/rest-service';
import { FlinkVersion } from '../flink-version';
import { JobOptions } from '../job';
import { PodOptions } from '../pod';
import { PortOptions } from '../ports';

/**
 * The waist: everything about a cluster, and nothing about the system that runs it. Plain data, made by `planCluster`, spelled by one
 * `render.ts` for each system.
 */
export interface ClusterPlan {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly platform: Platform;
  readonly image: string;
  readonly imagePullPolicy?: string;
  readonly ports: Required<PortOptions>;
  readonly rest: RestService;
  readonly discovery: JobManagerDiscovery;
  /** What both roles read, in the spelling of the line. */
  readonly configuration: Settled;
  /** Files beside the configuration file. */
  readonly configFiles: { readonly [name: string]: string };
  readonly jobManager: RolePlan;
  readonly taskManager: RolePlan;
  /** Pods of Flink's own client: what users say of all pods, without what runs beside Flink. */
  readonly client: PodOptions;
  /** URI schemes that the cluster's file systems serve. */
  readonly schemes: string[];
  /** The one job, in a cluster that runs one. */
  readonly job?: JobPlan;
  /** All that makes this plan impossible. */
  readonly problems: string[];
  readonly warnings: FeatureWarning[];
}

/** One role of a cluster. */
export interface RolePlan {
  readonly role: RoleName;
  readonly replicas: number;
  /** The number as the user has said it, if so. */
  readonly fixedReplicas?: number;
  /** Effective options of this role: what both read, with the role's own on top. */
  readonly configuration: Settled;
  /** Whether this role has options of its own. */
  readonly ownConfiguration: boolean;
  /** Options given as arguments, because they differ from pod to pod. */
  readonly dynamicProperties: { readonly [option: string]: string };
  /** Bytes of the process, which are the container's, too. Undefined when Flink's memory model refuses the configuration. */
  readonly memory?: number;
  /** The container's limit as a multiple of the process. */
  readonly memoryLimitFactor: number;
  /** How the process divides its memory, as Flink logs it; or why it cannot. */
  readonly memoryBreakdown: string;
  /** CPU request and limit as Kubernetes quantities. */
  readonly cpu: string;
  readonly cpuLimit?: string;
  readonly pod: PodOptions;
  readonly containerPorts: k8s.ContainerPort[];
  readonly permissions: k8s.PolicyRule[];
  readonly serviceAccountName?: string;
  readonly volumeClaims: VolumeClaim[];
  /** Changes exactly when this role's pods must be replaced to see their configuration. */
  readonly checksum: string;
}

export type RoleName = 'jobManager' | 'taskManager';

/** A job whose every default is decided. */
export interface JobPlan extends JobOptions {
  readonly jobId: string;
  readonly parallelism: number;
  readonly bounded: boolean;
  readonly args: string[];
}
