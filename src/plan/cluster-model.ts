import { IConstruct } from 'constructs';
import { NamesInUse } from './names-in-use';
import { ClusterPlan, RoleName } from './plan';
import { planCluster } from './plan-cluster';
import { PlanOptions, PlanTarget } from './plan-options';
import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { PodOptions } from '../pod';

/**
 * What a cluster's construct remembers: its options, and everything said to it since. The plan follows from both, and is made again
 * only when something was said.
 */
export class ClusterModel {
  public readonly configuration: FlinkConfiguration;
  private readonly features: IFlinkFeature[] = [];
  private readonly pods: { [role in RoleName]: PodOptions[] } = { jobManager: [], taskManager: [] };
  private readonly acknowledged = new Set<string>();
  private readonly told = new Set<string>();
  private made?: ClusterPlan;

  public constructor(
    private readonly owner: IConstruct,
    private readonly options: PlanOptions,
    private readonly target: PlanTarget,
  ) {
    this.configuration = FlinkConfiguration._create(owner.node.path, () => this.plan.configuration.toMap(), () => this.changed());
    NamesInUse.of(owner).take(target.namespace, this.identity, owner.node.path);
  }

  /** What no two clusters of a namespace can have, whatever systems run them: Flink finds jobs and leaders by it. */
  private get identity(): string {
    return `Flink cluster ${this.target.name}`;
  }

  /**
   * Why the cluster or one of its objects cannot have its name. One clash says enough: the other names begin with the same.
   *
   * @param objects what the system has taken, for example `Deployment orders-jobmanager`.
   */
  public clash(objects: string[]): string[] {
    const names = NamesInUse.of(this.owner);
    const { path } = this.owner.node;
    const clashes = [...objects, this.identity].map((name) => names.clash(this.target.namespace, name, path));
    return clashes.filter((clash) => clash !== undefined).slice(0, 1);
  }

  /** The plan of everything that was said up to now. */
  public get plan(): ClusterPlan {
    this.made ??= planCluster(this.owner.node.path, {
      ...this.options,
      edits: this.configuration._edits,
      addedFeatures: this.features,
      addedToJobManager: this.pods.jobManager,
      addedToTaskManager: this.pods.taskManager,
    }, this.target);
    return this.made;
  }

  public addFeature(feature: IFlinkFeature): void {
    this.features.push(feature);
    this.changed();
  }

  public addPod(role: RoleName, pod: PodOptions): void {
    this.pods[role].push(pod);
    this.changed();
  }

  public acknowledge(warning: string): void {
    this.acknowledged.add(warning);
  }

  /** Warnings that nobody has acknowledged, as text that begins with their name. */
  public get warnings(): string[] {
    return this.plan.warnings.filter(({ id }) => !this.acknowledged.has(id)).map(({ id, text }) => `${id}: ${text}`);
  }

  /** Tells each warning once, however many charts are synthesized. */
  public tell(): void {
    for (const warning of this.warnings.filter((w) => !this.told.has(w))) {
      this.told.add(warning);
      process.stderr.write(`[${this.owner.node.path}] warning ${warning}\n`);
    }
  }

  private changed(): void {
    this.made = undefined;
  }
}
