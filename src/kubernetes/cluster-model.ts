import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { ClusterPlan, RoleName } from '../plan/plan';
import { planCluster } from '../plan/plan-cluster';
import { PlanOptions } from '../plan/plan-options';
import { PlanTarget } from '../plan/plan-target';
import { PodOptions } from '../pod';

/** The options of a cluster's construct and everything that was added since. The plan follows from both, and is made again only after a change. */
export class ClusterModel {
  public readonly configuration: FlinkConfiguration;
  private readonly features: IFlinkFeature[] = [];
  private readonly pods: { readonly [role in RoleName]: PodOptions[] } = { jobManager: [], taskManager: [] };
  private planned?: ClusterPlan;

  public constructor(
    private readonly path: string,
    private readonly options: PlanOptions,
    private readonly target: PlanTarget,
    private readonly onChange: () => void,
  ) {
    this.configuration = FlinkConfiguration._create(path, () => this.plan.configuration.toMap(), () => this.changed());
  }

  /** The plan of everything that was added up to now. */
  public get plan(): ClusterPlan {
    this.planned ??= planCluster(this.path, {
      ...this.options,
      edits: this.configuration._edits,
      addedFeatures: this.features,
      addedToJobManager: this.pods.jobManager,
      addedToTaskManager: this.pods.taskManager,
    }, this.target);
    return this.planned;
  }

  public addFeature(feature: IFlinkFeature): void {
    this.features.push(feature);
    this.changed();
  }

  public addPod(role: RoleName, pod: PodOptions): void {
    this.pods[role].push(pod);
    this.changed();
  }

  private changed(): void {
    this.planned = undefined;
    this.onChange();
  }
}
