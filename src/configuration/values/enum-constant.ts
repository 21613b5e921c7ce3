import { InvalidValue, quote, suggest } from './invalid-value';
import { nearest } from '../../private/edit-distance';

/** How Flink's parsers ignore letter case. They differ beyond ASCII. */
export const LETTER_CASES = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  exact: (text: string) => text,
  /** `String.equalsIgnoreCase` of Java: one letter at a time, first in upper case and then in lower. */
  ignored: (text: string) => [...text].map((letter) => (letter.toUpperCase().length > letter.length ? letter : letter.toUpperCase().toLowerCase()[0])).join(''),
};

/** One of several constants, compared in a letter case. It is returned as it is declared. */
export function parseConstant(letterCase: (text: string) => string, text: string, constants: readonly string[]): string | InvalidValue {
  const normalized = letterCase(text);
  return constants.find((constant) => letterCase(constant) === normalized) ?? notOneOf(text, constants);
}

/** A constant of an enum, in any letter case. */
export function parseEnumConstant(text: string, constants: readonly string[]): string | InvalidValue {
  return parseConstant(LETTER_CASES.upper, text, constants);
}

/**
 * A class name, or one of several short names. Flink loads any other text as a class, so a misspelled short name without a package would
 * fail when the process starts.
 */
export function parseClassName(text: string, shortNames: readonly string[]): string | InvalidValue {
  if (QUALIFIED_CLASS_NAME.test(text) || !(parseConstant(LETTER_CASES.lower, text, shortNames) instanceof InvalidValue)) return text;
  const near = nearest(text, shortNames);
  const remedy = near ? suggest(near) : `Write ${alternatives(shortNames)}, or a class name with its package`;
  return new InvalidValue(`${quote(text)} is neither a short name nor a class name with a package`, remedy);
}

const QUALIFIED_CLASS_NAME = /^[\p{L}_$][\p{L}\p{Nd}_$]*(\.[\p{L}_$][\p{L}\p{Nd}_$]*)+$/u;

/** `'a', 'b' or 'c'`. */
export function alternatives(constants: readonly string[]): string {
  const quoted = constants.map((constant) => `'${constant}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]}`;
}

function notOneOf(text: string, constants: readonly string[]): InvalidValue {
  const near = nearest(text, constants);
  return new InvalidValue(`${quote(text)} is not one of them`, near ? suggest(near) : `Write ${alternatives(constants)}`);
}
