import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest } from './manifest';
import { RestEndpoint } from './rest-endpoint';
import { renderSubmission, submissionProblems } from './submission';
import { JobOptions } from '../job';
import { ClusterModel } from '../plan/cluster-model';
import { stableJobId } from '../plan/job-plan';
import { NamesInUse } from '../plan/names-in-use';
import { nameOfId } from '../private/names';
import { complaint } from '../private/remedy';

/**
 * What a session job needs of its cluster.
 * @internal
 */
export interface SessionJobWiring {
  readonly job: JobOptions;
  readonly model: ClusterModel;
  readonly restService: RestEndpoint;
}

/**
 * A job that was submitted to a session cluster.
 *
 * Its Flink id is fixed: a submission that is tried again finds the job and leaves it alone. To change a job, stop it (with a
 * savepoint, if its state matters) and delete its Kubernetes Job; the next apply submits the new version.
 */
export class SessionJob extends Construct {
  /** @internal */
  public static _create(scope: Construct, id: string, wiring: SessionJobWiring): SessionJob {
    return new SessionJob(scope, id, wiring);
  }

  /** The name of the Kubernetes Job that submits it. */
  public readonly name: string;

  /** The job's Flink id. */
  public readonly jobId: string;

  /** The Kubernetes Job that submits it. */
  public readonly submission: ApiObject;

  private constructor(scope: Construct, id: string, wiring: SessionJobWiring) {
    super(scope, id);
    const { job, model } = wiring;
    const cluster = model.plan.name;
    this.name = `${cluster}-${nameOfId(id)}`;
    this.jobId = job.jobId?.toLowerCase() ?? stableJobId(cluster, nameOfId(id));
    const submission = { name: this.name, jobId: this.jobId, job, restService: wiring.restService.serviceName };
    const render = (): Manifest => renderSubmission(model.plan, submission);
    const { apiVersion, kind, metadata } = render();
    const { namespace } = Chart.of(this);
    const taken = `${kind} ${this.name}`;
    NamesInUse.of(this).take(namespace, taken, this.node.path);
    this.submission = new ApiObject(this, 'Resource', { apiVersion, kind, metadata, spec: Lazy.any({ produce: () => render().spec }) });
    this.node.addValidation({
      validate: () => [
        ...submissionProblems(model.plan, submission),
        ...this.twinProblems(scope),
        ...[NamesInUse.of(this).clash(namespace, taken, this.node.path)].filter((clash) => clash !== undefined),
      ],
    });
  }

  /** A submission that finds its id taken goes away content, and its job never runs. */
  private twinProblems(cluster: Construct): string[] {
    const twin = cluster.node.children.find((child) => child instanceof SessionJob && child.name !== this.name && child.jobId === this.jobId);
    return twin ? [complaint(`its Flink id ${this.jobId} is that of '${twin.node.path}', too: the one that is submitted second would never run`, 'Give it another jobId, or leave it out')] : [];
  }
}
