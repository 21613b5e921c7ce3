import { isPlain } from './instances';
import { PropReport } from './prop-report';

/** Stands for a value that cannot be used. */
export const INVALID = Symbol('invalid');

/** More levels than a Kubernetes object or the value of an option has, and few enough for everything that visits them all. */
const MAX_DEPTH = 100;

/** Keys of maps that JavaScript keeps for itself: cdk8s cannot render the one, and an assignment to the other adds no entry. */
const RESERVED = ['constructor', '__proto__'];

/** Whether a map may have an entry with a name. Otherwise that is reported. */
export function isEntryName(name: string, path: string, report: PropReport): boolean {
  if (!RESERVED.includes(name)) return true;
  report.reservedName(name, path);
  return false;
}

/** Data of any structure as a copy, which ends: maps and lists that contain themselves, or are nested too deeply, are reported. */
export function copyOfData(given: unknown, path: string, report: PropReport): unknown {
  const above: object[] = [];
  const copyOf = (data: unknown): unknown => {
    if (typeof data !== 'object' || data === null || !(Array.isArray(data) || isPlain(data))) return data;
    if (above.includes(data)) return invalid(() => report.cyclicData(path));
    if (above.length === MAX_DEPTH) return invalid(() => report.deepData(path, MAX_DEPTH));
    above.push(data);
    const copy = Array.isArray(data) ? copyOfList(data) : copyOfMap(data as { readonly [name: string]: unknown });
    above.pop();
    return copy;
  };
  const copyOfList = (list: readonly unknown[]) => {
    const entries = Array.from(list, copyOf);
    return entries.includes(INVALID) ? INVALID : entries;
  };
  const copyOfMap = (map: { readonly [name: string]: unknown }) => {
    const entries = Object.entries(map).map(([name, entry]) => [name, isEntryName(name, path, report) ? copyOf(entry) : INVALID] as const);
    return entries.some(([, entry]) => entry === INVALID) ? INVALID : Object.fromEntries(entries);
  };
  return copyOf(given);
}

function invalid(report: () => void): typeof INVALID {
  report();
  return INVALID;
}
