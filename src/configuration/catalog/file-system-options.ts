import { allHistory, catalogData, includesVersion, OptionData, readCatalogFile } from './catalog-data';
import { nearestNames } from './did-you-mean';
import { formatVersionRanges, OptionDictionary, ResolvedOptionKey } from './option-key';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, warning } from '../../private/findings';

/** The options that one file system plugin reads among those that Flink passes on. */
interface FileSystemData {
  readonly plugin: string;
  /** The Flink versions that have the plugin. */
  readonly versions: string[];
  /** The prefixes of the file system's options. */
  readonly prefixes: string[];
  /** The prefix of options of one bucket, before the bucket's name. */
  readonly scope?: string;
  /** Whether the name of an account may follow an option's name. */
  readonly suffix?: boolean;
  /**
   * The types of the options by their names: one for all versions, or by ranges of versions. A name that ends with a dot stands for all names
   * that begin with it.
   */
  readonly options: { readonly [name: string]: string | { readonly [range: string]: string } };
}

/** A file system that may read an option, and the option's name after the prefix. */
interface Candidate {
  readonly system: FileSystemData;
  readonly prefix: string;
  readonly name: string;
}

/**
 * Options that Flink passes on to a file system without reading them, such as `s3.endpoint`. File systems read more options than they
 * declare, so an unknown one is allowed. One that is similar to a declared option, or that another Flink version declares, is a warning.
 */
export const FILE_SYSTEM_OPTIONS: OptionDictionary = {
  resolve(version: FlinkVersion, givenKey: string): ResolvedOptionKey | undefined {
    if (!isPassedOn(version, givenKey)) return undefined;
    const candidates = candidatesFor(givenKey).filter(({ system }) => includesAny(system.versions, version));
    const types = new Set(candidates.flatMap((candidate) => typeOf(version, candidate) ?? []));
    const known = { key: givenKey, newestKey: givenKey, known: true };
    if (types.size) return { ...known, option: types.size === 1 ? optionOfType([...types][0]) : { type: 'string' } };
    const finding = candidates.length ? ofOtherVersion(version, givenKey) ?? misspelled(version, givenKey, candidates) : undefined;
    return finding && { ...known, warning: finding };
  },

  names(version: FlinkVersion): string[] {
    return fileSystems().filter(({ versions }) => includesAny(versions, version))
      .flatMap((system) => system.prefixes.flatMap((prefix) => declaredKeys(version, system, prefix)));
  },
};

function isPassedOn(version: FlinkVersion, givenKey: string): boolean {
  return catalogData(version).passthrough.some((prefix) => givenKey.startsWith(prefix) && givenKey.length > prefix.length);
}

function fileSystems(): FileSystemData[] {
  return readCatalogFile('file-systems.json');
}

function declaredKeys(version: FlinkVersion, system: FileSystemData, prefix: string): string[] {
  return Object.keys(system.options).filter((name) => !name.endsWith('.') && exactType(version, system, name)).map((name) => prefix + name);
}

function candidatesFor(givenKey: string): Candidate[] {
  return fileSystems().flatMap((system) => system.prefixes.filter((prefix) => givenKey.startsWith(prefix))
    .map((prefix) => ({ system, prefix, name: givenKey.slice(prefix.length) })));
}

function includesAny(ranges: readonly string[], { minorVersion }: FlinkVersion): boolean {
  return ranges.some((range) => includesVersion(range, minorVersion));
}

/** The type of an option, which may be that of one bucket or of one account. */
function typeOf(version: FlinkVersion, { system, name }: Candidate): string | undefined {
  const exact = (key: string) => exactType(version, system, key);
  const { scope, suffix } = system;
  const ofBucket = scope !== undefined && name.startsWith(scope) ? partsAfter(name.slice(scope.length)).map(exact).find(Boolean) : undefined;
  const ofAccount = suffix ? partsBefore(name).map(exact).find(Boolean) : undefined;
  const below = () => Object.keys(system.options).filter((key) => key.endsWith('.') && name.startsWith(key) && name !== key).map(exact).find(Boolean);
  return exact(name) ?? ofBucket ?? ofAccount ?? below();
}

function exactType({ minorVersion }: FlinkVersion, { options }: FileSystemData, name: string): string | undefined {
  const types = options[name];
  return typeof types === 'object' ? Object.entries(types).find(([range]) => includesVersion(range, minorVersion))?.[1] : types;
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
  const [, constants] = /^enum:(.*)$/.exec(type) ?? [];
  // Java's Enum.valueOf is case-sensitive.
  return constants === undefined ? { type } : { type: 'string', values: constants.split(','), letterCase: 'exact' } as OptionData;
}

/** A warning that other Flink versions, or their file systems, declare the option. */
function ofOtherVersion(version: FlinkVersion, givenKey: string): PlanFinding | undefined {
  const ranges = candidatesFor(givenKey).flatMap(({ system, name }) => {
    const types = system.options[name];
    return typeof types === 'object' ? Object.keys(types) : types ? system.versions : [];
  });
  const versions = [...ranges, ...allHistory()[givenKey]?.versions ?? []];
  return versions.length ? warning('unknown-file-system-option',
    `no file system of Flink ${version.minorVersion} declares '${givenKey}': it is an option of ${formatVersionRanges([...new Set(versions)])}`,
    `Leave it out, or allow it with configuration.allowUnknown('${givenKey}') if your own code reads it`, givenKey) : undefined;
}

function misspelled(version: FlinkVersion, givenKey: string, candidates: Candidate[]): PlanFinding | undefined {
  const declared = candidates.flatMap(({ system, prefix }) => declaredKeys(version, system, prefix));
  const ofFlink = Object.keys(catalogData(version).options).filter((key) => candidates.some(({ prefix }) => key.startsWith(prefix)));
  const near = nearestNames([...declared, ...ofFlink], givenKey, Math.floor(givenKey.length / 10));
  return near.length ? warning('unknown-file-system-option', `no file system of Flink ${version.minorVersion} declares '${givenKey}', so it may have no effect`,
    `Did you mean '${near.join("' or '")}'? Otherwise allow it with configuration.allowUnknown('${givenKey}')`, givenKey) : undefined;
}
