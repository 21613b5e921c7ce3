import { KubernetesObject } from '../features/feature-objects';
import { ClusterPlan } from '../plan/plan';
import { allLabels } from '../plan/pods/labels';

/** A Kubernetes object as plain data. Its parts are built as the typed structs of cdk8s-plus. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: any; readonly annotations?: any };
  readonly [field: string]: any;
}

/** Objects by the path of their construct below the cluster's. The paths never change: patches depend on them. */
export interface Manifests {
  readonly [constructPath: string]: Manifest;
}

/** Name, labels and annotations of an object of the cluster. */
export function objectMeta(plan: ClusterPlan, name: string, own: { readonly [name: string]: string } = {}) {
  const annotations = { ...plan.annotations, ...own };
  return { name, labels: allLabels(plan), ...(Object.keys(annotations).length ? { annotations } : {}) };
}

/** Where the objects of features stand below their cluster. */
export const FEATURE_OBJECTS = 'Objects/';

/** The objects that features add. */
export function featureManifests(plan: ClusterPlan): Manifests {
  return Object.fromEntries(plan.objects.map((object) => [`${FEATURE_OBJECTS}${object.id}`, featureManifest(plan, object)]));
}

function featureManifest(plan: ClusterPlan, { apiVersion, kind, name, labels, annotations, content }: KubernetesObject): Manifest {
  const meta = objectMeta(plan, name, annotations);
  return { ...content, apiVersion, kind, metadata: { ...meta, labels: { ...labels, ...meta.labels } } };
}
