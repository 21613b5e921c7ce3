/**
 * A `double` in decimal, with the digits that `Double.toString` of Java 8 to 18 writes: Flink multiplies amounts by them. Mostly these are
 * the shortest digits that distinguish a number from its neighbours, as in JavaScript. Exceptions are powers of two, for which Java uses the
 * narrower gap on both sides, and whole numbers, which it writes in full.
 * Java 19 and later always write the shortest digits; the official images of all supported versions have an older Java by default.
 */
export interface Decimal {
  readonly digits: bigint;
  /** The value is digits * 10^exponent. */
  readonly exponent: number;
}

/** The digits of a finite number that is not negative. */
export function decimalOf(double: number): Decimal {
  return Number.isInteger(double) && double < 2 ** 63 ? wholeNumber(double) : fraction(double);
}

/** Java drops only digits that are entirely below the last bit. */
function wholeNumber(double: number): Decimal {
  const beyond = Math.floor(Math.log2(double)) - 54;
  const dropped = beyond > 1 ? Math.floor(beyond * Math.log10(2)) : 0;
  const unit = 10n ** BigInt(dropped);
  return { digits: (BigInt(double) + unit / 2n) / unit, exponent: dropped };
}

/** Digit by digit, until the remainder is less than half the gap to the neighbours. */
function fraction(double: number): Decimal {
  const bits = new BigUint64Array(new Float64Array([double]).buffer)[0];
  const field = bits / 2n ** 52n;
  const mantissa = bits % 2n ** 52n + (field > 0n ? 2n ** 52n : 0n);
  const power = (field > 0n ? field : 1n) - 1075n;
  // Scaled by the same factor: the remainder, half the gap, and one unit of the next digit. A power of two has a narrower gap below.
  const scale = mantissa === 2n ** 52n ? 4n : 2n;
  let exponent = Math.floor(Math.log10(double));
  let left = mantissa * scale * raised(2n, power) * raised(10n, BigInt(-exponent));
  let gap = raised(2n, power) * raised(10n, BigInt(-exponent));
  const one = scale * raised(2n, -power) * raised(10n, BigInt(exponent));
  // Where Java writes an exponent, it writes at least two digits.
  const fewest = exponent < -3 || exponent >= 8 ? 10n : 1n;
  let digits = 0n;
  for (;;) {
    digits = digits * 10n + left / one;
    left %= one;
    const low = left < gap;
    const high = left + gap > one;
    if ((low || high) && digits >= fewest) {
      const odd = digits % 2n === 1n;
      const up = high && (!low || 2n * left > one || (2n * left === one && odd));
      return { digits: up ? digits + 1n : digits, exponent };
    }
    left *= 10n;
    gap *= 10n;
    exponent -= 1;
  }
}

/** A power, or 1 for a negative exponent, whose reciprocal is on the other side of the equation. */
function raised(base: bigint, power: bigint): bigint {
  return power > 0n ? base ** power : 1n;
}

/** A number truncated to eight decimal places. */
export function cutToEightDecimals(double: number): number {
  const { digits, exponent } = decimalOf(double);
  return exponent < -8 ? Number(`${digits / 10n ** BigInt(-8 - exponent)}e-8`) : double;
}

/** `Double.toString`. */
export function doubleText(double: number): string {
  if (double < 0 || Object.is(double, -0)) return `-${doubleText(-double)}`;
  if (double === 0) return '0.0';
  const { digits, exponent } = decimalOf(double);
  const text = String(digits);
  const point = text.length + exponent;
  if (point > 7 || point < -2) return `${text[0]}.${text.slice(1).replace(/0+$/, '') || '0'}E${point - 1}`;
  const padded = text.padStart(text.length + Math.max(1 - point, 0), '0').padEnd(point, '0');
  const whole = Math.max(point, 1);
  return `${padded.slice(0, whole)}.${padded.slice(whole).replace(/0+$/, '') || '0'}`;
}
