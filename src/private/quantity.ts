import { k8s } from 'cdk8s-plus-27';

/** A quantity for a Kubernetes struct, without loading its class: it is written as plain text. */
export function quantity(text: string): k8s.Quantity {
  return text as unknown as k8s.Quantity;
}

/** Whether a text is a Kubernetes quantity. */
export function isQuantity(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text);
}

/** A CPU quantity (`2`, `500m`) in cores. */
export function cores(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
}

/** Bytes as a Kubernetes quantity, rounded up to whole MiB. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)}Mi`;
}
