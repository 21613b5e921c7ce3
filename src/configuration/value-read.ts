import { catalogData, OptionData, TemplateData } from './catalog-data';
import { Entries, readList, readMap, readMaps } from './value-collection';
import { likelyDuration, readDuration } from './value-duration';
import { Fault, shown, writeInstead } from './value-fault';
import { readBoolean, readFraction, readWhole } from './value-number';
import { bytesOfOne, nanosOfOne } from './value-unit';
import { alternatives, readLowerCaseWord, readShortcut, readWord } from './value-words';
import { FlinkVersion } from '../flink-version';
import { parseMemorySize } from '../private/memory-size';

/** An option's value as Flink holds it: durations in nanoseconds, memory in bytes. */
export type Value = boolean | bigint | number | string | readonly string[] | Entries | readonly Entries[];

/** What the catalog says beside `OptionData`. */
type Option = OptionData & { readonly shortcuts?: readonly string[] };

/** The value that one line of Flink reads in a text. */
export function readValue(version: FlinkVersion, key: string, option: Option, text: string): Value | Fault {
  const value = readAs(version, key, option, text);
  if (value instanceof Fault) {
    return otherMeanings(version, option).map((meaning) => readAs(version, key, meaning, text)).find((each) => !(each instanceof Fault)) ?? value;
  }
  for (const meaning of furtherMeanings(version, key, option)) {
    const further = readAs(version, key, meaning, text);
    if (further instanceof Fault) return new Fault(further.what, further.remedy, wanted(meaning));
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
  list: 'a list',
  map: 'a map',
};

function readAs(version: FlinkVersion, key: string, option: Option, text: string): Value | Fault {
  switch (option.type) {
    case 'boolean': return readBoolean(text);
    case 'integer': return readCount(key, option, text, 32);
    case 'long': return readCount(key, option, text, 64);
    case 'float': case 'double': return readFraction(text, option.type);
    case 'duration': return readDuration(version, text);
    case 'memory': return readMemory(text);
    case 'enum': return readWord(text, option.values ?? []);
    case 'map': return readMap(version, text);
    case 'list': return option.element === 'map' ? readMaps(version, text) : readEntries(version, option, text);
    default: return option.values ? readLowerCaseWord(text, option.values) : option.shortcuts ? readShortcut(text, option.shortcuts) : text;
  }
}

/** The same name may mean different things to different reporters. Which of them is asked, we do not know here. */
function otherMeanings(version: FlinkVersion, option: Option): Option[] {
  const { key } = option as Partial<TemplateData>;
  return key ? catalogData(version).templates.filter((template) => template.key === key && template.type !== option.type) : [];
}

/** An older name may stand for several options. All of them must be able to read it. */
function furtherMeanings(version: FlinkVersion, key: string, option: Option): Option[] {
  const { options } = catalogData(version);
  if (options[key] || 'key' in option) return [];
  return Object.values(options).filter(({ deprecatedKeys, fallbackKeys }) => deprecatedKeys?.includes(key) || fallbackKeys?.includes(key));
}

function readEntries(version: FlinkVersion, { element, values = [] }: Option, text: string): string[] | Fault {
  const entries = readList(version, text);
  if (element !== 'enum' || entries instanceof Fault) return entries;
  const words = entries.map((entry) => readWord(entry, values));
  return words.find((word): word is Fault => word instanceof Fault) ?? words as string[];
}

/** A whole number. Where it counts time or memory, a text with a unit can be mended. */
function readCount(key: string, option: Option, text: string, bits: 32 | 64): bigint | Fault {
  const number = readWhole(text, bits);
  if (!(number instanceof Fault) || !/[a-z]/i.test(text)) return number;
  const nanos = nanosOfOne(key, option);
  const bytes = nanos ? undefined : bytesOfOne(key, option);
  const size = bytes && parseMemorySize(text.replace(/i(?=b?\s*$)/i, ''));
  const amount = nanos ? likelyDuration(text) : typeof size === 'bigint' ? size : undefined;
  const one = nanos ?? bytes;
  if (amount === undefined || !one || amount % one !== 0n || readWhole(String(amount / one), bits) instanceof Fault) return number;
  return new Fault(`${shown(text)} is none: it counts ${counted(one, nanos !== undefined)}`, writeInstead(amount / one));
}

/** What one of a whole number stands for. */
export function counted(one: bigint, isTime: boolean): string {
  if (isTime) return one === 1_000_000n ? 'milliseconds' : 'seconds';
  return one === 1n ? 'bytes' : 'mebibytes';
}

function readMemory(text: string): bigint | Fault {
  const bytes = parseMemorySize(text);
  return typeof bytes === 'bigint' ? bytes : new Fault(text.length > 80 ? `${shown(text)} is none` : bytes.what, bytes.remedy);
}
