import { Construct } from 'constructs';
import { FlinkClusterOptions } from '../cluster';
import { JobOptions } from '../job';
import { checkJobId } from '../kubernetes/construct-arguments';
import { FlinkClusterBase } from '../kubernetes/flink-cluster-base';
import { SessionJob } from '../kubernetes/session-job';
import { KubernetesSystem } from '../kubernetes/system';
import { PropsStruct } from '../plan/checked-options';
import { ClusterPlan } from '../plan/plan';
import { argumentError, PlanFinding, warning } from '../private/findings';

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
  private readonly jobs: SessionJob[] = [];

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
    const added = SessionJob._create(this, id, job, this._model);
    this.jobs.push(added);
    this._changed();
    return added;
  }

  /** @internal */
  protected _check(plan: ClusterPlan): PlanFinding[] {
    return this.jobs.length ? [...checks().checkClientTls(plan), ...this.checkSlots(plan)] : [];
  }

  private checkSlots({ taskManager }: ClusterPlan): PlanFinding[] {
    const slots = Number(taskManager.configuration.text('taskmanager.numberOfTaskSlots') ?? 1) * taskManager.replicas;
    const required = this.jobs.reduce((sum, job) => sum + job._slots, 0);
    if (required <= slots || this.taskManager.hasAutoscaler || this.jobs.length < 2) return [];
    return [warning('too-few-slots-for-session-jobs', `the ${this.jobs.length} jobs of the session cluster require ${required} slots together, and it has ${slots}: some of them wait for slots until they fail`,
      'Use more TaskManagers or slots, or fewer jobs', 'taskManager.replicas')];
  }

  /** @internal */
  protected _struct(): PropsStruct {
    return { name: 'FlinkSessionClusterProps', hints: { job: 'Use FlinkApplication for one job, or submit jobs to the session cluster with addJob()' } };
  }

  /** @internal */
  protected _system(): KubernetesSystem {
    return system().deploymentsSystem();
  }
}

/** Loaded with the first job that is submitted. */
function checks(): typeof import('../plan/checks/rest-tls') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../plan/checks/rest-tls');
}

/** Loaded with the first construct that it is for. */
function system(): typeof import('./deployments-system') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./deployments-system');
}
