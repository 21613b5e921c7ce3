import { Catalog, Option } from './catalog';
import { LINES, rangesOf } from './lines';
import { matches, SUPPLEMENT } from './supplement';

/** What became of one key over the lines. */
export interface Story {
  /** The lines that declare it as an option. */
  lines: string[];
  /** The other lines on which it is still read as an older name of an option. */
  alias?: string[];
  /** What to write instead on lines that do not know it: ranges of lines, each with the name of that time. */
  lower?: Record<string, string>;
  /** What to write today, when this is not the name of today. */
  successors?: string[];
  /** What else to know, when no successor does quite the same. */
  note?: string;
}

/** All keys that any line knows, and all templates. */
export interface History {
  keys: Record<string, Story>;
  templates: Record<string, Story>;
}

/** Tells what became of every key, from the catalogs of all lines. */
export function historyOf(catalogs: Catalog[]): History {
  if (catalogs.map((each) => each.minorVersion).join() !== LINES.map((each) => each.minorVersion).join()) throw new Error('a history needs all lines');
  const renames = new Renames(catalogs);
  const keys: Record<string, Story> = {};
  for (const key of [...renames.allKeys()].sort()) keys[key] = renames.story(key);

  const templates: Record<string, Story> = {};
  for (const key of [...new Set(catalogs.flatMap((catalog) => catalog.templates.map((template) => template.key)))].sort()) {
    templates[key] = { lines: rangesOf(catalogs.filter((catalog) => catalog.templates.some((each) => each.key === key)).map((each) => each.minorVersion)) };
  }
  for (const { keys: patterns, successors, rename, note } of SUPPLEMENT.successors) {
    const stories = patterns.flatMap((pattern) => storiesOf(pattern, keys, templates));
    for (const [key, story] of stories) {
      if (story.successors && !rename) throw new Error(`supplement.json need not say what succeeds '${key}': Flink says ${story.successors}`);
      if (successors.length && !rename) story.successors = successors;
      if (note) story.note = note;
    }
  }
  return { keys, templates };
}

function storiesOf(pattern: string, ...sections: Record<string, Story>[]): [string, Story][] {
  const found = sections.flatMap((stories) => Object.entries(stories)).filter(([key]) => matches(pattern, key));
  if (!found.length) throw new Error(`supplement.json tells what became of '${pattern}', which no line knows`);
  return found;
}

/** Who succeeded whom. A key is succeeded by an option that reads it as its older name. */
class Renames {
  private readonly older = new Map<string, string[]>();
  private readonly newer = new Map<string, Set<string>>();
  private readonly newestFirst: Catalog[];

  constructor(private readonly catalogs: Catalog[]) {
    this.newestFirst = [...catalogs].reverse();
    this.rename((option) => option.deprecatedKeys);
    // An older name that only stands among the fallbacks counts where no option calls it its own.
    const owned = new Set(this.newer.keys());
    this.rename((option) => option.fallbackKeys?.filter((old) => !owned.has(old)));
    for (const { keys: [old], successors: [key], rename } of SUPPLEMENT.successors) {
      if (!rename) continue;
      if (this.newer.get(old)?.has(key)) throw new Error(`supplement.json need not say that '${old}' became '${key}': Flink says so`);
      this.renamed(old, key);
    }
  }

  private rename(oldNames: (option: Option) => string[] | undefined): void {
    for (const catalog of this.newestFirst) {
      for (const [key, option] of Object.entries(catalog.options)) {
        for (const old of oldNames(option) ?? []) {
          // An option that falls back to another one that is alive has not replaced it.
          if (old !== key && !isAlive(catalog, old)) this.renamed(old, key);
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

  public story(key: string): Story {
    const declaring = this.catalogs.filter((catalog) => catalog.options[key]);
    const others = this.catalogs.filter((catalog) => !catalog.options[key]);
    const aliasing = others.filter((catalog) => this.isAlias(catalog, key));
    const lower = new Map<string, string[]>();
    for (const catalog of others) {
      const name = aliasing.includes(catalog) ? undefined : this.lowered(key, catalog);
      if (name) lower.set(name, [...lower.get(name) ?? [], catalog.minorVersion]);
    }
    const successors = this.successors(key);
    return {
      lines: rangesOf(declaring.map((catalog) => catalog.minorVersion)),
      ...(aliasing.length && { alias: rangesOf(aliasing.map((catalog) => catalog.minorVersion)) }),
      ...(lower.size && { lower: Object.fromEntries([...lower].flatMap(([name, lines]) => rangesOf(lines).map((range) => [range, name]))) }),
      ...(successors.length && { successors }),
    };
  }

  private isAlias(catalog: Catalog, key: string): boolean {
    return [...this.newer.get(key) ?? []].some((name) => {
      const option = catalog.options[name];
      return option?.deprecatedKeys?.includes(key) || option?.fallbackKeys?.includes(key);
    });
  }

  /** The name that a line knows for what is now called `key`: the nearest of its older names. */
  private lowered(key: string, catalog: Catalog): string | undefined {
    const seen = new Set([key]);
    for (let names = [key]; names.length;) {
      names = [...new Set(names.flatMap((name) => this.older.get(name) ?? []))].filter((name) => !seen.has(name));
      names.forEach((name) => seen.add(name));
      const known = names.filter((name) => catalog.options[name]);
      if (known.length) return known.find((name) => !catalog.options[name].deprecated) ?? known[0];
    }
    return undefined;
  }

  /** The newest names of what was called `key`, when it is not alive on the newest line. */
  private successors(key: string): string[] {
    if (isAlive(this.newestFirst[0], key)) return [];
    const seen = new Set([key]);
    const newest = new Set<string>();
    for (const name of seen) {
      const next = [...this.newer.get(name) ?? []].filter((each) => !seen.has(each));
      if (!next.length && name !== key) newest.add(name);
      next.forEach((each) => (isAlive(this.newestFirst[0], each) ? newest : seen).add(each));
    }
    return [...newest].sort();
  }
}

function isAlive(catalog: Catalog, key: string): boolean {
  return key in catalog.options && !catalog.options[key].deprecated;
}
