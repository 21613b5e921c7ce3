import { FlinkStorage, VolumeAccess } from '../../../src';
import { told } from '../../harness/findings';
import { CONTEXT } from '../context';

test.each([
  ['a bucket', FlinkStorage.s3('s3://acme/orders//'), 's3://acme/orders'],
  ['a bucket without a prefix', FlinkStorage.s3('s3://acme'), 's3://acme'],
  ['a claim', FlinkStorage.persistentVolumeClaim('shared'), 'file:///flink-storage'],
  ['a claim elsewhere', FlinkStorage.persistentVolumeClaim('shared', { mountPath: '/data' }), 'file:///data'],
])('of %s everything lies below one URI', (_, storage, root) => {
  expect(storage.locations).toEqual({
    checkpoints: `${root}/checkpoints`, savepoints: `${root}/savepoints`, highAvailability: `${root}/ha`, changelog: `${root}/changelog`, archives: `${root}/archives`,
  });
});

test('the directories are defaults, so that a user may put them elsewhere', () => {
  expect(FlinkStorage.s3('s3://acme/orders').bind(CONTEXT)).toMatchObject({
    owner: 'storage',
    configuration: {},
    defaults: { 'execution.checkpointing.dir': 's3://acme/orders/checkpoints', 'execution.checkpointing.savepoint-dir': 's3://acme/orders/savepoints' },
  });
});

test('a claim is mounted in all pods', () => {
  expect(FlinkStorage.persistentVolumeClaim('shared').bind(CONTEXT).pod).toEqual({
    volumes: [{ name: 'flink-storage', persistentVolumeClaim: { claimName: 'shared' } }],
    mounts: [{ name: 'flink-storage', mountPath: '/flink-storage' }],
  });
});

test('any volume is mounted in all pods, and a folder of it where one is said', () => {
  const { pod } = FlinkStorage.volume({ name: 'nfs', nfs: { server: 'nfs.acme.io', path: '/flink' } }, { mountPath: '/shared', subPath: 'orders' }).bind(CONTEXT);
  expect(pod).toEqual({
    volumes: [{ name: 'nfs', nfs: { server: 'nfs.acme.io', path: '/flink' } }],
    mounts: [{ name: 'nfs', mountPath: '/shared', subPath: 'orders' }],
  });
});

test.each([undefined, VolumeAccess.READ_WRITE_MANY, VolumeAccess.ONE_NODE])('access %s is taken as it is', (access) => {
  expect(FlinkStorage.persistentVolumeClaim('shared', { access }).bind(CONTEXT).problems).toEqual([]);
});

test('a volume for one node at a time is refused with three ways out', () => {
  const { problems } = FlinkStorage.persistentVolumeClaim('shared', { access: VolumeAccess.READ_WRITE_ONCE }).bind(CONTEXT);
  expect(told(problems)).toEqual([expect.stringContaining('Use a claim that is ReadWriteMany, or object storage (FlinkStorage.s3), or set access to VolumeAccess.ONE_NODE')]);
});

test.each(['data', '/data/', '/', '/a b', '/a:b'])('%p is no place for a volume', (mountPath) => {
  expect(() => FlinkStorage.persistentVolumeClaim('shared', { mountPath })).toThrow(/\[FlinkStorage\] mountPath .* is not an absolute path.*for example '\/flink-storage'\. \(invalid-mount-path\)$/);
});
