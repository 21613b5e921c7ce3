/**
 * Tries our constructs with those of other versions of cdk8s-plus: npm run other-plus-versions
 *
 * One program in TypeScript and one in Python are compiled and run with each version. What they synthesize must be what they synthesize with
 * the version that the library itself is made with.
 */
import { readFileSync } from 'fs';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { run } from './flink/run';
import { isHere, ROOT } from './package/language';
import { PYTHON, wheel } from './package/python';

const OURS = 27;
/** The oldest of the others and the newest. */
const OTHERS = [28, 34];
const PROGRAMS = join(__dirname, 'other-plus-versions');
const module = (version: number) => `cdk8s-plus-${version}`;

async function typescript(work: string): Promise<void> {
  const [packed] = (await run('npm', ['pack', '--silent', '--pack-destination', work], ROOT)).trim().split('\n').slice(-1);
  await writeFile(join(work, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--omit=optional', join(work, packed), ...[OURS, ...OTHERS].map(module)], work);
  await writeFile(join(work, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, target: 'ES2022', module: 'commonjs', types: [] }, include: ['*.ts'] }));
  const program = readFileSync(join(PROGRAMS, 'program.ts'), 'utf8');
  for (const version of [OURS, ...OTHERS]) await writeFile(join(work, `${module(version)}.ts`), program.replaceAll(module(OURS), module(version)));
  await run(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')], work);
  for (const version of [OURS, ...OTHERS]) await run(process.execPath, ['-e', `process.env.CDK8S_OUTDIR = ${version}; require('./${module(version)}')`], work);
  report('TypeScript', work);
}

async function python(work: string): Promise<void> {
  await PYTHON.pack();
  await run('python3', ['-m', 'venv', join(work, 'venv')]);
  const interpreter = join(work, 'venv', 'bin', 'python');
  await run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel(), ...OTHERS.map(module)]);
  for (const version of [OURS, ...OTHERS]) {
    await run(interpreter, [join(PROGRAMS, 'program.py'), module(version).replaceAll('-', '_'), join(work, String(version))], work);
  }
  report('Python', work);
}

/** Compares what each version's program has synthesized. */
function report(language: string, work: string): void {
  const ours = objects(work, OURS);
  for (const version of OTHERS) {
    const other = objects(work, version);
    const differing = ours.length === other.length ? other.filter((object, i) => object !== ours[i]) : other;
    if (differing.length) throw new Error(`${language}: ${module(version)} gives other objects than ${module(OURS)}:\n${differing.join('\n')}`);
    process.stdout.write(`${language}: ${module(version)} gives the same ${ours.length} objects as ${module(OURS)}\n`);
  }
}

/** All but the Deployments that cdk8s-plus makes of its own: their defaults differ from version to version. */
function objects(work: string, version: number): string[] {
  return parseAllDocuments(readFileSync(join(work, String(version), 'orders.k8s.yaml'), 'utf8')).map((document) => document.toJS())
    .filter(({ kind, metadata }) => !(kind === 'Deployment' && metadata.name.startsWith('orders-client'))).map((object) => JSON.stringify(object));
}

/** Whether cdk8s has published a version that is not tried here. */
async function newer(): Promise<void> {
  const next = module(Math.max(...OTHERS) + 1);
  const there = await run('npm', ['view', next, 'version']).then(() => true, () => false);
  if (there) process.stdout.write(`${next} is published: name it among the versions that are tried\n`);
}

async function main(): Promise<void> {
  const missing = PYTHON.needs.filter((tool) => !isHere(tool));
  for (const [name, attempt] of Object.entries({ typescript, python })) {
    if (name === 'python' && missing.length) {
      process.stdout.write(`Python: NOT RUN, for this does not run here: ${missing.map((tool) => tool.join(' ')).join('; ')}\n`);
      continue;
    }
    const work = await mkdtemp(join(tmpdir(), 'other-plus-versions-'));
    try {
      await attempt(work);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await newer();
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
