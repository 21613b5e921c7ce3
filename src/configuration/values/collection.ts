import { InvalidValue, shown, writeInstead } from './invalid-value';
import { join, split } from './split';
import { parseYaml, Yaml } from './yaml';
import { FlinkVersion } from '../../flink-version';
import { holds } from '../catalog/catalog-data';

/** Names with a text each. */
export type Entries = { readonly [name: string]: string };

/** The entries of a list, all of them texts: as YAML where the line reads that, else between semicolons. */
export function readList(version: FlinkVersion, text: string): string[] | InvalidValue {
  const yaml = inYaml(version, text, asTexts);
  if (yaml) return yaml;
  const parts = split(text, ';');
  const meant = /^\s*\[[^]*\]\s*$/.test(text) ? asTexts(parseYaml(text)) : undefined;
  if (!meant || parts instanceof InvalidValue) return parts;
  return new InvalidValue(`${shown(text)} is one entry to Flink ${version.minorVersion}, brackets and all`, writeInstead(join(meant, ';')));
}

/** A map: as YAML where the line reads that, else `name:text,name:text`. */
export function readMap(version: FlinkVersion, text: string): Entries | InvalidValue {
  return inYaml(version, text, asEntries) ?? readPairs(version, text);
}

function readPairs(version: FlinkVersion, text: string): Entries | InvalidValue {
  const entries = entriesOf(text);
  const inBraces = /^\s*\{([^]*)\}\s*$/.exec(text)?.[1];
  if (inBraces === undefined) return entries;
  const meant = asEntries(parseYaml(text)) ?? entriesOf(inBraces);
  const what = `${shown(text)} is read by Flink ${version.minorVersion} with its braces as part of the names`;
  return new InvalidValue(what, meant instanceof InvalidValue ? HOW : writeInstead(joined(meant)));
}

/** A list of maps. Between semicolons, YAML counts from 2.0 on only. */
export function readMaps(version: FlinkVersion, text: string): Entries[] | InvalidValue {
  const yaml = inYaml(version, text, (content) => (Array.isArray(content) ? all(content.map(asEntries)) : undefined));
  if (yaml) return yaml;
  const parts = split(text, ';');
  if (parts instanceof InvalidValue) return parts;
  const maps = parts.map((part) => (holds('2.0-', version.minorVersion) ? readMap : readPairs)(version, part));
  const fault = maps.find((map): map is InvalidValue => map instanceof InvalidValue);
  return fault ? new InvalidValue(fault.what, "Give a list of maps, or write 'name:text,name:text;name:text'") : maps as Entries[];
}

/** `name:text,name:text`, in the quotes it needs. */
export function joined(entries: Entries): string {
  return join(Object.entries(entries).map(([name, text]) => join([name, text], ':')), ',');
}

const HOW = "Give a map, or write 'name:text,name:text'";

function entriesOf(text: string): Entries | InvalidValue {
  const pairs = split(text, ',');
  if (pairs instanceof InvalidValue) return pairs;
  const entries = new Map<string, string>();
  for (const pair of pairs) {
    const sides = split(pair, ':');
    if (sides instanceof InvalidValue) return sides;
    if (sides.length !== 2) {
      return new InvalidValue(`${shown(pair)} in it is ${sides.length < 2 ? 'a name without a text' : 'more than one name and one text'}`, pairAdvice(pair, sides));
    }
    if (entries.has(sides[0])) return new InvalidValue(`${shown(text)} has '${sides[0]}' twice`, 'Leave one out');
    entries.set(sides[0], sides[1]);
  }
  return Object.fromEntries(entries);
}

function pairAdvice(pair: string, sides: string[]): string {
  const [, name, text] = /^([^=:]+)=([^=]+)$/.exec(pair) ?? [];
  if (name) return String(writeInstead(joined({ [name.trim()]: text.trim() })));
  return sides.length > 2 ? String(writeInstead(joined({ [sides[0]]: sides.slice(1).join(':') }))) : HOW;
}

/** What the parser of `config.yaml` finds. Whatever it cannot turn into this type is tried in the older form. */
function inYaml<T>(version: FlinkVersion, text: string, convert: (content: Yaml | undefined) => T | undefined): T | undefined {
  return version._facts.configFile === 'config.yaml' ? convert(parseYaml(text)) : undefined;
}

function asTexts(content: Yaml | undefined): string[] | undefined {
  return Array.isArray(content) ? all(content.map(asText)) : undefined;
}

function asEntries(content: Yaml | undefined): Entries | undefined {
  if (!(content instanceof Map)) return undefined;
  const sides = all([...content].flat().map(asText));
  return sides && Object.fromEntries(sides.flatMap((text, i) => (i % 2 ? [] : [[text, sides[i + 1]]])));
}

/** Nothing has no text; a collection inside is handed on as YAML. */
function asText(content: Yaml): string | undefined {
  if (content === null || typeof content === 'string') return content ?? undefined;
  return JSON.stringify(content instanceof Map ? Object.fromEntries(content) : content);
}

function all<T>(contents: (T | undefined)[]): T[] | undefined {
  return contents.every((each) => each !== undefined) ? contents as T[] : undefined;
}
