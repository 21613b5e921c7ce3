import { App, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest, Manifests } from '../../src/kubernetes/manifest';
import { ManifestTree } from '../../src/kubernetes/manifest-tree';
import { NamesInUse } from '../../src/kubernetes/names-in-use';

const configMap = (name: string, data: object = {}, more: Partial<Manifest['metadata']> = {}): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...more }, data });
const workload = (kind: string, replicas = 1): Manifest => ({ apiVersion: 'apps/v1', kind, metadata: { name: 'orders' }, spec: { replicas } });

/** A construct whose manifests a test changes. */
function tree(first: Manifests, patches?: (path: string) => JsonPatch[]) {
  let manifests = first;
  const chart = new Chart(new App(), 'chart', { namespace: 'streaming' });
  const owner = new Construct(chart, 'Orders');
  const made = new ManifestTree(owner, () => manifests, patches);
  made.synchronize();
  const become = (next: Manifests) => {
    manifests = next;
    made.synchronize();
  };
  return { chart, owner, made, become, objects: () => chart.toJson() as any[] };
}

test('an object is created for each manifest, where its path says', () => {
  const { owner, made, objects } = tree({ 'Config/Resource': configMap('a', { x: '1' }), 'Resource': workload('Deployment') });
  expect(owner.node.findChild('Config').node.findChild('Resource')).toBe(made.object('Config/Resource'));
  expect(owner.node.findChild('Resource')).toBe(made.object('Resource'));
  expect(objects()).toEqual([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'streaming' }, data: { x: '1' } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders', namespace: 'streaming' }, spec: { replicas: 1 } },
  ]);
});

test('what it contains is read when it is synthesized', () => {
  const { made, become, objects } = tree({ Config: configMap('a', { x: '1' }) });
  const before = made.object('Config');
  become({ Config: configMap('a', { x: '2' }) });
  expect(made.object('Config')).toBe(before);
  expect(objects()[0].data).toEqual({ x: '2' });
});

test('an object comes with its manifest, and goes with it', () => {
  const { owner, made, become, objects } = tree({ Config: configMap('a') });
  become({ 'Config': configMap('a'), 'JobManager/Role': configMap('b') });
  expect(made.names).toEqual(['ConfigMap a', 'ConfigMap b']);
  become({ 'JobManager/Role': configMap('b') });
  expect(made.object('Config')).toBeUndefined();
  expect(owner.node.tryFindChild('Config')).toBeUndefined();
  expect(objects().map(({ metadata }) => metadata.name)).toEqual(['b']);
});

test.each<[string, Manifest, Manifest]>([
  ['kind', workload('Deployment'), workload('StatefulSet')],
  ['name', configMap('a'), configMap('b')],
])('an object of another %s replaces the one before at its path', (_, before, after) => {
  const { made, become, objects } = tree({ Resource: before });
  const replaced = made.object('Resource');
  become({ Resource: after });
  expect(made.object('Resource')).not.toBe(replaced);
  expect(objects().map(({ kind, metadata }) => [kind, metadata.name])).toEqual([[after.kind, after.metadata.name]]);
});

test('its patches survive when it is created again, and are asked for by its path', () => {
  const asked: string[] = [];
  const { become, objects } = tree({ Resource: workload('Deployment') }, (path) => {
    asked.push(path);
    return [JsonPatch.add('/spec/minReadySeconds', 10)];
  });
  become({ Resource: workload('StatefulSet') });
  expect(objects()[0]).toMatchObject({ kind: 'StatefulSet', spec: { replicas: 1, minReadySeconds: 10 } });
  expect(asked).toEqual(['Resource', 'Resource']);
});

test('a patch of the object itself survives what is said later', () => {
  const { made, become, objects } = tree({ Resource: workload('Deployment') });
  made.object('Resource')!.addJsonPatch(JsonPatch.replace('/spec/replicas', 9));
  become({ Resource: workload('Deployment', 2) });
  expect(objects()[0].spec.replicas).toBe(9);
});

test('labels and annotations that are added later are on the object', () => {
  const { become, objects } = tree({ Config: configMap('a', {}, { labels: { a: '1' } }) });
  become({ Config: configMap('a', {}, { labels: { a: '2', b: '3' }, annotations: { c: '4' } }) });
  expect(objects()[0].metadata).toEqual({ name: 'a', namespace: 'streaming', labels: { a: '2', b: '3' }, annotations: { c: '4' } });
});

test.each<[string, Partial<Manifest['metadata']>]>([
  ['label', { labels: { a: '1', b: '2' } }],
  ['annotation', { annotations: { a: '1', b: '2' } }],
])('an object of which a %s has disappeared is created again without it, patches included', (_, metadata) => {
  const [[map, entries]] = Object.entries(metadata);
  const { made, become, objects } = tree({ Config: configMap('a', { x: '1' }, metadata) }, () => [JsonPatch.add('/data/patched', 'yes')]);
  const before = made.object('Config');
  become({ Config: configMap('a', { x: '1' }, { [map]: { a: entries.a } }) });
  expect(made.object('Config')).not.toBe(before);
  expect(objects()).toEqual([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'streaming', [map]: { a: '1' } }, data: { x: '1', patched: 'yes' } }]);
});

test('names are taken with objects, and released with them', () => {
  const { owner, become } = tree({ Config: configMap('a') });
  const conflict = (name: string) => NamesInUse.of(owner).conflict('streaming', name, 'chart/Other')?.id;
  expect([conflict('ConfigMap a'), conflict('ConfigMap b')]).toEqual(['name-in-use', undefined]);
  become({ Config: configMap('b') });
  expect([conflict('ConfigMap a'), conflict('ConfigMap b')]).toEqual([undefined, 'name-in-use']);
});

test('the same manifests change nothing', () => {
  const manifests = { Config: configMap('a') };
  const { owner, become } = tree(manifests);
  const { version } = NamesInUse.of(owner);
  become(manifests);
  expect(NamesInUse.of(owner).version).toBe(version);
});
