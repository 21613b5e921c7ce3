import { Construct } from 'constructs';
import { ApplicationEnd, applicationEndProblems } from './application-end';
import { FlinkClusterBase } from './flink-cluster-base';
import { renderDeployments } from './render';
import { selectionByComponent } from './selection';
import { jobManagerServiceName } from './services';
import { FlinkApplicationOptions } from '../cluster';
import { jobOf } from '../plan/required';

/** Options of an application. */
export interface FlinkApplicationProps extends FlinkApplicationOptions {}

/**
 * A standalone application: a cluster whose JobManager runs one job that is meant to run for ever.
 *
 * When you want it: a streaming job in production. It is a Deployment, which Kubernetes starts again whenever it ends; so a job
 * that was stopped, cancelled or has failed for good leaves its JobManager running, where its end can be seen. For a job that finishes
 * take `FlinkJobCluster`.
 */
export class FlinkApplication extends FlinkClusterBase {
  /** The job's Flink id. */
  public readonly jobId: string;

  public constructor(scope: Construct, id: string, props: FlinkApplicationProps) {
    super(scope, id, props, {
      jobManagerAddress: jobManagerServiceName,
      features: [new ApplicationEnd()],
      selection: selectionByComponent,
      render: (plan, autoscaled) => renderDeployments(plan, { autoscaled }),
      problems: applicationEndProblems,
    });
    this.jobId = jobOf(this._model.plan).jobId;
  }
}
