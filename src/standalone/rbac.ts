import { Manifest, Manifests, objectMeta } from './manifest';
import { ClusterPlan, RolePlan } from '../plan/plan';

/** Who a role's pods are, and what they may do: only for a role that calls the Kubernetes API, and only what it calls. */
export function permissions(plan: ClusterPlan, role: RolePlan, constructPath: string): Manifests {
  if (!role.permissions.length) return {};
  const name = `${plan.name}-${role.role.toLowerCase()}`;
  const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: objectMeta(plan, name) };
  return {
    // A ServiceAccount of the user's own is only given the rights.
    ...(role.serviceAccountName ? {} : { [`${constructPath}/ServiceAccount`]: account }),
    [`${constructPath}/Role`]: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: objectMeta(plan, name),
      rules: role.permissions,
    },
    [`${constructPath}/RoleBinding`]: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: objectMeta(plan, name),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{
        kind: 'ServiceAccount',
        name: accountName(plan, role),
        ...(plan.namespace ? { namespace: plan.namespace } : {}),
      }],
    },
  };
}

/** The account's name, or undefined when the role calls nothing and the namespace's default does. */
export function accountName(plan: ClusterPlan, role: RolePlan): string | undefined {
  return role.serviceAccountName ?? (role.permissions.length ? `${plan.name}-${role.role.toLowerCase()}` : undefined);
}
