import { InvalidValue, quote, suggest, withoutQuotes } from './invalid-value';
import { nearest } from '../../private/edit-distance';
import { parseDecimal, parseInteger } from '../../private/java-number';

/** `true` or `false` in any letter case, without white space. */
export function parseBoolean(text: string): boolean | InvalidValue {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  const bare = withoutQuotes(text).toLowerCase();
  const suggestion = /^(1|y|yes|on|enabled?)$/.test(bare) ? 'true' : /^(0|n|no|off|disabled?)$/.test(bare) ? 'false' : nearest(bare, ['true', 'false']);
  return new InvalidValue(`${quote(text)} is neither`, suggestion ? suggest(suggestion) : "Write 'true' or 'false'");
}

/** A signed integer of 32 or 64 bits. */
export function parseWholeNumber(text: string, bits: 32 | 64): bigint | InvalidValue {
  const number = parseInteger(text, bits);
  if (number !== undefined) return number;
  const max = 2n ** BigInt(bits - 1) - 1n;
  const likely = likelyWholeNumber(text);
  const range = `Write a whole number from ${-max - 1n} to ${max}`;
  if (likely === undefined) return new InvalidValue(`${quote(text)} is not`, range);
  if (likely > max || likely < -max - 1n) return new InvalidValue(`${quote(text)} does not fit into ${bits} bits`, range);
  return new InvalidValue(`${quote(text)} is not written as one`, suggest(likely));
}

/** A floating-point number in the syntax of Java. */
export function parseFloatingPoint(text: string, type: 'float' | 'double'): number | InvalidValue {
  const number = parseDecimal(text, type);
  if (number !== undefined) return number;
  const digits = withoutQuotes(text).replace(/_/g, '').replace(/^([+-]?\d*),(\d+)/, '$1.$2');
  const amount = digits.replace(/\s*%$/, '');
  const likely = amount ? Number(amount) / (amount === digits ? 1 : 100) : NaN;
  return new InvalidValue(`${quote(text)} is not`, Number.isFinite(likely) ? suggest(likely) : "Write digits with a point, for example '0.5'");
}

/** The whole number that `4.0`, `1_000`, `1e3` or `"4"` probably stands for. */
function likelyWholeNumber(text: string): bigint | undefined {
  const digits = withoutQuotes(text).replace(/[_\s]/g, '').replace(/[,'](?=\d{3}(?:\D|$))/g, '');
  if (/^[+-]?\d+$/.test(digits)) return BigInt(digits.replace('+', ''));
  const number = digits ? Number(digits) : NaN;
  return Number.isInteger(number) ? BigInt(number) : undefined;
}
