/**
 * Synthesizes every example into a folder and lists what it wrote: npm run examples [-- FOLDER]
 */
import { readdirSync } from 'fs';
import { join, relative, resolve } from 'path';
import { App, Chart } from 'cdk8s';

const folder = resolve(process.argv[2] ?? join(__dirname, '..', 'examples', 'dist'));

/** The charts that a file exports. */
function chartsOf(file: string): (new (scope: App) => Chart)[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return Object.values(require(file)).filter((e): e is new (scope: App) => Chart => typeof e === 'function' && Object.prototype.isPrototypeOf.call(Chart, e));
}

const examples = join(__dirname, '..', 'examples');
for (const file of readdirSync(examples).filter((name) => name.endsWith('.ts')).sort()) {
  for (const Example of chartsOf(join(examples, file))) {
    const app = new App({ outdir: folder });
    new Example(app);
    app.synth();
  }
}
for (const file of readdirSync(folder).sort()) process.stdout.write(`${relative(process.cwd(), join(folder, file))}\n`);
