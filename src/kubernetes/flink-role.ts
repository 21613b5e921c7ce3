import { ApiObject, JsonPatch } from 'cdk8s';
import { INetworkPolicyPeer, IPodSelector, IScalable, k8s, NetworkPolicyPeerConfig, PodSelectorConfig, ScalingTarget } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ClusterModel } from './cluster-model';
import { WorkloadReference } from '../features/feature-objects';
import { FlinkPort } from '../features/flink-port';
import { RoleName, RolePlan } from '../plan/plan';
import { PodOptions } from '../pod';
import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';
import { checkProps } from '../props/check-props';

/**
 * What a role is told by the cluster it belongs to.
 * @internal
 */
export interface RoleContext {
  readonly model: ClusterModel;
  readonly namespace?: string;
  readonly selector: k8s.LabelSelector;
  /** The object that makes the pods, where there is one. */
  readonly workload: () => ApiObject | undefined;
  readonly scaleTarget: () => WorkloadReference | undefined;
  /** What to do where there is none. */
  readonly withoutScaleTarget?: string;
  /** Called after a change. */
  readonly changed: () => void;
}

/**
 * What both roles have in common; jsii shows it in each of them.
 *
 * What cdk8s-plus calls is declared twice. The second declaration makes a role assignable to the interfaces of every version of cdk8s-plus,
 * whose classes TypeScript tells apart by their private members. jsii reads the first, so that other languages see one method.
 */
abstract class FlinkRole extends Construct implements IPodSelector, INetworkPolicyPeer {
  /** @internal */
  protected readonly _context: RoleContext;
  private readonly role: RoleName;

  protected constructor(scope: Construct, id: string, role: RoleName, context: RoleContext) {
    super(scope, id);
    this.role = role;
    this._context = context;
  }

  /**
   * The labels by which Services and policies find the pods. They depend on the cluster's name alone.
   *
   * In an indexed Job the labels of the TaskManagers are also those of the JobManager: a Service, which cannot exclude pods, finds both.
   */
  public get labels(): { [name: string]: string } {
    return { ...this._context.selector.matchLabels };
  }

  /** The number of pods. */
  public get replicas(): number {
    return this._plan.replicas;
  }

  /** The ports on which the role's processes listen. */
  public get ports(): FlinkPort[] {
    return this._plan.ports.map(({ name, port, callers }) => ({ name, port, callers }));
  }

  /** The Flink configuration that this role reads: that of both roles, with the role's own options on top. */
  public get configuration(): { [option: string]: string } {
    return this._plan.configuration.toMap();
  }

  /** How the process divides its memory: the text that Flink logs at its start, or why it would not start. */
  public describe(): string {
    return this._plan.memoryBreakdown;
  }

  /**
   * The object that makes the pods: a Deployment, a StatefulSet or a Job.
   *
   * @throws an error when the system makes the pods itself, so that there is no such object among the manifests.
   */
  public get workload(): ApiObject {
    const workload = this._context.workload();
    if (workload) return workload;
    throw argumentError(this.node.path, 'workload-not-in-manifests', `${this._context.model.plan.platform} makes the pods itself, so that no manifest does`,
      "Change the pods with the role's methods, or patch the resource of the construct");
  }

  /** Adds labels to the pods. */
  public addPodLabels(labels: { [name: string]: string }): void {
    this.add('addPodLabels', { labels }, (given) => given);
  }

  /** Adds annotations to the pods. */
  public addPodAnnotations(annotations: { [name: string]: string }): void {
    this.add('addPodAnnotations', { annotations }, (given) => given);
  }

  /** Adds environment variables to Flink's container. */
  public addEnv(...variables: k8s.EnvVar[]): void {
    this.add('addEnv', { variables }, (given) => ({ env: given.variables }));
  }

  /**
   * Adds a volume to the pods.
   *
   * @param volume the volume.
   * @param mounts where Flink's container mounts it.
   */
  public addVolume(volume: k8s.Volume, ...mounts: k8s.VolumeMount[]): void {
    this.add('addVolume', { volume, mounts }, (given) => ({ volumes: given.volume ? [given.volume] : [], mounts: given.mounts }));
  }

  /** Adds a container that runs beside Flink's. */
  public addSidecar(container: k8s.Container): void {
    this.add('addSidecar', { container }, (given) => (given.container ? { sidecars: [given.container] } : {}));
  }

  /** Adds a container that runs to its end before Flink starts. */
  public addInitContainer(container: k8s.Container): void {
    this.add('addInitContainer', { container }, (given) => (given.container ? { initContainers: [given.container] } : {}));
  }

  /**
   * Changes the manifest of the workload, after everything else. Use it where no prop and no method exists.
   *
   * @param patches RFC 6902 operations, for example `JsonPatch.add('/spec/template/spec/hostNetwork', true)`.
   * @throws an error when the system makes the pods itself.
   */
  public addJsonPatch(...patches: JsonPatch[]): void {
    checkArguments(`${this.className}.addJsonPatch`, { patches }, this.node.path);
    this.workload.addJsonPatch(...patches);
  }

  /** Selects the pods for cdk8s-plus. */
  public toPodSelectorConfig(): PodSelectorConfig;
  public toPodSelectorConfig(): any;
  public toPodSelectorConfig(): PodSelectorConfig {
    const { LabelSelector, LabelExpression } = plus();
    const { matchExpressions = [] } = this._context.selector;
    const expressions = matchExpressions.map(({ key, values }) => LabelExpression.notIn(key, values ?? []));
    return {
      labelSelector: LabelSelector.of({ labels: this.labels, expressions }),
      namespaces: this._context.namespace ? { names: [this._context.namespace] } : undefined,
    };
  }

  /** Selects the pods for network policies of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig;
  public toNetworkPolicyPeerConfig(): any;
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The role is a pod selector itself. */
  public toPodSelector(): IPodSelector | undefined;
  public toPodSelector(): any;
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /** @internal */
  protected get _plan(): RolePlan {
    return this._context.model.plan[this.role];
  }

  /** The class as other languages and the structs know it. */
  private get className(): string {
    return this.role === 'jobManager' ? 'JobManagerRole' : 'TaskManagerRole';
  }

  /** Adds what a method was given, as far as it can be used. */
  private add<T>(method: string, args: T, toPod: (given: Partial<T>) => PodOptions): void {
    const { cleaned, findings } = checkProps<T>(`${this.className}.${method}`, args, { where: `${this.role}.${method}()` });
    this._context.model.addPod(this.role, { owner: `${this.role}.${method}()`, pod: toPod(cleaned) }, findings);
    this._context.changed();
  }
}

/**
 * The JobManager of a cluster.
 *
 * It is a pod selector and a network policy peer of cdk8s-plus.
 */
export class JobManagerRole extends FlinkRole {
  /** @internal */
  public static _create(scope: Construct, id: string, context: RoleContext): JobManagerRole {
    return new JobManagerRole(scope, id, context);
  }

  private constructor(scope: Construct, id: string, context: RoleContext) {
    super(scope, id, 'jobManager', context);
  }
}

/**
 * The TaskManagers of a cluster.
 *
 * They are a pod selector and a network policy peer of cdk8s-plus, and a target of its `HorizontalPodAutoscaler`: their number is then
 * left out of the manifest.
 */
export class TaskManagerRole extends FlinkRole implements IScalable {
  /** @internal */
  public static _create(scope: Construct, id: string, context: RoleContext): TaskManagerRole {
    return new TaskManagerRole(scope, id, context);
  }

  /** Whether an autoscaler sets the number of pods. */
  public hasAutoscaler: boolean = false;

  private constructor(scope: Construct, id: string, context: RoleContext) {
    super(scope, id, 'taskManager', context);
  }

  /** Called by the autoscaler that scales the pods. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
    this._context.changed();
  }

  /**
   * The object that an autoscaler scales.
   *
   * @throws an error when the number of TaskManagers cannot be changed, or Flink itself changes it.
   */
  public toScalingTarget(): ScalingTarget;
  public toScalingTarget(): any;
  public toScalingTarget(): ScalingTarget {
    const target = this._context.scaleTarget();
    if (!target) {
      throw argumentError(this.node.path, 'not-scalable', `${this._context.model.plan.platform} has no object whose number of replicas is that of the TaskManagers`,
        this._context.withoutScaleTarget ?? 'Leave the autoscaler out, and set taskManager.replicas');
    }
    const { Container, Cpu } = plus();
    const { cpu, fixedReplicas } = this._plan;
    const request = cpu.endsWith('m') ? Cpu.millis(Number(cpu.slice(0, -1))) : Cpu.units(Number(cpu));
    const container = new Container({ image: this._context.model.plan.image, resources: { cpu: { request } } });
    return { ...target, containers: [container], replicas: fixedReplicas };
  }
}

/** cdk8s-plus takes longer to load than everything else, and most programs that deploy Flink use none of its classes. */
function plus(): typeof import('cdk8s-plus-27') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-plus-27');
}
