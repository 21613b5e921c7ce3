import { Catalog, Option } from './catalog';
import { matches, SUPPLEMENT } from './supplement';
import { MINOR_VERSIONS, rangesOf } from './versions';

/** The history of one key over all minor versions. */
export interface KeyHistory {
  /** The versions that declare an option with this key. */
  versions: string[];
  /** The other versions that read it as a deprecated or fallback key of another option. */
  alias?: string[];
  /** The key of the same option in older versions, by ranges of versions. */
  olderKeys?: Record<string, string>;
  /** The keys that replace it in the newest version. */
  successors?: string[];
  /** How a successor differs from it. */
  note?: string;
}

/** The histories of the keys and templates of all versions. */
export interface History {
  keys: Record<string, KeyHistory>;
  templates: Record<string, KeyHistory>;
}

/** Derives the history of every key from the catalogs of all versions. */
export function historyOf(catalogs: Catalog[]): History {
  if (catalogs.map((each) => each.minorVersion).join() !== MINOR_VERSIONS.map((each) => each.minorVersion).join()) throw new Error('a history requires the catalogs of all minor versions');
  const renames = new Renames(catalogs);
  const keys: Record<string, KeyHistory> = {};
  for (const key of [...renames.allKeys()].sort()) keys[key] = renames.historyOf(key);

  const templates: Record<string, KeyHistory> = {};
  for (const key of [...new Set(catalogs.flatMap((catalog) => catalog.templates.map((template) => template.key)))].sort()) {
    templates[key] = { versions: rangesOf(catalogs.filter((catalog) => catalog.templates.some((each) => each.key === key)).map((each) => each.minorVersion)) };
  }
  for (const { keys: patterns, successors, rename, note } of SUPPLEMENT.successors) {
    const histories = patterns.flatMap((pattern) => matching(pattern, keys, templates));
    for (const [key, history] of histories) {
      if (history.successors && !rename) throw new Error(`the successors of '${key}' in supplement.json are redundant: Flink declares ${history.successors}`);
      if (successors.length && !rename) history.successors = successors;
      if (note) history.note = note;
    }
  }
  return { keys, templates };
}

function matching(pattern: string, ...sections: Record<string, KeyHistory>[]): [string, KeyHistory][] {
  const found = sections.flatMap((histories) => Object.entries(histories)).filter(([key]) => matches(pattern, key));
  if (!found.length) throw new Error(`supplement.json has successors of '${pattern}', which no version has`);
  return found;
}

/** The renames of options: a key is renamed to that of an option which has it among its deprecated or fallback keys. */
class Renames {
  private readonly older = new Map<string, string[]>();
  private readonly newer = new Map<string, Set<string>>();
  private readonly newestFirst: Catalog[];

  constructor(private readonly catalogs: Catalog[]) {
    this.newestFirst = [...catalogs].reverse();
    this.rename((option) => option.deprecatedKeys);
    // A fallback key counts as a rename only where no option has it among its deprecated keys.
    const owned = new Set(this.newer.keys());
    this.rename((option) => option.fallbackKeys?.filter((old) => !owned.has(old)));
    for (const { keys: [old], successors: [key], rename } of SUPPLEMENT.successors) {
      if (!rename) continue;
      if (this.newer.get(old)?.has(key)) throw new Error(`the rename of '${old}' to '${key}' in supplement.json is redundant: Flink declares it`);
      this.renamed(old, key);
    }
  }

  private rename(oldNames: (option: Option) => string[] | undefined): void {
    for (const catalog of this.newestFirst) {
      for (const [key, option] of Object.entries(catalog.options)) {
        for (const old of oldNames(option) ?? []) {
          // An option that falls back to a current one has not replaced it.
          if (old !== key && !isCurrent(catalog, old)) this.renamed(old, key);
        }
      }
    }
  }

  private renamed(old: string, key: string): void {
    this.older.set(key, [...new Set([...this.older.get(key) ?? [], old])]);
    this.newer.set(old, (this.newer.get(old) ?? new Set()).add(key));
  }

  public allKeys(): Set<string> {
    return new Set([...this.catalogs.flatMap((catalog) => Object.keys(catalog.options)), ...this.newer.keys()]);
  }

  public historyOf(key: string): KeyHistory {
    const declaring = this.catalogs.filter((catalog) => catalog.options[key]);
    const others = this.catalogs.filter((catalog) => !catalog.options[key]);
    const aliasing = others.filter((catalog) => this.isAlias(catalog, key));
    const olderKeys = new Map<string, string[]>();
    for (const catalog of others) {
      const name = aliasing.includes(catalog) ? undefined : this.olderKey(key, catalog);
      if (name) olderKeys.set(name, [...olderKeys.get(name) ?? [], catalog.minorVersion]);
    }
    const successors = this.successors(key);
    return {
      versions: rangesOf(declaring.map((catalog) => catalog.minorVersion)),
      ...(aliasing.length && { alias: rangesOf(aliasing.map((catalog) => catalog.minorVersion)) }),
      ...(olderKeys.size && { olderKeys: Object.fromEntries([...olderKeys].flatMap(([name, versions]) => rangesOf(versions).map((range) => [range, name]))) }),
      ...(successors.length && { successors }),
    };
  }

  private isAlias(catalog: Catalog, key: string): boolean {
    return [...this.newer.get(key) ?? []].some((name) => {
      const option = catalog.options[name];
      return option?.deprecatedKeys?.includes(key) || option?.fallbackKeys?.includes(key);
    });
  }

  /** The key of the same option in an older version: the most recent of its previous keys. */
  private olderKey(key: string, catalog: Catalog): string | undefined {
    const seen = new Set([key]);
    for (let names = [key]; names.length;) {
      names = [...new Set(names.flatMap((name) => this.older.get(name) ?? []))].filter((name) => !seen.has(name));
      names.forEach((name) => seen.add(name));
      const known = names.filter((name) => catalog.options[name]);
      if (known.length) return known.find((name) => !catalog.options[name].deprecated) ?? known[0];
    }
    return undefined;
  }

  /** The newest keys of an option, when the newest version does not have the key or has deprecated it. */
  private successors(key: string): string[] {
    if (isCurrent(this.newestFirst[0], key)) return [];
    const seen = new Set([key]);
    const newest = new Set<string>();
    for (const name of seen) {
      const next = [...this.newer.get(name) ?? []].filter((each) => !seen.has(each));
      if (!next.length && name !== key) newest.add(name);
      next.forEach((each) => (isCurrent(this.newestFirst[0], each) ? newest : seen).add(each));
    }
    return [...newest].sort();
  }
}

function isCurrent(catalog: Catalog, key: string): boolean {
  return key in catalog.options && !catalog.options[key].deprecated;
}
