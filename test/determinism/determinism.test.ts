import { execFile } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { promisify } from 'util';
import { App, Chart, YamlOutputType } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { reversed, synthesize } from './program';
import { Application } from '../../examples/application';
import { SessionCluster } from '../../examples/session-cluster';
import { EXAMPLES } from '../harness/examples';

test.each(['application', 'own-pods', 'job-cluster', 'local-recovery', 'apache-application'])('a hundred syntheses of the example %s give the same bytes', (name) => {
  const example = EXAMPLES.find((e) => e.name === name)!;
  const texts = Array.from({ length: 100 }, () => JSON.stringify(example.synthesize()));
  expect(new Set(texts).size).toBe(1);
});

/** The program's output in a process of its own. */
async function run(order: string, env: { [name: string]: string }): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [require.resolve('tsx/cli'), join(__dirname, 'program.ts'), order], { env: { ...process.env, ...env }, maxBuffer: 2 ** 24 });
  return stdout;
}

test('neither the time zone nor the language nor the order of properties changes a byte', async () => {
  const [one, other] = await Promise.all([
    run('as-written', { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }),
    run('reversed', { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  ]);
  expect(one.length).toBeGreaterThan(20_000);
  expect(other).toBe(one);
  expect(synthesize()).toBe(one);
}, 60_000);

test('reversing reaches every depth', () => {
  expect(JSON.stringify(reversed({ a: 1, b: [{ c: 2, d: { e: 3, f: 4 } }] }))).toBe('{"b":[{"d":{"f":4,"e":3},"c":2}],"a":1}');
});

/** Every file below a folder, and the objects in it. */
function written(folder: string, below = folder): { [file: string]: any[] } {
  return Object.assign({}, ...readdirSync(folder).sort().map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? written(path, below) : { [relative(below, path)]: parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS()) };
  }));
}

describe.each<[keyof typeof YamlOutputType, number, string]>([
  ['FILE_PER_APP', 1, 'app.k8s.yaml'],
  ['FILE_PER_CHART', 2, 'session-cluster.k8s.yaml'],
  ['FILE_PER_RESOURCE', 15, 'Deployment.shared-taskmanager.k8s.yaml'],
  ['FOLDER_PER_CHART_FILE_PER_RESOURCE', 15, 'session-cluster/Deployment.shared-taskmanager.k8s.yaml'],
])('as %s', (type, count, file) => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  afterAll(() => rmSync(outdir, { recursive: true }));

  test('all objects are written, each once', () => {
    const app = new App({ outdir, yamlOutputType: YamlOutputType[type] });
    const charts: Chart[] = [new Application(app), new SessionCluster(app)];
    app.synth();
    const files = written(outdir);
    expect(Object.keys(files)).toHaveLength(count);
    expect(Object.keys(files)).toContain(file);
    const sorted = (objects: any[]) => objects.map((object) => JSON.stringify(object)).sort();
    expect(sorted(Object.values(files).flat())).toEqual(sorted(charts.flatMap((chart) => chart.toJson())));
  });
});
