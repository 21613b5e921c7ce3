import { hashOrder, hashSetOrder } from './java-hash';
import { MemoryConfigurationError } from './memory-configuration-error';
import { MemoryModel } from './memory-model';
import { Settings } from './settings';
import { decimalOf } from '../private/java-decimal';

/**
 * An external resource of a TaskManager, such as GPUs, and its amount.
 * @internal
 */
export interface ExternalResource {
  readonly name: string;
  readonly amount: bigint;
}

/**
 * The option that lists the names of external resources.
 * @internal
 */
export const EXTERNAL_RESOURCES = 'external-resources';

/**
 * The key of the amount of an external resource.
 * @internal
 */
export function amountKey(name: string): string {
  return `external-resource.${name}.amount`;
}

/**
 * The external resources that are listed and have an amount, in the order in which Flink passes them to the process.
 * @internal
 */
export function externalResources(settings: Settings, model: MemoryModel): ExternalResource[] {
  const text = settings.text(EXTERNAL_RESOURCES);
  if (text === undefined || text === 'none') return [];
  const names = Array.isArray(text) ? text : (model.yamlLists ? yamlList(text) : undefined) ?? splitList(text);
  const resources = new Map<string, ExternalResource>();
  for (const name of hashSetOrder(names)) {
    const amount = settings.integer(amountKey(name), 64);
    if (amount !== undefined && amount > 0n) resources.set(name, { name, amount: throughDouble(amount) });
  }
  return hashOrder(hashOrder([...resources.keys()])).map((name) => resources.get(name)!);
}

/** Flink converts an amount to a double, that to a decimal, and keeps the lowest 64 bits. */
function throughDouble(amount: bigint): bigint {
  const { digits, exponent } = decimalOf(Number(amount));
  return BigInt.asIntN(64, digits * 10n ** BigInt(exponent));
}

const ITEM = /\s*(?:([A-Za-z_][\w./-]*)|'((?:[^']|'')*)'|"([^"\\]*)")\s*/y;
/** Plain scalars that YAML does not parse as strings. */
const NOT_A_STRING = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;

/** The items of a YAML flow sequence of plain or quoted strings; undefined when the text is anything else. */
function yamlList(text: string): string[] | undefined {
  const inner = /^\s*\[([^]*)\]\s*$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const items: string[] = [];
  for (let at = 0; inner.slice(at).trim() !== ''; at = ITEM.lastIndex + 1) {
    ITEM.lastIndex = at;
    const [whole, plain, single, double] = ITEM.exec(inner) ?? [];
    const ended = whole !== undefined && [',', undefined].includes(inner[ITEM.lastIndex]);
    if (!ended || (plain !== undefined && NOT_A_STRING.test(plain))) return undefined;
    items.push(plain ?? single?.replace(/''/g, "'") ?? double);
  }
  return items;
}

/** The items of a list in Flink's own syntax: separated by `;`, and in quotes when they contain one. */
function splitList(text: string): string[] {
  const items: string[] = [];
  const token = /\s*(?:(['"])((?:(?!\1)[^]|\1\1)*)\1|([^;]+)|(;))/y;
  let last = '';
  for (let at = 0; text.slice(at).trim() !== ''; at = token.lastIndex) {
    token.lastIndex = at;
    const [, quote, quoted, plain, delimiter] = token.exec(text)!;
    const kind = quote ? 'quoted' : delimiter ? 'delimiter' : 'plain';
    if (last === 'quoted' && kind !== 'delimiter') throw badQuotes(text);
    if (plain !== undefined && /^['"]/.test(plain)) throw badQuotes(text);
    if (kind !== 'delimiter') items.push(quote ? quoted.replaceAll(quote + quote, quote) : plain.trim());
    else if (last === 'delimiter') items.push('');
    last = kind;
  }
  return items;
}

function badQuotes(text: string): MemoryConfigurationError {
  return new MemoryConfigurationError('E-PARSE', EXTERNAL_RESOURCES, `'${EXTERNAL_RESOURCES}' must be a list; '${text}' has a quote that does not enclose an item`,
    "Separate the names with ';', for example gpu;fpga");
}
