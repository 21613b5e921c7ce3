import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { CheckedOptions } from '../plan/checked-options';
import { ClusterPlan, RoleName } from '../plan/plan';
import { AddedPod, PlanOptions } from '../plan/plan-options';
import { PlanTarget } from '../plan/plan-target';
import { PlanFinding } from '../private/findings';

/** The options of a cluster's construct and everything that was added since. The plan follows from both, and is made again only after a change. */
export class ClusterModel {
  public readonly configuration: FlinkConfiguration;
  private readonly features: IFlinkFeature[] = [];
  private readonly pods: { readonly [role in RoleName]: AddedPod[] } = { jobManager: [], taskManager: [] };
  private readonly propFindings: PlanFinding[];
  private planned?: ClusterPlan;

  /** @param checked the options, which are checked once: what follows is checked when it is added. */
  public constructor(
    private readonly path: string,
    private readonly checked: CheckedOptions<PlanOptions>,
    private readonly target: PlanTarget,
    private readonly onChange: () => void,
  ) {
    this.propFindings = [...checked.findings];
    this.configuration = FlinkConfiguration._create(path, () => this.plan.configuration.toMap(), () => this.changed());
  }

  /** The plan of everything that was added up to now. */
  public get plan(): ClusterPlan {
    this.planned ??= planning().planCluster(this.path, {
      ...this.checked.options,
      edits: this.configuration._edits,
      addedFeatures: this.features,
      addedToJobManager: this.pods.jobManager,
      addedToTaskManager: this.pods.taskManager,
    }, this.target);
    return this.planned;
  }

  /** Whether a plan was made of what the user has set; otherwise only the props are worth reporting. */
  public get complete(): boolean {
    return this.checked.complete;
  }

  /** What is wrong with the props and everything that was added, and with the plan that is made of them. */
  public get findings(): PlanFinding[] {
    return this.complete ? [...this.propFindings, ...this.plan.findings] : this.propFindings;
  }

  public addFeature(feature: IFlinkFeature): void {
    this.features.push(feature);
    this.changed();
  }

  /** @param findings what was wrong with the pod, and was left out. */
  public addPod(role: RoleName, pod: AddedPod, findings: PlanFinding[]): void {
    this.pods[role].push(pod);
    this.propFindings.push(...findings);
    this.changed();
  }

  private changed(): void {
    this.planned = undefined;
    this.onChange();
  }
}

/** Planning is a third of the library: it is loaded with the first plan, and not with the library. */
function planning(): typeof import('../plan/plan-cluster') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../plan/plan-cluster');
}
