/**
 * Converts users' structs to plain data. cdk8s' union classes (`Quantity`, `IntOrString`) are replaced by their content: objects are written
 * as plain `ApiObject`s, so no generated `toJson` unwraps them. Undefined fields are removed; empty maps and lists are kept.
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

/** A Kubernetes struct as plain data: quantities and ports are strings or numbers. */
export type Plain<T> = T extends Date ? string
  : T extends readonly (infer U)[] ? Plain<U>[]
    : T extends object ? ([keyof T] extends ['value'] ? string | number : { readonly [K in keyof T]: Plain<T[K]> })
      : T;

/** Data as JSON that does not depend on the order of keys. */
export function canonical(data: unknown): string {
  return JSON.stringify(data, (_, v) => (v && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
    : v));
}
