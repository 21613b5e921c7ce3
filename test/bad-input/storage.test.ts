import { Duration, Size } from 'cdk8s';
import { application, complaintsAbout, configured, refuses, S3, session } from './refused';
import { FlinkPlugin, FlinkStorage, FlinkVersion, HighAvailability, LocalRecovery, S3FileSystem, VolumeAccess } from '../../src';

const claim = (options: any = {}, name = 'state') => FlinkStorage.persistentVolumeClaim(name, options);
const THREE_WAYS = 'Take a claim that is ReadWriteMany, or object storage (FlinkStorage.s3), or say VolumeAccess.ONE_NODE';

refuses({
  'a bucket by its web address': { make: () => FlinkStorage.s3('https://acme.s3.amazonaws.com'), where: 'FlinkStorage.s3', what: "'https://acme.s3.amazonaws.com' is no S3 URI", remedy: "for example 's3://acme-flink/orders'" },
  'a URI without a bucket': { make: () => FlinkStorage.s3('s3://'), where: 'FlinkStorage.s3', what: "'s3://' is no S3 URI", remedy: 'Write bucket and prefix' },
  'a URI without a bucket by a raw option': { make: configured({ 'execution.checkpointing.dir': 's3:/checkpoints' }), what: "is 's3:/checkpoints', which names no bucket", remedy: "for example 's3://bucket/prefix'" },
  'an endpoint without a protocol': { make: () => FlinkStorage.s3('s3://a', { endpoint: 'minio:9000' }), where: 'FlinkStorage.s3', what: "endpoint 'minio:9000' is no URL", remedy: 'Write it with its protocol' },
  'a scheme that the chosen file system does not serve': {
    make: () => FlinkStorage.s3('s3a://a', { fileSystem: S3FileSystem.PRESTO }), where: 'FlinkStorage.s3', what: "'s3a://a' has a scheme that flink-s3-fs-presto does not serve", remedy: "Write 's3://…' or 's3p://…'",
  },
  'a claim that no claim can be called': { make: () => claim({}, 'Flink_State'), where: 'FlinkStorage.persistentVolumeClaim', what: "'Flink_State' is no name of a claim", remedy: 'Use lower-case letters' },
  'a claim without a name': { make: () => claim({}, ''), where: 'FlinkStorage.persistentVolumeClaim', what: "'' is no name of a claim", remedy: "for example 'flink-state'" },
  'a volume at a relative path': { make: () => claim({ mountPath: 'data' }), where: 'FlinkStorage', what: "mountPath 'data' is no absolute path", remedy: "for example '/flink-storage'" },
  'a volume that hides Flink': { make: session({ storage: claim({ mountPath: '/opt/flink' }) }), what: "pod.mounts has '/opt/flink', which hides what the image has there", remedy: 'Mount a folder below it' },
  'a folder outside the volume': { make: session({ storage: claim({ subPath: '../others' }) }), what: "with the subPath '../others', which leads out of the volume", remedy: 'Write a path within it' },
  'a volume for one node at a time': { make: session({ storage: claim({ access: VolumeAccess.READ_WRITE_ONCE }) }), what: 'storage is ReadWriteOnce', remedy: THREE_WAYS },
  'a folder of each node': { make: session({ storage: FlinkStorage.volume({ name: 'x', hostPath: { path: '/x' } }) }), what: 'storage is a hostPath, which is another folder on every node', remedy: THREE_WAYS },
  'high availability without storage': { make: session({ highAvailability: HighAvailability.kubernetes() }), what: 'highAvailability needs durable storage and the cluster has none', remedy: "Set 'storage'" },
  'checkpoints without storage': { make: session({ checkpoints: {} }), what: 'checkpoints need durable storage and the cluster has none', remedy: "Set 'storage', for example FlinkStorage.s3(" },
  'checkpoints in a folder of the pod': {
    make: configured({ 'execution.checkpointing.dir': 'file:///checkpoints' }), what: "'execution.checkpointing.dir' is 'file:/checkpoints', and the JobManager's pods mount no volume there", remedy: "Take FlinkStorage.persistentVolumeClaim('claim')",
  },
  'savepoints in a folder that only one role has': {
    make: configured({ 'execution.checkpointing.savepoint-dir': 'file:///savepoints' }, {
      jobManager: { pod: { volumes: [{ name: 's', persistentVolumeClaim: { claimName: 's' } }], mounts: [{ name: 's', mountPath: '/savepoints' }] } },
    }),
    what: "and the TaskManager's pods mount no volume there",
    remedy: "Take FlinkStorage.persistentVolumeClaim('claim')",
  },
  'a directory without a scheme': { make: configured({ 'execution.checkpointing.dir': '/checkpoints' }), what: "is '/checkpoints', a path without a scheme", remedy: "for example 'file:///checkpoints' on a shared volume" },
  'a scheme that nobody serves': { make: configured({ 'execution.checkpointing.dir': 'swift://a/b' }), what: "has the scheme 'swift', which no file system of Flink serves", remedy: "FlinkPlugin.inImage('…', ['swift'])" },
  'a scheme in capitals': { make: configured({ 'execution.checkpointing.dir': 'S3://a/b' }), what: "has the scheme 'S3', which no file system of Flink serves", remedy: 'Use one of s3, gs' },
  'two file systems for one scheme': {
    make: session({ storage: S3, plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }), what: "has the scheme 's3', which 'flink-s3-fs-presto' and 'flink-s3-fs-hadoop' both serve", remedy: 'Keep one of them, or write URIs with a scheme that only one serves',
  },
  'a file system that came later': {
    make: configured({ 'execution.checkpointing.dir': 'gs://a/b' }, { version: FlinkVersion.V1_14 }), what: "plugin 'flink-gs-fs-hadoop' is not in /opt/flink/opt of Flink 1.14: it came with Flink 1.15", remedy: "FlinkPlugin.inImage('flink-gs-fs-hadoop', [\"gs\"])",
  },
  'the newest file system on an older line': { make: session({ plugins: [FlinkPlugin.builtIn('flink-s3-fs-native')] }), what: "plugin 'flink-s3-fs-native' is not in /opt/flink/opt of Flink 1.20: it came with Flink 2.3", remedy: 'Use that line or a newer one' },
  'a plugin that the official image has not': { make: session({ plugins: [FlinkPlugin.builtIn('flink-swift-fs')] }), what: "plugin 'flink-swift-fs' is not in /opt/flink/opt of Flink 1.20", remedy: 'Write its name as the image has it, or build an image with it' },
  'a plugin by the name of its jar': { make: () => FlinkPlugin.builtIn('flink-s3-fs-hadoop-1.20.5.jar'), where: 'FlinkPlugin.builtIn', what: 'is no name of a jar without version', remedy: 'the version comes from the image' },
  'an interval that Flink refuses': { make: session({ storage: S3, checkpoints: { interval: Duration.millis(1) } }), what: 'checkpoints.interval is 1 ms', remedy: 'Flink accepts 10 ms or more' },
  'a timeout that Flink refuses': { make: session({ storage: S3, checkpoints: { timeout: Duration.millis(0) } }), what: "'execution.checkpointing.timeout' (by checkpoints) wants a duration of at least 10 ms", remedy: "Write '10 ms' or more" },
  'no checkpoint kept': { make: session({ storage: S3, checkpoints: { retained: 0 } }), what: 'checkpoints.retained is 0', remedy: 'Keep at least 1' },
  'fewer failures than none': { make: session({ storage: S3, checkpoints: { tolerableFailures: -1 } }), what: 'checkpoints.tolerableFailures is -1', remedy: 'Write a whole number, 0 or more' },
  'a guarantee that does not exist': { make: session({ storage: S3, checkpoints: { mode: 'exactly' } }), what: "'execution.checkpointing.mode' (by checkpoints) wants 'EXACTLY_ONCE' or 'AT_LEAST_ONCE'", remedy: "Write 'EXACTLY_ONCE'" },
  'a leader that must renew after it has lost': {
    make: session({ storage: S3, highAvailability: HighAvailability.kubernetes({ renewDeadline: Duration.seconds(20) }) }), what: 'a lease of 15 seconds, a renew deadline of 20 seconds', remedy: 'Keep retryPeriod < renewDeadline ≤ leaseDuration',
  },
  'volumes of no size': { make: application({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(0)) }), what: 'localRecovery has volumes of no size', remedy: 'for example Size.gibibytes(20)' },
  'local recovery on a line that has none': {
    make: application({ version: FlinkVersion.V1_14, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }), what: 'localRecovery needs a working directory that a TaskManager finds again, and Flink 1.14 has none', remedy: 'use Flink 1.15 or newer',
  },
});

test('storage that is an emptyDir is refused for each directory that it would lose', () => {
  expect(complaintsAbout(session({ storage: FlinkStorage.volume({ name: 'x', emptyDir: {} }) }))).toEqual(
    ['execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir'].map((option) => expect.stringMatching(
      new RegExp(`^\\[chart/Orders\\] '${option}' is .*, which is an emptyDir of the JobManager's pods: .*\\. Take FlinkStorage\\.persistentVolumeClaim`))));
});

test.each<[string, any]>([
  ['each file system by the scheme that it has for itself', { storage: FlinkStorage.s3('s3p://a/b'), plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }],
  ['a URI of the other file system', { storage: FlinkStorage.s3('s3a://a/b') }],
  ['a plugin of one\'s own image', { image: 'registry.acme.io/flink:1', plugins: [FlinkPlugin.builtIn('flink-swift-fs')] }],
  ['a hostPath on the one node that there is', { storage: FlinkStorage.volume({ name: 'x', hostPath: { path: '/x' } }, { access: VolumeAccess.ONE_NODE }) }],
])('takes %s', (_, options) => {
  expect(complaintsAbout(session(options))).toEqual([]);
});
