import { readdirSync, statSync } from 'fs';
import { join } from 'path';
import { Language, pacmak, ROOT } from './language';
import { run } from '../flink/run';

const OUT = join(ROOT, 'dist');

/** The package that `pack` has made. */
export function wheel(): string {
  const name = readdirSync(join(OUT, 'python')).find((file) => file.endsWith('.whl'));
  if (!name) throw new Error('jsii-pacmak has written no wheel into dist/python');
  return join(OUT, 'python', name);
}

export const PYTHON: Language = {
  name: 'python',
  needs: [['python3', '-c', 'import venv, ensurepip']],
  async pack() {
    await pacmak('python', OUT);
    return `dist/python, ${Math.round(statSync(wheel()).size / 1024)} KB`;
  },
  async synthesize(work) {
    const venv = join(work, 'venv');
    await run('python3', ['-m', 'venv', venv]);
    const python = join(venv, 'bin', 'python');
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel()]);
    const out = join(work, 'out');
    await run(python, [join(ROOT, 'examples', 'python', 'session_cluster.py'), out], work);
    return out;
  },
  ownFeature: (work) => run(join(work, 'venv', 'bin', 'python'), [join(__dirname, 'own_feature.py')], work),
};
