import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App, Chart, Size } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { FlinkSessionCluster, FlinkSessionClusterProps, FlinkVersion, TaskManagerMemory } from '../src';
import { runProgram } from './harness/run-program';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** What a synth says of a session cluster, without cdk8s' heading. */
function complaints(props: Partial<FlinkSessionClusterProps>): string {
  const chart = new Chart(new App(), 'chart');
  new FlinkSessionCluster(chart, 'Shared', { version: FlinkVersion.V2_0, ...props });
  try {
    chart.toJson();
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.trim()).join('\n');
  }
  throw new Error('nothing is wrong with it');
}

function refused(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing is refused');
}

const example = { memory: Size.gibibytes(4), managedMemory: Size.gibibytes(2), slots: 2 };

/** What the documents quote, made again. */
const OUTPUTS: { [name: string]: () => string } = {
  'set-twice': () => complaints({ taskManager: { slots: 4 }, configuration: { 'taskmanager.numberOfTaskSlots': 8 } }),
  'unknown': () => complaints({ configuration: { 'taskmanager.numberOfTaskSlot': 4 } }),
  'other-line': () => complaints({ configuration: { 'jobmanager.heap.size': '1g' } }),
  'wrong-unit': () => complaints({ configuration: { 'taskmanager.memory.process.size': '4Gi' } }),
  'wrong-constant': () => complaints({ configuration: { 'execution.checkpointing.mode': 'EXACTLY' } }),
  'memory': () => new FlinkSessionCluster(new Chart(new App(), 'chart'), 'Shared', { version: FlinkVersion.V1_20, taskManager: example }).taskManager.describe(),
  'jvm': () => {
    const memory = TaskManagerMemory.of(FlinkVersion.V1_20, { 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.managed.size': '2g' });
    return `${memory.jvmParameters}\n${memory.dynamicConfigurations}`;
  },
  'memory-refused': () => refused(() => TaskManagerMemory.of(FlinkVersion.V1_20, { 'taskmanager.memory.process.size': '200m' })),
  'versions': () => ['| Flink | release | default image |', '| --- | --- | --- |',
    ...FlinkVersion.all().map(({ minorVersion, release, image }) => `| ${minorVersion} | ${release} | \`${image}\` |`)].join('\n'),
};

/** A quotation begins with a comment that names it and is a fenced block, or ends with a comment. */
const QUOTED = /<!-- output: ([a-z-]+) -->\n```text\n([^]*?)```|<!-- (versions):[^>]*-->\n([^]*?)<!-- \/versions -->/g;

describe.each(['README.md', 'docs/configuration.md'])('%s', (file) => {
  if (process.env.GOLDEN === 'update') {
    writeFileSync(join(ROOT, file), read(file).replace(QUOTED, (all, name, text, table, rows) => {
      const before = all.slice(0, all.lastIndexOf(name ? `${text}\`\`\`` : `${rows}<!-- /`));
      return `${before}${OUTPUTS[name ?? table]()}\n${name ? '```' : '<!-- /versions -->'}`;
    }));
  }
  const quoted = [...read(file).matchAll(QUOTED)].map(([, name, text, table, rows]) => [name ?? table, text ?? rows]);

  test('quotes something', () => expect(quoted.length).toBeGreaterThan(0));
  test.each(quoted)('quotes what the code says: %s', (name, text) => expect(text).toBe(`${OUTPUTS[name]()}\n`));
});

test('the message that the README shows is one that the code says', () => {
  expect(read('README.md')).toContain(OUTPUTS['wrong-unit']());
});

test('the program in the README synthesizes what the README says', () => {
  const yaml = runProgram(read('README.md'))['orders.k8s.yaml'];
  const kinds = parseAllDocuments(yaml).map((document) => document.toJS().kind as string);
  expect(kinds.sort()).toEqual(['ConfigMap', 'Deployment', 'Deployment', 'Role', 'Role', 'RoleBinding', 'RoleBinding', 'Service', 'ServiceAccount', 'ServiceAccount']);
});

test('every link inside the repository leads somewhere', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...markdown('docs'), ...markdown('docs/adr')];
  const known = new Set([...documents, 'API.md']);
  const broken = documents.flatMap((document) => [...read(document).matchAll(/\]\((?!https?:)([^)#]+)(#[^)]*)?\)/g)]
    .map(([, to]) => join(document, '..', to)).filter((to) => !known.has(to) && !exists(to)).map((to) => `${document} → ${to}`));
  expect(broken).toEqual([]);
});

function markdown(path: string): string[] {
  return readdirSync(join(ROOT, path)).filter((name) => name.endsWith('.md')).map((name) => join(path, name));
}

function exists(path: string): boolean {
  try {
    readdirSync(join(ROOT, path));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
