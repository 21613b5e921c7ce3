import { readFileSync } from 'fs';
import { join } from 'path';
import { linesIn } from './lines';

/** What every entry of `supplement.json` says: where it holds, why we know, and where the proof stands. */
interface Entry {
  readonly lines: string;
  readonly why: string;
  /** The class whose constants hold the literal. */
  readonly class?: string;
  /** The script of bin/ that holds the literal. */
  readonly script?: string;
  /** The literal, where it is not the key or what of it follows the last placeholder. */
  readonly literal?: string;
}

/** Where the keys that a class declares or reads belong, when they are not whole keys of a cluster's configuration. */
export interface Place extends Entry {
  readonly class: string;
  readonly keys?: string[];
  readonly except?: string[];
  /** What goes before the key … */
  readonly prefix?: string;
  /** … and the setting that makes it so. */
  readonly when?: Record<string, string>;
  /** Or who else takes the key: a `table` (in SQL), a `job` (its graph). */
  readonly elsewhere?: string;
}

/** An option, or a template of one, that no field declares. */
export interface SupplementedOption extends Entry {
  readonly key: string;
  readonly type: string;
  readonly default?: string;
  readonly deprecated?: boolean;
  readonly when?: Record<string, string>;
}

/** A prefix of keys that Flink hands on unread. */
export interface Passthrough extends Entry {
  readonly prefix: string;
}

/** What text options take: `values` is all of it, `shortcuts` stand beside class names, `spellings` are what else to write. */
export interface Values extends Entry {
  readonly keys: string[];
  readonly values?: string[];
  /** What difference upper and lower case make, where it is not that of `toLowerCase`: all (`exact`), or that of `equalsIgnoreCase` (`ignored`). */
  readonly letterCase?: string;
  readonly shortcuts?: string[];
  readonly spellings?: Record<string, string>;
}

/** Keys that went without Flink naming what succeeds them. */
export interface Successor {
  /** Whole keys, or all that begin alike (`mesos.*`). */
  readonly keys: string[];
  readonly successors: string[];
  /** The same value means the same under the new name. */
  readonly rename?: boolean;
  readonly note?: string;
  readonly why: string;
}

interface Supplement {
  readonly places: Place[];
  readonly options: SupplementedOption[];
  readonly templates: SupplementedOption[];
  readonly passthrough: Passthrough[];
  readonly values: Values[];
  /** The classes whose methods make options for keys that come from elsewhere. */
  readonly builders: Entry[];
  readonly successors: Successor[];
}

/** What `supplement.json` says of all lines. */
export const SUPPLEMENT: Supplement = JSON.parse(readFileSync(join(__dirname, 'supplement.json'), 'utf8'));

// A range that names an unknown line is an error wherever it stands, not only on the lines that are looked at.
for (const entry of Object.values(SUPPLEMENT).flat()) {
  if (entry.lines) linesIn(entry.lines);
}

/** The entries that hold on one line. */
export function on<T extends Entry>(line: string, entries: T[]): T[] {
  return entries.filter((entry) => linesIn(entry.lines).includes(line));
}

/** Where a key of a class belongs on one line; nowhere special when empty. */
export function placesOf(line: string, className: string, key: string): Place[] {
  return on(line, SUPPLEMENT.places).filter((place) => matches(place.class, className)
    && (place.keys?.includes(key) ?? true) && !place.except?.includes(key));
}

/** Whether a class is the one that a pattern names, one of the classes nested in it, or one that begins like it (`…*`). */
export function matches(pattern: string, className: string): boolean {
  return pattern.endsWith('*') ? className.startsWith(pattern.slice(0, -1)) : className === pattern || className.startsWith(`${pattern}$`);
}

/** The text that must stand in the class or script which proves an entry. */
export function literalOf(entry: { literal?: string; key?: string; prefix?: string }): string {
  if (entry.literal) return entry.literal;
  const pieces = (entry.key ?? entry.prefix!).split(/<[^>]*>/).map((piece) => piece.replace(/^\.|\.$/g, ''));
  return pieces[pieces.length - 1] || pieces[0];
}
