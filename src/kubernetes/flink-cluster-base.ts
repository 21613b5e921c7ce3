import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkAcknowledgement, unusedAcknowledgements } from './acknowledgement';
import { ClusterModel } from './cluster-model';
import { checkedScope } from './construct-arguments';
import { IFlinkCluster } from './flink-cluster';
import { FlinkFindings } from './flink-findings';
import { JobManagerRole, TaskManagerRole } from './flink-role';
import { featureManifests, Manifests } from './manifest';
import { ManifestTree } from './manifest-tree';
import { NamesInUse } from './names-in-use';
import { objectConflicts } from './object-conflicts';
import { Permissions } from './permissions';
import { RestEndpoint } from './rest-endpoint';
import { KubernetesSystem } from './system';
import { FlinkClusterOptions } from '../cluster';
import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { Finding, FindingSeverity } from '../finding';
import { checkedOptions, PropsStruct } from '../plan/checked-options';
import { ClusterPlan, RoleName } from '../plan/plan';
import { PlanTarget } from '../plan/plan-target';
import { PlanFinding } from '../private/findings';
import { nameOfId } from '../private/names';
import { checkArguments } from '../props/check-arguments';

/**
 * A Flink cluster on Kubernetes: what the constructs of all systems have in common. Only the constructs of this library extend it.
 */
export abstract class FlinkClusterBase extends Construct implements IFlinkCluster {
  /** The cluster's name. The names of its objects begin with it, and high availability services know the cluster by it. */
  public readonly name: string;

  /** The Flink configuration: the effective options, and methods to set and replace them. */
  public readonly configuration: FlinkConfiguration;

  /** The JobManager. */
  public readonly jobManager: JobManagerRole;

  /** The TaskManagers. */
  public readonly taskManager: TaskManagerRole;

  /** The Service of the REST API and the web UI. */
  public readonly restService: RestEndpoint;

  /** @internal */
  protected readonly _model: ClusterModel;
  /** @internal */
  protected readonly _tree: ManifestTree;
  private readonly system: KubernetesSystem;
  private readonly target: PlanTarget;
  private readonly names: NamesInUse;
  private readonly acknowledged = new Map<string, string | undefined>();
  private rendered?: { readonly plan: ClusterPlan; readonly autoscaled: boolean; readonly manifests: Manifests };
  private found?: { readonly plan: ClusterPlan; readonly namesVersion: number; readonly findings: Finding[] };

  protected constructor(scope: Construct, id: string, props: FlinkClusterOptions) {
    super(checkedScope(new.target.name, scope, id), id);
    const { namespace } = Chart.of(this);
    const checked = checkedOptions<FlinkClusterOptions>(this._struct(), props);
    this.name = checked.options.name ?? nameOfId(id);
    this.system = this._system(checked.options);
    this.target = this.system.target(this.name, namespace);
    this._model = new ClusterModel(this.node.path, checked, this.target, () => this._changed());
    this.configuration = this._model.configuration;
    this.names = NamesInUse.of(this);
    this.names.take(namespace, this.identity, this.node.path);
    // Children in the order in which their objects are best applied.
    new Construct(this, 'Config');
    this.jobManager = JobManagerRole._create(this, 'JobManager', this.roleContext('jobManager', namespace));
    this.taskManager = TaskManagerRole._create(this, 'TaskManager', this.roleContext('taskManager', namespace));
    this.restService = RestEndpoint._create(this, 'Rest', () => this._model.plan, () => this.object(this.system.restService));
    // Features can add objects later: no job and no construct of a user's must have their place.
    new Construct(this, 'Objects');
    this._tree = new ManifestTree(this, () => this.manifests());
    this._tree.synchronize();
    FlinkFindings.of(this)._register({ node: this.node, prepare: () => this._tree.synchronize(), findings: () => this.findings });
  }

  /** What the pods may do at the Kubernetes API, and by which ServiceAccounts. */
  public get permissions(): Permissions {
    return Permissions._of(this._model.plan);
  }

  /** What is wrong with the cluster, and what works with a consequence that should be known. Acknowledged warnings are included. */
  public get findings(): Finding[] {
    this._tree.synchronize();
    const { plan } = this._model;
    if (this.found?.plan !== plan || this.found.namesVersion !== this.names.version) {
      const ofConstruct = this._model.complete ? [...(this.system.check?.(plan) ?? []), ...this._check(plan)] : [];
      const findings = [...this._model.findings, ...ofConstruct, ...objectConflicts(plan, this.manifests()), ...this.nameConflicts()];
      const unused = unusedAcknowledgements(this.acknowledged.keys(), findings, 'the cluster');
      this.found = { plan, namesVersion: this.names.version, findings: [...findings, ...unused].map((finding) => this.placed(finding)) };
    }
    const app = FlinkFindings.of(this);
    return this.found.findings.map((finding) => app._judged(finding));
  }

  /**
   * Adds a feature.
   *
   * @param feature the feature.
   */
  public addFeature(feature: IFlinkFeature): void {
    checkArguments('FlinkClusterBase.addFeature', { feature }, this.node.path);
    this._model.addFeature(feature);
  }

  /**
   * Acknowledges a warning, so that it is neither printed nor treated as an error.
   *
   * @param id the id of the warning, for example `no-high-availability`.
   * @param reason why it is acceptable. It appears in reports.
   */
  public acknowledge(id: string, reason?: string): void {
    checkAcknowledgement('FlinkClusterBase.acknowledge', { id, reason }, this.node.path);
    this.acknowledged.set(id, reason);
    this._changed();
  }

  /**
   * The struct of the construct's props. Called by the constructor.
   * @internal
   */
  protected abstract _struct(): PropsStruct;

  /**
   * The system that runs the cluster. Called by the constructor.
   * @internal
   */
  protected abstract _system(props: FlinkClusterOptions): KubernetesSystem;

  /**
   * What the construct alone can find.
   * @internal
   */
  protected _check(_plan: ClusterPlan): PlanFinding[] {
    return [];
  }

  /** What no two clusters of a namespace can have, whatever systems run them: Flink finds jobs and leaders by it. */
  private get identity(): string {
    return `Flink cluster ${this.name}`;
  }

  private placed(finding: PlanFinding): Finding {
    const acknowledged = finding.severity === FindingSeverity.WARNING && this.acknowledged.has(finding.id);
    return { ...finding, path: this.node.path, ...(acknowledged ? { acknowledged, reason: this.acknowledged.get(finding.id) } : {}) };
  }

  /** One conflict is enough: the names of the other objects begin alike. */
  private nameConflicts(): PlanFinding[] {
    const { namespace } = this.target;
    const all = [...this._tree.names, this.identity].map((name) => this.names.conflict(namespace, name, this.node.path));
    return all.filter((conflict) => conflict !== undefined).slice(0, 1);
  }

  private roleContext(role: RoleName, namespace?: string) {
    return {
      model: this._model,
      namespace,
      selector: this.target.places.podSelector(role),
      workload: () => this.object(this.system.workload(role, this.manifests())),
      scaleTarget: () => this.target.places.scaleTarget(role, this._model.plan),
      withoutScaleTarget: this.target.places.withoutScaleTarget,
      changed: () => this._changed(),
    };
  }

  private object(path: string | undefined): ApiObject | undefined {
    this._tree.synchronize();
    return path === undefined ? undefined : this._tree.object(path);
  }

  private manifests(): Manifests {
    const { plan } = this._model;
    const autoscaled = this.taskManager.hasAutoscaler;
    if (this.rendered?.plan !== plan || this.rendered.autoscaled !== autoscaled) {
      this.rendered = { plan, autoscaled, manifests: { ...this.system.render(plan, { autoscaled }), ...featureManifests(plan) } };
    }
    return this.rendered.manifests;
  }

  /** @internal */
  protected _changed(): void {
    this.found = undefined;
    FlinkFindings.of(this)._changed();
  }
}
