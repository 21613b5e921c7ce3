import { OptionData, TemplateData } from './catalog-data';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding } from '../../private/findings';

/** The option that a key refers to in one Flink version. */
export interface ResolvedOptionKey {
  /** The option's key in this version. */
  readonly key: string;
  /** The option's key in the newest version. */
  readonly newestKey: string;
  /** Whether this version, or a dictionary, has such an option. */
  readonly known: boolean;
  readonly option?: OptionData;
  /** Why the key is unknown, and which key to use. */
  readonly problem?: PlanFinding;
  /** That the key is deprecated, or probably misspelled. */
  readonly warning?: PlanFinding;
}

/** Options in a cluster's configuration that are read by an operator or a file system instead of Flink. */
export interface OptionDictionary {
  /** The option of a key, or undefined when the key does not concern this dictionary. */
  resolve(version: FlinkVersion, givenKey: string): ResolvedOptionKey | undefined;
  /** Keys to compare an unknown key with. */
  names(version: FlinkVersion, unknownKey: string): string[];
}

/** The template that matches a key. A placeholder at the end of a template matches several parts. */
export function templateOf(templates: readonly TemplateData[], givenKey: string): TemplateData | undefined {
  return templates.find(({ key }) => matchesTemplate(key, givenKey));
}

/** Whether a key matches a template such as `metrics.reporter.<name>.port`. */
export function matchesTemplate(template: string, givenKey: string): boolean {
  return pattern(template, '$').test(givenKey);
}

/** Whether a key begins with a prefix, which may have placeholders, and is longer than it. */
export function hasPrefix(prefix: string, givenKey: string): boolean {
  return prefix.includes('<') ? pattern(prefix, '.').test(givenKey) : givenKey.startsWith(prefix) && givenKey.length > prefix.length;
}

/** The key of the map option of which a key is an entry. */
export function mapOf(options: { readonly [key: string]: OptionData }, givenKey: string): string | undefined {
  for (let dot = givenKey.indexOf('.'); dot > 0; dot = givenKey.indexOf('.', dot + 1)) {
    if (options[givenKey.slice(0, dot)]?.entries && dot + 1 < givenKey.length) return givenKey.slice(0, dot);
  }
  return undefined;
}

/** Ranges of Flink versions for a message: `Flink 1.13 to 1.19 and Flink 2.3 and newer`. */
export function formatVersionRanges(ranges: readonly string[]): string {
  return ranges.map((range) => {
    if (!range.includes('-')) return `Flink ${range} alone`;
    const [from, to] = range.split('-');
    return to ? `Flink ${from} to ${to}` : `Flink ${from} and newer`;
  }).join(' and ');
}

const patterns = new Map<string, RegExp>();

function pattern(key: string, end: string): RegExp {
  const text = key + end;
  let expression = patterns.get(text);
  if (!expression) {
    const parts = key.replace(/[.$]/g, '\\$&').replace(/<[^>]+>$/, '.+').replace(/<[^>]+>/g, '[^.]+');
    expression = new RegExp(`^${parts}${end}`);
    patterns.set(text, expression);
  }
  return expression;
}
