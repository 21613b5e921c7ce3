import { k8s } from 'cdk8s-plus-27';

/**
 * A quantity where a Kubernetes struct wants one. Its class would have to be loaded, and here it becomes plain text in the end.
 */
export function quantity(text: string): k8s.Quantity {
  return text as unknown as k8s.Quantity;
}

/** Whether a text is an amount as Kubernetes writes it. */
export function isQuantity(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text);
}

/** CPU of a Kubernetes quantity (`2`, `500m`) in whole cores. */
export function cores(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
}

/** Bytes as a Kubernetes quantity, rounded up to whole MiB. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)}Mi`;
}
