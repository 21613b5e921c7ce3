import { k8s } from 'cdk8s-plus-27';

/** A quantity for a Kubernetes struct, without loading its class: it is written as plain text. */
export function quantity(text: string): k8s.Quantity {
  return text as unknown as k8s.Quantity;
}

/** Whether a text is a Kubernetes quantity. */
export function isQuantity(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text);
}

const FACTORS: { [suffix: string]: number } = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The amount of a Kubernetes quantity that is valid, in its unit without a prefix. */
export function amountOf(text: string | number): number {
  const [, digits, suffix = ''] = /^(.*?)([KMGTPE]i|[numkMGTPE])?$/.exec(String(text))!;
  return Number(digits) * (FACTORS[suffix] ?? 1);
}

/** A CPU quantity (`2`, `500m`) in cores. */
export function cores(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
}

/** Bytes as a Kubernetes quantity, rounded up to whole MiB. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)}Mi`;
}
