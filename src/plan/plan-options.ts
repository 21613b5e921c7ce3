import { FlinkClusterOptions } from '../cluster';
import { ConfigurationEdits } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { JobOptions } from '../job';
import { PodOptions } from '../pod';

/** The options of a cluster, with everything that was added since it was made. */
export interface PlanOptions extends FlinkClusterOptions {
  readonly job?: JobOptions;
  readonly edits?: ConfigurationEdits;
  readonly addedFeatures?: IFlinkFeature[];
  readonly addedToJobManager?: PodOptions[];
  readonly addedToTaskManager?: PodOptions[];
}
