import { Entries, formatMap } from './collection';
import { durationText } from './duration';
import { fileSystemDurationText, hadoopSizeText } from './file-system-value';
import { InvalidValue } from './invalid-value';
import { unitName } from './parse-value';
import { join } from './split';
import { bytesPerUnit, nanosPerUnit, parsedTypeOf } from './unit';
import { bytesOf, shortMemorySize } from '../../private/memory-size';
import { plain } from '../../private/plain';
import { OptionData } from '../catalog/catalog-data';

/** A formatted value, and for lists and maps the value that Flink must parse from the text. */
export interface FormattedValue {
  readonly text: string;
  readonly parsed?: readonly string[] | Entries | readonly Entries[];
}

/** Formats a value for the configuration. Only what parsing the text does not show is checked here. */
export function formatValue(key: string, content: any, option: OptionData | undefined): FormattedValue | InvalidValue {
  if (isDuration(content)) return asText(formatDuration(key, content, option));
  if (isSize(content)) return asText(formatSize(key, content, option));
  if (Array.isArray(content)) return formatList(key, content, option);
  const simple = plain(content);
  return isMap(simple) ? formatEntries(simple, option) : asText(formatScalar(simple));
}

function asText(text: string | InvalidValue): FormattedValue | InvalidValue {
  return text instanceof InvalidValue ? text : { text };
}

function formatScalar(content: any): string | InvalidValue {
  if (typeof content === 'string') return content;
  if (typeof content === 'boolean' || typeof content === 'bigint') return String(content);
  if (typeof content === 'number' && Number.isFinite(content)) return Number.isInteger(content) ? BigInt(content).toString() : String(content);
  if (isDuration(content)) return formatDuration('', content, undefined);
  if (isSize(content)) return formatSize('', content, undefined);
  const what = Array.isArray(content) ? 'a nested list' : typeof content === 'object' && content !== null ? 'an object' : String(content);
  return new InvalidValue(`${what} cannot be a value`, 'Give text, a number, true or false, a Duration, a Size, a list or a map');
}

/** Programs may use several copies of cdk8s, so its classes are recognized by their methods. */
function isDuration(content: any): boolean {
  return typeof content?.toMilliseconds === 'function';
}

function isSize(content: any): boolean {
  return typeof content?.toKibibytes === 'function';
}

function formatDuration(key: string, content: any, option: OptionData | undefined): string | InvalidValue {
  const milliseconds: number = content.toMilliseconds({ integral: false });
  const unit = option && nanosPerUnit(key, option);
  const ofFileSystem = option?.type === 'hadoopDuration' || option?.type === 'airliftDuration';
  const isAccepted = !option || unit || ofFileSystem || option.type === 'duration' || parsedTypeOf(key, option) === 'duration';
  if (!isAccepted) return new InvalidValue('the value is a Duration', remedy(key, option));
  if (!Number.isInteger(milliseconds)) return new InvalidValue(`a Duration of ${milliseconds} milliseconds is not a whole number of milliseconds`, 'Give whole milliseconds');
  if (ofFileSystem) return fileSystemDurationText(milliseconds);
  const nanos = BigInt(milliseconds) * 1_000_000n;
  if (!unit) return option?.type === 'string' ? portableDuration(milliseconds) : durationText(nanos);
  if (nanos % unit === 0n) return String(nanos / unit);
  return new InvalidValue(`a Duration of ${milliseconds} milliseconds is not a whole number of ${unitName(unit, true)}`, `Give whole ${unitName(unit, true)}`);
}

/** In units that every parser of text options supports. */
function portableDuration(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}

function formatSize(key: string, content: any, option: OptionData | undefined): string | InvalidValue {
  const unit = option && bytesPerUnit(key, option);
  const isAccepted = !option || unit || option.type === 'memory' || option.type === 'hadoopSize' || parsedTypeOf(key, option) === 'memory';
  if (!isAccepted) return new InvalidValue('the value is a Size', remedy(key, option));
  const bytes = bytesOf(content);
  if (typeof bytes !== 'bigint') return new InvalidValue(bytes.reason, bytes.remedy);
  if (option?.type === 'hadoopSize') return hadoopSizeText(bytes);
  if (!unit) return option?.type === 'string' ? `${bytes}b` : shortMemorySize(bytes);
  if (bytes % unit === 0n) return String(bytes / unit);
  return new InvalidValue(`a Size of ${bytes} bytes is not a whole number of ${unitName(unit, false)}`, `Give whole ${unitName(unit, false)}`);
}

function formatList(key: string, entries: any[], option: OptionData | undefined): FormattedValue | InvalidValue {
  const isText = option?.type === 'string' && parsedTypeOf(key, option) === 'list';
  if (option && option.type !== 'list' && !isText) return new InvalidValue('the value is a list', remedy(key, option));
  if (option?.element === 'map') return formatListOfMaps(entries);
  const texts = entries.map(formatScalar);
  const invalid = texts.find((text): text is InvalidValue => text instanceof InvalidValue);
  if (invalid) return invalid;
  const parsed = texts as string[];
  if (!isText) return { text: join(parsed, ';'), ...(option?.element !== 'enum' && { parsed }) };
  // Text options are split without regard to quotes.
  const unsafe = parsed.find((text) => text.includes(';') || text === '');
  return unsafe === undefined ? { text: parsed.join(';') } : new InvalidValue(`the entry '${unsafe}' is empty or contains ';'`, 'Leave the entry out');
}

function formatListOfMaps(entries: any[]): FormattedValue | InvalidValue {
  const maps = entries.map(plain).map((entry) => (isMap(entry) ? formatEntries(entry, undefined) : new InvalidValue('an entry of the list is not a map', 'Give a list of maps')));
  const invalid = maps.find((each): each is InvalidValue => each instanceof InvalidValue);
  if (invalid) return invalid;
  const formatted = maps as FormattedValue[];
  return { text: join(formatted.map(({ text }) => text), ';'), parsed: formatted.map(({ parsed }) => parsed as Entries) };
}

function isMap(content: any): boolean {
  return typeof content === 'object' && content !== null && [Object, undefined].includes(content.constructor);
}

function formatEntries(content: { [name: string]: any }, option: OptionData | undefined): FormattedValue | InvalidValue {
  if (option && option.type !== 'map') return new InvalidValue('the value is a map', remedy('', option));
  // Flink ignores the order of entries. Sorted, two assignments of the same map are equal texts.
  const texts = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, formatScalar(entry)] as const);
  const invalid = texts.find(([, text]) => text instanceof InvalidValue)?.[1];
  if (invalid instanceof InvalidValue) return invalid;
  const parsed = Object.fromEntries(texts) as Entries;
  return { text: formatMap(parsed), parsed };
}

/** How to give a value of the option's type. */
function remedy(key: string, option: OptionData): string {
  const nanos = nanosPerUnit(key, option);
  const bytes = bytesPerUnit(key, option);
  if (nanos || bytes) return `Give a ${nanos ? 'Duration' : 'Size'}, or a number of ${unitName(nanos ?? bytes!, nanos !== undefined)}`;
  return REMEDIES[(option.type === 'string' && parsedTypeOf(key, option)) || option.type];
}

const REMEDIES: { readonly [type: string]: string } = {
  boolean: 'Give true or false',
  integer: 'Give a whole number',
  long: 'Give a whole number',
  float: 'Give a number',
  double: 'Give a number',
  string: 'Give text',
  enum: 'Give one of them as text',
  duration: "Give a Duration, or text such as '10 s'",
  memory: "Give a Size, or text such as '512m'",
  hadoopDuration: "Give a Duration, or text such as '30s'",
  airliftDuration: "Give a Duration, or text such as '30s'",
  hadoopSize: "Give a Size, or text such as '64M'",
  list: 'Give a list',
  map: 'Give a map',
};
