import { InvalidValue, javaTrim, quote, suggest, withoutQuotes } from './invalid-value';
import { FlinkVersion } from '../../flink-version';
import { includesVersion } from '../catalog/catalog-data';

const SECOND = 1_000_000_000n;
const MAX_SECONDS = 2n ** 63n - 1n;

/** By size, largest first. The first label, which every version supports, is the one that is written. */
const UNITS: { readonly labels: readonly string[]; readonly nanos: bigint }[] = [
  { labels: ['d', 'day', 'days'], nanos: 86_400n * SECOND },
  { labels: ['h', 'hour', 'hours'], nanos: 3_600n * SECOND },
  { labels: ['min', 'minute', 'minutes', 'm'], nanos: 60n * SECOND },
  { labels: ['s', 'sec', 'secs', 'second', 'seconds'], nanos: SECOND },
  { labels: ['ms', 'milli', 'millis', 'millisecond', 'milliseconds'], nanos: 1_000_000n },
  { labels: ['micros', 'µs', 'micro', 'microsecond', 'microseconds'], nanos: 1000n },
  { labels: ['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'], nanos: 1n },
];
const NANOS = new Map([['', 1_000_000n], ...UNITS.flatMap(({ labels, nanos }) => labels.map((label): [string, bigint] => [label, nanos]))]);

/** The nanoseconds of a duration: a whole number and a unit, milliseconds without one. */
export function parseDuration(version: FlinkVersion, text: string): bigint | InvalidValue {
  const trimmed = javaTrim(text);
  if (trimmed === '') return new InvalidValue(`${quote(text)} is empty`, HOW);
  const [, number, rest] = /^([0-9]*)([^]*)$/.exec(trimmed)!;
  if (number === '') return withoutNumber(version, text, trimmed);
  const label = javaTrim(rest).toLowerCase();
  const nanos = label === 'm' && !includesVersion('1.15-', version.minorVersion) ? undefined : NANOS.get(label);
  if (nanos === undefined) return new InvalidValue(`${quote(text)} has the unit '${javaTrim(rest)}', which is unknown in Flink ${version.minorVersion}`, advice(text));
  const tooLong = BigInt(number) * nanos / SECOND > MAX_SECONDS || (BigInt(number) > MAX_SECONDS && !includesVersion('2.0-', version.minorVersion));
  return tooLong ? new InvalidValue(`${quote(text)} is longer than Flink can represent`, 'Write a shorter one') : BigInt(number) * nanos;
}

/** ISO-8601 (`PT10S`) is supported from 2.1 on. */
function withoutNumber(version: FlinkVersion, text: string, trimmed: string): bigint | InvalidValue {
  const iso = isoNanos(trimmed);
  if ((iso !== undefined && iso < 0n) || /^-\s*\d/.test(trimmed)) {
    return new InvalidValue(`${quote(text)} is negative`, "Write zero or more, for example '0 ms', or leave the option out");
  }
  if (iso !== undefined && includesVersion('2.1-', version.minorVersion)) return iso;
  return new InvalidValue(`${quote(text)} does not begin with a whole number`, advice(text));
}

/** The shortest text that every version parses as this duration. */
export function durationText(nanos: bigint): string {
  const unit = UNITS.find((each) => nanos % each.nanos === 0n && nanos >= each.nanos) ?? UNITS[4];
  return `${nanos / unit.nanos} ${unit.labels[0]}`;
}

/** The nanoseconds that an invalid text probably stands for: `1h 30m`, `10 sek`, `1.5 h`, `2 weeks`, `PT10S`. */
export function likelyDuration(text: string): bigint | undefined {
  const written = withoutQuotes(text).toLowerCase();
  const iso = isoNanos(written.toUpperCase());
  if (iso !== undefined) return iso >= 0n ? iso : undefined;
  const parts = [...written.matchAll(/(\d+)(?:\.(\d+)|,(\d{1,2}))?\s*([a-zµμ]*)\.?\s*/gy)];
  if (!parts.length || parts.map(([part]) => part).join('') !== written) return undefined;
  let sum = 0n;
  for (const [, whole, point, comma, label] of parts) {
    const fraction = point ?? comma ?? '';
    const unit = likelyUnit(label);
    const scale = 10n ** BigInt(fraction.length);
    if (unit === undefined || BigInt(whole + fraction) * unit % scale !== 0n) return undefined;
    sum += BigInt(whole + fraction) * unit / scale;
  }
  return sum / SECOND > MAX_SECONDS ? undefined : sum;
}

const HOW = "Write a whole number and one of d, h, min, s, ms, for example '10 s'";

function advice(text: string): ConstructorParameters<typeof InvalidValue>[1] {
  const likely = likelyDuration(text);
  return likely === undefined ? HOW : suggest(durationText(likely));
}

function likelyUnit(label: string): bigint | undefined {
  const known = NANOS.get(label);
  if (known !== undefined) return known;
  const [, nanos] = LIKELY.find(([beginning]) => beginning.test(label)) ?? [];
  return nanos;
}

const LIKELY: [RegExp, bigint][] = [
  [/^(ms|mil)/, NANOS.get('ms')!], [/^(us|mic|μ)/, NANOS.get('micros')!], [/^mi/, NANOS.get('min')!], [/^s/, NANOS.get('s')!],
  [/^h/, NANOS.get('h')!], [/^d/, NANOS.get('d')!], [/^w/, 7n * NANOS.get('d')!], [/^n/, 1n],
];

const ISO = /^([-+]?)P(?:([-+]?[0-9]+)D)?(T(?:([-+]?[0-9]+)H)?(?:([-+]?[0-9]+)M)?(?:([-+]?[0-9]+)(?:[.,]([0-9]{0,9}))?S)?)?$/i;

/** A duration in the syntax of Java's `Duration.parse`; undefined when the text has another. */
function isoNanos(text: string): bigint | undefined {
  const [, sign, days, time, hours, minutes, seconds, fraction = ''] = ISO.exec(text) ?? [];
  if (time === 'T' || [days, hours, minutes, seconds].every((part) => part === undefined)) return undefined;
  const parts: [string | undefined, bigint][] = [[days, 86_400n], [hours, 3_600n], [minutes, 60n], [seconds, 1n]];
  const amounts = parts.map(([amount = '0', size]) => BigInt(amount.replace('+', '')) * size);
  const whole = amounts.reduce((sum, amount) => sum + amount);
  if ([...amounts, whole].some((amount) => amount > MAX_SECONDS || amount < -MAX_SECONDS - 1n)) return undefined;
  const nanos = whole * SECOND + BigInt(fraction.padEnd(9, '0')) * (seconds?.startsWith('-') ? -1n : 1n);
  return sign === '-' ? -nanos : nanos;
}
