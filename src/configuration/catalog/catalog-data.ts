import { readFileSync } from 'fs';
import { join } from 'path';
import { FlinkVersion } from '../../flink-version';

/** One option as a catalog file has it. */
export interface OptionData {
  readonly type: string;
  readonly element?: string;
  readonly values?: string[];
  /** Whether a map's entries may be set one by one, by its name, a point and theirs. */
  readonly entries?: boolean;
  readonly default?: string;
  readonly deprecatedKeys?: string[];
  readonly fallbackKeys?: string[];
  readonly deprecated?: boolean;
  readonly sensitive?: boolean;
  /** Values that this line spells differently from the newest one. */
  readonly spellings?: { readonly [newest: string]: string };
}

/** Options whose names have a part that users choose. */
export interface TemplateData extends OptionData {
  /** For example `metrics.reporter.<name>.port`. */
  readonly key: string;
}

/** All options of one line, as its catalog file has them. */
export interface CatalogData {
  readonly minorVersion: string;
  readonly javaOptions: string;
  /** Parts of names whose values Flink hides. */
  readonly sensitive: string[];
  readonly options: { readonly [key: string]: OptionData };
  readonly templates: TemplateData[];
  /** Beginnings of names that Flink hands on unread. */
  readonly passthrough: string[];
}

/** What became of a name over the lines. */
export interface HistoryData {
  /** Lines that know the option by this name. */
  readonly lines: string[];
  /** Lines that read it as another option's older name. */
  readonly alias?: string[];
  /** Its newest names. */
  readonly successors?: string[];
  /** In what a successor differs. */
  readonly note?: string;
  /** What older lines call it. */
  readonly lower?: { readonly [lines: string]: string };
}

const FOLDER = join(__dirname, '..', '..', '..', 'catalog');
const files = new Map<string, unknown>();
const olderNames = new Map<string, Map<string, string[]>>();

/** The content of a file of the catalog folder. Each is read when it is first asked for, and no other with it. */
export function readCatalogFile<T>(name: string): T {
  let content = files.get(name);
  if (!content) {
    content = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
    files.set(name, content);
  }
  return content as T;
}

/** A line's catalog. */
export function catalogData({ minorVersion }: FlinkVersion): CatalogData {
  return readCatalogFile(`flink-${minorVersion}.json`);
}

/** The options of a line that read a name as an older one of theirs. */
export function readAsOlder(version: FlinkVersion, name: string): string[] {
  const { minorVersion, options } = catalogData(version);
  let older = olderNames.get(minorVersion);
  if (!older) {
    older = new Map();
    for (const [key, { deprecatedKeys = [], fallbackKeys = [] }] of Object.entries(options)) {
      for (const each of new Set([...deprecatedKeys, ...fallbackKeys])) older.set(each, [...older.get(each) ?? [], key]);
    }
    olderNames.set(minorVersion, older);
  }
  return older.get(name) ?? [];
}

/** What became of a name over the lines, or undefined when no line has ever known it. */
export function historyOf(key: string): HistoryData | undefined {
  return allHistory()[key];
}

/** Every name that any line has known. */
export function allHistory(): { readonly [key: string]: HistoryData } {
  return readCatalogFile<{ readonly keys: { readonly [key: string]: HistoryData } }>('history.json').keys;
}

/** Whether a range such as `1.13-1.19`, `2.0-` or `1.15` holds a line. */
export function holds(range: string, line: string): boolean {
  const [from, to] = range.includes('-') ? range.split('-') : [range, range];
  return order(from) <= order(line) && (to === '' || order(line) <= order(to));
}

function order(line: string): number {
  const [major, minor] = line.split('.').map(Number);
  return major * 1000 + minor;
}
