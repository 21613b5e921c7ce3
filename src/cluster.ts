import { Cpu, IServiceAccount, k8s } from 'cdk8s-plus-27';
import { CheckpointOptions } from './features/checkpoints';
import { IFlinkFeature } from './features/feature';
import { HighAvailability } from './features/high-availability';
import { JvmOptions } from './features/jvm';
import { LocalRecovery } from './features/local-recovery';
import { LoggingOptions } from './features/logging';
import { MetricsReporter } from './features/metrics';
import { FlinkPlugin } from './features/plugin';
import { JobManagerMemoryOptions, TaskManagerMemoryOptions } from './features/process-memory';
import { RestService } from './features/rest-service';
import { FlinkStorage } from './features/storage';
import { FlinkVersion } from './flink-version';
import { JobOptions } from './job';
import { PodOptions } from './pod';
import { PortOptions } from './ports';

/** Flink itself, wherever it runs. */
export interface FlinkOptions {
  /** The exact Flink release. It must be the image's. */
  readonly version: FlinkVersion;

  /**
   * Any of Flink's options, by Flink's name. Values may be text, numbers, booleans, `Duration`, `Size`, lists and maps.
   *
   * An option that another prop sets to another value is an error; `configuration.replace()` of the construct forces it.
   *
   * @default - what the other props say
   */
  readonly configuration?: { [option: string]: any };

  /**
   * Options whose values lie in Kubernetes Secrets: passwords, keys, tokens. In `configuration` they are refused.
   *
   * @default - none
   */
  readonly secretConfiguration?: { [option: string]: k8s.SecretKeySelector };

  /**
   * Durable storage for checkpoints, savepoints and the metadata of high availability.
   *
   * @default - none: state lives and dies with the pods
   */
  readonly storage?: FlinkStorage;

  /**
   * Periodic checkpoints.
   *
   * @default - every minute where there is durable storage, none otherwise
   */
  readonly checkpoints?: CheckpointOptions;

  /**
   * What makes the cluster survive the loss of its JobManager.
   *
   * @default - none: a lost JobManager loses its jobs
   */
  readonly highAvailability?: HighAvailability;

  /**
   * Who tells metrics to the world.
   *
   * @default - nobody; the UI shows metrics all the same
   */
  readonly metrics?: MetricsReporter[];

  /**
   * What is logged, and where.
   *
   * @default - level INFO, to the console and to a rolling file that the UI shows
   */
  readonly logging?: LoggingOptions;

  /**
   * Options of the JVMs, added to those that Flink needs.
   *
   * @default - the ones of Flink's own configuration file
   */
  readonly jvmOptions?: JvmOptions;

  /**
   * Concerns of your own, applied after the library's.
   *
   * @default - none
   */
  readonly features?: IFlinkFeature[];
}

/** A Flink cluster on Kubernetes. */
export interface FlinkClusterOptions extends FlinkOptions {
  /**
   * The cluster's name: all objects begin with it, and high availability knows the cluster by it. At most 45 characters.
   *
   * @default - the construct's id, `OrdersNative` as `orders-native`
   */
  readonly name?: string;

  /**
   * The image of all containers, with a tag or digest that does not move.
   *
   * @default - the official image of exactly this release
   */
  readonly image?: string;

  /**
   * When the image is pulled: `Always`, `IfNotPresent` or `Never`.
   *
   * @default - Kubernetes': IfNotPresent
   */
  readonly imagePullPolicy?: string;

  /** The JobManager. @default - one, with the defaults of `JobManagerOptions` */
  readonly jobManager?: JobManagerOptions;

  /** The TaskManagers. @default - with the defaults of `TaskManagerOptions` */
  readonly taskManager?: TaskManagerOptions;

  /** What all pods have in common. @default - only what Flink needs */
  readonly pod?: PodOptions;

  /** Plugins that both roles load. @default - those that the storage and the URIs in the configuration need */
  readonly plugins?: FlinkPlugin[];

  /** The ports of the processes. @default - Flink's usual ones, all of them fixed */
  readonly ports?: PortOptions;

  /** How the REST API and the UI are reached. @default RestService.clusterIp() */
  readonly rest?: RestService;

  /** TaskManagers that find their state again on a volume of their own. @default - they keep nothing */
  readonly localRecovery?: LocalRecovery;
}

/** A Flink cluster that runs one job. */
export interface FlinkApplicationOptions extends FlinkClusterOptions {
  /** The job. */
  readonly job: JobOptions;
}

/** The JobManager, the process that plans and watches. */
export interface JobManagerOptions extends JobManagerMemoryOptions {
  /**
   * How many. All but one are standbys, so more than one needs high availability.
   *
   * @default 1
   */
  readonly replicas?: number;
  /** CPU that is requested. @default Cpu.units(1) */
  readonly cpu?: Cpu;
  /** CPU at which the container is throttled. @default - never */
  readonly cpuLimit?: Cpu;
  /**
   * Who the pods are at the Kubernetes API.
   *
   * @default - a ServiceAccount of their own when Flink calls the API; otherwise the namespace's default one, without a token
   */
  readonly serviceAccount?: IServiceAccount;
  /** What these pods have on top of the cluster's. @default - nothing */
  readonly pod?: PodOptions;
  /** Flink options of this role alone. @default - none */
  readonly configuration?: { [option: string]: any };
}

/** The TaskManagers, the processes that work. */
export interface TaskManagerOptions extends TaskManagerMemoryOptions {
  /**
   * How many.
   *
   * @default - as many as the job's parallelism needs; 1 in a session cluster
   */
  readonly replicas?: number;
  /**
   * Slots of each: how many pieces of a pipeline run in it.
   *
   * @default 1
   */
  readonly slots?: number;
  /** CPU that is requested. @default - one unit for each slot */
  readonly cpu?: Cpu;
  /** CPU at which the container is throttled. @default - never */
  readonly cpuLimit?: Cpu;
  /**
   * Who the pods are at the Kubernetes API.
   *
   * @default - a ServiceAccount of their own when Flink calls the API; otherwise the namespace's default one, without a token
   */
  readonly serviceAccount?: IServiceAccount;
  /** What these pods have on top of the cluster's. @default - nothing */
  readonly pod?: PodOptions;
  /** Flink options of this role alone. @default - none */
  readonly configuration?: { [option: string]: any };
}
