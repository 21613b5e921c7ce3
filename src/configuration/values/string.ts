import { parseDuration } from './duration';
import { LETTER_CASES, parseClassName, parseConstant } from './enum-constant';
import { InvalidValue, javaTrim, quote, suggest } from './invalid-value';
import { FlinkVersion } from '../../flink-version';
import { parseInteger } from '../../private/java-number';
import { includesVersion } from '../catalog/catalog-data';

/** What the catalog adds for options that are declared as strings. */
export interface TextOptionData {
  readonly values?: readonly string[];
  /** How letter case is ignored, where it is not by Java's `toLowerCase`: not at all, or by `equalsIgnoreCase`. */
  readonly letterCase?: 'exact' | 'ignored';
  readonly shortcuts?: readonly string[];
}

/** A text. Where a class of Flink parses it when a process starts, it must be one that this class can parse. */
export function parseString(
  version: FlinkVersion, key: string, { values, letterCase, shortcuts }: TextOptionData, text: string,
): string | InvalidValue {
  if (values) return parseConstant(LETTER_CASES[letterCase ?? 'lower'], text, values);
  if (shortcuts) return parseClassName(text, shortcuts);
  const [expected, parse] = PARSED_AT_START.get(key) ?? [];
  const parsed = parse?.(version, text);
  return parsed instanceof InvalidValue ? parsed.withExpected(expected) : text;
}

/** Whether a class of Flink parses a text option when a process starts. */
export function isParsedAtStart(key: string): boolean {
  return PARSED_AT_START.has(key);
}

type Parser = (version: FlinkVersion, text: string) => unknown;

const PARSED_AT_START = new Map<string, [expected: string, parse: Parser]>([
  ...['blob.server.port', 'high-availability.jobmanager.port', 'jmx.server.port', 'metrics.internal.query-service.port', 'queryable-state.proxy.ports',
    'queryable-state.server.ports', 'rest.bind-port', 'taskmanager.data.bind-port', 'taskmanager.rpc.port'].map((key): [string, [string, Parser]] => [key, ['ports or ranges of ports', parsePorts]]),
  ...['akka.ask.timeout', 'resourcemanager.job.timeout'].map((key): [string, [string, Parser]] => [key, ['a duration', parseDuration]]),
  ...['kubernetes.operator.periodic.checkpoint.interval', 'kubernetes.operator.periodic.savepoint.interval']
    .map((key): [string, [string, Parser]] => [key, ['a duration or a cron expression', parseTrigger]]),
  ...['akka.framesize', 'pekko.framesize'].map((key): [string, [string, Parser]] => [key, ['an amount of memory', parseFrameSize]]),
]);

/** Ports and ranges of ports, separated by commas. The process listens on the first that is free. */
function parsePorts(version: FlinkVersion, text: string): string | InvalidValue {
  // Java's String.split drops empty parts at the end.
  const parts = /^,+$/.test(text) ? [] : text.replace(/,+$/, '').split(',');
  const invalid = parts.map(javaTrim).find((part) => !isRange(version, part));
  return invalid === undefined ? text : new InvalidValue(`${quote(invalid)} is not`, "Write numbers from 0 to 65535, for example '8081', '50100-50200' or '8081,8082'");
}

/** One port, or two separated by a hyphen. From 1.19 on the second must be larger than the first. */
function isRange(version: FlinkVersion, part: string): boolean {
  const dash = part.indexOf('-');
  const [first, last] = (dash < 0 ? [part] : [part.slice(0, dash), part.slice(dash + 1)]).map((text) => Number(parseInteger(text, 32) ?? NaN));
  if (!(first >= 0 && first <= 65535)) return false;
  return dash < 0 || (last >= 0 && last <= 65535 && (first < last || !includesVersion('1.19-', version.minorVersion)));
}

/** A duration, or a Quartz cron expression of six or seven fields. The operator ignores anything else. */
function parseTrigger(version: FlinkVersion, text: string): unknown {
  const isCron = /^\S+(\s+\S+){5,6}$/.test(text.trim());
  return text === '' || isCron ? text : parseDuration(version, text);
}

/** An amount of memory in the units of the Akka or Pekko configuration, which differ from Flink's. Texts in another form are not checked. */
function parseFrameSize(_: FlinkVersion, text: string): string | InvalidValue {
  const [, amount, unit] = /^\s*(\d+)\s*([a-zA-Z]*)\s*$/.exec(text) ?? [];
  if (unit === undefined) return text;
  if (FRAME_UNITS.test(unit)) {
    const power = BigInt('bkmgtpezy'.indexOf((unit[0] ?? 'b').toLowerCase()));
    const bytes = BigInt(amount) * (DECIMAL_FRAME_UNITS.test(unit) ? 1000n : 1024n) ** power;
    return bytes < 2n ** 63n ? text : new InvalidValue(`${quote(text)} is more than 2^63 - 1 bytes`, "Write a smaller amount, for example '10m'");
  }
  const letter = /^[kmgt]/i.exec(unit)?.[0].toLowerCase() ?? 'b';
  return new InvalidValue(`${quote(text)} has the unknown unit '${unit}'`, suggest(amount + letter));
}

const FRAME_UNITS = /^([bBkKmMgGtTpPeEzZyY]|bytes?|kB|[MGTPEZY]B|[KMGTPEZY]i|[KMGTPEZY]iB|(kilo|mega|giga|tera|peta|exa|zetta|yotta|kibi|mebi|gibi|tebi|pebi|exbi|zebi|yobi)bytes?)?$/;
const DECIMAL_FRAME_UNITS = /^([kMGTPEZY]B|(kilo|mega|giga|tera|peta|exa|zetta|yotta)bytes?)$/;
