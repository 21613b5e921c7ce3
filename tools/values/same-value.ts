import { Asked } from './oracle';
import { Value } from '../../src/configuration/values/parse-value';

/** Whether Flink's value, as the oracle prints it, is the one that we read in the same text. */
export function isSame({ type, element }: Asked, ours: Value, flinks: string): boolean {
  switch (type) {
    case 'duration': return flinks === durationText(ours as bigint);
    case 'float': return Object.is(Math.fround(Number(flinks)), ours);
    case 'double': return Object.is(Number(flinks), ours);
    case 'list': case 'map': return sorted(JSON.parse(flinks), element) === sorted(ours, element);
    // Our words are the catalog's, whatever case they were written in.
    case 'enum': case 'string': return flinks.toUpperCase() === String(ours).toUpperCase();
    default: return flinks === String(ours);
  }
}

/** A duration as the oracle prints it. */
export function durationText(nanos: bigint): string {
  return `${nanos / 1_000_000_000n} s ${nanos % 1_000_000_000n} ns`;
}

/** In one order of names. How Flink writes a collection inside of one is of no interest: there is one, and of the same kind. */
function sorted(value: unknown, element?: string): string {
  const one = (content: unknown): unknown => {
    if (Array.isArray(content)) return content.map(one);
    if (content && typeof content === 'object') return Object.entries(content).map(([name, each]) => [name, one(each)]).sort();
    const text = element === 'enum' ? String(content).toUpperCase() : String(content);
    return /^[[{]/.test(text) ? text[0] : text;
  };
  return JSON.stringify(one(value));
}
