/**
 * Runs the scenarios on the Kubernetes that KUBECONFIG names: npm run e2e [-- PATTERN]
 *
 * FLINK_IMAGE_1_20, FLINK_IMAGE_2_3 … name the images of the versions to run; CONTRIBUTING.md describes how they are made.
 */
import { spawnSync } from 'child_process';

function notRun(because: string): never {
  process.stdout.write(`e2e not run: ${because}\n`);
  process.exit(0);
}

const kubectl = process.env.KUBECTL ?? 'kubectl';
if (spawnSync(kubectl, ['version', '--request-timeout=10s'], { stdio: 'ignore' }).status !== 0) notRun('no cluster');
const versions = Object.keys(process.env).filter((name) => /^FLINK_IMAGE_\d+_\d+$/.test(name) && process.env[name]).sort();
if (!versions.length) notRun('no image; set FLINK_IMAGE_1_20 or its like');

const began = Date.now();
const { status } = spawnSync('npx', ['jest', '-c', 'test/e2e/jest.config.json', '--ci', '--runInBand', ...process.argv.slice(2)], { stdio: 'inherit' });
process.stdout.write(`e2e: ${versions.join(', ')} in ${Math.round((Date.now() - began) / 1000)} s\n`);
process.exit(status ?? 1);
