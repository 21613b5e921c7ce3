import { IConstruct } from 'constructs';
import { JobManagerRole, TaskManagerRole } from './flink-role';
import { RestEndpoint } from './rest-endpoint';
import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { Finding } from '../finding';

/** A Flink cluster, whatever system runs it. */
export interface IFlinkCluster extends IConstruct {
  /** The cluster's name. The names of its objects begin with it, and high availability services know the cluster by it. */
  readonly name: string;
  /** The Flink configuration: the effective options, and methods to set and replace them. */
  readonly configuration: FlinkConfiguration;
  /** The JobManager. */
  readonly jobManager: JobManagerRole;
  /** The TaskManagers. */
  readonly taskManager: TaskManagerRole;
  /** The Service of the REST API and the web UI. */
  readonly restService: RestEndpoint;
  /** What is wrong with the cluster, and what works with a consequence that should be known. */
  readonly findings: Finding[];

  /**
   * Adds a feature.
   *
   * @param feature the feature.
   */
  addFeature(feature: IFlinkFeature): void;

  /**
   * Acknowledges a warning, so that it is neither printed nor treated as an error.
   *
   * @param id the id of the warning, for example `no-high-availability`.
   * @param reason why it is acceptable. It appears in reports.
   */
  acknowledge(id: string, reason?: string): void;
}
