import { k8s } from 'cdk8s-plus-27';
import { RoleName } from '../plan/plan';
import { clusterLabels, COMPONENT } from '../plan/pods/labels';

/** Kubernetes puts the index of an indexed Job's pod into this label. */
export const INDEX_LABEL = 'batch.kubernetes.io/job-completion-index';

/** Labels of all pods of an indexed Job. */
export function labelsOfIndexedJob(name: string): { [label: string]: string } {
  return { ...clusterLabels({ name }), [COMPONENT]: 'job-cluster' };
}

/** Selects the pods of an indexed Job: those of one role (the pod of index 0 is the JobManager), or all. */
export function podsOfIndexedJob(name: string, role?: RoleName): k8s.LabelSelector {
  const both = labelsOfIndexedJob(name);
  if (role === 'jobManager') return { matchLabels: { ...both, [INDEX_LABEL]: '0' } };
  return { matchLabels: both, ...(role ? { matchExpressions: [{ key: INDEX_LABEL, operator: 'NotIn', values: ['0'] }] } : {}) };
}
