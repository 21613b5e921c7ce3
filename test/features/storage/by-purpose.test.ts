import { FlinkStorage, HighAvailability } from '../../../src';
import { PlanOptions } from '../../../src/plan/plan-options';
import { problemsOf, warningsOf } from '../../harness/findings';
import { planned } from '../../plan/planned';

const FAST = FlinkStorage.s3('s3://fast/orders');
const CHEAP = FlinkStorage.s3('s3://cheap/orders');
const byPurpose = FlinkStorage.byPurpose;
const options = (storage: FlinkStorage, more: Partial<PlanOptions> = {}) => {
  const { configuration } = planned({ storage, highAvailability: HighAvailability.kubernetes(), ...more });
  return Object.fromEntries(configuration.all().filter(({ text }) => /^(s3a?|file):/.test(text)).map(({ key, text }) => [key, text]));
};

test('each purpose has a storage of its own', () => {
  const one = (name: string) => FlinkStorage.s3(`s3://${name}/x`);
  const storage = byPurpose({ checkpoints: one('a'), savepoints: one('b'), highAvailability: one('c'), changelog: one('d'), archives: one('e') });
  expect(storage.locations).toEqual({
    checkpoints: 's3://a/x/checkpoints', savepoints: 's3://b/x/savepoints', highAvailability: 's3://c/x/ha', changelog: 's3://d/x/changelog', archives: 's3://e/x/archives',
  });
  expect(options(storage)).toEqual({
    'execution.checkpointing.dir': 's3://a/x/checkpoints',
    'execution.checkpointing.savepoint-dir': 's3://b/x/savepoints',
    'high-availability.storageDir': 's3://c/x/ha',
    'state.changelog.dstl.dfs.base-path': 's3://d/x/changelog',
    'jobmanager.archive.fs.dir': 's3://e/x/archives',
  });
});

test('a purpose that is left out uses the storage of the others', () => {
  expect(byPurpose({ checkpoints: FAST, others: CHEAP }).locations).toEqual({ ...CHEAP.locations, checkpoints: FAST.locations.checkpoints });
  expect(byPurpose({ others: CHEAP }).locations).toEqual(CHEAP.locations);
  expect(options(byPurpose({ checkpoints: FAST, others: CHEAP }))).toEqual({
    'execution.checkpointing.dir': 's3://fast/orders/checkpoints',
    'execution.checkpointing.savepoint-dir': 's3://cheap/orders/savepoints',
    'high-availability.storageDir': 's3://cheap/orders/ha',
    'state.changelog.dstl.dfs.base-path': 's3://cheap/orders/changelog',
  });
});

test('a storage of the others that is left with no purpose is not bound, and a warning says so', () => {
  const all = { checkpoints: FAST, savepoints: FAST, highAvailability: FAST, changelog: FAST, archives: FAST };
  const volume = FlinkStorage.persistentVolumeClaim('state');
  const plan = planned({ storage: byPurpose({ ...all, others: volume }) });
  expect(warningsOf(plan)).toEqual(['storage.others is set, and every purpose has a storage of its own. Leave it out, or leave out a purpose. (unused-storage)']);
  expect(plan.jobManager.pod.volumes!.filter(({ persistentVolumeClaim }) => persistentVolumeClaim)).toEqual([]);
  expect(warningsOf(planned({ storage: byPurpose({ ...all, archives: undefined, others: volume }) }))).toEqual([]);
});

test('without others, a purpose that is left out has no storage', () => {
  const storage = byPurpose({ checkpoints: FAST });
  expect(storage.locations).toEqual({ checkpoints: 's3://fast/orders/checkpoints' });
  expect(options(storage, { highAvailability: undefined })).toEqual({ 'execution.checkpointing.dir': 's3://fast/orders/checkpoints' });
  expect(problemsOf(planned({ storage, highAvailability: HighAvailability.kubernetes() }))).toEqual([expect.stringMatching(/^highAvailability requires durable storage, and storage has none/)]);
});

test('the user\'s own directory takes precedence over any purpose', () => {
  expect(options(byPurpose({ checkpoints: FAST, others: CHEAP }), { configuration: { 'execution.checkpointing.dir': 's3://mine/x' } })).toMatchObject({ 'execution.checkpointing.dir': 's3://mine/x' });
});

test('a storage of several purposes is bound once', () => {
  const claim = FlinkStorage.persistentVolumeClaim('state');
  const plan = planned({ storage: byPurpose({ checkpoints: claim, savepoints: claim, highAvailability: claim, others: claim }) });
  expect(problemsOf(plan)).toEqual([]);
  expect(plan.jobManager.pod.volumes!.filter(({ persistentVolumeClaim }) => persistentVolumeClaim)).toHaveLength(1);
  expect(plan.taskManager.pod.mounts!.filter(({ name }) => name === 'flink-storage')).toHaveLength(1);
});

test('what each storage needs comes with it', () => {
  const storage = byPurpose({ checkpoints: FlinkStorage.persistentVolumeClaim('state'), savepoints: FlinkStorage.s3('s3a://a/b') });
  const plan = planned({ storage });
  expect(plan.plugins).toEqual(['flink-s3-fs-hadoop']);
  expect(plan.taskManager.pod.volumes!.map(({ name }) => name)).toContain('flink-storage');
  expect(options(storage, { highAvailability: undefined })).toEqual({
    'execution.checkpointing.dir': 'file:///flink-storage/checkpoints', 'execution.checkpointing.savepoint-dir': 's3a://a/b/savepoints',
  });
});

test('two volumes lie beside each other', () => {
  const claim = (name: string, mountPath: string) => FlinkStorage.persistentVolumeClaim(name, { mountPath });
  const { taskManager, findings } = planned({ storage: byPurpose({ checkpoints: claim('fast', '/fast'), others: claim('cheap', '/cheap') }) });
  expect(findings).toEqual([]);
  expect(taskManager.pod.volumes!.flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])).toEqual(['fast', 'cheap']);
});

test('two endpoints of S3, of which Flink knows one, are an error that names both purposes', () => {
  const at = (host: string) => FlinkStorage.s3(`s3://${host}/x`, { endpoint: `http://${host}:9000` });
  expect(problemsOf(planned({ storage: byPurpose({ checkpoints: at('fast'), savepoints: at('cheap') }) }))).toEqual([
    "'s3.endpoint' is set twice: 'http://fast:9000' by storage.checkpoints and 'http://cheap:9000' by storage.savepoints. Remove one of the two, or call configuration.replace(). (conflicting-options)",
  ]);
  expect(problemsOf(planned({ storage: byPurpose({ checkpoints: at('fast'), archives: at('fast'), others: at('cheap') }) }))).toEqual([expect.stringContaining('by storage.others')]);
});
