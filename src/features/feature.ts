import { k8s } from 'cdk8s-plus-27';
import { IFeatureObjects, RestProtocol } from './feature-objects';
import { FlinkPort } from './flink-port';
import { Platform } from './platform';
import { FlinkPlugin } from './plugin';
import { FeatureFinding } from '../finding';
import { FlinkVersion } from '../flink-version';
import { PodOptions } from '../pod';
import { PortOptions } from '../ports';
import { PlanFinding } from '../private/findings';

/**
 * One concern of a Flink cluster, for example storage, metrics or TLS. A feature says what it requires, and knows no system: the same
 * feature works with standalone clusters and with operators.
 *
 * The features of the library are written against this interface alone.
 */
export interface IFlinkFeature {
  /**
   * What this feature requires of a cluster. The method must be pure: it creates no construct, reads no file and no clock, and may be
   * called several times.
   *
   * @param context the cluster that is planned.
   */
  bind(context: FeatureContext): FeatureConfig;
}

/**
 * A feature that this library makes from arguments.
 * @internal
 */
export interface BuiltInFeature {
  /** What is wrong with its arguments. It was left out of them, and is reported when the feature is bound. */
  readonly _findings: PlanFinding[];
}

/** What a feature may know of the cluster it is bound to. */
export interface FeatureContext {
  /** The path of the cluster's construct, for messages. */
  readonly path: string;
  /** The exact Flink release. */
  readonly version: FlinkVersion;
  /** The system that runs the cluster. */
  readonly platform: Platform;
  /** The cluster's name, which is also its id in high availability services. */
  readonly clusterId: string;
  /** The ports of the cluster's processes. */
  readonly ports: PortOptions;
  /** What the user configures by raw options, by their newest names. A feature reads it to yield to the user. */
  readonly configuration: { [option: string]: any };
  /** The namespace. @default - known only to the running pods */
  readonly namespaceName?: string;
  /** The Flink id of the one job. @default - jobs come and go, or the system chooses the id */
  readonly jobId?: string;
  /** Whether the input of the one job ends. @default - not known */
  readonly bounded?: boolean;
  /** The cluster's durable storage. @default - none */
  readonly storage?: StorageLocations;
}

/** Where a cluster keeps what must outlive its pods, as URIs. A location that is missing has no storage. */
export interface StorageLocations {
  /** Directory of checkpoints. @default - no storage for them */
  readonly checkpoints?: string;
  /** Directory of savepoints. @default - no storage for them */
  readonly savepoints?: string;
  /** Directory of the metadata of high availability. @default - no storage for it */
  readonly highAvailability?: string;
  /** Directory of the state changelog. @default - no storage for it */
  readonly changelog?: string;
  /** Directory of the archives that a history server shows. @default - no storage for them */
  readonly archives?: string;
}

/** How TaskManagers find the JobManager. */
export enum JobManagerDiscovery {
  /** By the name of a Service. There is one JobManager. */
  SERVICE = 'SERVICE',
  /** By leader election. Each JobManager is found at its own address, and standbys are possible. */
  LEADER_ELECTION = 'LEADER_ELECTION',
}

/** What a feature requires. All of it is data, and is merged with what other features require. */
export interface FeatureConfig {
  /** The name of the feature in messages, for example the prop by which users set it. */
  readonly owner: string;
  /**
   * Flink options by their newest names; older Flink versions get their own names. Values may be text, numbers, booleans, `Duration`,
   * `Size`, lists and maps. An option that somebody else sets to another value is an error that names both.
   * @default - none
   */
  readonly configuration?: { [option: string]: any };
  /** Like `configuration`, but any other assignment of the option takes precedence. @default - none */
  readonly defaults?: { [option: string]: any };
  /** Like `configuration`, but left out where the Flink version does not know the option. @default - none */
  readonly ifSupported?: { [option: string]: any };
  /**
   * Options whose values are entries of Kubernetes Secrets. The system passes them to the processes in its own way; a value never stands
   * in a ConfigMap or in an argument.
   * @default - none
   */
  readonly secretConfiguration?: { [option: string]: k8s.SecretKeySelector };
  /** Files beside Flink's configuration file, by name. @default - none */
  readonly configFiles?: { [fileName: string]: string };
  /** Plugins that both roles load. @default - none */
  readonly plugins?: FlinkPlugin[];
  /** Labels of all objects and pods of the cluster, except pods that submit session jobs: those have them only on their Job. @default - none */
  readonly labels?: { [name: string]: string };
  /** Annotations of all objects and pods of the cluster, except pods that submit session jobs: those have them only on their Job. @default - none */
  readonly annotations?: { [name: string]: string };
  /** Additions to the pods of both roles. @default - none */
  readonly pod?: PodOptions;
  /** Additions to the JobManager. @default - none */
  readonly jobManager?: RoleConfig;
  /** Additions to the TaskManagers. @default - none */
  readonly taskManager?: RoleConfig;
  /** Additions to pods that call the REST API, for example those that submit jobs. @default - none */
  readonly client?: ClientConfig;
  /** How TaskManagers find the JobManager. @default JobManagerDiscovery.SERVICE */
  readonly discovery?: JobManagerDiscovery;
  /**
   * How the REST API is spoken to. Probes, clients and URLs follow. It must be what `security.ssl.rest.enabled` and
   * `security.ssl.rest.authentication-enabled` say, which decide alone where no feature declares it.
   *
   * @default RestProtocol.HTTP
   */
  readonly restProtocol?: RestProtocol;
  /** Further features that are bound together with this one. @default - none */
  readonly features?: IFlinkFeature[];
  /** Kubernetes objects beside the cluster's own. @default - none */
  readonly objects?: IFeatureObjects[];
  /**
   * Whether a system that cannot express a part of this may leave that part out. Otherwise the part is an error.
   * @default false
   */
  readonly optional?: boolean;
  /** What makes the cluster impossible. All problems appear in one synth. @default - none */
  readonly problems?: FeatureFinding[];
  /** What works, with a consequence that should be known. @default - none */
  readonly warnings?: FeatureFinding[];
}

/** What a feature requires of one role. */
export interface RoleConfig {
  /** Additions to the role's pods. @default - none */
  readonly pod?: PodOptions;
  /** Ports on which the role's processes listen. @default - none */
  readonly ports?: FlinkPort[];
  /** What the role's processes call at the Kubernetes API. A role that calls nothing gets no token. @default - nothing */
  readonly permissions?: k8s.PolicyRule[];
  /** Annotations of the role's ServiceAccount, for example of a workload identity. @default - none */
  readonly serviceAccountAnnotations?: { [name: string]: string };
  /**
   * Options that are given as arguments because they differ from pod to pod; `$(NAME)` refers to the container's environment.
   * @default - none
   */
  readonly dynamicProperties?: { [option: string]: string };
  /** Volumes that each pod claims for itself and that outlive it. @default - none */
  readonly volumeClaims?: VolumeClaim[];
}

/** What pods that call the REST API require. */
export interface ClientConfig {
  /** Additions to their pods. @default - none */
  readonly pod?: PodOptions;
  /** Files beside Flink's configuration file, by name. @default - none */
  readonly configFiles?: { [fileName: string]: string };
  /** Options of Flink's client whose values are entries of Kubernetes Secrets. @default - none */
  readonly secretConfiguration?: { [option: string]: k8s.SecretKeySelector };
}

/** A volume that each pod claims for itself and that outlives it. */
export interface VolumeClaim {
  /** The name of the claim. It must not change, or the data is left behind. */
  readonly name: string;
  /** Where the pod sees the volume. */
  readonly mountPath: string;
  /** What is claimed. */
  readonly spec: k8s.PersistentVolumeClaimSpec;
}
