import { KubernetesObject } from '../../features/feature-objects';
import { PlanFinding, warning } from '../../private/findings';

/** Objects that features add. A Secret without content, which something else fills, is none. */
export function checkSecretObjects(objects: KubernetesObject[], origins: { readonly [what: string]: string }): PlanFinding[] {
  return objects.filter(({ apiVersion, kind, content }) => apiVersion === 'v1' && kind === 'Secret' && hasEntries(content)).map(({ id, name }) => warning('secret-in-manifest',
    `${origins[`objects/${id}`]} adds a Secret '${name}' with its content, which everybody who reads the manifest sees`,
    'Create the Secret outside the manifests, for example with an operator for external secrets, and refer to it by its name', id));
}

function hasEntries(content: KubernetesObject['content']): boolean {
  return ['data', 'stringData'].some((field) => Object.keys(content?.[field] ?? {}).length > 0);
}
