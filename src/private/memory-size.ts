import type { Size } from 'cdk8s';

/**
 * Amounts of memory, parsed and formatted as by Flink's `MemorySize`. An amount is a whole number of bytes that fits into a Java `long`. In
 * Flink a number without a unit is bytes, `m` is mebibytes, and Kubernetes' `1600Mi` is invalid.
 */

/** The largest amount. */
export const MAX_BYTES = 2n ** 63n - 1n;

/** Why a text is not an amount of memory, and how to mend it. */
export interface InvalidMemorySize {
  readonly reason: string;
  readonly remedy: string;
  /** The text to write instead, where it can be derived. */
  readonly suggestion?: string;
}

const KIBI = 1024n;
const UNITS = [
  { short: '', long: 'bytes', labels: ['b', 'bytes'], bytes: 1n },
  { short: 'k', long: 'kb', labels: ['k', 'kb', 'kibibytes'], bytes: KIBI },
  { short: 'm', long: 'mb', labels: ['m', 'mb', 'mebibytes'], bytes: KIBI ** 2n },
  { short: 'g', long: 'gb', labels: ['g', 'gb', 'gibibytes'], bytes: KIBI ** 3n },
  { short: 't', long: 'tb', labels: ['t', 'tb', 'tebibytes'], bytes: KIBI ** 4n },
];
const BYTES_BY_LABEL = new Map([['', 1n], ...UNITS.flatMap((unit) => unit.labels.map((label): [string, bigint] => [label, unit.bytes]))]);
// Java's trim removes all control characters, and no white space beyond ASCII.
const AMOUNT = /^[\0- ]*([0-9]+)[\0- ]*([^]*?)[\0- ]*$/;

/** The bytes of an amount of memory in Flink's syntax. */
export function parseMemorySize(text: string): bigint | InvalidMemorySize {
  const parts = AMOUNT.exec(text);
  if (!parts) return { reason: `'${text}' does not begin with a whole number`, ...advice(text) };
  const amount = BigInt(parts[1]);
  if (amount > MAX_BYTES) return tooLarge(text);
  const unit = BYTES_BY_LABEL.get(parts[2].toLowerCase());
  if (unit === undefined) return { reason: `'${text}' has the unknown unit '${parts[2]}'`, ...advice(text) };
  return amount * unit > MAX_BYTES ? tooLarge(text) : amount * unit;
}

function tooLarge(text: string): InvalidMemorySize {
  return { reason: `'${text}' is more than the ${MAX_BYTES} bytes that Flink can represent`, remedy: 'Write a smaller amount' };
}

/** Suggests an amount for texts that are in Kubernetes' syntax or have a fraction. */
function advice(text: string): Pick<InvalidMemorySize, 'remedy' | 'suggestion'> {
  const [, whole = '', fraction = '', unit = ''] = /^\s*(\d+)(?:\.(\d+))?\s*([kmgt]?)i?b?\s*$/i.exec(text) ?? [];
  const bytes = whole && BigInt(whole + fraction) * BYTES_BY_LABEL.get(unit.toLowerCase())!;
  const scale = 10n ** BigInt(fraction.length);
  const suggestion = bytes !== '' && bytes % scale === 0n ? shortMemorySize(bytes / scale) : undefined;
  const example = suggestion === undefined ? "for example '1728m'" : `'${suggestion}'`;
  return { remedy: `Write ${example}: a whole number and one of the units b, k, m, g, t, each 1024 times the one before`, suggestion };
}

/** The bytes of a `Size`. */
export function bytesOf(size: Size): bigint | InvalidMemorySize {
  // 2 is SizeRoundingBehavior.NONE. The enum would load cdk8s, of which only types are needed here.
  const bytes = size.toKibibytes({ rounding: 2 }) * 1024;
  if (!Number.isInteger(bytes)) return { reason: `a Size of ${bytes} bytes is not a whole number of bytes`, remedy: 'Give a Size in a smaller unit' };
  return BigInt(bytes) > MAX_BYTES ? tooLarge(`${BigInt(bytes)}b`) : BigInt(bytes);
}

/** The shortest text of an amount: `1728m`, `2g`, `1000`. */
export function shortMemorySize(bytes: bigint): string {
  const unit = UNITS.filter((u) => bytes % u.bytes === 0n && bytes > 0n).pop() ?? UNITS[0];
  return `${bytes / unit.bytes}${unit.short}`;
}

/** An amount as `MemorySize.toString()` formats it: `1728 mb`. Like Flink, it formats multiples of 1 TiB in bytes. */
export function memorySizeText(bytes: bigint): string {
  const first = UNITS.findIndex((unit) => bytes % unit.bytes !== 0n);
  const unit = UNITS[Math.max(first - 1, 0)];
  return `${bytes / unit.bytes} ${unit.long}`;
}

/** An amount as `MemorySize.toHumanReadableString()` formats it: `1.688gb (1811939328 bytes)`. */
export function humanMemorySize(bytes: bigint): string {
  const unit = UNITS.filter((u) => bytes > u.bytes).pop() ?? UNITS[0];
  if (unit === UNITS[0]) return `${bytes} bytes`;
  // Java rounds the shortest decimal text of the quotient half up; toFixed rounds its exact value.
  const [whole, fraction = ''] = String(Number(bytes) / Number(unit.bytes)).split('.');
  const thousandths = BigInt(whole + fraction.slice(0, 3).padEnd(3, '0')) + (fraction[3] >= '5' ? 1n : 0n);
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}${unit.long} (${bytes} bytes)`;
}
