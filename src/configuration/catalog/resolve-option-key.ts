import { catalogData, historyOf, holds, HistoryData, OptionData, readAsOlder } from './catalog-data';
import { didYouMean } from './did-you-mean';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';

/** An option's name in the words of one line. */
export interface ResolvedOptionKey {
  /** What this line calls it. */
  readonly key: string;
  /** What the newest line calls it. */
  readonly newestKey: string;
  /** Whether this line reads it at all. */
  readonly known: boolean;
  readonly option?: OptionData;
  /** Why it is not known, and what to write instead. */
  readonly problem?: PlanFinding;
  /** That the written name is on its way out. */
  readonly warning?: PlanFinding;
}

/** The line's spelling of an option that is written by any name it ever had. */
export function resolveOptionKey(version: FlinkVersion, written: string, dictionaries: readonly string[] = []): ResolvedOptionKey {
  const { options } = catalogData(version);
  const own = options[written];
  if (own) {
    const deprecated = own.deprecated ? deprecation(version, written) : undefined;
    return { key: written, newestKey: newestName(written), known: true, option: own, warning: deprecated };
  }

  const history = historyOf(written);
  const lowered = Object.entries(history?.lower ?? {}).find(([range]) => holds(range, version.minorVersion))?.[1];
  if (lowered && options[lowered]) return { key: lowered, newestKey: written, known: true, option: options[lowered] };

  if (history?.alias?.some((range) => holds(range, version.minorVersion))) return alias(version, written, history);

  const template = templateOf(version, written);
  if (template) return { key: written, newestKey: written, known: true, option: template };
  if (catalogData(version).passthrough.some((prefix) => begins(written, prefix))) return { key: written, newestKey: written, known: true };
  if (mapOf(version, written)) return { key: written, newestKey: written, known: true, option: { type: 'string' } };
  if (dictionaries.some((prefix) => written.startsWith(prefix))) return { key: written, newestKey: written, known: true };
  return { key: written, newestKey: written, known: false, problem: unknown(version, written, history) };
}

/** What the newest line calls an option; itself, when it has become several or something else. */
export function newestName(key: string): string {
  const history = historyOf(key);
  const successors = history?.successors ?? [];
  // A note tells in what the successor differs: then it is another option.
  return successors.length === 1 && !history?.note ? successors[0] : key;
}

/** The same options by their newest names. */
export function newestNames(version: FlinkVersion, options: { readonly [option: string]: any }): { [option: string]: any } {
  return Object.fromEntries(Object.entries(options).map(([option, content]) => [resolveOptionKey(version, option).newestKey, content]));
}

/** An older name that this line still reads: it means the option that lists it. */
function alias(version: FlinkVersion, written: string, history: HistoryData): ResolvedOptionKey {
  const { options } = catalogData(version);
  const meant = readAsOlder(version, written);
  // One older name of several options stays as it is: only so it means them all.
  const key = meant.length === 1 ? meant[0] : written;
  return {
    key,
    newestKey: newestName(written),
    known: true,
    // The one that says most of what it takes.
    option: options[meant.find((each) => options[each].type !== 'string') ?? meant[0]],
    warning: warning('deprecated-option', `'${written}' is an older name`, `Write '${(meant.length ? meant : history.successors ?? []).join("' and '")}'`, written),
  };
}

function deprecation(version: FlinkVersion, written: string): PlanFinding {
  const successors = historyOf(written)?.successors ?? [];
  return warning('deprecated-option', `'${written}' is deprecated in Flink ${version.minorVersion}`,
    successors.length ? `Write '${successors.join("' and '")}'` : 'Leave it out where you can: it has no successor', written);
}

function unknown(version: FlinkVersion, written: string, history?: HistoryData): PlanFinding {
  const { minorVersion } = version;
  const lines = history?.lines ?? [];
  if (lines.length) {
    const what = `Flink ${minorVersion} does not know '${written}': it is an option of ${lines.map(spoken).join(' and ')}`;
    const successors = (history!.successors ?? []).filter((key) => resolveOptionKey(version, key).known);
    const note = history!.note ? `${history!.note} ` : '';
    return problem('option-of-other-version', what, `${note}${successors.length ? `Write '${successors.join("' and '")}'` : 'Leave it out, or change the version'}`, written);
  }
  const close = didYouMean(version, written);
  return problem('unknown-option', `Flink ${minorVersion} does not know '${written}', and would ignore it in silence`,
    close.length ? `Did you mean '${close.join("' or '")}'? Otherwise let it through with configuration.allowUnknown('${written}')` : `Let it through with configuration.allowUnknown('${written}') if something of yours reads it`, written);
}

function spoken(range: string): string {
  if (!range.includes('-')) return `Flink ${range} alone`;
  const [from, to] = range.split('-');
  return to ? `Flink ${from} to ${to}` : `Flink ${from} and newer`;
}

function templateOf(version: FlinkVersion, written: string): OptionData | undefined {
  return catalogData(version).templates.find(({ key }) => pattern(key, '$').test(written));
}

/** The map of which a name is an entry. */
export function mapOf(version: FlinkVersion, written: string): string | undefined {
  const { options } = catalogData(version);
  for (let dot = written.indexOf('.'); dot > 0; dot = written.indexOf('.', dot + 1)) {
    if (options[written.slice(0, dot)]?.entries && dot + 1 < written.length) return written.slice(0, dot);
  }
  return undefined;
}

function begins(written: string, prefix: string): boolean {
  return prefix.includes('<') ? pattern(prefix, '.').test(written) : written.startsWith(prefix) && written.length > prefix.length;
}

const patterns = new Map<string, RegExp>();

/** `metrics.reporter.<name>.port` as an expression. */
function pattern(key: string, end: string): RegExp {
  const text = key + end;
  if (!patterns.has(text)) patterns.set(text, new RegExp(`^${key.replace(/[.$]/g, '\\$&').replace(/<[^>]+>/g, '[^.]+')}${end}`));
  return patterns.get(text)!;
}
