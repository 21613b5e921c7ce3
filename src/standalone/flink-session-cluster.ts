import { Construct } from 'constructs';
import { FlinkClusterBase } from './flink-cluster-base';
import { renderDeployments } from './render';
import { selectionByComponent } from './selection';
import { jobManagerServiceName } from './services';
import { SessionJob } from './session-job';
import { FlinkClusterOptions } from '../cluster';
import { JobOptions } from '../job';
import { wrong } from '../private/remedy';

/** Options of a session cluster. */
export interface FlinkSessionClusterProps extends FlinkClusterOptions {}

/**
 * A standalone session cluster: it is there first, and takes jobs as they come.
 *
 * When you want it: many short or small jobs that may share their fate, notebooks, SQL. A job that matters is better off in a
 * `FlinkApplication` of its own.
 */
export class FlinkSessionCluster extends FlinkClusterBase {
  public constructor(scope: Construct, id: string, props: FlinkSessionClusterProps) {
    super(scope, id, props, {
      jobManagerAddress: jobManagerServiceName,
      selection: selectionByComponent,
      render: (plan, autoscaled) => renderDeployments(plan, { autoscaled }),
    });
  }

  /**
   * Submits a job: a Kubernetes Job that runs Flink's client until the cluster has accepted it.
   *
   * @param id the job's id among the cluster's; the Kubernetes Job is called `<cluster>-<id>`.
   * @returns the job, with its Flink id.
   */
  public addJob(id: string, job: JobOptions): SessionJob {
    if (this.node.tryFindChild(id)) throw wrong(this.node.path, `a job cannot have the id '${id}', which is taken`, 'Choose another id');
    return SessionJob._create(this, id, { job, model: this._model, restService: this.restService });
  }
}
