import { likelyDuration } from './duration';
import { InvalidValue, javaTrim, shown, writeInstead } from './invalid-value';
import { readDecimal } from '../../private/java-number';
import { parseMemorySize } from '../../private/memory-size';

const UNITS: { readonly [unit: string]: bigint } = {
  ns: 1n, us: 1000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n, d: 86_400_000_000_000n,
};

/** A duration as Hadoop's `Configuration.getTimeDuration` reads it. Without a unit it has the one of the option, which is not known here. */
export function readHadoopDuration(text: string): bigint | InvalidValue {
  const [, amount, unit = 'ms'] = /^([+-]?\d+)(ns|us|ms|s|m|h|d)?$/i.exec(javaTrim(text)) ?? [];
  return amount === undefined ? noDuration(text) : BigInt(amount) * UNITS[unit.toLowerCase()];
}

/** A duration as the Airlift library reads it for Presto: a number and a unit, whose case matters. */
export function readAirliftDuration(text: string): bigint | InvalidValue {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*(ns|us|ms|s|m|h|d)\s*$/.exec(text) ?? [];
  return amount === undefined ? noDuration(text) : BigInt(Math.round(readDecimal(amount, 'double')! * Number(UNITS[unit])));
}

/** An amount of bytes as Hadoop's `Configuration.getLongBytes` reads it: a whole number, and one letter for a binary unit. */
export function readHadoopSize(text: string): bigint | InvalidValue {
  const [, amount, unit = ''] = /^([+-]?\d+)([kmgtpe])?$/i.exec(javaTrim(text)) ?? [];
  if (amount !== undefined) return BigInt(amount) * 1024n ** BigInt(' kmgtpe'.indexOf(unit.toLowerCase() || ' '));
  const bytes = parseMemorySize(text.replace(/i(?=b?\s*$)/i, ''));
  return new InvalidValue(`${shown(text)} is none`, typeof bytes === 'bigint' ? writeInstead(hadoopSizeText(bytes)) : "Write a whole number and one letter, for example '64M'");
}

/** A duration in a way that both Hadoop and Airlift read. */
export function fileSystemDurationText(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}

/** Bytes in the largest unit of Hadoop that holds them whole. */
export function hadoopSizeText(bytes: bigint): string {
  const power = [4n, 3n, 2n, 1n].find((each) => bytes > 0n && bytes % 1024n ** each === 0n) ?? 0n;
  return `${bytes / 1024n ** power}${' KMGT'[Number(power)].trim()}`;
}

function noDuration(text: string): InvalidValue {
  const nanos = likelyDuration(text);
  const milliseconds = nanos === undefined ? NaN : Number(nanos / 1_000_000n);
  return new InvalidValue(`${shown(text)} is none`, milliseconds > 0 ? writeInstead(fileSystemDurationText(milliseconds)) : "Write a number and its unit, for example '30s' or '200ms'");
}
