import { bare, InvalidValue, shown, writeInstead } from './invalid-value';
import { nearest } from '../../private/edit-distance';
import { readDecimal, readInteger } from '../../private/java-number';

/** `true` or `false` in any case, and no blank around it. */
export function readBoolean(text: string): boolean | InvalidValue {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  const word = bare(text).toLowerCase();
  const meant = /^(1|y|yes|on|enabled?)$/.test(word) ? 'true' : /^(0|n|no|off|disabled?)$/.test(word) ? 'false' : nearest(word, ['true', 'false']);
  return new InvalidValue(`${shown(text)} is neither`, meant ? writeInstead(meant) : "Write 'true' or 'false'");
}

/** A whole number that fits into so many bits. */
export function readWhole(text: string, bits: 32 | 64): bigint | InvalidValue {
  const number = readInteger(text, bits);
  if (number !== undefined) return number;
  const most = 2n ** BigInt(bits - 1) - 1n;
  const meant = wholeMeant(text);
  const range = `Write a whole number from ${-most - 1n} to ${most}`;
  if (meant === undefined) return new InvalidValue(`${shown(text)} is none`, range);
  if (meant > most || meant < -most - 1n) return new InvalidValue(`${shown(text)} is beyond the ${bits} bits that it has`, range);
  return new InvalidValue(`${shown(text)} is not written as one`, writeInstead(meant));
}

/** A number as Java's parsers of decimals take it. */
export function readFraction(text: string, type: 'float' | 'double'): number | InvalidValue {
  const number = readDecimal(text, type);
  if (number !== undefined) return number;
  const digits = bare(text).replace(/_/g, '').replace(/^([+-]?\d*),(\d+)/, '$1.$2');
  const amount = digits.replace(/\s*%$/, '');
  const meant = amount ? Number(amount) / (amount === digits ? 1 : 100) : NaN;
  return new InvalidValue(`${shown(text)} is none`, Number.isFinite(meant) ? writeInstead(meant) : "Write digits with a point, for example '0.5'");
}

/** What `4.0`, `1_000`, `1e3` or `"4"` stand for. */
function wholeMeant(text: string): bigint | undefined {
  const digits = bare(text).replace(/[_\s]/g, '').replace(/[,'](?=\d{3}(?:\D|$))/g, '');
  if (/^[+-]?\d+$/.test(digits)) return BigInt(digits.replace('+', ''));
  const number = digits ? Number(digits) : NaN;
  return Number.isInteger(number) ? BigInt(number) : undefined;
}
