/*
 * Checks the option catalogs against a second, independent reading of the real jars: their bytecode.
 *
 *   npx tsx test/conformance/catalog.ts 1.20 2.2      some versions, with their file systems; and every release of the Apache operator
 *   npx tsx test/conformance/catalog.ts --all
 *
 * The catalogs are made by asking the fields that declare options. Here the calls that make options are looked up in the
 * code instead, and so are the keys that are read without one. What the supplement adds must stand in the class or
 * script that it names. The classes are asked once more, too, so that a stale or edited catalog is found.
 */
import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { CatalogCheck, differences, unique } from './catalog/check';
import { checkFileSystems } from './catalog/file-systems';
import { checkOperator } from './catalog/operator';
import { scan, Scanned } from './catalog/scan';
import { Catalog, catalogOf } from '../../tools/catalog/catalog';
import { jarsOf } from '../../tools/catalog/jars';
import { OPERATOR } from '../../tools/catalog/operator';
import { reflect, Reflected } from '../../tools/catalog/reflect';
import { entriesFor, literalOf, matches, Passthrough, placesOf, SUPPLEMENT, SupplementedOption } from '../../tools/catalog/supplement';
import { MINOR_VERSIONS, minorVersionOf } from '../../tools/catalog/versions';
import { catalogFile } from '../../tools/catalog/write';

/** Compares one version's catalog with the version's jars. */
export async function checkCatalog(name: string): Promise<CatalogCheck> {
  const version = minorVersionOf(name);
  const catalog: Catalog = JSON.parse(readFileSync(catalogFile(name), 'utf8'));
  const { groups, home } = await jarsOf(version);
  const listed = entriesFor(name, SUPPLEMENT.values);
  const wanted = [
    ...[...added(name), ...listed].flatMap((entry) => entry.class ?? []),
    ...listed.flatMap((entry) => Object.values(entry.legacyValues ?? {})),
  ];
  const scanned = await scan(groups.flat(), wanted);
  const reflected = await reflect(version);

  const known = new Set([
    ...Object.keys(catalog.options), ...catalog.templates.map((template) => template.key), ...catalog.passthrough,
    ...Object.entries(catalog.elsewhere).flatMap(([who, keys]) => keys.map((key) => `${who}: ${key}`)),
  ]);
  const { keys: declared, surplus } = declaredKeys(name, scanned, reflected);
  const supplement = added(name).map((entry) => ('prefix' in entry ? entry.prefix : entry.key));
  const aliases = Object.values(catalog.options).flatMap((option) => [...option.deprecatedKeys ?? [], ...option.fallbackKeys ?? []]);
  const readable = new Set([...known, ...aliases]);
  const fresh = JSON.parse(JSON.stringify(catalogOf(version, reflected)));

  return {
    declared: declared.size,
    missing: unique([
      ...[...declared].filter((key) => !known.has(key)),
      ...undeclaredReads(name, scanned).filter((key) => !readable.has(key)).map((key) => `${key} (read by a class)`),
      ...keysOfScripts(home).filter((key) => !readable.has(key)).map((key) => `${key} (read by a script)`),
      ...unknownBuilders(name, scanned),
      ...differences(fresh, catalog),
    ]),
    extra: unique([
      ...[...known].filter((key) => !declared.has(key) && !supplement.includes(key)),
      ...surplus,
      ...unproved(name, scanned, home),
      ...idle(name, scanned, reflected),
      ...differences(catalog, fresh),
    ]),
    supplement: unique(supplement),
  };
}

/** The keys and prefixes that the supplement adds on one version. */
function added(version: string): (SupplementedOption | Passthrough)[] {
  return [...entriesFor(version, SUPPLEMENT.options), ...entriesFor(version, SUPPLEMENT.templates), ...entriesFor(version, SUPPLEMENT.passthrough)];
}

/** The keys that the code declares. Where it puts a key together, only the field knows the key; the code tells how many. */
function declaredKeys(version: string, { declared, computed, copied }: Scanned, reflected: Reflected): { keys: Set<string>; surplus: string[] } {
  const id = (each: { class: string; key: string }) => `${each.class} ${each.key}`;
  const constant = new Set(declared.map(id));
  const fields = new Map(reflected.declared.map((each) => [id(each), each]));
  const isCopied = ({ class: name, key }: { class: string; key: string }) => [...copied.get(name) ?? []].some((from) => fields.has(`${from} ${key}`));
  const putTogether = [...fields.values()].filter((each) => !constant.has(id(each)) && !isCopied(each));
  const surplus = unique(putTogether.map((each) => each.class)).flatMap((name) => {
    const keys = putTogether.filter((each) => each.class === name).map((each) => each.key);
    return keys.length <= (computed.get(name) ?? 0) ? [] : [`${name} declares ${keys.length} options that its code does not make: ${keys}`];
  });
  const keys = [...declared, ...putTogether].flatMap((each) => whole(version, each.class, each.key, fields.get(id(each))?.suffixOf));
  return { keys: new Set(keys), surplus };
}

/** The whole keys that a key of a class stands for, in the catalog's way to write them. */
function whole(version: string, className: string, key: string, suffixOf?: string): string[] {
  const places = placesOf(version, className, key);
  const keys = places.length
    ? places.map((place) => (place.elsewhere ? `${place.elsewhere}: ${key}` : `${place.prefix}${key}`))
    : [suffixOf?.includes('<') ? `${suffixOf}.${key}` : key];
  return keys.map((each) => each.replace(/<(parameter|param|key)>$/, ''));
}

/** The keys that are read by name, without an option, by classes that read a cluster's configuration. */
function undeclaredReads(version: string, { read }: Scanned): string[] {
  return read.flatMap(({ class: name, key }) => whole(version, name, key)).filter((key) => !key.includes(': '));
}

/** The methods that make options for keys which nothing in the supplement accounts for. */
function unknownBuilders(version: string, { built }: Scanned): string[] {
  const accounted = [
    ...entriesFor(version, SUPPLEMENT.builders), ...entriesFor(version, SUPPLEMENT.templates), ...entriesFor(version, SUPPLEMENT.places).filter((place) => place.elsewhere),
  ];
  return built.filter(({ class: name }) => !accounted.some((entry) => entry.class && matches(entry.class, name)))
    .map(({ class: name, method }) => `an option that ${name}.${method} makes`);
}

/** What the supplement says without its literal standing in the class or script that it names. */
function unproved(version: string, { constants }: Scanned, home: string): string[] {
  const literals = [
    ...added(version).map((entry) => ({ entry, literal: literalOf(entry) })),
    ...entriesFor(version, SUPPLEMENT.values).flatMap((entry) => [...entry.values ?? [], ...entry.shortcuts ?? [], ...Object.values(entry.legacyValues ?? {})]
      .map((literal) => ({ entry, literal }))),
  ];
  return literals.filter(({ entry, literal }) => {
    if (constants.has(literal)) return false; // a class that is there
    const texts = entry.script ? [readFileSync(join(home, 'bin', entry.script), 'utf8')] : constants.get(entry.class!) ?? [];
    const standing = new RegExp(`(^|[^\\w-])${literal.replace(/[.$]/g, '\\$&')}($|[^\\w-])`, 'i');
    return !texts.some((text) => standing.test(text));
  }).map(({ entry, literal }) => `'${literal}' is not in ${entry.script ?? entry.class}`);
}

/** What the supplement says of classes that declare, read and build nothing on this version. */
function idle(version: string, { declared, read, built }: Scanned, reflected: Reflected): string[] {
  const active = [...reflected.declared, ...declared, ...read, ...built];
  const placed = entriesFor(version, SUPPLEMENT.places).filter((place) => !active.some(({ class: name, ...rest }) => matches(place.class, name)
    && (!('key' in rest) || placesOf(version, name, rest.key).includes(place))));
  const builders = entriesFor(version, SUPPLEMENT.builders).filter((entry) => !built.some(({ class: name }) => matches(entry.class!, name)));
  return [...placed, ...builders].map((entry) => `nothing to say of ${entry.class}`);
}

/** The keys that the shell scripts take from the configuration file. */
function keysOfScripts(home: string): string[] {
  const text = readdirSync(join(home, 'bin')).map((script) => readFileSync(join(home, 'bin', script), 'utf8')).join('\n');
  return [...text.matchAll(/(?:^KEY_\w+=|readFromConfig\s+)"([a-z][\w-]*(?:\.[\w-]+)*)"/gm)].map(([, key]) => key);
}

async function main(names: string[]): Promise<void> {
  const versions = names.includes('--all') ? MINOR_VERSIONS.map(({ minorVersion }) => minorVersion) : names;
  if (!versions.length) throw new Error('say which minor versions, or --all');
  for (const version of versions) {
    report(version, await checkCatalog(version));
    report(`file systems of ${version}`, await checkFileSystems(version));
  }
  for (const { minorVersion } of OPERATOR.releases) report(`Apache operator ${minorVersion}`, await checkOperator(minorVersion));
}

function report(title: string, { declared, missing, extra, supplement }: CatalogCheck): void {
  const further = supplement.length ? `; the supplement adds ${supplement.length}: ${supplement.join(' ')}` : '';
  console.log(`${title}: declared ${declared}, missing = ${missing.length}, extra = ${extra.length}${further}`);
  for (const key of missing) console.log(`  missing: ${key}`);
  for (const key of extra) console.log(`  extra: ${key}`);
  if (missing.length || extra.length) process.exitCode = 1;
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
