import { FlinkPlugin, FlinkStorage, HighAvailability, JobArtifact, S3FileSystem } from '../../../src';
import { PlanOptions } from '../../../src/plan/plan-options';
import { problemsOf } from '../../harness/findings';
import { feature, JOB, line, planned } from '../planned';

const loaded = (options: Partial<PlanOptions>) => (planned(options).taskManager.pod.mounts ?? []).filter((m) => m.name === 'flink-plugins').map((m) => m.mountPath.split('/').pop());

test('a cluster that needs no plugin has no init container', () => {
  expect(loaded({})).toEqual([]);
  expect(planned().jobManager.pod.initContainers).toBeUndefined();
});

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['a bucket', { storage: FlinkStorage.s3('s3://acme/orders') }, ['flink-s3-fs-presto']],
  ['a bucket by the other file system', { storage: FlinkStorage.s3('s3://acme/orders', { fileSystem: S3FileSystem.HADOOP }) }, ['flink-s3-fs-hadoop']],
  ['a directory in the configuration', { configuration: { 'execution.checkpointing.dir': 'gs://acme/orders' } }, ['flink-gs-fs-hadoop']],
  ['a directory of one role', { jobManager: { configuration: { 'jobmanager.archive.fs.dir': 'abfss://a@b.dfs.core.windows.net/x' } } }, ['flink-azure-fs-hadoop']],
  ['several directories', { configuration: { 'historyserver.archive.fs.dir': 'oss://a/b,s3://a/b' } }, ['flink-oss-fs-hadoop', 'flink-s3-fs-presto']],
  ['a savepoint to start from', { job: { ...JOB, restoreFrom: 's3://acme/savepoint-1' } }, ['flink-s3-fs-presto']],
  ['a jar to fetch', { job: { artifact: JobArtifact.fromUri('s3://acme/orders.jar') } }, ['flink-s3-fs-presto']],
  ['what is asked for', { plugins: [FlinkPlugin.builtIn('flink-azure-fs-hadoop')] }, ['flink-azure-fs-hadoop']],
  ['what a feature asks for', { features: [feature({ plugins: [FlinkPlugin.builtIn('flink-gs-fs-hadoop')] })] }, ['flink-gs-fs-hadoop']],
  ['what is asked for twice', { storage: FlinkStorage.s3('s3://acme/orders'), plugins: [FlinkPlugin.builtIn('flink-s3-fs-presto')] }, ['flink-s3-fs-presto']],
  ['a volume', { storage: FlinkStorage.persistentVolumeClaim('shared') }, []],
  ['a jar in the image', { job: JOB }, []],
  ['a jar on the web', { job: { artifact: JobArtifact.fromUri('https://repo.acme.io/orders.jar') } }, []],
  ['a URI that is no directory', { configuration: { 'pekko.remote.log': 'pekko.tcp://flink@x:1' }, edits: { set: {}, replaced: {}, allowed: ['pekko.remote.log'] } }, []],
  ['a scheme that the image serves already', { configuration: { 'execution.checkpointing.dir': 's3://a/b' }, plugins: [FlinkPlugin.inImage('s3-of-ours', ['s3'])] }, []],
])('%s: loads what it needs', (_, options, plugins) => {
  expect(loaded(options)).toEqual(plugins);
});

test('both roles load the plugins before Flink starts, from the image that they run', () => {
  const { jobManager, taskManager, findings } = planned({ image: 'registry.acme.io/orders:1', imagePullPolicy: 'Always', storage: FlinkStorage.s3('s3://acme/orders') });
  expect(findings).toEqual([]);
  for (const { pod } of [jobManager, taskManager]) {
    expect(pod.initContainers).toMatchObject([{
      name: 'flink-plugins', image: 'registry.acme.io/orders:1', imagePullPolicy: 'Always', args: ['flink-s3-fs-presto'], volumeMounts: [{ name: 'flink-plugins', mountPath: '/plugins' }],
    }]);
    expect(pod.volumes).toContainEqual({ name: 'flink-plugins', emptyDir: {} });
    expect(pod.mounts).toContainEqual({ name: 'flink-plugins', mountPath: '/opt/flink/plugins/flink-s3-fs-presto', subPath: 'flink-s3-fs-presto', readOnly: true });
  }
});

test('the init container runs under the restricted Pod Security Standard', () => {
  expect(planned({ storage: FlinkStorage.s3('s3://a/b') }).taskManager.pod.initContainers![0].securityContext).toEqual({
    allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] },
  });
});

test('a scheme that nobody serves is refused, with the way to say that the image does', () => {
  expect(problemsOf(planned({ configuration: { 'execution.checkpointing.dir': 'ftp://a/b' } }))).toEqual([
    "'execution.checkpointing.dir' has the scheme 'ftp', which no file system of Flink supports. "
    + "Use one of s3, gs, abfs, wasb, oss, hdfs or file; or, if your image has a plugin for it, add plugins: [FlinkPlugin.inImage('…', ['ftp'])]. (unsupported-scheme)",
  ]);
});

test('an option is seen by whatever name the line has for it', () => {
  expect(loaded({ version: line('1.13'), storage: FlinkStorage.s3('s3://a/b'), highAvailability: HighAvailability.kubernetes() })).toEqual(['flink-s3-fs-presto']);
  expect(loaded({ version: line('1.13'), configuration: { 'state.checkpoints.dir': 'gs://a/b' } })).toEqual(['flink-gs-fs-hadoop']);
});

test('the plan knows which schemes are served', () => {
  expect(planned().schemes).not.toContain('s3');
  expect(planned({ storage: FlinkStorage.s3('s3://a/b') }).schemes).toEqual(expect.arrayContaining(['file', 'local', 's3', 's3p']));
});
