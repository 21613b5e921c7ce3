import { k8s } from 'cdk8s-plus-27';
import { ClusterPlan, RolePlan } from '../plan/plan';
import { plain } from '../private/plain';

/** What the pods of one role may do at the Kubernetes API, and by which ServiceAccount. */
export interface RolePermissions {
  /** The rules of the role's Role. Empty when Flink calls nothing. */
  readonly rules: k8s.PolicyRule[];
  /** The ServiceAccount. @default - the namespace's default one, without a token */
  readonly serviceAccountName?: string;
}

/** What a cluster's pods may do at the Kubernetes API: exactly what Flink calls. */
export class Permissions {
  /** @internal */
  public static _of(plan: ClusterPlan): Permissions {
    const of = (role: RolePlan) => ({ rules: plain(role.permissions), serviceAccountName: role.serviceAccountName });
    return new Permissions(of(plan.jobManager), of(plan.taskManager));
  }

  private constructor(
    /** Those of the JobManager. */
    public readonly jobManager: RolePermissions,
    /** Those of the TaskManagers. */
    public readonly taskManager: RolePermissions,
  ) {}
}
