import { Manifests } from './manifest';
import { ClusterPlan, RoleName } from '../plan/plan';
import { PlanTarget } from '../plan/plan-target';
import { PlanFinding } from '../private/findings';

/**
 * A system that runs Flink on Kubernetes, as its folder describes it to the base class of its constructs.
 * @internal
 */
export interface KubernetesSystem {
  /** What the system can express and decides, for a cluster of a name in a namespace. */
  readonly target: (name: string, namespace?: string) => PlanTarget;
  /** The objects of a plan. */
  readonly render: (plan: ClusterPlan, state: RenderState) => Manifests;
  /** What the system alone refuses or warns of. */
  readonly check?: (plan: ClusterPlan) => PlanFinding[];
  /** Where the object that makes a role's pods stands among the manifests. Undefined where there is no such object. */
  readonly workload: (role: RoleName, manifests: Manifests) => string | undefined;
  /** Where the Service of the REST API stands. Undefined where the system makes it when the cluster starts. */
  readonly restService?: string;
}

/**
 * What is known only to the constructs of a cluster.
 * @internal
 */
export interface RenderState {
  /** Whether an autoscaler sets the number of TaskManagers, which the manifest must then leave out. */
  readonly autoscaled: boolean;
}
