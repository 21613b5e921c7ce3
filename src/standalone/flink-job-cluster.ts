import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { JobClusterLayout } from './job-cluster-layout';
import { FlinkApplicationOptions } from '../cluster';
import { FlinkClusterBase } from '../kubernetes/flink-cluster-base';
import { KubernetesSystem } from '../kubernetes/system';
import { PropsStruct } from '../plan/checked-options';

/** Options of a job cluster. */
export interface FlinkJobClusterProps extends FlinkApplicationOptions {
  /**
   * How the TaskManagers end with the job.
   *
   * @default JobClusterLayout.INDEXED_JOB
   */
  readonly layout?: JobClusterLayout;

  /**
   * The number of pods that may be lost before the Kubernetes Job fails. It does not count failures of the Flink job: Flink's restart
   * strategy decides on those, and a job that has failed for good is not run again. A job without checkpoints has no restart strategy unless
   * one is configured. Evicted pods do not count either.
   *
   * @default - 6 for each pod
   */
  readonly backoffLimit?: number;

  /**
   * The time after which the finished Kubernetes Job is deleted. Whatever applies the manifests again after that, for example a GitOps
   * tool, creates the Job again, and the job runs again.
   *
   * @default Duration.days(7)
   */
  readonly ttlAfterFinished?: Duration;
}

/**
 * A standalone job cluster: a Kubernetes Job that runs one Flink job to its end, and completes or fails as the job does.
 *
 * Use it for batch jobs, backfills and tests. Kubernetes does not allow a change of a Job: to run another version, delete the Job or give
 * the cluster another name.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export class FlinkJobCluster extends FlinkClusterBase {
  /** The Flink id of the job. */
  public readonly jobId: string;

  public constructor(scope: Construct, id: string, props: FlinkJobClusterProps) {
    super(scope, id, props);
    this.jobId = this._model.plan.job!.jobId;
  }

  /** @internal */
  protected _struct(): PropsStruct {
    return { name: 'FlinkJobClusterProps' };
  }

  /** @internal */
  protected _system(props: FlinkJobClusterProps): KubernetesSystem {
    return system().jobClusterSystem(props);
  }
}

/** Loaded with the first construct that it is for. */
function system(): typeof import('./job-cluster-system') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./job-cluster-system');
}
