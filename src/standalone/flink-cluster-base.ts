import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { argumentProblems } from './arguments';
import { JobManagerRole, PodSelection, TaskManagerRole } from './flink-role';
import { Manifest, Manifests } from './manifest';
import { Permissions } from './permissions';
import { RestEndpoint } from './rest-endpoint';
import { restServiceName } from './services';
import { workloadProblems } from './workload-problems';
import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { Platform } from '../features/platform';
import { ClusterModel } from '../plan/cluster-model';
import { NamesInUse } from '../plan/names-in-use';
import { ClusterPlan } from '../plan/plan';
import { PlanOptions } from '../plan/plan-options';
import { nameOfId } from '../private/names';

/** What a kind of standalone cluster adds to what all have in common. */
export interface StandaloneKind {
  /** The Service by which TaskManagers find the JobManager. */
  readonly jobManagerAddress: (name: string) => string;
  readonly features?: IFlinkFeature[];
  /** How each role's pods are found. */
  readonly selection: (name: string, role: 'jobmanager' | 'taskmanager') => PodSelection;
  /** The objects. */
  readonly render: (plan: ClusterPlan, autoscaled: boolean) => Manifests;
  /** What this kind cannot do. */
  readonly problems?: (plan: ClusterPlan) => string[];
}

/**
 * What all standalone clusters have in common: they plan, and keep one `ApiObject` for each object of the plan.
 * @internal
 */
export abstract class FlinkClusterBase extends Construct {
  /** The cluster's name, with which the names of all its objects begin. */
  public readonly name: string;

  /** The Flink configuration: what is effective, and what you add to it or force. */
  public readonly configuration: FlinkConfiguration;

  /** The JobManager. */
  public readonly jobManager: JobManagerRole;

  /** The TaskManagers. */
  public readonly taskManager: TaskManagerRole;

  /** Where the REST API and the UI are. */
  public readonly restService: RestEndpoint;

  /** @internal */
  protected readonly _model: ClusterModel;
  private readonly kind: StandaloneKind;
  private readonly objects = new Map<string, ApiObject>();
  private rendered?: { readonly plan: ClusterPlan; readonly autoscaled: boolean; readonly manifests: Manifests };

  /** @internal */
  protected constructor(scope: Construct, id: string, options: PlanOptions, kind: StandaloneKind) {
    super(scope, id);
    this.name = options.name ?? nameOfId(id);
    this.kind = kind;
    const { namespace } = Chart.of(this);
    this._model = new ClusterModel(this, options, {
      platform: Platform.KUBERNETES,
      name: this.name,
      namespace,
      jobManagerAddress: kind.jobManagerAddress(this.name),
      features: kind.features ?? [],
    });
    this.configuration = this._model.configuration;
    const wiring = (role: 'jobmanager' | 'taskmanager', workload: string) => ({
      model: this._model,
      namespace,
      selection: kind.selection(this.name, role),
      workload: () => this.object(workload),
    });
    const taskManagerWorkload = () => (this.objects.has('TaskManager/Resource') ? 'TaskManager/Resource' : 'JobManager/Resource');
    // Children in the order in which their objects are best applied.
    new Construct(this, 'Config');
    this.jobManager = JobManagerRole._create(this, 'JobManager', wiring('jobmanager', 'JobManager/Resource'));
    this.taskManager = TaskManagerRole._create(this, 'TaskManager', {
      ...wiring('taskmanager', 'TaskManager/Resource'),
      workload: () => this.object(taskManagerWorkload()),
    });
    this.restService = RestEndpoint._create(this, 'Rest', restServiceName(this.name), options.ports?.rest ?? 8081, namespace);
    this.synchronize();
    this.node.addValidation({ validate: () => this.complaints() });
  }

  /** The ConfigMap with Flink's configuration and logging files. */
  public get configMap(): ApiObject {
    return this.object('Config/Resource');
  }

  /** What the pods may do at the Kubernetes API, and as whom. */
  public get permissions(): Permissions {
    return Permissions._of(this._model.plan);
  }

  /**
   * What works but should be known. They are printed once when the app is synthesized; each begins with a name under which it can be
   * acknowledged.
   */
  public get warnings(): string[] {
    return this._model.warnings;
  }

  /** Adds a concern of your own. */
  public addFeature(feature: IFlinkFeature): void {
    this._model.addFeature(feature);
    this.synchronize();
  }

  /**
   * Silences a warning that you know of.
   *
   * @param warning its name, for example `no-high-availability`.
   */
  public acknowledgeWarning(warning: string): void {
    this._model.acknowledge(warning);
  }

  /** Objects of the plan and constructs of the tree, in step: a feature that comes later may bring objects, take them away or replace them. */
  private synchronize(): void {
    const manifests = this.manifests();
    for (const [path, object] of this.objects) {
      if (manifests[path]?.kind === object.kind) continue;
      object.node.scope!.node.tryRemoveChild(object.node.id);
      this.objects.delete(path);
    }
    for (const [path, manifest] of Object.entries(manifests)) {
      if (!this.objects.has(path)) this.objects.set(path, this.create(path, manifest));
    }
  }

  private create(path: string, manifest: Manifest): ApiObject {
    const [child, id] = path.split('/');
    const { apiVersion, kind, metadata, ...content } = manifest;
    const lazy = Object.fromEntries(Object.keys(content).map((field) => [field, Lazy.any({ produce: () => this.manifests()[path][field] })]));
    NamesInUse.of(this).take(Chart.of(this).namespace, `${kind} ${metadata.name}`, this.node.path);
    const parent = this.node.findChild(child);
    const object = new ApiObject(parent, id, { apiVersion, kind, metadata, ...lazy });
    // One that replaces another is patched as that was.
    if (id === 'Resource') object.addJsonPatch(...[this.jobManager, this.taskManager].find((role) => role === parent)?._patches ?? []);
    return object;
  }

  private object(path: string): ApiObject {
    return this.objects.get(path)!;
  }

  private manifests(): Manifests {
    const { plan } = this._model;
    const autoscaled = this.taskManager.hasAutoscaler;
    if (this.rendered?.plan !== plan || this.rendered.autoscaled !== autoscaled) {
      this.rendered = { plan, autoscaled, manifests: this.kind.render(plan, autoscaled) };
    }
    return this.rendered.manifests;
  }

  private complaints(): string[] {
    const { plan } = this._model;
    this._model.tell();
    // An option that was set late may be one on which a feature's objects depend.
    this.synchronize();
    const clash = this._model.clash([...this.objects.values()].map((object) => `${object.kind} ${object.name}`));
    return [...plan.problems, ...argumentProblems(plan), ...workloadProblems(plan), ...(this.kind.problems?.(plan) ?? []), ...clash];
  }
}
