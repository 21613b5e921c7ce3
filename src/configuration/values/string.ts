import { readDuration } from './duration';
import { InvalidValue, javaTrim, shown, writeInstead } from './invalid-value';
import { LETTER_CASES, readShortcut, readWordAs } from './words';
import { FlinkVersion } from '../../flink-version';
import { readInteger } from '../../private/java-number';
import { holds } from '../catalog/catalog-data';

/** What the catalog says of an option that is declared as text. */
export interface TextData {
  readonly values?: readonly string[];
  /** What difference upper and lower case make, where it is not that of Java's `toLowerCase`: all, or that of `equalsIgnoreCase`. */
  readonly letterCase?: 'exact' | 'ignored';
  readonly shortcuts?: readonly string[];
}

/** A text; but where a class of Flink reads more in it when a process starts, one that it can read. */
export function readString(version: FlinkVersion, key: string, { values, letterCase, shortcuts }: TextData, text: string): string | InvalidValue {
  if (values) return readWordAs(LETTER_CASES[letterCase ?? 'lower'], text, values);
  if (shortcuts) return readShortcut(text, shortcuts);
  const [wants, read] = READ_LATER.get(key) ?? [];
  const fault = read?.(version, text);
  return fault instanceof InvalidValue ? fault.orWants(wants) : text;
}

/** Whether more than text is read in a text option. */
export function isReadLater(key: string): boolean {
  return READ_LATER.has(key);
}

type Reader = (version: FlinkVersion, text: string) => unknown;

const READ_LATER = new Map<string, [wants: string, read: Reader]>([
  ...['blob.server.port', 'high-availability.jobmanager.port', 'jmx.server.port', 'metrics.internal.query-service.port', 'queryable-state.proxy.ports',
    'queryable-state.server.ports', 'rest.bind-port', 'taskmanager.data.bind-port', 'taskmanager.rpc.port'].map((key): [string, [string, Reader]] => [key, ['ports', readPorts]]),
  ...['akka.ask.timeout', 'resourcemanager.job.timeout'].map((key): [string, [string, Reader]] => [key, ['a duration', readDuration]]),
  ...['kubernetes.operator.periodic.checkpoint.interval', 'kubernetes.operator.periodic.savepoint.interval']
    .map((key): [string, [string, Reader]] => [key, ['a duration or a cron expression', readTrigger]]),
  ...['akka.framesize', 'pekko.framesize'].map((key): [string, [string, Reader]] => [key, ['an amount of memory', readFrameSize]]),
]);

/** Ports and ranges of them between commas, of which a process takes the first that is free. */
function readPorts(version: FlinkVersion, text: string): string | InvalidValue {
  // Java leaves out what is empty at the end.
  const parts = /^,+$/.test(text) ? [] : text.replace(/,+$/, '').split(',');
  const wrong = parts.map(javaTrim).find((part) => !isRange(version, part));
  return wrong === undefined ? text : new InvalidValue(`${shown(wrong)} is none`, "Write numbers from 0 to 65535, for example '8081', '50100-50200' or '8081,8082'");
}

/** One port, or two with a dash between them. From 1.19 on the second must be the larger. */
function isRange(version: FlinkVersion, part: string): boolean {
  const dash = part.indexOf('-');
  const [first, last] = (dash < 0 ? [part] : [part.slice(0, dash), part.slice(dash + 1)]).map((text) => Number(readInteger(text, 32) ?? NaN));
  if (!(first >= 0 && first <= 65535)) return false;
  return dash < 0 || (last >= 0 && last <= 65535 && (first < last || !holds('1.19-', version.minorVersion)));
}

/** A duration, or a cron expression of six or seven fields as the Quartz library has them. The operator ignores anything else. */
function readTrigger(version: FlinkVersion, text: string): unknown {
  const isCron = /^\S+(\s+\S+){5,6}$/.test(text.trim());
  return text === '' || isCron ? text : readDuration(version, text);
}

/** The actor system has units of its own, of which some are not Flink's, and Flink's are not all its. What else it may read passes. */
function readFrameSize(_: FlinkVersion, text: string): string | InvalidValue {
  const [, amount, unit] = /^\s*(\d+)\s*([a-zA-Z]*)\s*$/.exec(text) ?? [];
  if (unit === undefined) return text;
  if (FRAME_UNITS.test(unit)) {
    const power = BigInt('bkmgtpezy'.indexOf((unit[0] ?? 'b').toLowerCase()));
    const bytes = BigInt(amount) * (DECIMAL_FRAME_UNITS.test(unit) ? 1000n : 1024n) ** power;
    return bytes < 2n ** 63n ? text : new InvalidValue(`${shown(text)} is more than anybody can count`, "Write a smaller amount, for example '10m'");
  }
  const letter = /^[kmgt]/i.exec(unit)?.[0].toLowerCase() ?? 'b';
  return new InvalidValue(`${shown(text)} has the unit '${unit}', which is not known here`, writeInstead(amount + letter));
}

const FRAME_UNITS = /^([bBkKmMgGtTpPeEzZyY]|bytes?|kB|[MGTPEZY]B|[KMGTPEZY]i|[KMGTPEZY]iB|(kilo|mega|giga|tera|peta|exa|zetta|yotta|kibi|mebi|gibi|tebi|pebi|exbi|zebi|yobi)bytes?)?$/;
const DECIMAL_FRAME_UNITS = /^([kMGTPEZY]B|(kilo|mega|giga|tera|peta|exa|zetta|yotta)bytes?)$/;
