import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { FlinkClusterBase } from './flink-cluster-base';
import { PodSelection } from './flink-role';
import { jobClusterProblems, oneTemplateProblems } from './job-cluster-checks';
import { JobClusterLayout } from './job-cluster-layout';
import { OutlivingTaskManagers } from './outliving-task-managers';
import { INDEX_LABEL, indexedJobManagerAddress, renderIndexedJob, renderJobBesideDeployment } from './render-job-cluster';
import { selectionByComponent } from './selection';
import { jobManagerServiceName } from './services';
import { FlinkApplicationOptions } from '../cluster';
import { COMPONENT } from '../plan/pod-template';
import { jobOf } from '../plan/required';

/** Options of a job cluster. */
export interface FlinkJobClusterProps extends FlinkApplicationOptions {
  /**
   * How the TaskManagers end with the job.
   *
   * @default JobClusterLayout.INDEXED_JOB
   */
  readonly layout?: JobClusterLayout;

  /**
   * How many pods may be lost before the Kubernetes Job is given up. A job that has failed by Flink's own judgement is never tried
   * again, and pods that are evicted do not count.
   *
   * @default - 6 for each pod
   */
  readonly backoffLimit?: number;

  /**
   * How long the finished Kubernetes Job stays. Mind what applies your manifests: where the Job is missing, it makes it again, and the
   * job runs again.
   *
   * @default - until somebody deletes it
   */
  readonly ttlAfterFinished?: Duration;
}

/**
 * A standalone job cluster: a Kubernetes Job that runs one Flink job to its end, and is complete or failed as the job is.
 *
 * When you want it: batch, backfills, tests; whatever finishes. Kubernetes does not change a Job once it is made: to run another
 * version, delete the old one or give the cluster another name.
 */
export class FlinkJobCluster extends FlinkClusterBase {
  /** The job's Flink id. */
  public readonly jobId: string;

  public constructor(scope: Construct, id: string, props: FlinkJobClusterProps) {
    const indexed = (props.layout ?? JobClusterLayout.INDEXED_JOB) === JobClusterLayout.INDEXED_JOB;
    const settings = (replicas: number, autoscaled: boolean) => ({
      autoscaled,
      backoffLimit: props.backoffLimit ?? 6 * (indexed ? 1 + replicas : 1),
      ttlSecondsAfterFinished: props.ttlAfterFinished?.toSeconds(),
    });
    super(scope, id, props, {
      jobManagerAddress: indexed ? indexedJobManagerAddress : jobManagerServiceName,
      features: indexed ? [] : [new OutlivingTaskManagers()],
      selection: indexed ? selectionByIndex : selectionByComponent,
      render: (plan, autoscaled) => {
        const render = indexed ? renderIndexedJob : renderJobBesideDeployment;
        return render(plan, jobOf(plan), settings(plan.taskManager.replicas, autoscaled));
      },
      problems: (plan) => [...jobClusterProblems(plan, props.backoffLimit), ...(indexed ? oneTemplateProblems(plan) : [])],
    });
    this.jobId = jobOf(this._model.plan).jobId;
  }
}

function selectionByIndex(name: string, role: 'jobmanager' | 'taskmanager'): PodSelection {
  const both = { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': name, [COMPONENT]: 'job-cluster' };
  const jobManager = { [INDEX_LABEL]: '0' };
  return role === 'jobmanager' ? { labels: { ...both, ...jobManager } } : { labels: both, without: jobManager };
}
