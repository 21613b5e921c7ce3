import { Construct } from 'constructs';
import { deploymentsSystem } from './deployments-system';
import { FlinkClusterOptions } from '../cluster';
import { JobOptions } from '../job';
import { checkJobId } from '../kubernetes/construct-arguments';
import { FlinkClusterBase } from '../kubernetes/flink-cluster-base';
import { SessionJob } from '../kubernetes/session-job';
import { KubernetesSystem } from '../kubernetes/system';
import { PropsStruct } from '../plan/checked-options';
import { argumentError } from '../private/findings';

/** Options of a session cluster. */
export interface FlinkSessionClusterProps extends FlinkClusterOptions {}

/**
 * A standalone session cluster: it runs the jobs that are submitted to it.
 *
 * Use it for many short or small jobs, notebooks and SQL, where jobs may affect each other. For a job in production use `FlinkApplication`.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export class FlinkSessionCluster extends FlinkClusterBase {
  public constructor(scope: Construct, id: string, props: FlinkSessionClusterProps) {
    super(scope, id, props);
  }

  /**
   * Submits a job: a Kubernetes Job runs Flink's client until the cluster has accepted the job.
   *
   * @param id the id of the job among those of the cluster.
   * @param job the job.
   * @returns the job, with its Flink id.
   */
  public addJob(id: string, job: JobOptions): SessionJob {
    checkJobId(this.node.path, id);
    if (this.node.tryFindChild(id)) throw argumentError(this.node.path, 'duplicate-construct-id', `a job cannot have the id '${id}', which is taken`, 'Choose another id');
    return SessionJob._create(this, id, job, this._model);
  }

  /** @internal */
  protected _struct(): PropsStruct {
    return { name: 'FlinkSessionClusterProps', hints: { job: 'Use FlinkApplication for one job, or submit jobs to the session cluster with addJob()' } };
  }

  /** @internal */
  protected _system(): KubernetesSystem {
    return deploymentsSystem();
  }
}
