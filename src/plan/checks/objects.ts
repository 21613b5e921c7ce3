import { KubernetesObject } from '../../features/feature-objects';
import { PlanFinding, problem } from '../../private/findings';
import { isObjectName } from '../../private/names';

/** Fields of an object that have props of their own, or that the library writes. */
const RESERVED = ['apiVersion', 'kind', 'metadata'];

/** What is wrong with an object of a feature by itself. */
export function checkObject(owner: string, { id, apiVersion, kind, name, content }: KubernetesObject): PlanFinding[] {
  const who = `${owner} has an object`;
  const findings: PlanFinding[] = [];
  if (!isConstructId(id)) {
    findings.push(problem('invalid-object-id', `${who} with the id '${id}', which the construct of an object cannot have`, "Use letters, digits and hyphens, for example 'policy'", owner));
  }
  if (!/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v[a-z0-9]+$/.test(apiVersion)) {
    findings.push(problem('invalid-object-type', `${who} with the apiVersion '${apiVersion}', which Kubernetes cannot have`, "Write group and version, for example 'networking.k8s.io/v1', or 'v1'", owner));
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(kind)) {
    findings.push(problem('invalid-object-type', `${who} of the kind '${kind}', which Kubernetes cannot have`, "Write it as in manifests, for example 'NetworkPolicy'", owner));
  }
  if (!isObjectName(name)) findings.push(problem('invalid-object-name', `${who} with the name '${name}'`, 'Use lower-case letters, digits, inner hyphens and dots', owner));
  return [...findings, ...RESERVED.filter((field) => Object.hasOwn(content, field)).map((field) => problem('reserved-object-field',
    `${who} '${id}' whose content has '${field}', which the library writes`, `Remove it, and use ${field === 'metadata' ? 'name, labels and annotations' : field} of the object`, owner))];
}

/** Whether a construct can be made of an object: below its cluster, under an id that is not a path. */
export function isConstructId(id: string): boolean {
  return /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(id);
}

/** What a Kubernetes object is told by, in its namespace: two of one group, kind and name overwrite each other. */
export function objectIdentity({ apiVersion, kind, name }: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'name'>): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind}${group} '${name}'`;
}
