import { likelyDuration } from './duration';
import { InvalidValue, javaTrim, quote, suggest } from './invalid-value';
import { parseDecimal } from '../../private/java-number';
import { parseMemorySize } from '../../private/memory-size';

const UNITS: { readonly [unit: string]: bigint } = {
  ns: 1n, us: 1000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n, d: 86_400_000_000_000n,
};

/** A duration as Hadoop's `Configuration.getTimeDuration` parses it. Without a unit it is in the unit of the option, which is not known here. */
export function parseHadoopDuration(text: string): bigint | InvalidValue {
  const [, amount, unit = 'ms'] = /^([+-]?\d+)(ns|us|ms|s|m|h|d)?$/i.exec(javaTrim(text)) ?? [];
  return amount === undefined ? notADuration(text) : BigInt(amount) * UNITS[unit.toLowerCase()];
}

/** A duration as the Airlift library parses it for Presto: a number and a case-sensitive unit. */
export function parseAirliftDuration(text: string): bigint | InvalidValue {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*(ns|us|ms|s|m|h|d)\s*$/.exec(text) ?? [];
  return amount === undefined ? notADuration(text) : BigInt(Math.round(parseDecimal(amount, 'double')! * Number(UNITS[unit])));
}

/** A number of bytes as Hadoop's `Configuration.getLongBytes` parses it: a whole number and an optional letter for a binary unit. */
export function parseHadoopSize(text: string): bigint | InvalidValue {
  const [, amount, unit = ''] = /^([+-]?\d+)([kmgtpe])?$/i.exec(javaTrim(text)) ?? [];
  if (amount !== undefined) return BigInt(amount) * 1024n ** BigInt(' kmgtpe'.indexOf(unit.toLowerCase() || ' '));
  const bytes = parseMemorySize(text.replace(/i(?=b?\s*$)/i, ''));
  return new InvalidValue(`${quote(text)} is not`, typeof bytes === 'bigint' ? suggest(hadoopSizeText(bytes)) : "Write a whole number and one letter, for example '64M'");
}

/** A duration that both Hadoop and Airlift parse. */
export function fileSystemDurationText(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}

/** Bytes in the largest unit of Hadoop of which they are a whole number. */
export function hadoopSizeText(bytes: bigint): string {
  const power = [4n, 3n, 2n, 1n].find((each) => bytes > 0n && bytes % 1024n ** each === 0n) ?? 0n;
  return `${bytes / 1024n ** power}${' KMGT'[Number(power)].trim()}`;
}

function notADuration(text: string): InvalidValue {
  const nanos = likelyDuration(text);
  const milliseconds = nanos === undefined ? NaN : Number(nanos / 1_000_000n);
  return new InvalidValue(`${quote(text)} is not`, milliseconds > 0 ? suggest(fileSystemDurationText(milliseconds)) : "Write a number and its unit, for example '30s' or '200ms'");
}
