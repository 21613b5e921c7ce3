import { FlinkClusterOptions } from '../cluster';
import { ConfigurationEdits } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { Platform } from '../features/platform';
import { JobOptions } from '../job';
import { PodOptions } from '../pod';

/** What a cluster was made with, and all that was said to it since. */
export interface PlanOptions extends FlinkClusterOptions {
  readonly job?: JobOptions;
  readonly edits?: ConfigurationEdits;
  readonly addedFeatures?: IFlinkFeature[];
  readonly addedToJobManager?: PodOptions[];
  readonly addedToTaskManager?: PodOptions[];
}

/** Where a plan is for, as far as the plan must know. */
export interface PlanTarget {
  readonly platform: Platform;
  /** The cluster's name. */
  readonly name: string;
  /** The namespace, when synth knows it. */
  readonly namespace?: string;
  /** The Service by which TaskManagers find a single JobManager. Undefined where Flink gives addresses itself. */
  readonly jobManagerAddress?: string;
  /** Prefixes of options that are not Flink's but the system's. */
  readonly foreignOptions?: string[];
  /** What the system itself needs, said as everybody says it. */
  readonly features: IFlinkFeature[];
}
