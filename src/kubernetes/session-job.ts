import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { ClusterModel } from './cluster-model';
import { FlinkFindings } from './flink-findings';
import { Manifests } from './manifest';
import { ManifestTree } from './manifest-tree';
import { NamesInUse } from './names-in-use';
import type { Submission } from './submission';
import { Finding } from '../finding';
import { JobOptions } from '../job';
import { checkedJob, CheckedOptions } from '../plan/checked-options';
import { ClusterPlan } from '../plan/plan';
import { stableJobId } from '../plan/plan-job';
import { PlanFinding, problem } from '../private/findings';
import { nameOfId } from '../private/names';

/** Where the Kubernetes Job stands below the construct. */
const RESOURCE = 'Resource';

/**
 * A job that was submitted to a session cluster.
 *
 * Its Flink id is fixed: a submission that is repeated while the job runs finds the job and leaves it alone. To change a job, stop it first
 * (with a savepoint, if its state matters); what is applied then is another Kubernetes Job, which submits the new version.
 *
 * What is submitted is the image, the command line, and everything else in the template of the pod that submits, patches included: a change of
 * it is a submission under another name. `labels` and `annotations` of the cluster are only on the Kubernetes Job itself, and submit nothing.
 *
 * The Kubernetes Job is deleted a day after it completed, that of a bounded job after a week. A bounded job that has ended runs again when its
 * Kubernetes Job is created again and Flink has forgotten it, as it does when the JobManager restarts: remove such a job from the program when
 * it has ended.
 */
export class SessionJob extends Construct {
  /** @internal */
  public static _create(scope: Construct, id: string, job: JobOptions, model: ClusterModel): SessionJob {
    return new SessionJob(scope, id, job, model);
  }

  /** The Flink id of the job. */
  public readonly jobId: string;

  private readonly id: string;
  private readonly checked: CheckedOptions<JobOptions>;
  private readonly tree: ManifestTree;
  private readonly names: NamesInUse;
  private found?: { readonly manifests: Manifests; readonly namesVersion: number; readonly findings: Finding[] };
  private rendered?: { readonly plan: ClusterPlan; readonly patches: JsonPatch[]; readonly manifests: Manifests };

  private constructor(scope: Construct, id: string, job: JobOptions, private readonly model: ClusterModel) {
    super(scope, id);
    this.checked = checkedJob(job);
    const cluster = model.plan.name;
    this.id = nameOfId(id);
    this.jobId = this.checked.options.jobId?.toLowerCase() ?? stableJobId(cluster, this.id);
    this.names = NamesInUse.of(this);
    this.names.take(this.namespace, this.identity, this.node.path);
    this.tree = new ManifestTree(this, () => this.manifests());
    this.tree.synchronize();
    FlinkFindings.of(this)._register({ node: this.node, prepare: () => this.tree.synchronize(), findings: () => this.findings });
  }

  /** The name of the Kubernetes Job that submits it. It ends with a digest of what is submitted. */
  public get name(): string {
    return this.manifests()[RESOURCE].metadata.name;
  }

  /** The Kubernetes Job that submits it. */
  public get submission(): ApiObject {
    this.tree.synchronize();
    return this.tree.object(RESOURCE)!;
  }

  /** What is wrong with the job. */
  public get findings(): Finding[] {
    this.tree.synchronize();
    const manifests = this.manifests();
    if (this.found?.manifests !== manifests || this.found.namesVersion !== this.names.version) {
      this.found = { manifests, namesVersion: this.names.version, findings: this.find() };
    }
    const app = FlinkFindings.of(this);
    return this.found.findings.map((finding) => app._judged(finding));
  }

  /**
   * The slots that the job occupies.
   * @internal
   */
  public get _slots(): number {
    return this.checked.options.parallelism ?? Number(this.model.plan.configuration.text('parallelism.default') ?? 1);
  }

  private find(): Finding[] {
    const { path } = this.node;
    const conflicts = this.tree.names.map((name) => this.names.conflict(this.namespace, name, path)).filter((conflict) => conflict !== undefined);
    const ofSubmission = this.checked.complete && this.model.complete ? submitting().checkSubmission(this.model.plan, this.described, this.name) : [];
    const findings = [...this.checked.findings, ...ofSubmission, ...(conflicts.length ? conflicts : this.idConflict())];
    return findings.map((finding) => ({ ...finding, path }));
  }

  private get namespace(): string | undefined {
    return Chart.of(this).namespace;
  }

  private get identity(): string {
    return `Flink job ${this.jobId} of ${this.model.plan.name}`;
  }

  private get described(): Submission {
    return { id: this.id, jobId: this.jobId, job: this.checked.options };
  }

  private manifests(): Manifests {
    const { plan } = this.model;
    const patches = this.tree.patchesOf(RESOURCE);
    if (this.rendered?.plan !== plan || this.rendered.patches !== patches) {
      this.rendered = { plan, patches, manifests: { [RESOURCE]: submitting().renderSubmission(plan, this.described, patches) } };
    }
    return this.rendered.manifests;
  }

  /** A submission that finds its id taken succeeds, and its job never runs. */
  private idConflict(): PlanFinding[] {
    return this.names.conflict(this.namespace, this.identity, this.node.path) ? [problem('duplicate-job-id',
      `its Flink id ${this.jobId} is that of another job of the cluster, too: the one that is submitted second would never run`, 'Give it another jobId, or leave it out', 'job.jobId')] : [];
  }
}

/** Loaded with the first job that is submitted. */
function submitting(): typeof import('./submission') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./submission');
}
