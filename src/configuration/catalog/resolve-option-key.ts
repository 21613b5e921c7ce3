import { catalogData, historyOf, holds, HistoryData, readAsOlder } from './catalog-data';
import { didYouMean } from './did-you-mean';
import { OperatorOptions } from './operator-options';
import { beginsWith, mapOf, OptionDictionary, ResolvedOptionKey, templateOf, versionsInWords } from './option-key';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';

/**
 * The line's spelling of an option that is written by any name it ever had.
 *
 * @param dictionaries what else reads options, beside Flink's own classes.
 */
export function resolveOptionKey(version: FlinkVersion, written: string, dictionaries: readonly OptionDictionary[] = []): ResolvedOptionKey {
  const { options, templates, passthrough } = catalogData(version);
  const own = options[written];
  if (own) {
    const deprecated = own.deprecated ? deprecation(version, written) : undefined;
    return { key: written, newestKey: newestName(written), known: true, option: own, warning: deprecated };
  }

  const history = historyOf(written);
  const lowered = Object.entries(history?.lower ?? {}).find(([range]) => holds(range, version.minorVersion))?.[1];
  if (lowered && options[lowered]) return { key: lowered, newestKey: written, known: true, option: options[lowered] };

  if (history?.alias?.some((range) => holds(range, version.minorVersion))) return alias(version, written, history);

  const template = templateOf(templates, written);
  if (template) return { key: written, newestKey: written, known: true, option: template };
  for (const dictionary of dictionaries) {
    const resolved = dictionary.resolve(version, written);
    if (resolved) return resolved;
  }
  if (passthrough.some((prefix) => beginsWith(prefix, written))) return { key: written, newestKey: written, known: true };
  if (mapOf(options, written)) return { key: written, newestKey: written, known: true, option: { type: 'string' } };
  return { key: written, newestKey: written, known: false, problem: unknown(version, written, history, dictionaries) };
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

function unknown(version: FlinkVersion, written: string, history: HistoryData | undefined, dictionaries: readonly OptionDictionary[]): PlanFinding {
  const { minorVersion } = version;
  const lines = history?.lines ?? [];
  if (lines.length) {
    const what = `Flink ${minorVersion} does not know '${written}': it is an option of ${versionsInWords(lines)}`;
    const successors = (history!.successors ?? []).filter((key) => resolveOptionKey(version, key).known);
    const note = history!.note ? `${history!.note} ` : '';
    return problem('option-of-other-version', what, `${note}${successors.length ? `Write '${successors.join("' and '")}'` : 'Leave it out, or change the version'}`, written);
  }
  const operator = OperatorOptions.ownerOf(written);
  if (operator) {
    return problem('unknown-option', `'${written}' is an option of ${operator}, which does not run this cluster`,
      `Leave it out, or let it through with configuration.allowUnknown('${written}') if something of yours reads it`, written);
  }
  const close = didYouMean(version, written, dictionaries.flatMap((dictionary) => dictionary.names(version, written)));
  return problem('unknown-option', `Flink ${minorVersion} does not know '${written}', and would ignore it in silence`,
    close.length ? `Did you mean '${close.join("' or '")}'? Otherwise let it through with configuration.allowUnknown('${written}')` : `Let it through with configuration.allowUnknown('${written}') if something of yours reads it`, written);
}
