import { readFileSync } from 'fs';
import { join } from 'path';
import { FlinkVersion } from '../../flink-version';

/** An option as a catalog file describes it. */
export interface OptionData {
  readonly type: string;
  readonly element?: string;
  readonly values?: string[];
  /** Whether the entries of a map may also be set one by one, as `<key>.<entry>`. */
  readonly entries?: boolean;
  readonly default?: string;
  readonly deprecatedKeys?: string[];
  readonly fallbackKeys?: string[];
  readonly deprecated?: boolean;
  readonly sensitive?: boolean;
  /** What this version requires in place of values of newer versions. */
  readonly legacyValues?: { readonly [newValue: string]: string };
}

/** Options whose keys have a part that users choose. */
export interface TemplateData extends OptionData {
  /** For example `metrics.reporter.<name>.port`. */
  readonly key: string;
}

/** All options of one minor version, as its catalog file lists them. */
export interface CatalogData {
  readonly minorVersion: string;
  readonly javaOptions: string;
  /** Flink masks the values of keys that contain one of these. */
  readonly sensitive: string[];
  readonly options: { readonly [key: string]: OptionData };
  readonly templates: TemplateData[];
  /** Prefixes of keys that Flink passes on to plugins without reading them. */
  readonly passthrough: string[];
}

/** The history of a key over all minor versions. */
export interface HistoryData {
  /** The versions that declare an option with this key. */
  readonly versions: string[];
  /** The versions that read it as a deprecated or fallback key of another option. */
  readonly alias?: string[];
  /** The keys that replace it in the newest version. */
  readonly successors?: string[];
  /** How a successor differs from it. */
  readonly note?: string;
  /** The key of the same option in older versions, by ranges of versions. */
  readonly olderKeys?: { readonly [versions: string]: string };
}

const FOLDER = join(__dirname, '..', '..', '..', 'catalog');
const files = new Map<string, unknown>();
const currentKeys = new Map<string, Map<string, string[]>>();

/** The content of a file of the catalog folder. A file is read when it is first used. */
export function readCatalogFile<T>(name: string): T {
  let content = files.get(name);
  if (!content) {
    content = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown;
    for (const part of [content].flat() as Dictionaries[]) withoutInheritedKeys(part);
    files.set(name, content);
  }
  return content as T;
}

/** The parts of a catalog file that are looked up by the keys that users write. */
interface Dictionaries {
  readonly options?: object;
  readonly keys?: object;
}

/** A key such as `constructor` is no option: every object of JavaScript inherits a property of that name. */
function withoutInheritedKeys({ options, keys }: Dictionaries): void {
  for (const dictionary of [options, keys]) if (dictionary) Object.setPrototypeOf(dictionary, null);
}

/** The catalog of a version. */
export function catalogData({ minorVersion }: FlinkVersion): CatalogData {
  return readCatalogFile(`flink-${minorVersion}.json`);
}

/** The keys of the options that have a key among their deprecated or fallback keys. */
export function currentKeysOf(version: FlinkVersion, deprecatedKey: string): string[] {
  const { minorVersion, options } = catalogData(version);
  let byDeprecatedKey = currentKeys.get(minorVersion);
  if (!byDeprecatedKey) {
    byDeprecatedKey = new Map();
    for (const [key, { deprecatedKeys = [], fallbackKeys = [] }] of Object.entries(options)) {
      for (const each of new Set([...deprecatedKeys, ...fallbackKeys])) byDeprecatedKey.set(each, [...byDeprecatedKey.get(each) ?? [], key]);
    }
    currentKeys.set(minorVersion, byDeprecatedKey);
  }
  return byDeprecatedKey.get(deprecatedKey) ?? [];
}

/** The history of a key, or undefined when no version has an option with it. */
export function historyOf(key: string): HistoryData | undefined {
  return allHistory()[key];
}

/** The histories of the keys of all versions. */
export function allHistory(): { readonly [key: string]: HistoryData } {
  return readCatalogFile<{ readonly keys: { readonly [key: string]: HistoryData } }>('history.json').keys;
}

/** Whether a range of minor versions, such as `1.13-1.19`, `2.0-` or `1.15`, includes one. */
export function includesVersion(range: string, minorVersion: string): boolean {
  const [from, to] = range.includes('-') ? range.split('-') : [range, range];
  return order(from) <= order(minorVersion) && (to === '' || order(minorVersion) <= order(to));
}

function order(minorVersion: string): number {
  const [major, minor] = minorVersion.split('.').map(Number);
  return major * 1000 + minor;
}
