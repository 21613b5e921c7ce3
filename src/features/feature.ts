import { k8s } from 'cdk8s-plus-27';
import { Platform } from './platform';
import { FlinkPlugin } from './plugin';
import { FlinkVersion } from '../flink-version';
import { PodOptions } from '../pod';
import { PortOptions } from '../ports';

/**
 * One concern of a Flink cluster (storage, metrics, TLS, your cost centre …): it says what it needs, and knows no system.
 *
 * The library's own features are written against exactly this interface.
 */
export interface IFlinkFeature {
  /**
   * What this feature needs of a cluster. Pure: no construct, no file, no clock; it may be called more than once.
   *
   * @param context the cluster that is planned.
   */
  bind(context: FeatureContext): FeatureConfig;
}

/** What a feature may know of the cluster it is bound to. */
export interface FeatureContext {
  /** The construct's path, for messages. */
  readonly path: string;
  /** The exact Flink release. */
  readonly version: FlinkVersion;
  /** Where the cluster runs. */
  readonly platform: Platform;
  /** The cluster's name, which is its id for high availability, too. */
  readonly clusterId: string;
  /** The ports of the cluster's processes. */
  readonly ports: PortOptions;
  /** What the user configures by raw options, in their newest names. Read it to keep quiet where the user has spoken. */
  readonly configuration: { [option: string]: any };
  /** The namespace. @default - known only to the running pod */
  readonly namespaceName?: string;
  /** The id of the one job, in a cluster that runs one job. @default - jobs come and go */
  readonly jobId?: string;
  /** Whether the one job's input ends. @default - not known */
  readonly bounded?: boolean;
  /** The cluster's durable storage. @default - it has none */
  readonly storage?: StorageLocations;
}

/** Where a cluster keeps what must outlive its pods. */
export interface StorageLocations {
  /** The URI under which everything lies, without a slash at its end. */
  readonly root: string;
  /** Where checkpoints go. */
  readonly checkpoints: string;
  /** Where savepoints go. */
  readonly savepoints: string;
  /** Where the metadata of high availability goes. */
  readonly highAvailability: string;
}

/** How TaskManagers find the JobManager. */
export enum JobManagerDiscovery {
  /** By the name of a Service. There is one JobManager. */
  SERVICE = 'SERVICE',
  /** By leader election. Each JobManager goes by its own address, and standbys are possible. */
  LEADER_ELECTION = 'LEADER_ELECTION',
}

/** What a feature needs. All of it is data, and all of it is added to what the others need. */
export interface FeatureConfig {
  /** Who asks, as messages name it. @default - the feature's class name */
  readonly owner?: string;
  /**
   * Flink options by their newest names; older lines get their own spelling. Values may be text, numbers, booleans, `Duration`,
   * `Size`, lists and maps. An option that somebody else sets to another value is an error that names both.
   * @default - none
   */
  readonly configuration?: { [option: string]: any };
  /** Like `configuration`, but whoever else sets an option wins. @default - none */
  readonly defaults?: { [option: string]: any };
  /** Like `configuration`, but left out on lines that do not know the option. @default - none */
  readonly whereKnown?: { [option: string]: any };
  /** Files beside Flink's configuration file, by name. @default - none */
  readonly configFiles?: { [fileName: string]: string };
  /** Plugins that both roles load. @default - none */
  readonly plugins?: FlinkPlugin[];
  /** What both roles' pods need. @default - nothing */
  readonly pod?: PodOptions;
  /** What the JobManager alone needs. @default - nothing */
  readonly jobManager?: RoleConfig;
  /** What TaskManagers alone need. @default - nothing */
  readonly taskManager?: RoleConfig;
  /** How TaskManagers find the JobManager. @default JobManagerDiscovery.SERVICE */
  readonly discovery?: JobManagerDiscovery;
  /** What makes this impossible: what is wrong, and how to mend it. All problems appear in one synth. @default - none */
  readonly problems?: string[];
  /** What works but should be known. @default - none */
  readonly warnings?: FeatureWarning[];
}

/** Something that works but should be known. */
export interface FeatureWarning {
  /** A stable name, with which the warning can be acknowledged, for example `no-high-availability`. */
  readonly id: string;
  /** What will happen, and how to avoid it. */
  readonly text: string;
}

/** What a feature needs of one role. */
export interface RoleConfig {
  /** What the role's pods need. @default - nothing */
  readonly pod?: PodOptions;
  /** Ports that the role's container opens. @default - none */
  readonly ports?: k8s.ContainerPort[];
  /** What the role calls at the Kubernetes API. A role that calls nothing gets no token. @default - nothing */
  readonly permissions?: k8s.PolicyRule[];
  /**
   * Options that differ from pod to pod, given as arguments; `$(NAME)` is the container's environment.
   * @default - none
   */
  readonly dynamicProperties?: { [option: string]: string };
  /** Volumes of which each pod owns one that outlives it. @default - none */
  readonly volumeClaims?: VolumeClaim[];
}

/** A volume of which each pod owns one that outlives it. */
export interface VolumeClaim {
  /** The claim's name. It never changes, or the data is left behind. */
  readonly name: string;
  /** Where the pod sees it. */
  readonly mountPath: string;
  /** What is claimed. */
  readonly spec: k8s.PersistentVolumeClaimSpec;
}
