import { allHistory, catalogData, holds, OptionData, readCatalogFile } from './catalog-data';
import { nearestNames } from './did-you-mean';
import { OptionDictionary, ResolvedOptionKey, versionsInWords } from './option-key';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, warning } from '../../private/findings';

/** What one file system plugin reads among the options that Flink hands on. */
interface FileSystemData {
  readonly plugin: string;
  /** The Flink versions that have the plugin. */
  readonly lines: string[];
  /** What follows these is an option of the file system. */
  readonly prefixes: string[];
  /** What begins an option of one bucket, before the bucket's name. */
  readonly scope?: string;
  /** Whether an option's name may go on with that of an account. */
  readonly suffix?: boolean;
  /** Types on all versions that have the plugin, or by ranges of versions. A name that ends with a point stands for all that begin so. */
  readonly options: { readonly [name: string]: string | { readonly [range: string]: string } };
}

/** An option of a file system by its name after the prefix. */
interface Candidate {
  readonly system: FileSystemData;
  readonly prefix: string;
  readonly name: string;
}

/**
 * Options that Flink hands on to a file system unread, such as `s3.endpoint`. File systems read more than they declare, so an unknown one
 * passes; but one that is nearly a declared one, or one of another Flink version, is probably a mistake.
 */
export const FILE_SYSTEM_OPTIONS: OptionDictionary = {
  resolve(version: FlinkVersion, written: string): ResolvedOptionKey | undefined {
    if (!isHandedOn(version, written)) return undefined;
    const candidates = candidatesFor(written).filter(({ system }) => isOn(version, system.lines));
    const types = new Set(candidates.flatMap((candidate) => typeOf(version, candidate) ?? []));
    const known = { key: written, newestKey: written, known: true };
    if (types.size) return { ...known, option: types.size === 1 ? optionOfType([...types][0]) : { type: 'string' } };
    const finding = candidates.length ? elsewhere(version, written) ?? mistyped(version, written, candidates) : undefined;
    return finding && { ...known, warning: finding };
  },

  names(version: FlinkVersion): string[] {
    return fileSystems().filter(({ lines }) => isOn(version, lines))
      .flatMap((system) => system.prefixes.flatMap((prefix) => declaredNames(version, system, prefix)));
  },
};

function isHandedOn(version: FlinkVersion, written: string): boolean {
  return catalogData(version).passthrough.some((prefix) => written.startsWith(prefix) && written.length > prefix.length);
}

function fileSystems(): FileSystemData[] {
  return readCatalogFile('file-systems.json');
}

function declaredNames(version: FlinkVersion, system: FileSystemData, prefix: string): string[] {
  return Object.keys(system.options).filter((key) => !key.endsWith('.') && exactType(version, system, key)).map((key) => prefix + key);
}

function candidatesFor(written: string): Candidate[] {
  return fileSystems().flatMap((system) => system.prefixes.filter((prefix) => written.startsWith(prefix))
    .map((prefix) => ({ system, prefix, name: written.slice(prefix.length) })));
}

function isOn({ minorVersion }: FlinkVersion, ranges: readonly string[]): boolean {
  return ranges.some((range) => holds(range, minorVersion));
}

/** The type of an option, be it of one bucket or of one account. */
function typeOf(version: FlinkVersion, { system, name }: Candidate): string | undefined {
  const exact = (key: string) => exactType(version, system, key);
  const { scope, suffix } = system;
  const ofBucket = scope !== undefined && name.startsWith(scope) ? partsAfter(name.slice(scope.length)).map(exact).find(Boolean) : undefined;
  const ofAccount = suffix ? partsBefore(name).map(exact).find(Boolean) : undefined;
  const below = () => Object.keys(system.options).filter((key) => key.endsWith('.') && name.startsWith(key) && name !== key).map(exact).find(Boolean);
  return exact(name) ?? ofBucket ?? ofAccount ?? below();
}

function exactType({ minorVersion }: FlinkVersion, { options }: FileSystemData, key: string): string | undefined {
  const types = options[key];
  return typeof types === 'object' ? Object.entries(types).find(([range]) => holds(range, minorVersion))?.[1] : types;
}

/** `b.c` and `c` for `a.b.c`. */
function partsAfter(name: string): string[] {
  return name.split('.').map((_, i, parts) => parts.slice(i + 1).join('.')).filter((part) => part !== '');
}

/** `a.b` and `a` for `a.b.c`. */
function partsBefore(name: string): string[] {
  return name.split('.').map((_, i, parts) => parts.slice(0, -i - 1).join('.')).filter((part) => part !== '');
}

function optionOfType(type: string): OptionData {
  const [, words] = /^enum:(.*)$/.exec(type) ?? [];
  // Java's own reader of enumerations knows one spelling of each.
  return words === undefined ? { type } : { type: 'string', values: words.split(','), letterCase: 'exact' } as OptionData;
}

/** That it is an option of other Flink versions, whose plugins or whose own classes declare it. */
function elsewhere(version: FlinkVersion, written: string): PlanFinding | undefined {
  const ranges = candidatesFor(written).flatMap(({ system, name }) => {
    const types = system.options[name];
    return typeof types === 'object' ? Object.keys(types) : types ? system.lines : [];
  });
  const known = [...ranges, ...allHistory()[written]?.lines ?? []];
  return known.length ? warning('unknown-file-system-option',
    `no file system of Flink ${version.minorVersion} declares '${written}': it is an option of ${versionsInWords([...new Set(known)])}`,
    `Leave it out, or let it through with configuration.allowUnknown('${written}') if something of yours reads it`, written) : undefined;
}

function mistyped(version: FlinkVersion, written: string, candidates: Candidate[]): PlanFinding | undefined {
  const declared = candidates.flatMap(({ system, prefix }) => declaredNames(version, system, prefix));
  const own = Object.keys(catalogData(version).options).filter((key) => candidates.some(({ prefix }) => key.startsWith(prefix)));
  const close = nearestNames([...declared, ...own], written, Math.floor(written.length / 10));
  return close.length ? warning('unknown-file-system-option', `no file system of Flink ${version.minorVersion} declares '${written}', which would then have no effect`,
    `Did you mean '${close.join("' or '")}'? Otherwise let it through with configuration.allowUnknown('${written}')`, written) : undefined;
}
