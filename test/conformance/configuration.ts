/*
 * Compares what we write into the configuration file, and take for values, with what each version's own loader, options and processes read.
 *
 *   npx tsx test/conformance/configuration.ts [--all | version …] [--seed n] [--count n]     by default 1.20 and 2.3, a fresh seed, 1000 a version
 */
import { randomInt } from 'crypto';
import { checkEntries } from './configuration/entries';
import { checkLimits } from './configuration/limits';
import { checkLoader } from './configuration/loader';
import { checkUnits } from './configuration/units';
import { checkValues } from './configuration/values';
import { MINOR_VERSIONS, minorVersionOf } from '../../tools/catalog/versions';
import { Flink } from '../../tools/values/oracle';

/** Prints one line, and below it what is not as it should be. */
function report(text: string, faults: readonly unknown[]): void {
  console.log(text);
  for (const fault of faults.slice(0, 20)) console.log(`  ${(typeof fault === 'string' ? fault : JSON.stringify(fault)).slice(0, 700)}`);
  if (faults.length) process.exitCode = 1;
}

async function compare(version: string, seed: number, count: number): Promise<void> {
  const flink = await Flink.of(minorVersionOf(version));
  try {
    for (const { file, equal, values, refused, differences } of await checkLoader(flink, version, seed)) {
      report(`${version} ${file}: ${equal} options read as written, ${values} values read by their options; ${refused} files refused by both; ${differences.length} differences`, differences);
    }
    const { mutations, counts, remedies, wrong, badlySaid, missing } = await checkValues(flink, version, seed, count);
    report(`${version} values: ${Object.values(mutations).reduce((sum, times) => sum + times, 0)} mutations of ${Object.keys(mutations).length} kinds among ${count} configurations; `
      + `${counts.bothAccept + counts.warned} accepted by both, ${counts.warned} of them with a warning; ${counts.bothRefuse} refused by both; `
      + `${counts.unknownNames} unknown names, ${counts.wrongTypes} wrong types and ${counts.clashes} clashes refused by us, and ${counts.unsupportedYaml} for tags, anchors and the like in YAML; `
      + `Flink refuses and we let pass: ${counts.wronglyPassed}; Flink reads as meant and we refuse: ${counts.wronglyRefused}; `
      + `${remedies} remedies tried; unclear messages or useless remedies: ${badlySaid.length}; names missing: ${missing.length}`, [...wrong, ...badlySaid, ...missing, ...remedies ? [] : ['no remedy was tried']]);
    const entries = await checkEntries(flink, version);
    report(`${version} entries: ${entries.read} of ${entries.asked} maps are read entry by entry; ${entries.differences.length} differences`, entries.differences);
    const limits = await checkLimits(flink, version);
    report(`${version} limits: ${limits.bothAccept + limits.bothRefuse} values of ${limits.options} options, ${limits.bothRefuse} refused by both; `
      + `Flink does not start and we let pass: ${limits.wronglyPassed.length}; Flink starts and we refuse: ${limits.wronglyRefused.length}`, [...limits.wronglyPassed, ...limits.wronglyRefused]);
    const { said, silent, contradicted, missed } = await checkUnits(flink, version);
    report(`${version} units: ${said.length} as described, ${contradicted.length} otherwise, ${missed.length} missed; ${silent.length} not described: ${silent.join(' ')}`, [...contradicted, ...missed]);
  } finally {
    await flink.close();
  }
}

async function main(args: string[]): Promise<void> {
  const number = (name: string, otherwise: number) => (args.includes(name) ? Number(args.splice(args.indexOf(name), 2)[1]) : otherwise);
  const seed = number('--seed', randomInt(2 ** 31));
  const count = number('--count', 1000);
  const versions = args.includes('--all') ? MINOR_VERSIONS.map(({ minorVersion }) => minorVersion) : args.length ? args : ['1.20', '2.3'];
  console.log(`seed ${seed}`);
  for (const version of versions) await compare(version, seed, count);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
