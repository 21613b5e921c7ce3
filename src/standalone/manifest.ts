import { ClusterPlan } from '../plan/plan';
import { clusterLabels } from '../plan/pod-template';

/** A Kubernetes object as plain data. Who makes one builds its parts as the typed structs of cdk8s-plus. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: any; readonly annotations?: any };
  readonly [field: string]: any;
}

/** Objects by the path of their construct below the cluster's. The paths are contract: they never change. */
export interface Manifests {
  readonly [constructPath: string]: Manifest;
}

/** Name and labels, which depend on the cluster's name alone. */
export function objectMeta(plan: ClusterPlan, name: string, annotations?: { [name: string]: string }) {
  return { name, labels: clusterLabels(plan), ...(annotations && Object.keys(annotations).length ? { annotations } : {}) };
}
