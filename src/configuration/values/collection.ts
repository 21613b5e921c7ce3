import { InvalidValue, quote, suggest } from './invalid-value';
import { join, split } from './split';
import { parseYaml, Yaml } from './yaml';
import { FlinkVersion } from '../../flink-version';
import { includesVersion } from '../catalog/catalog-data';

/** The entries of a map. */
export type Entries = { readonly [name: string]: string };

/** A list of texts: in YAML where the version supports it, otherwise separated by semicolons. */
export function parseList(version: FlinkVersion, text: string): string[] | InvalidValue {
  const yaml = parseAsYaml(version, text, asTexts);
  if (yaml) return yaml;
  const parts = split(text, ';');
  const likely = /^\s*\[[^]*\]\s*$/.test(text) ? asTexts(parseYaml(text)) : undefined;
  if (!likely || parts instanceof InvalidValue) return parts;
  return new InvalidValue(`Flink ${version.minorVersion} parses ${quote(text)} as one entry that includes the brackets`, suggest(join(likely, ';')));
}

/** A map: in YAML where the version supports it, otherwise `key:value,key:value`. */
export function parseMap(version: FlinkVersion, text: string): Entries | InvalidValue {
  return parseAsYaml(version, text, asEntries) ?? parsePairs(version, text);
}

function parsePairs(version: FlinkVersion, text: string): Entries | InvalidValue {
  const entries = entriesOf(text);
  const inBraces = /^\s*\{([^]*)\}\s*$/.exec(text)?.[1];
  if (inBraces === undefined) return entries;
  const likely = asEntries(parseYaml(text)) ?? entriesOf(inBraces);
  const reason = `Flink ${version.minorVersion} parses the braces of ${quote(text)} as part of the keys`;
  return new InvalidValue(reason, likely instanceof InvalidValue ? HOW : suggest(formatMap(likely)));
}

/** A list of maps. Maps that are separated by semicolons may be in YAML from 2.0 on. */
export function parseMaps(version: FlinkVersion, text: string): Entries[] | InvalidValue {
  const yaml = parseAsYaml(version, text, (content) => (Array.isArray(content) ? all(content.map(asEntries)) : undefined));
  if (yaml) return yaml;
  const parts = split(text, ';');
  if (parts instanceof InvalidValue) return parts;
  const maps = parts.map((part) => (includesVersion('2.0-', version.minorVersion) ? parseMap : parsePairs)(version, part));
  const invalid = maps.find((map): map is InvalidValue => map instanceof InvalidValue);
  return invalid ? new InvalidValue(invalid.reason, "Give a list of maps, or write 'key:value,key:value;key:value'") : maps as Entries[];
}

/** `key:value,key:value`, with quotes where they are required. */
export function formatMap(entries: Entries): string {
  return join(Object.entries(entries).map(([name, text]) => join([name, text], ':')), ',');
}

const HOW = "Give a map, or write 'key:value,key:value'";

function entriesOf(text: string): Entries | InvalidValue {
  const pairs = split(text, ',');
  if (pairs instanceof InvalidValue) return pairs;
  const entries = new Map<string, string>();
  for (const pair of pairs) {
    const sides = split(pair, ':');
    if (sides instanceof InvalidValue) return sides;
    if (sides.length !== 2) {
      return new InvalidValue(`the entry ${quote(pair)} ${sides.length < 2 ? 'has no value' : "has more than one ':'"}`, pairAdvice(pair, sides));
    }
    if (entries.has(sides[0])) return new InvalidValue(`${quote(text)} contains the key '${sides[0]}' twice`, 'Leave one out');
    entries.set(sides[0], sides[1]);
  }
  return Object.fromEntries(entries);
}

function pairAdvice(pair: string, sides: string[]): string {
  const [, name, text] = /^([^=:]+)=([^=]+)$/.exec(pair) ?? [];
  if (name) return String(suggest(formatMap({ [name.trim()]: text.trim() })));
  return sides.length > 2 ? String(suggest(formatMap({ [sides[0]]: sides.slice(1).join(':') }))) : HOW;
}

/** The value in YAML, which Flink tries first for options in `config.yaml`. Undefined when the text is not YAML of this type. */
function parseAsYaml<T>(version: FlinkVersion, text: string, convert: (content: Yaml | undefined) => T | undefined): T | undefined {
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

/** Null has no text; a nested collection is kept as YAML. */
function asText(content: Yaml): string | undefined {
  if (content === null || typeof content === 'string') return content ?? undefined;
  return JSON.stringify(content instanceof Map ? Object.fromEntries(content) : content);
}

function all<T>(contents: (T | undefined)[]): T[] | undefined {
  return contents.every((each) => each !== undefined) ? contents as T[] : undefined;
}
