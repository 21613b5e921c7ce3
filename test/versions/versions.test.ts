import { readdirSync } from 'fs';
import { join } from 'path';
import { parse, stringify } from 'yaml';
import { FlinkOptionCatalog, FlinkVersion } from '../../src';
import { byName, difference } from '../harness/difference';
import { EXAMPLES } from '../harness/examples';
import { expectGolden } from '../harness/golden';
import { schemaComplaints } from '../harness/schema';

/** What a line cannot do, and how it says so. Everything else is the same description on every line. */
const REFUSED: { [example: string]: { [line: string]: string } } = {
  'local-recovery': Object.fromEntries(['1.13', '1.14'].map((line) => [line, [
    'Validation failed with the following errors:',
    `  [local-recovery/Profiles] localRecovery requires a working directory that survives restarts, which Flink ${line} does not have. Leave it out, or use Flink 1.15 or newer. (unsupported-by-flink-version)`,
  ].join('\n')])),
  'apache-application': byOperator('apache-application/Orders'),
  'apache-session-cluster': byOperator('apache-session-cluster/Shared'),
};

function byOperator(path: string): { [line: string]: string } {
  return Object.fromEntries(['1.13', '1.14'].map((line) => [line, [
    'Validation failed with the following errors:',
    `  [${path}] Flink ${line} is not supported by the Apache operator. Use Flink 1.15 or newer, or run the cluster standalone. (unsupported-by-system)`,
  ].join('\n')]));
}

/** The schema at hand is of an operator that is older than this line. */
const UNKNOWN_TO_SCHEMA = ['apache-application on 2.3: FlinkDeployment orders', 'apache-session-cluster on 2.3: FlinkDeployment shared']
  .map((where) => `${where}: data/spec/flinkVersion must be equal to one of the allowed values`);

const PAIRS = EXAMPLES.flatMap((example) => {
  const own = once(() => example.synthesize());
  return FlinkVersion.all().map((version) => ({
    name: example.name,
    line: version.minorVersion,
    refusal: REFUSED[example.name]?.[version.minorVersion],
    own,
    synthesize: once(() => example.synthesize(version)),
  }));
});
const MADE = PAIRS.filter(({ refusal }) => refusal === undefined);

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}

const RELEASE = 'app.kubernetes.io/version';

/** Objects without what differs on every line by its nature: the label of the release, and the digest at the end of a submission's name. */
function comparable(objects: any[]): any[] {
  return objects.map((object) => {
    const { metadata, ...content } = JSON.parse(JSON.stringify(object, (key, text) => (key === RELEASE ? undefined : text)));
    return { ...content, metadata: { ...metadata, name: object.kind === 'Job' ? metadata.name.replace(/-[0-9a-f]{8}$/, '') : metadata.name } };
  });
}

test.each(MADE)('on Flink $line the example $name differs from its own line in what was reviewed', ({ name, line, own, synthesize }) => {
  const changed = difference(byName(comparable(own())), byName(comparable(synthesize())));
  expectGolden(`versions/${line}/${name}.yaml`, `# What Flink ${line} changes in ${name}.yaml. Null is what is not there.\n${stringify(changed ?? {}, { lineWidth: 0 })}`);
});

test.each(PAIRS.filter(({ refusal }) => refusal !== undefined))('Flink $line refuses the example $name, and says how to mend it', ({ refusal, synthesize }) => {
  expect(synthesize).toThrow(new Error(refusal));
});

test.each(FlinkVersion.all())('the objects of Flink %s have the label of its release', (version) => {
  const objects = MADE.filter(({ line }) => line === version.minorVersion).flatMap(({ synthesize }) => synthesize());
  expect(new Set(objects.map(({ metadata }) => metadata.labels[RELEASE]))).toEqual(new Set([version.release]));
});

test('there is a golden for each line and example, and none too many', () => {
  const folder = join(__dirname, '..', 'golden', 'versions');
  const files = readdirSync(folder).flatMap((line) => readdirSync(join(folder, line)).map((file) => `${line}/${file}`));
  expect(files.sort()).toEqual(MADE.map(({ line, name }) => `${line}/${name}.yaml`).sort());
});

test('whatever changes in an example shows in the difference', () => {
  const objects = byName(EXAMPLES.find(({ name }) => name === 'application')!.synthesize());
  const changes = leaves(objects);
  expect(changes.length).toBeGreaterThan(200);
  for (const change of changes) {
    const other = JSON.parse(JSON.stringify(objects));
    change(other);
    expect(difference(objects, other)).toBeDefined();
  }
  expect(difference(objects, JSON.parse(JSON.stringify(objects)))).toBeUndefined();
});

/** For each leaf of some data a change of it. */
function leaves(data: any, path: string[] = []): ((copy: any) => void)[] {
  if (data && typeof data === 'object') return Object.keys(data).flatMap((key) => leaves(data[key], [...path, key]));
  return [(copy) => {
    const parent = path.slice(0, -1).reduce((at, key) => at[key], copy);
    parent[path[path.length - 1]] = typeof data === 'string' && data.includes('\n') ? data.replace(/.\n$/, 'X\n') : `${data}x`;
  }];
}

test('every line\'s objects keep the schemas of their kinds', () => {
  const objects = MADE.flatMap(({ synthesize, name, line }) => synthesize().map((object) => ({ object, where: `${name} on ${line}` })));
  expect(objects.length).toBeGreaterThan(1000);
  const complaints = schemaComplaints(objects.map(({ object }) => object))
    .map((because, i) => because && `${objects[i].where}: ${objects[i].object.kind} ${objects[i].object.metadata.name}: ${because}`);
  expect(complaints.filter((because) => because)).toEqual(UNKNOWN_TO_SCHEMA);
});

test.each(FlinkVersion.all())('every option that is written for Flink %s is one of that line, in its own words', (version) => {
  const catalog = FlinkOptionCatalog.of(version);
  const written = MADE.filter(({ line }) => line === version.minorVersion).flatMap(({ synthesize }) => synthesize().flatMap(optionsOf));
  expect(written.length).toBeGreaterThan(200);
  expect([...new Set(written)].filter((option) => catalog.find(option)?.key !== option)).toEqual([]);
});

/** Options in configuration files, in the operator's resource and in arguments. What is internal to Flink no catalog lists. */
function optionsOf(object: any): string[] {
  const files = Object.entries<string>(object.kind === 'ConfigMap' ? object.data : {}).filter(([name]) => /(^|-)(config|flink-conf)\.yaml$/.test(name));
  const containers: any[] = object.spec?.template?.spec?.containers ?? [];
  const args: string[] = containers.flatMap((container) => container.args ?? []);
  return [
    ...files.flatMap(([, text]) => Object.keys(parse(text))),
    ...Object.keys(object.spec?.flinkConfiguration ?? {}).filter((option) => !option.startsWith('kubernetes.operator.')),
    ...args.flatMap((arg, i) => /^(?:-D)?([\w.-]+)=/.exec(arg.startsWith('-D') || args[i - 1] === '-D' ? arg : '')?.[1] ?? []),
  ];
}
