/*
 * Writes the option catalogs from real Flink distributions.
 *
 *   npx tsx tools/catalog/generate.ts 1.20      the catalog of one line
 *   npx tsx tools/catalog/generate.ts --all     of all lines, then what became of the keys, and the union of all keys
 *
 * With one line the other lines' catalogs are taken from catalog/, so that history and union are always of all lines.
 */
import { existsSync, readFileSync } from 'fs';
import { Catalog, catalogOf } from './catalog';
import { historyOf } from './history';
import { LINES, lineOf } from './lines';
import { reflect } from './reflect';
import { SUPPLEMENT } from './supplement';
import { catalogFile, writeCatalog, writeHistory, writeKeys } from './write';

async function main(names: string[]): Promise<void> {
  const lines = names.includes('--all') ? LINES : names.map(lineOf);
  if (!lines.length) throw new Error('say which lines, or --all');
  for (const line of lines) {
    const start = Date.now();
    const catalog = catalogOf(line, await reflect(line));
    writeCatalog(catalog);
    const counts = [
      `${Object.keys(catalog.options).length} options`, `${catalog.templates.length} templates`, `${catalog.passthrough.length} prefixes`,
      ...Object.entries(catalog.elsewhere).map(([who, keys]) => `${keys.length} of a ${who}`),
    ];
    console.log(`${line.minorVersion} (${line.release}): ${counts.join(', ')}; ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  const missing = LINES.filter(({ minorVersion }) => !existsSync(catalogFile(minorVersion)));
  if (missing.length) throw new Error(`no history without the catalogs of ${missing.map(({ minorVersion }) => minorVersion).join(', ')}: run with --all`);
  const catalogs: Catalog[] = LINES.map(({ minorVersion }) => JSON.parse(readFileSync(catalogFile(minorVersion), 'utf8')));
  const history = historyOf(catalogs);
  writeHistory(history);
  writeKeys(catalogs, history);
  console.log(`${Object.keys(history.keys).length} keys in all lines together, ${SUPPLEMENT.successors.length} told by the supplement`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
