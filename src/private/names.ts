/** The strictest system (the Apache operator, native Kubernetes) allows a cluster's name this many characters. */
export const LONGEST_CLUSTER_NAME = 45;

/** `OrdersNative` and `ordersNative` become `orders-native`; what is no letter or digit is left for the check to refuse. */
export function nameOfId(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Why a name cannot be a DNS label that begins with a letter, or undefined when it can. */
export function nameProblem(name: string, longest: number): string | undefined {
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return 'is no DNS-1123 label that begins with a letter (lower-case letters, digits and inner hyphens)';
  }
  return name.length > longest ? `has ${name.length} characters, ${longest} are allowed` : undefined;
}

const LABEL_NAME = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Why a label cannot be one, or undefined when it can. */
export function labelProblem(name: string, text: string): string | undefined {
  if (!LABEL_NAME.test(name)) return `'${name}' is no label name`;
  return LABEL_VALUE.test(text) ? undefined : `'${text}' is no value of a label ('${name}')`;
}

/** Whether a text can name an annotation, which may hold any text. */
export function isAnnotationName(name: string): boolean {
  return LABEL_NAME.test(name.toLowerCase());
}

/** Whether a text can name an object of Kubernetes. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((part) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part));
}

/** Whether a text can name a port of a container. */
export function isPortName(name: string): boolean {
  return name.length <= 15 && /[a-z]/.test(name) && !name.includes('--') && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}

/** Whether a text can name an environment variable of a container. */
export function isEnvName(name: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name);
}
