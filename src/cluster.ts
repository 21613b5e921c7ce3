import { Size } from 'cdk8s';
import { Cpu, IServiceAccount, k8s } from 'cdk8s-plus-27';
import { HighAvailability } from './features/availability/high-availability';
import { IFlinkFeature } from './features/feature';
import { RestService } from './features/network/rest-service';
import { WebUiAccess } from './features/network/web-ui';
import { LoggingOptions } from './features/observability/logging';
import { MetricsReporter } from './features/observability/metrics';
import { FlinkPlugin } from './features/plugin';
import { JvmOptions } from './features/process/jvm';
import { JobManagerMemoryOptions, TaskManagerMemoryOptions } from './features/process/process-memory';
import { CheckpointOptions } from './features/state/checkpoints';
import { LocalRecovery } from './features/state/local-recovery';
import { FlinkStorage } from './features/storage/storage';
import { FlinkVersion } from './flink-version';
import { JobOptions } from './job';
import { PodOptions } from './pod';
import { PortOptions } from './ports';

/** Options of a Flink cluster on any system. */
export interface FlinkOptions {
  /** The exact Flink release. It must be that of the image. */
  readonly version: FlinkVersion;

  /**
   * Any Flink options, by Flink's names. Values may be text, numbers, booleans, `Duration`, `Size`, lists and maps.
   *
   * An option that another prop sets to another value is an error; `configuration.replace()` of the construct forces it.
   *
   * @default - only what the other props set
   */
  readonly configuration?: { [option: string]: any };

  /**
   * Flink options whose values are entries of Kubernetes Secrets: passwords, keys, tokens. In `configuration` they are an error.
   *
   * @default - none
   */
  readonly secretConfiguration?: { [option: string]: k8s.SecretKeySelector };

  /**
   * Durable storage of checkpoints, savepoints and the metadata of high availability.
   *
   * @default - none: state is lost with the pods
   */
  readonly storage?: FlinkStorage;

  /**
   * Periodic checkpoints.
   *
   * @default - every minute if there is durable storage, none otherwise
   */
  readonly checkpoints?: CheckpointOptions;

  /**
   * How the cluster recovers from the loss of its JobManager.
   *
   * @default - none: its jobs are lost with the JobManager
   */
  readonly highAvailability?: HighAvailability;

  /**
   * Report the metrics of both roles to monitoring systems.
   *
   * @default - none; the web UI shows metrics all the same
   */
  readonly metrics?: MetricsReporter[];

  /**
   * The log level, the log files and their rotation.
   *
   * @default - level INFO, to the console and to a rolling file that the web UI shows
   */
  readonly logging?: LoggingOptions;

  /**
   * Options of the JVMs, in addition to those that Flink requires.
   *
   * @default - those of Flink's own configuration file
   */
  readonly jvmOptions?: JvmOptions;

  /**
   * Features of your own, bound after the library's.
   *
   * @default - none
   */
  readonly features?: IFlinkFeature[];
}

/** Options of a Flink cluster on Kubernetes. */
export interface FlinkClusterOptions extends FlinkOptions {
  /**
   * The cluster's name. The names of all its objects begin with it, and high availability services know the cluster by it. At most 45
   * characters.
   *
   * @default - the id of the construct, `OrdersNative` as `orders-native`
   */
  readonly name?: string;

  /**
   * Labels of all objects and pods of the cluster. Selectors do not use them. Pods that submit session jobs have them only on their Job,
   * because Kubernetes allows no change of a Job's pods.
   *
   * @default - only the library's own
   */
  readonly labels?: { [name: string]: string };

  /**
   * Annotations of all objects and pods of the cluster. Pods that submit session jobs have them only on their Job.
   *
   * @default - only the library's own
   */
  readonly annotations?: { [name: string]: string };

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

  /** Additions to the pods of both roles. @default - only what Flink requires */
  readonly pod?: PodOptions;

  /** Plugins that both roles load. @default - those that the storage and the URIs in the configuration require */
  readonly plugins?: FlinkPlugin[];

  /** The ports of the processes. @default - Flink's usual ones, all of them fixed */
  readonly ports?: PortOptions;

  /** How the REST API and the web UI are exposed. @default RestService.clusterIp() */
  readonly rest?: RestService;

  /**
   * What the web UI and the `/jars` endpoint of the REST API allow.
   *
   * @default WebUiAccess.READ_ONLY; a system that itself submits jobs through `/jars`, as the Apache operator to session clusters, may still do so
   */
  readonly webUi?: WebUiAccess;

  /** TaskManagers that recover their state from a volume of their own. @default - none: they recover it from the checkpoint */
  readonly localRecovery?: LocalRecovery;
}

/** Options of a Flink cluster that runs one job. */
export interface FlinkApplicationOptions extends FlinkClusterOptions {
  /** The job. */
  readonly job: JobOptions;
}

/** The JobManager, the process that coordinates jobs. */
export interface JobManagerOptions extends JobManagerMemoryOptions {
  /**
   * The number of JobManagers. All but one are standbys, so more than one requires high availability.
   *
   * @default 1
   */
  readonly replicas?: number;
  /** The CPU request. @default Cpu.units(1) */
  readonly cpu?: Cpu;
  /** The CPU limit, at which the container is throttled. @default - none */
  readonly cpuLimit?: Cpu;
  /**
   * The ServiceAccount of the pods.
   *
   * @default - one of their own if Flink calls the Kubernetes API; otherwise the namespace's default one, without a token
   */
  readonly serviceAccount?: IServiceAccount;
  /** Annotations of the pods' own ServiceAccount, for example of a workload identity. @default - none */
  readonly serviceAccountAnnotations?: { [name: string]: string };
  /**
   * The disk space for temporary files, `/tmp` of each pod: blobs, uploaded jars and the files of the start script. It is requested as
   * ephemeral storage of the node; a pod that writes more is evicted.
   *
   * @default Size.gibibytes(2)
   */
  readonly ephemeralStorage?: Size;
  /** Additions to these pods, over those of the cluster. @default - none */
  readonly pod?: PodOptions;
  /** Flink options of this role alone, given as arguments of its processes. @default - none */
  readonly configuration?: { [option: string]: any };
}

/** The TaskManagers, the processes that run the tasks of jobs. */
export interface TaskManagerOptions extends TaskManagerMemoryOptions {
  /**
   * The number of TaskManagers.
   *
   * @default - as many as the job's parallelism requires; 1 in a session cluster
   */
  readonly replicas?: number;
  /**
   * The number of slots of each. A slot runs one parallel pipeline of a job.
   *
   * @default 1
   */
  readonly slots?: number;
  /** The CPU request. @default - one unit for each slot */
  readonly cpu?: Cpu;
  /** The CPU limit, at which the container is throttled. @default - none */
  readonly cpuLimit?: Cpu;
  /**
   * The ServiceAccount of the pods.
   *
   * @default - one of their own if Flink calls the Kubernetes API; otherwise the namespace's default one, without a token
   */
  readonly serviceAccount?: IServiceAccount;
  /** Annotations of the pods' own ServiceAccount, for example of a workload identity. @default - none */
  readonly serviceAccountAnnotations?: { [name: string]: string };
  /**
   * The disk space for temporary files, `/tmp` of each pod: working files of RocksDB, spilled data, blobs and the files of the start
   * script. It is requested as ephemeral storage of the node; a pod that writes more is evicted.
   *
   * @default Size.gibibytes(10)
   */
  readonly ephemeralStorage?: Size;
  /** Additions to these pods, over those of the cluster. @default - none */
  readonly pod?: PodOptions;
  /** Flink options of this role alone, given as arguments of its processes. @default - none */
  readonly configuration?: { [option: string]: any };
}
