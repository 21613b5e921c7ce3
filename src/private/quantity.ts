/** CPU of a Kubernetes quantity (`2`, `500m`) in whole cores. */
export function cores(quantity: string): number {
  return quantity.endsWith('m') ? Number(quantity.slice(0, -1)) / 1000 : Number(quantity);
}

/** Bytes as a Kubernetes quantity, rounded up to whole MiB. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)}Mi`;
}
