/**
 * Compiles the library unless lib is there, whole and newer than its sources: npm run compile-if-stale
 *
 * npm pack calls it, so that what is packed is never an old state.
 */
import { execFileSync } from 'child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..');

function filesBelow(folder: string, suffix: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix)).sort();
}

/** jsii writes its assembly last. */
function isFresh(): boolean {
  const assembly = statSync(join(ROOT, '.jsii'), { throwIfNoEntry: false });
  if (!assembly) return false;
  const sources = filesBelow('src', '.ts');
  const compiled = filesBelow('lib', '.js').map((file) => file.replace(/\.js$/, '.ts'));
  const inputs = ['package.json', ...sources.map((file) => join('src', file))];
  return sources.join() === compiled.join() && inputs.every((file) => statSync(join(ROOT, file)).mtimeMs <= assembly.mtimeMs);
}

if (!isFresh()) {
  rmSync(join(ROOT, 'lib'), { recursive: true, force: true });
  execFileSync('npm', ['run', '--silent', 'compile'], { cwd: ROOT, stdio: 'inherit' });
}
