import { catalogData, currentKeysOf, historyOf, HistoryData, includesVersion } from './catalog-data';
import { didYouMean } from './did-you-mean';
import { OperatorOptions } from './operator-options';
import { formatVersionRanges, hasPrefix, mapOf, OptionDictionary, ResolvedOptionKey, templateOf } from './option-key';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';

/**
 * Finds the option that a key refers to in a Flink version. The key may be that of any version.
 *
 * @param dictionaries options that are read by others than Flink.
 */
export function resolveOptionKey(version: FlinkVersion, givenKey: string, dictionaries: readonly OptionDictionary[] = []): ResolvedOptionKey {
  const { options, templates, passthrough } = catalogData(version);
  const own = options[givenKey];
  if (own) {
    const deprecated = own.deprecated ? deprecation(version, givenKey) : undefined;
    return { key: givenKey, newestKey: newestKeyOf(givenKey), known: true, option: own, warning: deprecated };
  }

  const history = historyOf(givenKey);
  const olderKey = Object.entries(history?.olderKeys ?? {}).find(([range]) => includesVersion(range, version.minorVersion))?.[1];
  if (olderKey && options[olderKey]) return { key: olderKey, newestKey: givenKey, known: true, option: options[olderKey] };

  if (history?.alias?.some((range) => includesVersion(range, version.minorVersion))) return resolveDeprecatedKey(version, givenKey, history);

  const template = templateOf(templates, givenKey);
  if (template) return { key: givenKey, newestKey: givenKey, known: true, option: template };
  for (const dictionary of dictionaries) {
    const resolved = dictionary.resolve(version, givenKey);
    if (resolved) return resolved;
  }
  if (passthrough.some((prefix) => hasPrefix(prefix, givenKey))) return { key: givenKey, newestKey: givenKey, known: true };
  if (mapOf(options, givenKey)) return { key: givenKey, newestKey: givenKey, known: true, option: { type: 'string' } };
  return { key: givenKey, newestKey: givenKey, known: false, problem: unknown(version, givenKey, history, dictionaries) };
}

/** The key of an option in the newest version; the same key when the option was split into several or replaced by a different one. */
export function newestKeyOf(key: string): string {
  const history = historyOf(key);
  const successors = history?.successors ?? [];
  // A successor with a note is a different option.
  return successors.length === 1 && !history?.note ? successors[0] : key;
}

/** The same options by their keys in the newest version. */
export function withNewestKeys(version: FlinkVersion, options: { readonly [option: string]: any }): { [option: string]: any } {
  return Object.fromEntries(Object.entries(options).map(([option, content]) => [resolveOptionKey(version, option).newestKey, content]));
}

/** A key that this version reads as a deprecated or fallback key of other options. */
function resolveDeprecatedKey(version: FlinkVersion, givenKey: string, history: HistoryData): ResolvedOptionKey {
  const { options } = catalogData(version);
  const current = currentKeysOf(version, givenKey);
  // A deprecated key of several options is kept: Flink then sets all of them.
  const key = current.length === 1 ? current[0] : givenKey;
  return {
    key,
    newestKey: newestKeyOf(givenKey),
    known: true,
    // Of several options, one whose type restricts the value.
    option: options[current.find((each) => options[each].type !== 'string') ?? current[0]],
    warning: warning('deprecated-option', `'${givenKey}' is a deprecated name`, `Write '${(current.length ? current : history.successors ?? []).join("' and '")}'`, givenKey),
  };
}

function deprecation(version: FlinkVersion, givenKey: string): PlanFinding {
  const successors = historyOf(givenKey)?.successors ?? [];
  return warning('deprecated-option', `'${givenKey}' is deprecated in Flink ${version.minorVersion}`,
    successors.length ? `Write '${successors.join("' and '")}'` : 'Leave it out if possible: it has no replacement', givenKey);
}

function unknown(version: FlinkVersion, givenKey: string, history: HistoryData | undefined, dictionaries: readonly OptionDictionary[]): PlanFinding {
  const { minorVersion } = version;
  const versions = history?.versions ?? [];
  if (versions.length) {
    const message = `Flink ${minorVersion} has no option '${givenKey}': it is an option of ${formatVersionRanges(versions)}`;
    const successors = (history!.successors ?? []).filter((key) => resolveOptionKey(version, key).known);
    const note = history!.note ? `${history!.note} ` : '';
    return problem('option-of-other-version', message, `${note}${successors.length ? `Write '${successors.join("' and '")}'` : 'Leave it out, or change the version'}`, givenKey);
  }
  const operator = OperatorOptions.ownerOf(givenKey);
  if (operator) {
    return problem('unknown-option', `'${givenKey}' is an option of ${operator}, which does not run this cluster`,
      `Leave it out, or allow it with configuration.allowUnknown('${givenKey}') if your own code reads it`, givenKey);
  }
  const near = didYouMean(version, givenKey, dictionaries.flatMap((dictionary) => dictionary.names(version, givenKey)));
  return problem('unknown-option', `Flink ${minorVersion} has no option '${givenKey}', and would silently ignore it`,
    near.length ? `Did you mean '${near.join("' or '")}'? Otherwise allow it with configuration.allowUnknown('${givenKey}')` : `Allow it with configuration.allowUnknown('${givenKey}') if your own code reads it`, givenKey);
}
