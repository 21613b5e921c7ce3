import { FlinkClusterOptions } from '../cluster';
import { ConfigurationEdits } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { JobOptions } from '../job';
import { PodOptions } from '../pod';

/** An addition to the pods of a role, and the method by which it was made, for example `taskManager.addSidecar()`. */
export interface AddedPod {
  readonly owner: string;
  readonly pod: PodOptions;
}

/** The options of a cluster, with everything that was added since it was made. */
export interface PlanOptions extends FlinkClusterOptions {
  readonly job?: JobOptions;
  readonly edits?: ConfigurationEdits;
  readonly addedFeatures?: IFlinkFeature[];
  readonly addedToJobManager?: AddedPod[];
  readonly addedToTaskManager?: AddedPod[];
}
