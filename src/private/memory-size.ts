import type { Size } from 'cdk8s';

/**
 * Flink's texts for amounts of memory, read and written as its `MemorySize` does. An amount is a whole number of bytes that Java's
 * `long` can count. In Flink a bare number means bytes, `m` means mebibytes, and Kubernetes' `1600Mi` means nothing.
 */

/** The largest amount. */
export const MOST_BYTES = 2n ** 63n - 1n;

/** Why a text is no amount of memory, and how to mend it. */
export interface InvalidMemorySize {
  readonly what: string;
  readonly remedy: string;
  /** The text that the remedy names, where it knows what was meant. */
  readonly instead?: string;
}

const KIBI = 1024n;
const UNITS = [
  { short: '', long: 'bytes', spellings: ['b', 'bytes'], bytes: 1n },
  { short: 'k', long: 'kb', spellings: ['k', 'kb', 'kibibytes'], bytes: KIBI },
  { short: 'm', long: 'mb', spellings: ['m', 'mb', 'mebibytes'], bytes: KIBI ** 2n },
  { short: 'g', long: 'gb', spellings: ['g', 'gb', 'gibibytes'], bytes: KIBI ** 3n },
  { short: 't', long: 'tb', spellings: ['t', 'tb', 'tebibytes'], bytes: KIBI ** 4n },
];
const BYTES_BY_SPELLING = new Map([['', 1n], ...UNITS.flatMap((unit) => unit.spellings.map((s): [string, bigint] => [s, unit.bytes]))]);
// Java's trim takes all control characters, and no blank beyond ASCII.
const AMOUNT = /^[\0- ]*([0-9]+)[\0- ]*([^]*?)[\0- ]*$/;

/** The bytes that a text means to Flink. */
export function parseMemorySize(text: string): bigint | InvalidMemorySize {
  const parts = AMOUNT.exec(text);
  if (!parts) return { what: `'${text}' does not begin with a whole number`, ...advice(text) };
  const amount = BigInt(parts[1]);
  if (amount > MOST_BYTES) return tooLarge(text);
  const unit = BYTES_BY_SPELLING.get(parts[2].toLowerCase());
  if (unit === undefined) return { what: `'${text}' has the unit '${parts[2]}', which Flink does not know`, ...advice(text) };
  return amount * unit > MOST_BYTES ? tooLarge(text) : amount * unit;
}

function tooLarge(text: string): InvalidMemorySize {
  return { what: `'${text}' is more than the ${MOST_BYTES} bytes that Flink can count`, remedy: 'Write a smaller amount' };
}

/** What the user probably meant: many write amounts as Kubernetes does, or with a fraction. */
function advice(text: string): Pick<InvalidMemorySize, 'remedy' | 'instead'> {
  const [, whole = '', fraction = '', unit = ''] = /^\s*(\d+)(?:\.(\d+))?\s*([kmgt]?)i?b?\s*$/i.exec(text) ?? [];
  const bytes = whole && BigInt(whole + fraction) * BYTES_BY_SPELLING.get(unit.toLowerCase())!;
  const scale = 10n ** BigInt(fraction.length);
  const instead = bytes !== '' && bytes % scale === 0n ? shortMemorySize(bytes / scale) : undefined;
  const meant = instead === undefined ? "for example '1728m'" : `'${instead}'`;
  return { remedy: `Write ${meant}: a whole number and one of b, k, m, g, t, each 1024 of the one before`, instead };
}

/** The bytes of a `Size`. */
export function bytesOf(size: Size): bigint | InvalidMemorySize {
  // 2 is SizeRoundingBehavior.NONE; spelled out, because of cdk8s only types are needed here.
  const bytes = size.toKibibytes({ rounding: 2 }) * 1024;
  if (!Number.isInteger(bytes)) return { what: `a Size of ${bytes} bytes is no whole number of bytes`, remedy: 'Give a Size in a smaller unit' };
  return BigInt(bytes) > MOST_BYTES ? tooLarge(`${BigInt(bytes)}b`) : BigInt(bytes);
}

/** The shortest text that Flink reads as this amount: `1728m`, `2g`, `1000`. */
export function shortMemorySize(bytes: bigint): string {
  const unit = UNITS.filter((u) => bytes % u.bytes === 0n && bytes > 0n).pop() ?? UNITS[0];
  return `${bytes / unit.bytes}${unit.short}`;
}

/** Flink's own text, as its configuration files and REST API have it: `1728 mb`. A multiple of 1 TiB comes in bytes: so does Flink. */
export function memorySizeText(bytes: bigint): string {
  const first = UNITS.findIndex((unit) => bytes % unit.bytes !== 0n);
  const unit = UNITS[Math.max(first - 1, 0)];
  return `${bytes / unit.bytes} ${unit.long}`;
}

/** Flink's text for people, as its logs and messages have it: `1.688gb (1811939328 bytes)`. */
export function humanMemorySize(bytes: bigint): string {
  const unit = UNITS.filter((u) => bytes > u.bytes).pop() ?? UNITS[0];
  if (unit === UNITS[0]) return `${bytes} bytes`;
  // Java rounds the shortest decimal text of the quotient half up; toFixed rounds its exact value.
  const [whole, fraction = ''] = String(Number(bytes) / Number(unit.bytes)).split('.');
  const thousandths = BigInt(whole + fraction.slice(0, 3).padEnd(3, '0')) + (fraction[3] >= '5' ? 1n : 0n);
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}${unit.long} (${bytes} bytes)`;
}
