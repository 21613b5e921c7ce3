import { ClusterPlan } from '../plan';

/** Label that tells JobManagers from TaskManagers. */
export const COMPONENT = 'app.kubernetes.io/component';

/** Labels by which a cluster's objects are found. They depend on its name alone. */
export function clusterLabels({ name }: { readonly name: string }): { [name: string]: string } {
  return { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': name };
}

/** Labels by which a role's pods are selected. */
export function roleLabels(cluster: { readonly name: string }, role: { readonly role: string }): { [name: string]: string } {
  return { ...clusterLabels(cluster), [COMPONENT]: role.role.toLowerCase() };
}

/** Labels of all objects and pods of a cluster: those by which they are found, those that describe them, and those of the user. */
export function allLabels(plan: ClusterPlan): { [name: string]: string } {
  return {
    ...plan.labels,
    ...clusterLabels(plan),
    'app.kubernetes.io/version': plan.version.release,
    'app.kubernetes.io/managed-by': 'cdk8s-flink',
  };
}
