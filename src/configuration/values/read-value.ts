import { Entries, readList, readMap, readMaps } from './collection';
import { likelyDuration, readDuration } from './duration';
import { readAirliftDuration, readHadoopDuration, readHadoopSize } from './file-system-value';
import { InvalidValue, shown, writeInstead } from './invalid-value';
import { beyondLimits } from './limits';
import { readBoolean, readFraction, readWhole } from './number';
import { readString, TextData } from './string';
import { bytesOfOne, nanosOfOne } from './unit';
import { alternatives, readWord } from './words';
import { FlinkVersion } from '../../flink-version';
import { parseMemorySize } from '../../private/memory-size';
import { catalogData, OptionData, readAsOlder, TemplateData } from '../catalog/catalog-data';

/** An option's value as Flink holds it: durations in nanoseconds, memory in bytes. */
export type Value = boolean | bigint | number | string | readonly string[] | Entries | readonly Entries[];

type Option = OptionData & TextData;

/** The value that one line of Flink reads in a text. */
export function readValue(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  const value = readAsAll(version, key, option, text);
  if (!(value instanceof InvalidValue) || value.instead === undefined) return value;
  // What we would say to write may be wrong for another reason.
  const better = readAsAll(version, key, option, value.instead);
  return better instanceof InvalidValue ? new InvalidValue(value.what, better.remedy, better.wants ?? value.wants) : value;
}

function readAsAll(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  const value = readAs(version, key, option, text);
  if (value instanceof InvalidValue) {
    const others = otherMeanings(version, option).map((meaning) => readAs(version, key, meaning, text));
    return others.find((each) => !(each instanceof InvalidValue)) ?? value;
  }
  for (const [newer, meaning] of furtherMeanings(version, key)) {
    const further = readAs(version, newer, meaning, text);
    if (further instanceof InvalidValue) return further.orWants(wanted(meaning));
  }
  return value;
}

/** What an option takes, for a sentence. */
export function wanted({ type, values, shortcuts, element }: Option): string {
  if (values && type !== 'list') return values.length > 8 ? 'one of a few words' : alternatives(values);
  if (shortcuts) return `${alternatives(shortcuts)}, or a class name`;
  return type === 'list' && element === 'map' ? 'a list of maps' : WANTED[type];
}

const WANTED: { readonly [type: string]: string } = {
  boolean: 'true or false',
  integer: 'a whole number',
  long: 'a whole number',
  float: 'a number',
  double: 'a number',
  string: 'text',
  duration: 'a duration',
  memory: 'an amount of memory',
  hadoopDuration: 'a duration in the words of Hadoop',
  airliftDuration: 'a duration in the words of Presto',
  hadoopSize: 'an amount of bytes in the words of Hadoop',
  list: 'a list',
  map: 'a map',
};

function readAs(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  const value = readTyped(version, key, option, text);
  return beyondLimits(version, key, option, wanted(option), value, text) ?? value;
}

function readTyped(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  switch (option.type) {
    case 'boolean': return readBoolean(text);
    case 'integer': return readCount(key, option, text, 32);
    case 'long': return readCount(key, option, text, 64);
    case 'float': case 'double': return readFraction(text, option.type);
    case 'duration': return readDuration(version, text);
    case 'memory': return readMemory(text);
    case 'hadoopDuration': return readHadoopDuration(text);
    case 'airliftDuration': return readAirliftDuration(text);
    case 'hadoopSize': return readHadoopSize(text);
    case 'enum': return readWord(text, option.values ?? []);
    case 'map': return readMap(version, text);
    case 'list': return option.element === 'map' ? readMaps(version, text) : readEntries(version, option, text);
    default: return readString(version, key, option, text);
  }
}

/** The same name may mean different things to different reporters. Which of them is asked, we do not know here. */
function otherMeanings(version: FlinkVersion, option: Option): Option[] {
  const { key } = option as Partial<TemplateData>;
  return key ? catalogData(version).templates.filter((template) => template.key === key && template.type !== option.type) : [];
}

/** A name may be an older one of other options. All of them must be able to read it. */
function furtherMeanings(version: FlinkVersion, key: string): [string, Option][] {
  return readAsOlder(version, key).map((newer) => [newer, catalogData(version).options[newer]]);
}

function readEntries(version: FlinkVersion, { element, values = [] }: Option, text: string): string[] | InvalidValue {
  const entries = readList(version, text);
  if (element !== 'enum' || entries instanceof InvalidValue) return entries;
  const words = entries.map((entry) => readWord(entry, values));
  return words.find((word): word is InvalidValue => word instanceof InvalidValue) ?? words as string[];
}

/** A whole number. Where it counts time or memory, a text with a unit can be mended. */
function readCount(key: string, option: Option, text: string, bits: 32 | 64): bigint | InvalidValue {
  const number = readWhole(text, bits);
  if (!(number instanceof InvalidValue) || !/[a-z]/i.test(text)) return number;
  const nanos = nanosOfOne(key, option);
  const bytes = nanos ? undefined : bytesOfOne(key, option);
  const size = bytes && parseMemorySize(text.replace(/i(?=b?\s*$)/i, ''));
  const amount = nanos ? likelyDuration(text) : typeof size === 'bigint' ? size : undefined;
  const one = nanos ?? bytes;
  if (amount === undefined || !one || amount % one !== 0n || readWhole(String(amount / one), bits) instanceof InvalidValue) return number;
  return new InvalidValue(`${shown(text)} is none: it counts ${counted(one, nanos !== undefined)}`, writeInstead(amount / one));
}

/** What one of a whole number stands for. */
export function counted(one: bigint, isTime: boolean): string {
  if (isTime) return one === 1_000_000n ? 'milliseconds' : 'seconds';
  return one === 1n ? 'bytes' : 'mebibytes';
}

function readMemory(text: string): bigint | InvalidValue {
  const bytes = parseMemorySize(text);
  if (typeof bytes === 'bigint') return bytes;
  return new InvalidValue(text.length > 80 ? `${shown(text)} is none` : bytes.what, bytes.instead === undefined ? bytes.remedy : writeInstead(bytes.instead, bytes.remedy));
}
