/*
 * Writes the option catalogs from real Flink distributions.
 *
 *   npx tsx tools/catalog/generate.ts 1.20                    the catalog of one Flink minor version
 *   npx tsx tools/catalog/generate.ts apache-operator-1.16    the options of one release of the Apache operator
 *   npx tsx tools/catalog/generate.ts file-systems            the options of the file systems, in all Flink versions
 *   npx tsx tools/catalog/generate.ts --all                   everything, with the history and the union of all keys
 *
 * With one version the catalogs of the others are read from catalog/, so that history and union always include all versions.
 */
import { existsSync, readFileSync } from 'fs';
import { Catalog, catalogOf } from './catalog';
import { fileSystemsCatalog } from './file-systems';
import { historyOf } from './history';
import { OPERATOR, operatorCatalogOf, operatorRelease, reflectOperator } from './operator';
import { reflect } from './reflect';
import { SUPPLEMENT } from './supplement';
import { MINOR_VERSIONS, MinorVersion, minorVersionOf } from './versions';
import { catalogFile, writeCatalog, writeFileSystems, writeHistory, writeKeys, writeOperatorCatalog } from './write';

const OPERATOR_PREFIX = 'apache-operator-';
const FILE_SYSTEMS = 'file-systems';

async function main(names: string[]): Promise<void> {
  const all = names.includes('--all');
  const isOperator = (name: string) => name.startsWith(OPERATOR_PREFIX);
  const versions = all ? MINOR_VERSIONS : names.filter((name) => name !== FILE_SYSTEMS && !isOperator(name)).map(minorVersionOf);
  const operators = all ? OPERATOR.releases.map(({ minorVersion }) => minorVersion) : names.filter(isOperator).map((name) => name.slice(OPERATOR_PREFIX.length));
  if (!names.length) throw new Error(`usage: generate.ts MINOR_VERSION… | ${OPERATOR_PREFIX}RELEASE | ${FILE_SYSTEMS} | --all`);
  if (versions.length) await generateVersions(versions);
  for (const name of operators) await generateOperator(name);
  if (all || names.includes(FILE_SYSTEMS)) await generateFileSystems();
}

async function generateVersions(versions: readonly MinorVersion[]): Promise<void> {
  for (const version of versions) {
    const start = Date.now();
    const catalog = catalogOf(version, await reflect(version));
    writeCatalog(catalog);
    const counts = [
      `${Object.keys(catalog.options).length} options`, `${catalog.templates.length} templates`, `${catalog.passthrough.length} prefixes`,
      ...Object.entries(catalog.elsewhere).map(([where, keys]) => `${keys.length} of a ${where}`),
    ];
    console.log(`${version.minorVersion} (${version.release}): ${counts.join(', ')}; ${seconds(start)}`);
  }
  const missing = MINOR_VERSIONS.filter(({ minorVersion }) => !existsSync(catalogFile(minorVersion)));
  if (missing.length) throw new Error(`the history requires the catalogs of ${missing.map(({ minorVersion }) => minorVersion).join(', ')}: run with --all`);
  const catalogs: Catalog[] = MINOR_VERSIONS.map(({ minorVersion }) => JSON.parse(readFileSync(catalogFile(minorVersion), 'utf8')));
  const history = historyOf(catalogs);
  writeHistory(history);
  writeKeys(catalogs, history);
  console.log(`${Object.keys(history.keys).length} keys in all versions together, the successors of ${SUPPLEMENT.successors.length} from the supplement`);
}

async function generateOperator(name: string): Promise<void> {
  const start = Date.now();
  const release = operatorRelease(name);
  const catalog = operatorCatalogOf(release, await reflectOperator(release));
  writeOperatorCatalog(catalog);
  console.log(`Apache operator ${name} (${catalog.release}): ${Object.keys(catalog.options).length} options, ${catalog.templates.length} templates; ${seconds(start)}`);
}

async function generateFileSystems(): Promise<void> {
  const start = Date.now();
  const systems = await fileSystemsCatalog();
  writeFileSystems(systems);
  console.log(`${systems.map(({ plugin, options }) => `${plugin}: ${Object.keys(options).length} options`).join(', ')}; ${seconds(start)}`);
}

function seconds(start: number): string {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
