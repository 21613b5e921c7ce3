import { Entries, parseList, parseMap, parseMaps } from './collection';
import { likelyDuration, parseDuration } from './duration';
import { alternatives, parseEnumConstant } from './enum-constant';
import { parseAirliftDuration, parseHadoopDuration, parseHadoopSize } from './file-system-value';
import { InvalidValue, quote, suggest } from './invalid-value';
import { limitViolation } from './limits';
import { parseBoolean, parseFloatingPoint, parseWholeNumber } from './number';
import { parseString, TextOptionData } from './string';
import { bytesPerUnit, nanosPerUnit } from './unit';
import { FlinkVersion } from '../../flink-version';
import { parseMemorySize } from '../../private/memory-size';
import { catalogData, currentKeysOf, OptionData, TemplateData } from '../catalog/catalog-data';

/** The value of an option as Flink holds it: durations in nanoseconds, memory in bytes. */
export type Value = boolean | bigint | number | string | readonly string[] | Entries | readonly Entries[];

type Option = OptionData & TextOptionData;

/** Parses the text of an option as a Flink version does. */
export function parseValue(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  const value = parseForAllReaders(version, key, option, text);
  if (!(value instanceof InvalidValue) || value.suggestion === undefined) return value;
  // The suggested text may be invalid for another reason.
  const suggested = parseForAllReaders(version, key, option, value.suggestion);
  return suggested instanceof InvalidValue ? new InvalidValue(value.reason, suggested.remedy, suggested.expected ?? value.expected) : value;
}

function parseForAllReaders(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  const value = parseAs(version, key, option, text);
  if (value instanceof InvalidValue) {
    const others = otherTemplates(version, option).map((template) => parseAs(version, key, template, text));
    return others.find((each) => !(each instanceof InvalidValue)) ?? value;
  }
  for (const [currentKey, current] of currentOptions(version, key)) {
    const other = parseAs(version, currentKey, current, text);
    if (other instanceof InvalidValue) return other.withExpected(expectedValue(current));
  }
  return value;
}

/** The values that an option accepts, for messages. */
export function expectedValue({ type, values, shortcuts, element }: Option): string {
  if (type === 'list' && element === 'enum') return 'a list of enum constants';
  if (values && type !== 'list') return values.length > 8 ? 'one of its enum constants' : alternatives(values);
  if (shortcuts) return `${alternatives(shortcuts)}, or a class name`;
  return type === 'list' && element === 'map' ? 'a list of maps' : EXPECTED[type];
}

const EXPECTED: { readonly [type: string]: string } = {
  boolean: 'true or false',
  integer: 'a whole number',
  long: 'a whole number',
  float: 'a number',
  double: 'a number',
  string: 'text',
  duration: 'a duration',
  memory: 'an amount of memory',
  hadoopDuration: 'a duration in the syntax of Hadoop',
  airliftDuration: 'a duration in the syntax of Presto',
  hadoopSize: 'a number of bytes in the syntax of Hadoop',
  list: 'a list',
  map: 'a map',
};

function parseAs(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  const value = parseAsType(version, key, option, text);
  return limitViolation(version, key, option, expectedValue(option), value, text) ?? value;
}

function parseAsType(version: FlinkVersion, key: string, option: Option, text: string): Value | InvalidValue {
  switch (option.type) {
    case 'boolean': return parseBoolean(text);
    case 'integer': return parseCount(key, option, text, 32);
    case 'long': return parseCount(key, option, text, 64);
    case 'float': case 'double': return parseFloatingPoint(text, option.type);
    case 'duration': return parseDuration(version, text);
    case 'memory': return parseMemory(text);
    case 'hadoopDuration': return parseHadoopDuration(text);
    case 'airliftDuration': return parseAirliftDuration(text);
    case 'hadoopSize': return parseHadoopSize(text);
    case 'enum': return parseEnumConstant(text, option.values ?? []);
    case 'map': return parseMap(version, text);
    case 'list': return option.element === 'map' ? parseMaps(version, text) : parseEntries(version, option, text);
    default: return parseString(version, key, option, text);
  }
}

/** Reporters declare the same suffix with different types. Which reporter reads the option is not known here. */
function otherTemplates(version: FlinkVersion, option: Option): Option[] {
  const { key } = option as Partial<TemplateData>;
  return key ? catalogData(version).templates.filter((template) => template.key === key && template.type !== option.type) : [];
}

/** The options that also read this key, as a deprecated one. All of them must be able to parse the value. */
function currentOptions(version: FlinkVersion, key: string): [string, Option][] {
  return currentKeysOf(version, key).map((currentKey) => [currentKey, catalogData(version).options[currentKey]]);
}

function parseEntries(version: FlinkVersion, { element, values = [] }: Option, text: string): string[] | InvalidValue {
  const entries = parseList(version, text);
  if (element !== 'enum' || entries instanceof InvalidValue) return entries;
  const constants = entries.map((entry) => parseEnumConstant(entry, values));
  return constants.find((constant): constant is InvalidValue => constant instanceof InvalidValue) ?? constants as string[];
}

/** A whole number. Where it is a number of milliseconds, bytes …, a text with a unit can be converted. */
function parseCount(key: string, option: Option, text: string, bits: 32 | 64): bigint | InvalidValue {
  const number = parseWholeNumber(text, bits);
  if (!(number instanceof InvalidValue) || !/[a-z]/i.test(text)) return number;
  const nanos = nanosPerUnit(key, option);
  const bytes = nanos ? undefined : bytesPerUnit(key, option);
  const size = bytes && parseMemorySize(text.replace(/i(?=b?\s*$)/i, ''));
  const amount = nanos ? likelyDuration(text) : typeof size === 'bigint' ? size : undefined;
  const unit = nanos ?? bytes;
  if (amount === undefined || !unit || amount % unit !== 0n || parseWholeNumber(String(amount / unit), bits) instanceof InvalidValue) return number;
  return new InvalidValue(`${quote(text)} has a unit, and the option is a number of ${unitName(unit, nanos !== undefined)}`, suggest(amount / unit));
}

/** The name of the unit that an option is a number of. */
export function unitName(unit: bigint, isTime: boolean): string {
  if (isTime) return unit === 1_000_000n ? 'milliseconds' : 'seconds';
  return unit === 1n ? 'bytes' : 'mebibytes';
}

function parseMemory(text: string): bigint | InvalidValue {
  const bytes = parseMemorySize(text);
  if (typeof bytes === 'bigint') return bytes;
  return new InvalidValue(text.length > 80 ? `${quote(text)} is not` : bytes.reason, bytes.suggestion === undefined ? bytes.remedy : suggest(bytes.suggestion, bytes.remedy));
}
