import { k8s } from 'cdk8s-plus-27';
import { Manifest, Manifests, objectMeta } from './manifest';
import { ClusterPlan, RolePlan } from '../plan/plan';

/** The ServiceAccount of a role's pods, and a Role with exactly what they call at the Kubernetes API. Nothing for a role that needs neither. */
export function permissions(plan: ClusterPlan, role: RolePlan, constructPath: string): Manifests {
  const name = `${plan.name}-${role.role.toLowerCase()}`;
  const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: objectMeta(plan, name, role.serviceAccountAnnotations) };
  // A ServiceAccount of the user's own is only bound to the Role.
  const accounts = role.givenServiceAccount === undefined && role.serviceAccountName === name ? { [`${constructPath}/ServiceAccount`]: account } : {};
  if (!role.permissions.length) return accounts;
  return {
    ...accounts,
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
        name: role.serviceAccountName,
        ...(plan.namespace ? { namespace: plan.namespace } : {}),
      }],
    },
  };
}

/** Whether one rule allows all that another does. */
export function covers(wide: k8s.PolicyRule, narrow: k8s.PolicyRule): boolean {
  const has = (all: string[] = [], some: string[] = []) => some.every((each) => all.includes(each));
  const named = !wide.resourceNames || (narrow.resourceNames !== undefined && has(wide.resourceNames, narrow.resourceNames));
  return named && has(wide.apiGroups, narrow.apiGroups) && has(wide.resources, narrow.resources) && has(wide.verbs, narrow.verbs);
}
