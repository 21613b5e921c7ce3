/** The longest cluster name that all systems allow: that of the Apache operator and of native Kubernetes. */
export const LONGEST_CLUSTER_NAME = 45;

/** Converts the id of a construct to a name: `OrdersNative` and `ordersNative` to `orders-native`. Other characters are kept and checked later. */
export function nameOfId(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Why a name is not a DNS label that begins with a letter, or undefined when it is. */
export function nameProblem(name: string, longest: number): string | undefined {
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return 'is not a DNS-1123 label that begins with a letter (lower-case letters, digits and inner hyphens)';
  }
  return name.length > longest ? `has ${name.length} characters, ${longest} are allowed` : undefined;
}

const LABEL_NAME = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Why the name or value of a label is invalid, or undefined when both are valid. */
export function labelProblem(name: string, text: string): string | undefined {
  if (!LABEL_NAME.test(name)) return `'${name}' is not a valid label name`;
  return LABEL_VALUE.test(text) ? undefined : `'${text}' is not a valid value of the label '${name}'`;
}

/** Whether a text is a valid name of an annotation. */
export function isAnnotationName(name: string): boolean {
  return LABEL_NAME.test(name.toLowerCase());
}

/** Whether a text is a valid name of a Kubernetes object. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((part) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part));
}

/** Whether a text is a valid name of a container port. */
export function isPortName(name: string): boolean {
  return name.length <= 15 && /[a-z]/.test(name) && !name.includes('--') && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}

/** Whether a text is a valid name of an environment variable of a container. */
export function isEnvName(name: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name);
}
