/**
 * Runs the tests with the newest cdk8s, cdk8s-plus and constructs that our peer ranges allow, in a copy of the repository: npm run newest-peers
 *
 * The repository itself has the lowest of each range, so both ends are tried.
 */
import { execFileSync } from 'child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const ROOT = join(__dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'newest-peers-'));
const inCopy = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: copy, stdio: 'inherit' });
try {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) cpSync(join(ROOT, file), join(copy, file));
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { peerDependencies: { [name: string]: string } };
  inCopy('npm', 'ci', '--silent');
  inCopy('npm', 'install', '--silent', '--save-dev', ...Object.entries(peerDependencies).map(([name, range]) => `${name}@${range}`));
  for (const name of Object.keys(peerDependencies)) {
    const { version } = JSON.parse(readFileSync(join(copy, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
    process.stdout.write(`${name} ${version}\n`);
  }
  inCopy('npx', 'tsc', '-p', 'test');
  inCopy('npx', 'jest', '--ci');
} finally {
  rmSync(copy, { recursive: true, force: true });
}
