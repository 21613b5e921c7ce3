import { OptionData, TemplateData } from './catalog-data';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding } from '../../private/findings';

/** An option's name in the words of one Flink version. */
export interface ResolvedOptionKey {
  /** What this version calls it. */
  readonly key: string;
  /** What the newest version calls it. */
  readonly newestKey: string;
  /** Whether anything reads it at all. */
  readonly known: boolean;
  readonly option?: OptionData;
  /** Why it is not known, and what to write instead. */
  readonly problem?: PlanFinding;
  /** That the written name is deprecated, or probably mistyped. */
  readonly warning?: PlanFinding;
}

/** Options in a cluster's configuration that something else than Flink reads. */
export interface OptionDictionary {
  /** The option of a name, or undefined when it is no business of this dictionary. */
  resolve(version: FlinkVersion, written: string): ResolvedOptionKey | undefined;
  /** Names that somebody may have meant who wrote another one. */
  names(version: FlinkVersion, written: string): string[];
}

/** The template of a name with a part that users choose. The last part, when it is theirs, may have dots in it. */
export function templateOf(templates: readonly TemplateData[], written: string): TemplateData | undefined {
  return templates.find(({ key }) => matchesTemplate(key, written));
}

/** Whether a name is one of those that a template such as `metrics.reporter.<name>.port` stands for. */
export function matchesTemplate(template: string, written: string): boolean {
  return pattern(template, '$').test(written);
}

/** Whether a name goes on after a prefix, which may have parts in it that users choose. */
export function beginsWith(prefix: string, written: string): boolean {
  return prefix.includes('<') ? pattern(prefix, '.').test(written) : written.startsWith(prefix) && written.length > prefix.length;
}

/** The map of which a name is an entry. */
export function mapOf(options: { readonly [key: string]: OptionData }, written: string): string | undefined {
  for (let dot = written.indexOf('.'); dot > 0; dot = written.indexOf('.', dot + 1)) {
    if (options[written.slice(0, dot)]?.entries && dot + 1 < written.length) return written.slice(0, dot);
  }
  return undefined;
}

/** Ranges of Flink versions for a sentence: `Flink 1.13 to 1.19 and Flink 2.3 and newer`. */
export function versionsInWords(ranges: readonly string[]): string {
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
