import { readFileSync } from 'fs';
import { CatalogCheck, differences, unique } from './check';
import { scan } from './scan';
import { OPERATOR, OperatorCatalog, operatorCatalogOf, operatorJars, operatorRelease, OperatorSupplement, reflectOperator } from '../../../tools/catalog/operator';
import { literalOf } from '../../../tools/catalog/supplement';
import { operatorFile } from '../../../tools/catalog/write';

/** A text that is a name of an option, or the end of one. Sentences have blanks, prefixes end with a point. */
const NAME = /^[a-z][\w-]*(\.[\w<>-]+)+$/;

/**
 * Compares the options of one release of the Apache operator with the bytecode of its jars. The classes put a prefix before each name,
 * so a name is looked for without it, among the texts of the classes that declare options.
 */
export async function checkOperator(name: string): Promise<CatalogCheck> {
  const release = operatorRelease(name);
  const catalog: OperatorCatalog = JSON.parse(readFileSync(operatorFile(name), 'utf8'));
  const reflected = await reflectOperator(release);
  const declaring = unique(reflected.declared.filter(({ key }) => isOwn(key)).map((each) => each.class));
  const supplement = OPERATOR.supplement.filter(({ releases }) => releases.includes(name));
  const { constants, computed } = await scan(await operatorJars(release), [...declaring, ...supplement.flatMap((each) => each.class ?? [])]);
  const texts = new Set(declaring.flatMap((each) => constants.get(each) ?? []).filter((text) => !declaring.includes(text)));

  const all = { ...catalog.options, ...Object.fromEntries(catalog.templates.map((template) => [template.key, template])) };
  const added = new Set(supplement.flatMap(({ options }) => options.map(({ key }) => key)));
  const readable = new Set(Object.entries(all).flatMap(([key, { deprecatedKeys = [], fallbackKeys = [] }]) => [key, ...deprecatedKeys, ...fallbackKeys]));
  const declared = Object.keys(all).filter((key) => !added.has(key));
  const putTogether = declared.filter((key) => !spellings(key).some((text) => texts.has(text)));
  const allowed = declaring.reduce((sum, each) => sum + (computed.get(each) ?? 0), 0);
  const fresh: OperatorCatalog = JSON.parse(JSON.stringify(operatorCatalogOf(release, reflected)));
  return {
    declared: declared.length,
    missing: unique([...[...texts].filter((text) => NAME.test(text) && !isRead(text, readable)), ...differences(fresh, catalog)]),
    extra: unique([...putTogether.length > allowed ? putTogether : [], ...supplement.flatMap((each) => unproved(each, constants)), ...differences(catalog, fresh)]),
    supplement: unique([...added]),
  };
}

function isOwn(key: string): boolean {
  return OPERATOR.prefixes.some((prefix) => key.startsWith(prefix));
}

/** A key, and what is left of it without a prefix. */
function spellings(key: string): string[] {
  return [key, ...OPERATOR.prefixes.filter((prefix) => key.startsWith(prefix)).map((prefix) => key.slice(prefix.length))];
}

function isRead(text: string, readable: Set<string>): boolean {
  return ['', ...OPERATOR.prefixes].some((prefix) => readable.has(prefix + text));
}

/** What the supplement says without its literal standing in the class that it names. What names no class cannot be looked up. */
function unproved({ class: name, literal, options }: OperatorSupplement, constants: Map<string, string[]>): string[] {
  if (!name) return [];
  return options.map(({ key }) => literal ?? literalOf({ key: key.replace(/<[^>]*>.*/, '') }))
    .filter((each) => !constants.get(name)?.some((text) => text.startsWith(each)))
    .map((each) => `'${each}' is not in ${name}`);
}
