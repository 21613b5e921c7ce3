/*
 * Compares our answers with those of Flink's own classes: npm run conformance [-- VERSION… | --all] [--seed n]
 *
 * It brings the distributions by itself and needs a JDK, Maven and Python for that. Two versions by default; `--all` takes all. What is
 * drawn at random depends on the seed, which is a fresh one unless it is given.
 */
import { spawnSync } from 'child_process';
import { randomInt } from 'crypto';
import { readdirSync } from 'fs';
import { join } from 'path';

for (const tool of ['java', 'mvn', 'python3']) {
  if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0) {
    process.stdout.write(`conformance not run: no ${tool}\n`);
    process.exit(process.env.CI ? 1 : 0);
  }
}

const args = process.argv.slice(2);
const seed = args.includes('--seed') ? args.splice(args.indexOf('--seed'), 2)[1] : String(randomInt(2 ** 31));
const versions = args.length ? args : ['1.20', '2.3'];
const comparisons = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && file !== 'run.ts').sort();
const failed = comparisons.filter((file) => {
  const start = Date.now();
  process.stdout.write(`\n${file.replace(/\.ts$/, '')}\n`);
  const { status } = spawnSync(process.execPath, [require.resolve('tsx/cli'), join(__dirname, file), ...versions, ...file === 'catalog.ts' ? [] : ['--seed', seed]], { stdio: 'inherit' });
  process.stdout.write(`${Math.round((Date.now() - start) / 1000)} s\n`);
  return status !== 0;
});
process.stdout.write(failed.length ? `\nconformance: differences in ${failed.join(', ')}\n` : '\nconformance: no differences\n');
process.exit(failed.length ? 1 : 0);
