import { durationText, likelyDuration, parseDuration } from '../../../src/configuration/values/duration';
import { InvalidValue } from '../../../src/configuration/values/invalid-value';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_14, V1_15, V1_20, V2_0, V2_1 } = FlinkVersion;
const MS = 1_000_000n;
const result = (version: FlinkVersion, text: string) => {
  const parsed = parseDuration(version, text);
  return parsed instanceof InvalidValue ? `${parsed.reason}. ${parsed.remedy}` : parsed;
};

test.each<[FlinkVersion, string, bigint]>([
  [V1_13, '10', 10n * MS], [V1_13, '10 s', 10_000n * MS], [V1_13, '10S', 10_000n * MS], [V1_13, ' 2 Days ', 172_800_000n * MS], [V1_13, '3h', 10_800_000n * MS], [V1_13, '5 min', 300_000n * MS],
  [V1_13, '7 millis', 7n * MS], [V1_13, '8µs', 8000n], [V1_13, '8 micros', 8000n], [V1_13, '9 nanoseconds', 9n], [V1_13, '007 ms', 7n * MS],
  [V1_15, '5 m', 300_000n * MS], [V2_1, 'PT1M30.5S', 90_500n * MS], [V2_1, 'pt1h', 3_600_000n * MS], [V2_1, 'P1DT-1H', 82_800_000n * MS], [V2_1, 'PT0S', 0n],
  [V2_0, '9223372036854775808 ns', 2n ** 63n],
])('Flink %s parses %j', (version, text, nanos) => {
  expect(parseDuration(version, text)).toBe(nanos);
});

test.each<[FlinkVersion, string, string]>([
  [V1_14, '5 m', "'5 m' has the unit 'm', which is unknown in Flink 1.14. Write '5 min'"],
  [V2_0, 'PT10S', "'PT10S' does not begin with a whole number. Write '10 s'"],
  [V2_1, 'PT-1S', "'PT-1S' is negative. Write zero or more, for example '0 ms', or leave the option out"],
  [V2_1, '-PT1S', "'-PT1S' is negative."],
  [V2_1, 'PT', "'PT' does not begin with a whole number."],
  [V2_1, 'PT9223372036854775808S', 'does not begin with a whole number.'],
  [V1_20, '- 5 s', "'- 5 s' is negative."],
  [V1_20, '9223372036854775808 ns', 'is longer than Flink can represent. Write a shorter one'],
  [V2_0, '9223372036854775808 s', 'is longer than Flink can represent.'],
  [V1_20, '\u00a010 s', "does not begin with a whole number. Write '10 s'"],
  [V1_20, '\t', 'is empty. Write a whole number and one of d, h, min, s, ms'],
  [V1_20, '10 parsecs', "has the unit 'parsecs', which is unknown in Flink 1.20. Write a whole number and one of d, h, min, s, ms"],
])('Flink %s does not parse %j: %s', (version, text, what) => {
  expect(result(version, text)).toContain(what);
});

test.each([[0n, '0 ms'], [1n, '1 ns'], [1000n, '1 micros'], [1500n * MS, '1500 ms'], [60_000n * MS, '1 min'], [90_000n * MS, '90 s'], [86_400_000n * MS, '1 d']])('%s nanoseconds are written %j', (nanos, text) => {
  expect(durationText(nanos)).toBe(text);
  expect(parseDuration(V1_13, text)).toBe(nanos);
});

test.each<[string, bigint | undefined]>([
  ['1h 30m', 5_400_000n * MS], ['1h30m15s', 5_415_000n * MS], ['10 sek', 10_000n * MS], ['1.5 h', 5_400_000n * MS], ['1,5h', 5_400_000n * MS], ['2 weeks', 1_209_600_000n * MS], ['5 mins.', 300_000n * MS],
  ['3 millisecs', 3n * MS], ['4us', 4000n], ['6 nsec', 6n], ['1 hr', 3_600_000n * MS], ['PT10S', 10_000n * MS], ["'10 s'", 10_000n * MS], ['PT-1S', undefined], ['soon', undefined], ['10 s or so', undefined],
  ['0.5 ns', undefined], ['1 month', undefined], ['9223372036854775808 s', undefined],
])('%j probably means %s nanoseconds', (text, nanos) => {
  expect(likelyDuration(text)).toBe(nanos);
});
