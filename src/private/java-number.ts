/**
 * Numbers as Java parses them. JavaScript's own parsers accept other texts (`''`, `0b1`, `1e3` for an integer) and have no `float`: rounding to
 * double first and to float then is sometimes off by one bit, which may be a terabyte of 2^63 bytes.
 */

/** `Integer.parseInt` (32 bits) or `Long.parseLong` (64 bits); undefined for any other text. */
export function parseInteger(text: string, bits: number): bigint | undefined {
  // Java parses UTF-16 code units, so digits beyond 16 bits are invalid.
  if (!/^[+-]?(?:(?![\u{10000}-\u{10ffff}])\p{Nd})+$/u.test(text)) return undefined;
  const magnitude = BigInt(text.replace(/^[+-]/, '').replace(/[^0-9]/gu, digit));
  const result = text[0] === '-' ? -magnitude : magnitude;
  return BigInt.asIntN(bits, result) === result ? result : undefined;
}

/** The value of a digit of any script. The ten digits of a script begin at a code that ends in 0 or in 6. */
function digit(character: string): string {
  const code = character.codePointAt(0)!;
  const row = code - code % 16;
  return String(/\p{Nd}/u.test(String.fromCodePoint(row)) ? code % 16 : code % 16 - 6);
}

const DECIMAL = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/;
const BINARY = /^([+-]?)0[xX](?:([\da-fA-F]+)\.?([\da-fA-F]*)|\.([\da-fA-F]+))[pP]([+-]?\d+)[fFdD]?$/;
const SIGNIFICANT_BITS = { float: 24, double: 53 };

/** `Float.parseFloat` or `Double.parseDouble`; undefined for any other text. A float is widened to a double. */
export function parseDecimal(text: string, type: 'float' | 'double'): number | undefined {
  const trimmed = text.replace(/^[\0- ]+|[\0- ]+$/g, '');
  const binary = BINARY.exec(trimmed);
  if (binary) return fromBinary(binary, SIGNIFICANT_BITS[type]);
  if (!DECIMAL.test(trimmed)) return undefined;
  const plain = trimmed.replace(/[fFdD]$/, '');
  const nearest = Number(plain);
  return type === 'double' ? nearest : toFloat(nearest, plain);
}

/** The float nearest to a text, given the double nearest to it. */
function toFloat(nearest: number, text: string): number {
  const bits = new BigUint64Array(new Float64Array([nearest]).buffer)[0];
  // Only a double exactly between two floats is ambiguous: then the digits of the text decide the direction.
  if (bits % 2n ** 29n !== 2n ** 28n) return Math.fround(nearest);
  const comparison = compareExactly(text, nearest);
  const adjusted = new Float64Array(new BigUint64Array([bits + (comparison > 0 ? 1n : comparison < 0 ? -1n : 0n)]).buffer)[0];
  return Math.fround(adjusted);
}

/** Compares the magnitudes of a decimal text and a double: positive when the text's is larger, negative when it is smaller. */
function compareExactly(text: string, double: number): number {
  const [, whole = '', fraction = '', power = '0'] = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)!;
  const exponent = Number(power) - fraction.length;
  const [numerator, denominator] = exactRatio(Math.abs(double));
  const left = BigInt(whole + fraction) * 10n ** BigInt(Math.max(exponent, 0)) * denominator;
  const right = numerator * 10n ** BigInt(Math.max(-exponent, 0));
  return left > right ? 1 : left < right ? -1 : 0;
}

function exactRatio(double: number): [numerator: bigint, denominator: bigint] {
  let scaled = double;
  let denominator = 1n;
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return [BigInt(scaled), denominator];
}

function fromBinary([, sign, whole = '', fraction = '', onlyFraction = '', power]: string[], bits: number): number {
  const digits = fraction || onlyFraction;
  let mantissa = BigInt(`0x0${whole}${digits}`);
  let exponent = Number(power) - 4 * digits.length;
  const surplus = mantissa.toString(2).length - bits;
  if (surplus > 0) {
    const unit = 2n ** BigInt(surplus);
    const rest = 2n * (mantissa % unit);
    mantissa /= unit;
    if (rest > unit || (rest === unit && mantissa % 2n === 1n)) mantissa += 1n;
    exponent += surplus;
  }
  // In two steps: 2 ** exponent alone may leave the range of doubles.
  const half = Math.trunc(exponent / 2);
  return (sign === '-' ? -1 : 1) * Number(mantissa) * 2 ** half * 2 ** (exponent - half);
}
