import { Entries, joined } from './collection';
import { durationText } from './duration';
import { fileSystemDurationText, hadoopSizeText } from './file-system-value';
import { InvalidValue } from './invalid-value';
import { counted } from './read-value';
import { join } from './split';
import { bytesOfOne, nanosOfOne, typeInText } from './unit';
import { bytesOf, shortMemorySize } from '../../private/memory-size';
import { plain } from '../../private/plain';
import { OptionData } from '../catalog/catalog-data';

/** A text, and for lists and maps what Flink has to find in it. */
export interface Written {
  readonly text: string;
  readonly meant?: readonly string[] | Entries | readonly Entries[];
}

/** The text for what somebody has given as an option's value. Nothing is checked here that reading the text will show. */
export function writeValue(key: string, content: any, option: OptionData | undefined): Written | InvalidValue {
  if (isDuration(content)) return asText(span(key, content, option));
  if (isSize(content)) return asText(amount(key, content, option));
  if (Array.isArray(content)) return list(key, content, option);
  const simple = plain(content);
  return isMap(simple) ? map(simple, option) : asText(scalar(simple));
}

function asText(text: string | InvalidValue): Written | InvalidValue {
  return text instanceof InvalidValue ? text : { text };
}

function scalar(content: any): string | InvalidValue {
  if (typeof content === 'string') return content;
  if (typeof content === 'boolean' || typeof content === 'bigint') return String(content);
  if (typeof content === 'number' && Number.isFinite(content)) return Number.isInteger(content) ? BigInt(content).toString() : String(content);
  if (isDuration(content)) return span('', content, undefined);
  if (isSize(content)) return amount('', content, undefined);
  const what = Array.isArray(content) ? 'a list inside' : typeof content === 'object' && content !== null ? 'an object' : String(content);
  return new InvalidValue(`${what} is none`, 'Give text, a number, true or false, a Duration, a Size, a list or a map');
}

/** The duration types of cdk8s may come from another copy of it: they are known by what they can do. */
function isDuration(content: any): boolean {
  return typeof content?.toMilliseconds === 'function';
}

function isSize(content: any): boolean {
  return typeof content?.toKibibytes === 'function';
}

function span(key: string, content: any, option: OptionData | undefined): string | InvalidValue {
  const milliseconds: number = content.toMilliseconds({ integral: false });
  const one = option && nanosOfOne(key, option);
  const ofFileSystem = option?.type === 'hadoopDuration' || option?.type === 'airliftDuration';
  const takesIt = !option || one || ofFileSystem || option.type === 'duration' || typeInText(key, option) === 'duration';
  if (!takesIt) return new InvalidValue('a Duration is none', remedy(key, option));
  if (!Number.isInteger(milliseconds)) return new InvalidValue(`a Duration of ${milliseconds} milliseconds is no whole number of them`, 'Give whole milliseconds');
  if (ofFileSystem) return fileSystemDurationText(milliseconds);
  const nanos = BigInt(milliseconds) * 1_000_000n;
  if (!one) return option?.type === 'string' ? plainDuration(milliseconds) : durationText(nanos);
  if (nanos % one === 0n) return String(nanos / one);
  return new InvalidValue(`a Duration of ${milliseconds} milliseconds is none: it counts ${counted(one, true)}`, 'Give a whole number of them');
}

/** In the units that the readers of texts know, too, which are not all Flink's own. */
function plainDuration(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}

function amount(key: string, content: any, option: OptionData | undefined): string | InvalidValue {
  const one = option && bytesOfOne(key, option);
  const takesIt = !option || one || option.type === 'memory' || option.type === 'hadoopSize' || typeInText(key, option) === 'memory';
  if (!takesIt) return new InvalidValue('a Size is none', remedy(key, option));
  const bytes = bytesOf(content);
  if (typeof bytes !== 'bigint') return new InvalidValue(bytes.what, bytes.remedy);
  if (option?.type === 'hadoopSize') return hadoopSizeText(bytes);
  if (!one) return option?.type === 'string' ? `${bytes}b` : shortMemorySize(bytes);
  if (bytes % one === 0n) return String(bytes / one);
  return new InvalidValue(`a Size of ${bytes} bytes is none: it counts ${counted(one, false)}`, 'Give a whole number of them');
}

function list(key: string, entries: any[], option: OptionData | undefined): Written | InvalidValue {
  const isText = option?.type === 'string' && typeInText(key, option) === 'list';
  if (option && option.type !== 'list' && !isText) return new InvalidValue('a list is none', remedy(key, option));
  if (option?.element === 'map') return listOfMaps(entries);
  const texts = entries.map(scalar);
  const fault = texts.find((text): text is InvalidValue => text instanceof InvalidValue);
  if (fault) return fault;
  const meant = texts as string[];
  if (!isText) return { text: join(meant, ';'), ...(option?.element !== 'enum' && { meant }) };
  // The old readers of such texts know no quotes.
  const split = meant.find((text) => text.includes(';') || text === '');
  return split === undefined ? { text: meant.join(';') } : new InvalidValue(`'${split}' is no entry that it can have`, "Leave out what is empty or has a ';'");
}

function listOfMaps(entries: any[]): Written | InvalidValue {
  const maps = entries.map(plain).map((entry) => (isMap(entry) ? map(entry, undefined) : new InvalidValue('an entry that is no map is none', 'Give a list of maps')));
  const fault = maps.find((each): each is InvalidValue => each instanceof InvalidValue);
  if (fault) return fault;
  const written = maps as Written[];
  return { text: join(written.map(({ text }) => text), ';'), meant: written.map(({ meant }) => meant as Entries) };
}

function isMap(content: any): boolean {
  return typeof content === 'object' && content !== null && [Object, undefined].includes(content.constructor);
}

function map(content: { [name: string]: any }, option: OptionData | undefined): Written | InvalidValue {
  if (option && option.type !== 'map') return new InvalidValue('a map is none', remedy('', option));
  // To Flink their order means nothing; to whoever compares two texts it does.
  const texts = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, scalar(entry)] as const);
  const fault = texts.find(([, text]) => text instanceof InvalidValue)?.[1];
  if (fault instanceof InvalidValue) return fault;
  const meant = Object.fromEntries(texts) as Entries;
  return { text: joined(meant), meant };
}

/** How to give a value of the right type. */
function remedy(key: string, option: OptionData): string {
  const nanos = nanosOfOne(key, option);
  const bytes = bytesOfOne(key, option);
  if (nanos || bytes) return `Give a ${nanos ? 'Duration' : 'Size'}, or a number of ${counted(nanos ?? bytes!, nanos !== undefined)}`;
  return REMEDIES[(option.type === 'string' && typeInText(key, option)) || option.type];
}

const REMEDIES: { readonly [type: string]: string } = {
  boolean: 'Give true or false',
  integer: 'Give a whole number',
  long: 'Give a whole number',
  float: 'Give a number',
  double: 'Give a number',
  string: 'Give the text itself',
  enum: 'Give one of them as text',
  duration: "Give a Duration, or text such as '10 s'",
  memory: "Give a Size, or text such as '512m'",
  hadoopDuration: "Give a Duration, or text such as '30s'",
  airliftDuration: "Give a Duration, or text such as '30s'",
  hadoopSize: "Give a Size, or text such as '64M'",
  list: 'Give a list',
  map: 'Give a map',
};
