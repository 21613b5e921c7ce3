import { MemoryConfigurationError } from './memory-configuration-error';
import { Range } from './settings';
import { decimalOf } from '../private/java-decimal';
import { humanMemorySize, MOST_BYTES } from '../private/memory-size';

/** The sum of amounts, which must stay countable at every step. */
export function sum(...amounts: bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  if (total > MOST_BYTES) throw overflow(`${amounts.map(humanMemorySize).join(' + ')} is`);
  return total;
}

/** The fraction of an amount, within the bounds. */
export function fractionOf(base: bigint, range: Range): bigint {
  return bounded(multiply(base, range.fraction, range), range);
}

/** What must be added to an amount so that it is the fraction of both together, within the bounds. */
export function fractionBeside(base: bigint, range: Range): bigint {
  return bounded(multiply(base, range.fraction / (1 - range.fraction), range), range);
}

function bounded(amount: bigint, { min, max }: Range): bigint {
  return amount > max ? max : amount < min ? min : amount;
}

interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const factors = new Map<number, Factor>();
const MOST_FACTORS = 256;

/** An amount times a number in decimal, cut off after the last whole byte. */
function multiply(amount: bigint, factor: number, { fraction }: Range): bigint {
  const { numerator, denominator } = factorOf(factor);
  const product = amount * numerator;
  if (product > MOST_BYTES * denominator) throw overflow(`a part that is to be ${fraction} of itself and ${humanMemorySize(amount)} is`);
  return product / denominator;
}

/** The digits of a number, which take long to find: the few that configurations hold are kept. */
function factorOf(number: number): Factor {
  const known = factors.get(number);
  if (known) return known;
  const { digits, exponent } = decimalOf(number);
  const factor = { numerator: digits * 10n ** BigInt(Math.max(exponent, 0)), denominator: 10n ** BigInt(Math.max(-exponent, 0)) };
  if (factors.size === MOST_FACTORS) factors.clear();
  factors.set(number, factor);
  return factor;
}

function overflow(what: string): MemoryConfigurationError {
  return new MemoryConfigurationError('E-OVERFLOW', undefined, `${what} more than the ${MOST_BYTES} bytes that Flink can count`, 'Write smaller amounts');
}
