import { readFileSync } from 'fs';
import { join } from 'path';
import { versionsIn } from './versions';

/** An entry of `supplement.json`: the versions for which it holds, the reason, and where the proof is. */
interface Entry {
  readonly versions: string;
  readonly why: string;
  /** The class whose constants contain the literal. */
  readonly class?: string;
  /** The script of bin/ that contains the literal. */
  readonly script?: string;
  /** The literal, where it is not the key or the part after its last placeholder. */
  readonly literal?: string;
}

/** The place of keys that a class declares or reads, when they are not complete keys of a cluster's configuration. */
export interface Place extends Entry {
  readonly class: string;
  readonly keys?: string[];
  readonly except?: string[];
  /** The prefix of the key … */
  readonly prefix?: string;
  /** … and the option that must be set for it. */
  readonly when?: Record<string, string>;
  /** Or where else the key is used: in a `table` (in SQL), in a `job` (its graph). */
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

/** A prefix of keys that Flink passes on without reading them. */
export interface Passthrough extends Entry {
  readonly prefix: string;
}

/** The values of text options: `values` are all that is accepted, `shortcuts` are accepted in addition to class names, `legacyValues` replace newer values. */
export interface Values extends Entry {
  readonly keys: string[];
  readonly values?: string[];
  /** How letter case is ignored, where it is not by `toLowerCase`: not at all (`exact`), or by `equalsIgnoreCase` (`ignored`). */
  readonly letterCase?: string;
  readonly shortcuts?: string[];
  readonly legacyValues?: Record<string, string>;
}

/** Keys that were removed without Flink declaring their successors. */
export interface Successor {
  /** Whole keys, or all that begin alike (`mesos.*`). */
  readonly keys: string[];
  readonly successors: string[];
  /** Whether a value has the same meaning under the new key. */
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
  /** The classes whose methods create options for keys that they are given. */
  readonly builders: Entry[];
  readonly successors: Successor[];
}

/** The content of `supplement.json`. */
export const SUPPLEMENT: Supplement = JSON.parse(readFileSync(join(__dirname, 'supplement.json'), 'utf8'));

// A range with an unknown version is an error, also when no version in it is generated.
for (const entry of Object.values(SUPPLEMENT).flat()) {
  if (entry.versions) versionsIn(entry.versions);
}

/** The entries that hold for one minor version. */
export function entriesFor<T extends Entry>(minorVersion: string, entries: T[]): T[] {
  return entries.filter((entry) => versionsIn(entry.versions).includes(minorVersion));
}

/** The places of a key of a class in one minor version; empty when the key is complete. */
export function placesOf(minorVersion: string, className: string, key: string): Place[] {
  return entriesFor(minorVersion, SUPPLEMENT.places).filter((place) => matches(place.class, className)
    && (place.keys?.includes(key) ?? true) && !place.except?.includes(key));
}

/** Whether a class matches a pattern: it has the name, is nested in the class of that name, or begins with a prefix (`…*`). */
export function matches(pattern: string, className: string): boolean {
  return pattern.endsWith('*') ? className.startsWith(pattern.slice(0, -1)) : className === pattern || className.startsWith(`${pattern}$`);
}

/** The text that the class or script of an entry must contain. */
export function literalOf(entry: { literal?: string; key?: string; prefix?: string }): string {
  if (entry.literal) return entry.literal;
  const pieces = (entry.key ?? entry.prefix!).split(/<[^>]*>/).map((piece) => piece.replace(/^\.|\.$/g, ''));
  return pieces[pieces.length - 1] || pieces[0];
}
