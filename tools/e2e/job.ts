/**
 * Builds the job under test for one Flink minor version, as a folder that is laid over that version's image:
 *
 *     npx tsx tools/e2e/job.ts 1.20 FOLDER
 *
 * It needs a JDK, and the version's own jars to compile against.
 */
import { execFileSync } from 'child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { FlinkVersion } from '../../src/flink-version';
import { distribution } from '../flink/distribution';

async function main(minorVersion: string, target: string): Promise<void> {
  const version = FlinkVersion.all().find((each) => each.minorVersion === minorVersion);
  if (!version || !target) throw new Error('usage: job.ts VERSION FOLDER');
  const lib = join(await distribution(version.release), 'lib');
  const jars = readdirSync(lib).filter((name) => name.endsWith('.jar')).map((name) => join(lib, name));
  const root = join(__dirname, '..', '..');
  const usrlib = join(target, 'opt', 'flink', 'usrlib');
  const input = join(target, 'opt', 'flink', 'input');
  for (const folder of [usrlib, input]) mkdirSync(folder, { recursive: true });
  const classes = mkdtempSync(join(tmpdir(), 'count-job-'));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  run('javac', '--release', '11', '-nowarn', '-Xlint:none', '-cp', jars.join(':'), '-d', classes, join(root, 'test', 'e2e', 'job', 'CountJob.java'));
  run('jar', '--create', '--file', join(usrlib, 'count.jar'), '-C', classes, '.');
  // A text that everybody has, to count the words of.
  cpSync(join(root, 'LICENSE'), join(input, 'LICENSE'));
}

main(process.argv[2], resolve(process.argv[3] ?? '')).catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
