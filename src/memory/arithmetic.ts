import { MemoryConfigurationError } from './memory-configuration-error';
import { Range } from './settings';
import { decimalOf } from '../private/java-decimal';
import { humanMemorySize, MAX_BYTES } from '../private/memory-size';

/** The sum of amounts. It must not overflow. */
export function sum(...amounts: bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  if (total > MAX_BYTES) throw overflow(`${amounts.map(humanMemorySize).join(' + ')} is`);
  return total;
}

/** The configured fraction of an amount, within its bounds. */
export function fractionOf(base: bigint, range: Range): bigint {
  return bounded(multiply(base, range.fraction, range), range);
}

/** The amount that is the configured fraction of itself and another amount together, within its bounds. */
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
const MAX_FACTORS = 256;

/** An amount times a decimal number, truncated to whole bytes. */
function multiply(amount: bigint, factor: number, { fraction }: Range): bigint {
  const { numerator, denominator } = factorOf(factor);
  const product = amount * numerator;
  if (product > MAX_BYTES * denominator) throw overflow(`a part that is the fraction ${fraction} of itself and ${humanMemorySize(amount)} is`);
  return product / denominator;
}

/** A number as an exact fraction. The results are cached, since the conversion is slow and configurations contain few different numbers. */
function factorOf(number: number): Factor {
  const known = factors.get(number);
  if (known) return known;
  const { digits, exponent } = decimalOf(number);
  const factor = { numerator: digits * 10n ** BigInt(Math.max(exponent, 0)), denominator: 10n ** BigInt(Math.max(-exponent, 0)) };
  if (factors.size === MAX_FACTORS) factors.clear();
  factors.set(number, factor);
  return factor;
}

function overflow(amount: string): MemoryConfigurationError {
  return new MemoryConfigurationError('E-OVERFLOW', undefined, `${amount} more than the ${MAX_BYTES} bytes that Flink can represent`, 'Write smaller amounts');
}
