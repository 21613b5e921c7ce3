import { ApiObject, JsonPatch } from 'cdk8s';
import { INetworkPolicyPeer, IPodSelector, IScalable, k8s, NetworkPolicyPeerConfig, PodSelectorConfig, ScalingTarget } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ClusterModel } from '../plan/cluster-model';
import { RoleName, RolePlan } from '../plan/plan';
import { PodOptions } from '../pod';
import { wrong } from '../private/remedy';

/**
 * By which labels a role's pods are found.
 * @internal
 */
export interface PodSelection {
  readonly labels: { [name: string]: string };
  /** For a role that shares its pod template: labels that only the other role's pods have. */
  readonly without?: { [name: string]: string };
}

/**
 * What a role is told by the cluster it belongs to.
 * @internal
 */
export interface RoleWiring {
  readonly model: ClusterModel;
  readonly namespace?: string;
  readonly selection: PodSelection;
  /** The object that makes the pods. */
  readonly workload: () => ApiObject;
}

/** What both roles have in common; jsii shows it in each of them. */
abstract class FlinkRole extends Construct implements IPodSelector, INetworkPolicyPeer {
  /** @internal */
  public readonly _patches: JsonPatch[] = [];
  /** @internal */
  protected readonly _wiring: RoleWiring;
  private readonly role: RoleName;

  protected constructor(scope: Construct, id: string, role: RoleName, wiring: RoleWiring) {
    super(scope, id);
    this.role = role;
    this._wiring = wiring;
  }

  /**
   * The labels by which Services and policies find the pods. They depend on the cluster's name alone.
   *
   * In an indexed Job those of the TaskManagers are the JobManager's, too: a Service, which cannot leave pods out, finds all of them.
   */
  public get labels(): { [name: string]: string } {
    return { ...this._wiring.selection.labels };
  }

  /** How many pods there are. */
  public get replicas(): number {
    return this._plan.replicas;
  }

  /** The Flink configuration as this role reads it: what both read, with the role's own on top. */
  public get configuration(): { [option: string]: string } {
    return this._plan.configuration.toMap();
  }

  /** How the process divides its memory: the text that Flink logs when it starts, or why it would refuse to. */
  public describe(): string {
    return this._plan.memoryBreakdown;
  }

  /** The object that makes the pods: a Deployment, a StatefulSet or a Job. */
  public get workload(): ApiObject {
    return this._wiring.workload();
  }

  /** Adds labels to the pods. */
  public addPodLabels(labels: { [name: string]: string }): void {
    this.add({ labels });
  }

  /** Adds annotations to the pods. */
  public addPodAnnotations(annotations: { [name: string]: string }): void {
    this.add({ annotations });
  }

  /** Adds environment to Flink's container. */
  public addEnv(...variables: k8s.EnvVar[]): void {
    this.add({ env: variables });
  }

  /**
   * Adds a volume to the pods.
   *
   * @param mounts where Flink's container sees it.
   */
  public addVolume(volume: k8s.Volume, ...mounts: k8s.VolumeMount[]): void {
    this.add({ volumes: [volume], mounts });
  }

  /** Adds a container beside Flink's. */
  public addSidecar(container: k8s.Container): void {
    this.add({ sidecars: [container] });
  }

  /** Adds a container that runs to its end before Flink starts. */
  public addInitContainer(container: k8s.Container): void {
    this.add({ initContainers: [container] });
  }

  /**
   * Changes the manifest of the workload itself, last of all. For what nothing else offers.
   *
   * @param patches RFC 6902 operations, for example `JsonPatch.add('/spec/template/spec/hostNetwork', true)`.
   */
  public addJsonPatch(...patches: JsonPatch[]): void {
    this._patches.push(...patches);
    this.workload.addJsonPatch(...patches);
  }

  /** How cdk8s-plus selects the pods. */
  public toPodSelectorConfig(): PodSelectorConfig {
    const { LabelSelector, LabelExpression } = plus();
    const { labels, without = {} } = this._wiring.selection;
    const expressions = Object.entries(without).map(([label, text]) => LabelExpression.notIn(label, [text]));
    return {
      labelSelector: LabelSelector.of({ labels, expressions }),
      namespaces: this._wiring.namespace ? { names: [this._wiring.namespace] } : undefined,
    };
  }

  /** How cdk8s-plus' network policies know the pods. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The role is a pod selector itself. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /** @internal */
  protected get _plan(): RolePlan {
    return this._wiring.model.plan[this.role];
  }

  private add(pod: PodOptions): void {
    this._wiring.model.addPod(this.role, pod);
  }
}

/**
 * The JobManager of a cluster: its pods, and what you add to them.
 *
 * It is a pod selector and a network policy peer of cdk8s-plus, so it can be handed to network policies and their like.
 */
export class JobManagerRole extends FlinkRole {
  /** @internal */
  public static _create(scope: Construct, id: string, wiring: RoleWiring): JobManagerRole {
    return new JobManagerRole(scope, id, wiring);
  }

  private constructor(scope: Construct, id: string, wiring: RoleWiring) {
    super(scope, id, 'jobManager', wiring);
  }
}

/**
 * The TaskManagers of a cluster: their pods, and what you add to them.
 *
 * They are a pod selector and a network policy peer of cdk8s-plus, and they scale: hand them to a `HorizontalPodAutoscaler`, and their
 * number is left out of the manifest.
 */
export class TaskManagerRole extends FlinkRole implements IScalable {
  /** @internal */
  public static _create(scope: Construct, id: string, wiring: RoleWiring): TaskManagerRole {
    return new TaskManagerRole(scope, id, wiring);
  }

  /** Whether an autoscaler counts the pods. */
  public hasAutoscaler: boolean = false;

  private constructor(scope: Construct, id: string, wiring: RoleWiring) {
    super(scope, id, 'taskManager', wiring);
  }

  /** Called by the autoscaler that takes over. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales. */
  public toScalingTarget(): ScalingTarget {
    const { kind, apiVersion, name } = this.workload;
    if (kind === 'Job') {
      throw wrong(this.node.path, 'the TaskManagers are pods of an indexed Job, whose number is fixed', 'Choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT, or scale an application');
    }
    const { Container, Cpu } = plus();
    const { cpu, fixedReplicas } = this._plan;
    const request = cpu.endsWith('m') ? Cpu.millis(Number(cpu.slice(0, -1))) : Cpu.units(Number(cpu));
    const container = new Container({ image: this._wiring.model.plan.image, resources: { cpu: { request } } });
    return { kind, apiVersion, name, containers: [container], replicas: fixedReplicas };
  }
}

/** cdk8s-plus takes longer to load than all of the rest, and most programs that deploy Flink need none of its classes. */
function plus(): typeof import('cdk8s-plus-27') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-plus-27');
}
