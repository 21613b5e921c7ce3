import { OptionData } from './catalog-data';
import { bytesOf, shortMemorySize } from '../private/memory-size';
import { plain } from '../private/plain';
import { complaint } from '../private/remedy';

/** A value as Flink parses it, or why it is none. */
export interface ValueText {
  readonly text?: string;
  readonly problem?: string;
}

/** What somebody has given as a value, as the text that Flink reads. */
export function valueText(key: string, content: any, option: OptionData | undefined, owner: string): ValueText {
  const written = write(content, option);
  if (typeof written === 'string') return { text: option?.spellings?.[written.toLowerCase()] ?? written };
  return { problem: complaint(`'${key}' (by ${owner}) is ${written.what}`, written.remedy) };
}

interface Fault {
  readonly what: string;
  readonly remedy: string;
}

function write(content: any, option?: OptionData): string | Fault {
  if (typeof content === 'string') return content;
  if (typeof content === 'boolean') return String(content);
  if (typeof content === 'number') return number(content);
  if (typeof content?.toMilliseconds === 'function') return String(span(content.toMilliseconds(), option));
  if (typeof content?.toKibibytes === 'function') {
    const bytes = bytesOf(content);
    if (typeof bytes !== 'bigint') return bytes;
    return option?.type === 'integer' || option?.type === 'long' ? String(bytes) : shortMemorySize(bytes);
  }
  if (Array.isArray(content)) return list(content, option);
  if (content && typeof content === 'object') return map(plain(content));
  return { what: `nothing that Flink can read (${content})`, remedy: 'Write text, a number, a boolean, a Duration, a Size, a list or a map' };
}

function number(content: number): string | Fault {
  if (!Number.isFinite(content)) return { what: String(content), remedy: 'Write a finite number' };
  return Number.isInteger(content) ? BigInt(content).toString() : String(content);
}

/** Older lines count milliseconds where newer ones read a duration. */
function span(milliseconds: number, option?: OptionData): string {
  if (option?.type === 'integer' || option?.type === 'long') return String(milliseconds);
  const units: [string, number][] = [['d', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1000], ['ms', 1]];
  const [unit, size] = units.find(([, s]) => milliseconds % s === 0 && milliseconds >= s) ?? ['ms', 1];
  return `${milliseconds / size} ${unit}`;
}

/** `a;b`, the one form that every line and both files read. */
function list(entries: any[], option?: OptionData): string | Fault {
  const texts = entries.map((entry) => (option?.element === 'map' && entry && typeof entry === 'object' ? map(plain(entry)) : write(entry)));
  const fault = texts.find((text) => typeof text !== 'string');
  return fault ?? (texts as string[]).map((text) => quoted(text, ';')).join(';');
}

/** `key:text,key:text`, the one form that every line and both files read. */
function map(entries: { [name: string]: any }): string | Fault {
  const texts = Object.entries(entries).map(([name, entry]) => [name, write(entry)] as const);
  const fault = texts.find(([, text]) => typeof text !== 'string')?.[1];
  if (fault) return fault;
  return texts.map(([name, text]) => quoted(`${quoted(name, ':')}:${quoted(text as string, ':')}`, ',')).join(',');
}

/** In quotes where a separator or a quote would be misread. */
function quoted(text: string, separator: string): string {
  return text.includes(separator) || /['"]/.test(text) ? `'${text.replace(/'/g, "''")}'` : text;
}
