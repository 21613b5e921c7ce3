import { Secret } from 'cdk8s-plus-27';
import { configuration, flink, objects, pod, pods, warnings } from './synthesized';
import { FlinkPlugin, FlinkStorage, FlinkVersion, JobArtifact, S3Credentials } from '../../src';
import { application, complaintsAbout, configured, JOB, S3, session } from '../bad-input/refused';

test('62 a scheme in the configuration or the job brings its file system, in a folder of its own, to both roles', () => {
  const makes: [string, any][] = [
    ['flink-s3-fs-presto', configured({ 'execution.checkpointing.dir': 's3://a/b' })],
    ['flink-gs-fs-hadoop', application({ job: { ...JOB, restoreFrom: 'gs://a/savepoint-1' } })],
    ['flink-azure-fs-hadoop', application({ job: { artifact: JobArtifact.fromUri('abfss://a@b.dfs.core.windows.net/x.jar') } })],
    ['flink-oss-fs-hadoop', configured({ 'jobmanager.archive.fs.dir': 'oss://a/b' })],
  ];
  for (const [plugin, make] of makes) {
    for (const template of pods(objects(make))) {
      expect(template.spec.initContainers[0].args).toEqual([plugin]);
      expect(flink(template).volumeMounts).toContainEqual({ name: 'flink-plugins', mountPath: `/opt/flink/plugins/${plugin}`, subPath: plugin, readOnly: true });
    }
  }
  expect(complaintsAbout(session({ storage: S3, plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }))).toContainEqual(expect.stringContaining('which of them Flink uses is not defined'));
});

test('63 the jar of a plugin is the one of the image, whatever its patch, and an image of another patch is refused', () => {
  const [init] = pod(objects(session({ storage: S3, image: 'registry.acme.io/flink:ours' })), 'taskmanager').spec.initContainers;
  expect(init.image).toBe('registry.acme.io/flink:ours');
  expect([...init.command, ...init.args].join(' ')).not.toContain('1.20');
  expect(init.command.join(' ')).toContain('"/opt/flink/opt/$name"-[0-9]*.jar');
  expect(complaintsAbout(session({ image: 'flink:1.20.1-java17' }))).toEqual([expect.stringContaining("contains Flink 1.20.1, and 'version' is 1.20.5")]);
  expect(complaintsAbout(configured({ 'execution.checkpointing.dir': 'gs://a/b' }, { version: FlinkVersion.V1_14 }))).toEqual([expect.stringContaining('it was added in Flink 1.15')]);
});

test('64 a plugin comes by a volume, so that nothing is written to the root file system', () => {
  const template = pod(objects(session({ storage: S3 })), 'taskmanager');
  const [init] = template.spec.initContainers;
  expect(init.volumeMounts).toEqual([{ name: 'flink-plugins', mountPath: '/plugins' }]);
  expect(template.spec.volumes).toContainEqual({ name: 'flink-plugins', emptyDir: {} });
  expect([init, flink(template)].map(({ securityContext }) => securityContext.readOnlyRootFilesystem)).toEqual([true, true]);
  expect((flink(template).env ?? []).map(({ name }: any) => name)).not.toContain('ENABLE_BUILT_IN_PLUGINS');
});

test('67 a secret in the configuration is refused, and by reference it never stands in a manifest', () => {
  for (const option of ['s3.secret-key', 's3.access.key', 'security.ssl.internal.key-password', 'fs.azure.account.key.x']) {
    expect(complaintsAbout(configured({ [option]: 'x' }))).toEqual([expect.stringContaining(`'${option}' (by configuration) is a secret`)]);
  }
  const all = objects((chart) => {
    const credentials = S3Credentials.fromSecret(Secret.fromSecretName(chart, 'Secret', 'storage'));
    session({ storage: FlinkStorage.s3('s3://a/b', { credentials }), secretConfiguration: { 'security.ssl.internal.key-password': { name: 'tls', key: 'password' } } })(chart);
  });
  const { args, env } = flink(pod(all, 'taskmanager'));
  expect(args).toContain('security.ssl.internal.key-password=$(FLINK_OPTION_SECURITY_SSL_INTERNAL_KEY_PASSWORD)');
  expect(env.map(({ valueFrom }: any) => valueFrom.secretKeyRef.name)).toEqual(['storage', 'storage', 'tls']);
  expect(configuration(all)).not.toHaveProperty(['security.ssl.internal.key-password']);
});

test('68 an endpoint is written in the one spelling that is the line\'s, and another one may not contradict it', () => {
  const storage = FlinkStorage.s3('s3://a/b', { endpoint: 'http://minio:9000' });
  for (const version of FlinkVersion.all()) {
    const options = configuration(objects(session({ version, storage })));
    expect(options['s3.endpoint']).toBe('http://minio:9000');
    expect(Object.entries(options).filter(([option]) => /path.style/.test(option))).toEqual([[version.minorVersion === '2.3' ? 's3.path-style-access' : 's3.path.style.access', 'true']]);
    expect(warnings(session({ version, storage }))).toEqual([]);
    expect(complaintsAbout(session({ version, storage, configuration: { 's3.path-style-access': false } }))).toHaveLength(1);
  }
});
