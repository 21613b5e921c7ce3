import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { APPLICATION, clusterOptions, DEPLOYMENT, Everything, JOB_CLUSTER, jobOptions, pod } from './full-options';
import { apache, FlinkApplication, FlinkFindings, FlinkJobCluster, FlinkSessionCluster, FlinkVersion } from '../../src';

/** Values that are wrong for most props. */
const WRONG: { readonly [what: string]: unknown } = {
  'a number': 5,
  'a string': 'wrong',
  'null': null,
  'an empty object': {},
  'an empty list': [],
  'a function': () => 5,
  'a symbol': Symbol('wrong'),
  'NaN': NaN,
  'a boolean': true,
  'a Date': new Date(0),
  'an instance': new (class Wrong { public readonly unknown = 1; })(),
  'a Duration': Duration.seconds(1),
  'a bigint': 5n,
  'a class': class Wrong {},
  'a Map': new Map(),
  'a map that contains itself': cyclic(),
  'what cannot be read': { get unreadable() { throw new Error('it cannot be read'); } },
  'what cannot be listed': new Proxy({}, { ownKeys: () => { throw new Error('it cannot be listed'); } }),
  'what cannot be looked at': new Proxy({}, { getPrototypeOf: () => { throw new Error('it cannot be looked at'); } }),
  'a list of holes': Object.assign([], { length: 100_000 }),
};

function cyclic(): object {
  const map: { [name: string]: unknown } = {};
  map.itself = map;
  return map;
}

/** The findings of props. */
const IDS = ['unknown-prop', 'invalid-prop-type', 'missing-prop', 'invalid-enum-value', 'undefined-prop', 'unreadable-prop', 'cyclic-data', 'many-invalid-entries'];

/** Props that take anything, or several of the wrong values. */
const ANYTHING = /(^|\.)(configuration|defaults|content)(\.|\[|$)/;
const QUANTITIES = /sizeLimit|requests|limits|[Gg]et\.port$|Socket\.port$/;

type Path = readonly (string | number)[];

/** The place of each leaf and of each struct, list and map. */
function paths(given: unknown, above: Path = []): Path[] {
  if (typeof given !== 'object' || given === null || (!Array.isArray(given) && Object.getPrototypeOf(given) !== Object.prototype)) return [above];
  const entries: [string | number, unknown][] = Array.isArray(given) ? [...given.entries()] : Object.entries(given);
  return [...(above.length ? [above] : []), ...entries.flatMap(([name, content]) => paths(content, [...above, name]))];
}

/** The same data with one value replaced. */
function replaced(given: any, [name, ...below]: Path, wrong: unknown): any {
  const copy = Array.isArray(given) ? [...given] : { ...given };
  copy[name] = below.length ? replaced(given[name], below, wrong) : wrong;
  return copy;
}

function kindOf(given: unknown): string {
  if (given === null || typeof given !== 'object') return Number.isNaN(given) ? 'NaN' : String(given === null ? null : typeof given);
  return Array.isArray(given) ? 'list' : given.constructor.name;
}

function at(given: any, path: Path): unknown {
  return path.reduce((content, name) => content[name], given);
}

/** As messages write it. */
function written(path: Path): string {
  return path.map((name, i) => (typeof name === 'number' ? `[${name}]` : /^\w+$/.test(name) ? `${i ? '.' : ''}${name}` : `['${name}']`)).join('');
}

/** Numbers that follow from the seed alone. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A value of the same kind may be right: it must do no harm, and nothing is known about its finding. */
function mayBeRight(path: Path, before: unknown, wrong: unknown): boolean {
  const name = written(path);
  return kindOf(before) === kindOf(wrong) || ANYTHING.test(name) || (QUANTITIES.test(name) && ['number', 'string'].includes(kindOf(wrong)));
}

/** Data that users hand in, and how. Findings name a prop by its path in the data, below `prefix`. */
interface Handed {
  readonly full: (chart: Chart) => any;
  readonly hand: (chart: Chart, given: any) => unknown;
  readonly prefix?: string;
}

const session = (chart: Chart, options: object = {}) => new FlinkSessionCluster(chart, 'Orders', { version: FlinkVersion.V1_20, ...options });
const HANDED: { readonly [what: string]: Handed } = {
  'FlinkSessionCluster': { full: clusterOptions, hand: (chart, given) => new FlinkSessionCluster(chart, 'Orders', given) },
  'FlinkApplication': { full: APPLICATION, hand: (chart, given) => new FlinkApplication(chart, 'Orders', given) },
  'FlinkJobCluster': { full: JOB_CLUSTER, hand: (chart, given) => new FlinkJobCluster(chart, 'Orders', given) },
  'apache.FlinkDeployment': { full: DEPLOYMENT, hand: (chart, given) => new apache.FlinkDeployment(chart, 'Orders', given) },
  'addJob': { full: jobOptions, hand: (chart, given) => session(chart).addJob('Count', given), prefix: 'job' },
  'addSidecar': { full: () => pod().sidecars[0], hand: (chart, given) => session(chart).taskManager.addSidecar(given), prefix: 'container' },
  'what bind() of a feature returns': { full: () => new Everything().bind(), hand: (chart, given) => session(chart, { features: [{ bind: () => given }] }) },
  'what objectsFor() returns': {
    full: () => new Everything().objectsFor(), hand: (chart, given) => session(chart, { features: [{ bind: () => ({ owner: 'own', objects: [{ objectsFor: () => given }] }) }] }),
  },
};

/** The props that findings name when one value is wrong. */
function subjects({ full, hand }: Handed, path: Path, wrong: unknown): string[] {
  const app = new App();
  const chart = new Chart(app, 'chart');
  hand(chart, replaced(full(chart), path, wrong));
  for (const object of chart.node.findAll().filter((each) => ApiObject.isApiObject(each))) (object as ApiObject).toJson();
  return FlinkFindings.of(app).all.filter(({ id }) => IDS.includes(id)).map(({ subject }) => subject!);
}

describe.each(Object.entries(HANDED))('a wrong value anywhere in %s', (what, handed) => {
  const next = random(what.length * 7919);
  const full = handed.full(new Chart(new App(), 'chart'));
  const cases = paths(full).map((path): [Path, string] => [path, Object.keys(WRONG)[Math.floor(next() * Object.keys(WRONG).length)]]);

  test('is a finding that names the prop, and never another error', () => {
    const silent: string[] = [];
    for (const [path, wrong] of cases) {
      const name = (handed.prefix === undefined ? '' : `${handed.prefix}.`) + written(path);
      try {
        const found = subjects(handed, path, WRONG[wrong]);
        if (!mayBeRight(path, at(full, path), WRONG[wrong]) && !found.some((subject) => subject.startsWith(name))) silent.push(`${wrong} as ${name}`);
      } catch (error) {
        silent.push(`${wrong} as ${name}: ${(error as Error).stack}`);
      }
    }
    expect(silent).toEqual([]);
  });
});
