import { InvalidValue, shown, writeInstead } from './invalid-value';
import { nearest } from '../../private/edit-distance';

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

function noneOf(text: string, words: readonly string[]): InvalidValue {
  const near = nearest(text, words);
  return new InvalidValue(`${shown(text)} is none of them`, near ? writeInstead(near) : `Write ${alternatives(words)}`);
}
