/**
 * Compares our answers with those of Flink's own classes: npm run conformance [-- LINE… | --all]
 *
 * It brings the distributions by itself and needs a JDK, Maven and Python for that. Two lines by default; `--all` takes all.
 */
import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';

for (const tool of ['java', 'mvn', 'python3']) {
  if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0) {
    process.stdout.write(`conformance not run: no ${tool}\n`);
    process.exit(0);
  }
}

const lines = process.argv.length > 2 ? process.argv.slice(2) : ['1.20', '2.3'];
const comparisons = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && file !== 'run.ts').sort();
const failed = comparisons.filter((file) => {
  process.stdout.write(`\n${file.replace(/\.ts$/, '')}\n`);
  return spawnSync('npx', ['tsx', join(__dirname, file), ...lines], { stdio: 'inherit' }).status !== 0;
});
process.stdout.write(failed.length ? `\nconformance: differences in ${failed.join(', ')}\n` : '\nconformance: no differences\n');
process.exit(failed.length ? 1 : 0);
