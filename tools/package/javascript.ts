import { readdirSync, statSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Language, pacmak, ROOT } from './language';
import { run } from '../flink/run';

const OUT = join(ROOT, 'dist');

function archive(): string {
  const name = readdirSync(join(OUT, 'js')).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('jsii-pacmak has written no npm package into dist/js');
  return join(OUT, 'js', name);
}

/** The program is the example itself, without its types: the package is tried from plain JavaScript. */
const PROGRAM = `
const { App, Chart, Size } = require('cdk8s');
const { FlinkSessionCluster, FlinkVersion } = require('cdk8s-flink');
const app = new App({ outdir: 'out' });
const chart = new Chart(app, 'session-cluster', { namespace: 'streaming' });
new FlinkSessionCluster(chart, 'Shared', { version: FlinkVersion.V1_20, taskManager: { replicas: 3, slots: 2, memory: Size.gibibytes(4) } });
app.synth();
`;

export const JAVASCRIPT: Language = {
  name: 'js',
  needs: [['npm', '--version']],
  async pack() {
    await pacmak('js', OUT);
    return `dist/js, ${Math.round(statSync(archive()).size / 1024)} KB`;
  },
  async synthesize(work) {
    writeFileSync(join(work, 'package.json'), '{ "private": true }');
    // npm brings the newest peers of our ranges along.
    await run('npm', ['install', '--silent', '--no-audit', '--no-fund', archive()], work);
    writeFileSync(join(work, 'main.js'), PROGRAM);
    await run(process.execPath, ['main.js'], work);
    return join(work, 'out');
  },
};
