/**
 * Plain data from what users hand in. cdk8s' union classes (`Quantity`, `IntOrString`) become their content: objects leave here
 * as plain `ApiObject`s, so no generated `toJson` unwraps them later. Undefined fields vanish; empty maps and lists stay.
 */
export function plain<T>(data: T): T {
  return convert(data) as T;
}

function convert(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) return data.map(convert);
  if (data instanceof Date) return data.toISOString();
  const union = data as { value?: unknown };
  if (data.constructor !== Object) return typeof union.value === 'string' || typeof union.value === 'number' ? union.value : data;
  return Object.fromEntries(Object.entries(data).filter(([, v]) => v !== undefined).map(([k, v]) => [k, convert(v)]));
}

/** A typed Kubernetes struct as the plain data it becomes: quantities and ports are words or numbers. */
export type Plain<T> = T extends Date ? string
  : T extends readonly (infer U)[] ? Plain<U>[]
    : T extends object ? ([keyof T] extends ['value'] ? string | number : { readonly [K in keyof T]: Plain<T[K]> })
      : T;

/** The same data as text whose bytes do not depend on the order of its keys. */
export function canonical(data: unknown): string {
  return JSON.stringify(data, (_, v) => (v && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
    : v));
}
