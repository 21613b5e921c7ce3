import { bare, InvalidValue, shown, writeInstead } from './invalid-value';

/** How words are compared: Flink's readers have several ways, which differ beyond ASCII. */
export const LETTER_CASES = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  exact: (text: string) => text,
  /** `String.equalsIgnoreCase` of Java: one letter at a time, first in upper case and then in lower. */
  ignored: (text: string) => [...text].map((letter) => (letter.toUpperCase().length > letter.length ? letter : letter.toUpperCase().toLowerCase()[0])).join(''),
};

/** One of a few words, in the letter case in which it is declared. */
export function readWordAs(letters: (text: string) => string, text: string, words: readonly string[]): string | InvalidValue {
  const wanted = letters(text);
  return words.find((word) => letters(word) === wanted) ?? noneOf(text, words);
}

/** A constant of an enumeration, in any case. */
export function readWord(text: string, words: readonly string[]): string | InvalidValue {
  return readWordAs(LETTER_CASES.upper, text, words);
}

/**
 * A class name, or one of a few short names. A name without a package that differs from a short one by a slip of the finger
 * would be looked for as a class, and not be found.
 */
export function readShortcut(text: string, shortcuts: readonly string[]): string | InvalidValue {
  if (CLASS_IN_PACKAGE.test(text) || !(readWordAs(LETTER_CASES.lower, text, shortcuts) instanceof InvalidValue)) return text;
  const near = nearest(text, shortcuts);
  const remedy = near ? writeInstead(near) : `Write ${alternatives(shortcuts)}, or a class name with its package`;
  return new InvalidValue(`${shown(text)} is no short name of one, and no class name with a package either`, remedy);
}

const CLASS_IN_PACKAGE = /^[\p{L}_$][\p{L}\p{Nd}_$]*(\.[\p{L}_$][\p{L}\p{Nd}_$]*)+$/u;

/** `'a', 'b' or 'c'`. */
export function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]}`;
}

/** The word that somebody who wrote this probably meant. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const squeezed = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = squeezed(bare(text.slice(0, 80)));
  const ranked = words
    .map((word) => ({ word, away: distance(wanted, squeezed(word)) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(word.length / 3)) && away < squeezed(word).length)
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.word;
}

function noneOf(text: string, words: readonly string[]): InvalidValue {
  const near = nearest(text, words);
  return new InvalidValue(`${shown(text)} is none of them`, near ? writeInstead(near) : `Write ${alternatives(words)}`);
}

/** Letters to insert, drop, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
  }
  return rows[a.length][b.length];
}
