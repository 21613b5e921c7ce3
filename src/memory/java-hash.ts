/* eslint-disable no-bitwise */ // Java's hash codes are defined by bit operations.

/** Keys in the iteration order of a Java `HashMap` into which they were inserted in the given order. */
export function hashOrder(keys: string[], sizedFor = 0): string[] {
  const distinct = [...new Set(keys)];
  let buckets = 16;
  while (distinct.length > buckets * 0.75 || sizedFor > buckets) buckets *= 2;
  return distinct
    .map((key) => ({ key, bucket: spread(key) & (buckets - 1) }))
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ key }) => key);
}

/** Keys in the iteration order of `new HashSet<>(list)`, whose capacity follows from the list with its duplicates. */
export function hashSetOrder(keys: string[]): string[] {
  return hashOrder(keys, Math.floor(Math.fround(keys.length / 0.75)) + 1);
}

/** `String.hashCode`, with the upper half mixed into the lower half as in `HashMap`. */
function spread(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash, 31) + key.charCodeAt(i) | 0;
  return hash ^ hash >>> 16;
}
