import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { FlinkSessionCluster, FlinkVersion } from '../../src';
import { Manifest, Manifests } from '../../src/kubernetes/manifest';
import { ManifestTree } from '../../src/kubernetes/manifest-tree';
import { NamesInUse } from '../../src/kubernetes/names-in-use';

const configMap = (name: string, data: object = {}, more: Partial<Manifest['metadata']> = {}): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...more }, data });
const workload = (kind: string, replicas = 1, apiVersion = 'apps/v1'): Manifest => ({ apiVersion, kind, metadata: { name: 'orders' }, spec: { replicas } });

/** A construct whose manifests a test changes. */
function tree(first: Manifests) {
  let manifests = first;
  const chart = new Chart(new App(), 'chart', { namespace: 'streaming' });
  const owner = new Construct(chart, 'Orders');
  const made = new ManifestTree(owner, () => manifests);
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
  ['API', workload('Deployment'), workload('Deployment', 1, 'v1')],
  ['name', configMap('a'), configMap('b')],
])('an object stays the same construct when its manifest gets another %s', (_, before, after) => {
  const { made, become, objects } = tree({ Resource: before });
  const object = made.object('Resource')!;
  become({ Resource: after });
  expect(made.object('Resource')).toBe(object);
  expect([object.apiVersion, object.apiGroup, object.kind, object.name, object.metadata.name]).toEqual(
    [after.apiVersion, after.apiVersion === 'v1' ? 'core' : 'apps', after.kind, after.metadata.name, after.metadata.name]);
  expect(objects()).toEqual([{ ...after, metadata: { ...after.metadata, namespace: 'streaming' } }]);
});

test('fields come and go with its manifest', () => {
  const { become, objects } = tree({ Config: configMap('a', { x: '1' }) });
  const { data, ...empty } = configMap('a');
  become({ Config: { ...empty, immutable: true } });
  expect(objects()).toEqual([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'streaming' }, immutable: true }]);
});

test.each<[string, Manifests]>([
  ['its content', { Resource: workload('Deployment', 2) }],
  ['its kind', { Resource: workload('StatefulSet') }],
  ['a label that disappears', { Resource: { ...workload('Deployment'), metadata: { name: 'orders', labels: {} } } }],
  ['its name', { Resource: { ...workload('Deployment'), metadata: { name: 'clicks' } } }],
])('a patch of an object survives a change of %s', (_, after) => {
  const first = workload('Deployment');
  const { made, become, objects } = tree({ Resource: { ...first, metadata: { ...first.metadata, labels: { a: '1' } } } });
  made.object('Resource')!.addJsonPatch(JsonPatch.replace('/spec/replicas', 9));
  become(after);
  expect(objects()[0].spec.replicas).toBe(9);
});

test('an object that comes back has the patches of the one before, those alone, and once', () => {
  const { made, become, objects } = tree({ Config: configMap('a', { list: [] }), Other: configMap('b') });
  made.object('Config')!.addJsonPatch(JsonPatch.add('/data/list/-', 'x'));
  for (const round of [1, 2]) {
    become({ Other: configMap('b') });
    become({ Other: configMap('b'), Config: configMap('a', { list: [] }) });
    expect([round, made.patchesOf('Config').length]).toEqual([round, 1]);
  }
  expect(objects().map(({ data }) => data)).toEqual([{}, { list: ['x'] }]);
});

test('others can depend on an object, and it on others, whatever becomes of it', () => {
  const { chart, owner, made, become, objects } = tree({ Resource: workload('Deployment') });
  const [before, after] = ['Z', 'A'].map((id) => new ApiObject(chart, id, { apiVersion: 'v1', kind: id }));
  made.object('Resource')!.addDependency(before);
  after.addDependency(made.object('Resource')!);
  become({ Resource: { ...workload('StatefulSet'), metadata: { name: 'clicks' } } });
  expect(objects().map(({ kind }) => kind)).toEqual(['Z', 'StatefulSet', 'A']);
  expect(owner.node.children).toEqual([made.object('Resource')]);
});

test('an object that somebody holds shows the manifest as it is now', () => {
  let manifests = { Config: configMap('a', { x: '1' }) };
  const made = new ManifestTree(new Chart(new App(), 'chart'), () => manifests);
  made.synchronize();
  const held = made.object('Config')!;
  manifests = { Config: configMap('b', { x: '2' }) };
  expect(held.toJson()).toMatchObject({ metadata: { name: 'b' }, data: { x: '2' } });
});

test('labels and annotations that are added later are on the object', () => {
  const { become, objects } = tree({ Config: configMap('a', {}, { labels: { a: '1' } }) });
  become({ Config: configMap('a', {}, { labels: { a: '2', b: '3' }, annotations: { c: '4' } }) });
  expect(objects()[0].metadata).toEqual({ name: 'a', namespace: 'streaming', labels: { a: '2', b: '3' }, annotations: { c: '4' } });
});

test.each(['labels', 'annotations'])('%s that disappear from its manifest are taken off the object, except those of others', (map) => {
  const { made, become, objects } = tree({ Config: configMap('a', {}, { [map]: { a: '1', b: '2', mine: '3' } }) });
  const { metadata } = made.object('Config')!;
  for (const [name, text] of [['mine', 'other'], ['added', 'yes']]) {
    if (map === 'labels') metadata.addLabel(name, text);
    else metadata.addAnnotation(name, text);
  }
  become({ Config: configMap('a', {}, { [map]: { a: '1' } }) });
  expect(objects()[0].metadata).toEqual({ name: 'a', namespace: 'streaming', [map]: { a: '1', added: 'yes', mine: 'other' } });
  become({ Config: configMap('a') });
  expect(objects()[0].metadata[map]).toEqual({ added: 'yes', mine: 'other' });
});

test('names are taken with objects, and released with them', () => {
  const { owner, become } = tree({ Config: configMap('a') });
  const conflict = (name: string) => NamesInUse.of(owner).conflict('streaming', name, 'chart/Other')?.id;
  expect([conflict('ConfigMap a'), conflict('ConfigMap b')]).toEqual(['name-in-use', undefined]);
  become({ Config: configMap('b') });
  expect([conflict('ConfigMap a'), conflict('ConfigMap b')]).toEqual([undefined, 'name-in-use']);
});

test('two objects can exchange their names', () => {
  const { owner, become } = tree({ One: configMap('a'), Two: configMap('b') });
  become({ One: configMap('b'), Two: configMap('a') });
  expect(['ConfigMap a', 'ConfigMap b'].map((name) => NamesInUse.of(owner).conflict('streaming', name, 'chart/Other')?.id)).toEqual(['name-in-use', 'name-in-use']);
});

test('the same manifests change nothing', () => {
  const manifests = { Config: configMap('a') };
  const { become } = tree(manifests);
  const take = jest.spyOn(NamesInUse.prototype, 'take');
  become(manifests);
  expect(take).not.toHaveBeenCalled();
  become({ Other: configMap('b') });
  expect(take).toHaveBeenCalledTimes(1);
  take.mockRestore();
});

test('a patch that cannot be applied names the object and the patch\'s way out', () => {
  const chart = new Chart(new App(), 'chart');
  new FlinkSessionCluster(chart, 'Shared', { version: FlinkVersion.V1_20 }).taskManager.addJsonPatch(JsonPatch.replace('/spec/nope/x', 1));
  expect(() => Testing.synth(chart)).toThrow(/^\[chart\/Shared\/TaskManager\/\w+\] a JSON patch of Deployment 'shared-taskmanager' cannot be applied: .*Patch a field that is in the manifest/);
});
