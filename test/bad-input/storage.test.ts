import { Duration, Size } from 'cdk8s';
import { application, complaintsAbout, configured, refuses, S3, session } from './refused';
import { FlinkPlugin, FlinkStorage, FlinkVersion, HighAvailability, LocalRecovery, S3FileSystem, VolumeAccess } from '../../src';

const claim = (options: any = {}, name = 'state') => FlinkStorage.persistentVolumeClaim(name, options);
const THREE_WAYS = 'Use a claim that is ReadWriteMany, or object storage (FlinkStorage.s3), or set access to VolumeAccess.ONE_NODE';

refuses({
  'a bucket by its web address': { make: () => FlinkStorage.s3('https://acme.s3.amazonaws.com'), where: 'FlinkStorage.s3', id: 'invalid-storage-uri', what: "'https://acme.s3.amazonaws.com' is not an S3 URI", remedy: "for example 's3://acme-flink/orders'" },
  'a URI without a bucket': { make: () => FlinkStorage.s3('s3://'), where: 'FlinkStorage.s3', id: 'invalid-storage-uri', what: "'s3://' is not an S3 URI", remedy: 'Write bucket and prefix' },
  'a URI without a bucket by a raw option': { make: configured({ 'execution.checkpointing.dir': 's3:/checkpoints' }), id: 'invalid-storage-location', what: "is 's3:/checkpoints', which names no bucket", remedy: "for example 's3://bucket/prefix'" },
  'an endpoint without a protocol': { make: () => FlinkStorage.s3('s3://a', { endpoint: 'minio:9000' }), where: 'FlinkStorage.s3', id: 'invalid-endpoint', what: "endpoint 'minio:9000' is not a URL", remedy: 'Write it with its protocol' },
  'a scheme that the chosen file system does not serve': {
    make: () => FlinkStorage.s3('s3a://a', { fileSystem: S3FileSystem.PRESTO }), where: 'FlinkStorage.s3', id: 'unsupported-scheme', what: "'s3a://a' has a scheme that flink-s3-fs-presto does not support", remedy: "Write 's3://…' or 's3p://…'",
  },
  'a claim that no claim can be called': { make: () => claim({}, 'Flink_State'), where: 'FlinkStorage.persistentVolumeClaim', id: 'invalid-object-name', what: "'Flink_State' is not the name of a claim", remedy: 'Use lower-case letters' },
  'a claim without a name': { make: () => claim({}, ''), where: 'FlinkStorage.persistentVolumeClaim', id: 'invalid-object-name', what: "'' is not the name of a claim", remedy: "for example 'flink-state'" },
  'a volume at a relative path': { make: () => claim({ mountPath: 'data' }), where: 'FlinkStorage', id: 'invalid-mount-path', what: "mountPath 'data' is not an absolute path", remedy: "for example '/flink-storage'" },
  'a volume that hides Flink': { make: session({ storage: claim({ mountPath: '/opt/flink' }) }), id: 'mount-hides-files', what: "pod.mounts has '/opt/flink', which hides the files of the image there", remedy: 'Mount a directory below it' },
  'a folder outside the volume': { make: session({ storage: claim({ subPath: '../others' }) }), id: 'invalid-mount-path', what: "with the subPath '../others', which leads out of the volume", remedy: 'Write a path within it' },
  'a volume for one node at a time': { make: session({ storage: claim({ access: VolumeAccess.READ_WRITE_ONCE }) }), id: 'storage-not-shared', what: 'storage is ReadWriteOnce', remedy: THREE_WAYS },
  'a folder of each node': { make: session({ storage: FlinkStorage.volume({ name: 'x', hostPath: { path: '/x' } }) }), id: 'storage-not-shared', what: 'storage is a hostPath, which is another directory on every node', remedy: THREE_WAYS },
  'high availability without storage': { make: session({ highAvailability: HighAvailability.kubernetes() }), id: 'high-availability-without-storage', what: 'highAvailability requires durable storage', remedy: "Set 'storage'" },
  'high availability without a storage of its own': {
    make: session({ storage: FlinkStorage.byPurpose({ checkpoints: S3 }), highAvailability: HighAvailability.kubernetes() }), id: 'high-availability-without-storage', what: 'highAvailability requires durable storage, and storage has none for it', remedy: "Set 'highAvailability' or 'others' of FlinkStorage.byPurpose()",
  },
  'a storage for no purpose': { make: session({ storage: FlinkStorage.byPurpose({}) }), id: 'storage-without-purpose', what: 'storage is FlinkStorage.byPurpose() without a storage for any purpose', remedy: "Set 'others', for example" },
  'a ConfigMap': { make: session({ storage: FlinkStorage.volume({ name: 'x', configMap: { name: 'x' } }) }), id: 'storage-not-writable', what: 'storage is a volume of type configMap, and Flink writes to it', remedy: 'Use a volume that pods write to' },
  'a Secret': { make: session({ storage: FlinkStorage.volume({ name: 'x', secret: { secretName: 'x' } }) }), id: 'storage-not-writable', what: 'storage is a volume of type secret, and Flink writes to it', remedy: 'Use a volume that pods write to' },
  'fields of the pod': { make: session({ storage: FlinkStorage.volume({ name: 'x', downwardApi: { items: [] } }) }), id: 'storage-not-writable', what: 'storage is a volume of type downwardAPI, and Flink writes to it', remedy: 'Use a volume that pods write to' },
  'a volume of several sources': { make: session({ storage: FlinkStorage.volume({ name: 'x', projected: { sources: [] } }) }), id: 'storage-not-writable', what: 'storage is a volume of type projected, and Flink writes to it', remedy: 'Use a volume that pods write to' },
  'a claim that is mounted for reading': {
    make: session({ storage: FlinkStorage.volume({ name: 'x', persistentVolumeClaim: { claimName: 'x', readOnly: true } }) }), id: 'storage-not-writable', what: 'storage is a volume of type persistentVolumeClaim with readOnly, and Flink writes to it', remedy: 'Use a volume that pods write to',
  },
  'checkpoints without storage': { make: session({ checkpoints: {} }), id: 'checkpoints-without-storage', what: 'checkpoints require durable storage', remedy: "Set 'storage', for example FlinkStorage.s3(" },
  'checkpoints in a folder of the pod': {
    make: configured({ 'execution.checkpointing.dir': 'file:///checkpoints' }), id: 'storage-location-not-shared', what: "'execution.checkpointing.dir' is 'file:/checkpoints', and the JobManager's pods mount no volume there", remedy: "Use FlinkStorage.persistentVolumeClaim('claim')",
  },
  'savepoints in a folder that only one role has': {
    make: configured({ 'execution.checkpointing.savepoint-dir': 'file:///savepoints' }, {
      jobManager: { pod: { volumes: [{ name: 's', persistentVolumeClaim: { claimName: 's' } }], mounts: [{ name: 's', mountPath: '/savepoints' }] } },
    }),
    id: 'storage-location-not-shared',
    what: "and the TaskManager's pods mount no volume there",
    remedy: "Use FlinkStorage.persistentVolumeClaim('claim')",
  },
  'a directory without a scheme': { make: configured({ 'execution.checkpointing.dir': '/checkpoints' }), id: 'invalid-storage-location', what: "is '/checkpoints', a path without a scheme", remedy: "for example 'file:///checkpoints' on a shared volume" },
  'a scheme that nobody serves': { make: configured({ 'execution.checkpointing.dir': 'swift://a/b' }), id: 'unsupported-scheme', what: "has the scheme 'swift', which no file system of Flink supports", remedy: "FlinkPlugin.inImage('…', ['swift'])" },
  'a scheme in capitals': { make: configured({ 'execution.checkpointing.dir': 'S3://a/b' }), id: 'unsupported-scheme', what: "has the scheme 'S3', which no file system of Flink supports", remedy: 'Use one of s3, gs' },
  'two file systems for one scheme': {
    make: session({ storage: S3, plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }), id: 'ambiguous-plugins', what: "has the scheme 's3', which 'flink-s3-fs-presto' and 'flink-s3-fs-hadoop' both support", remedy: 'Keep one of them, or write URIs with a scheme that only one supports',
  },
  'a file system that came later': {
    make: configured({ 'execution.checkpointing.dir': 'gs://a/b' }, { version: FlinkVersion.V1_14 }), id: 'plugin-not-in-image', what: "plugin 'flink-gs-fs-hadoop' is not in /opt/flink/opt of Flink 1.14: it was added in Flink 1.15", remedy: "FlinkPlugin.inImage('flink-gs-fs-hadoop', [\"gs\"])",
  },
  'the newest file system on an older line': { make: session({ plugins: [FlinkPlugin.builtIn('flink-s3-fs-native')] }), id: 'plugin-not-in-image', what: "plugin 'flink-s3-fs-native' is not in /opt/flink/opt of Flink 1.20: it was added in Flink 2.3", remedy: 'Use that version or a newer one' },
  'a plugin that the official image has not': { make: session({ plugins: [FlinkPlugin.builtIn('flink-swift-fs')] }), id: 'plugin-not-in-image', what: "plugin 'flink-swift-fs' is not in /opt/flink/opt of Flink 1.20", remedy: 'Write its name as in the image, or build an image with it' },
  'a plugin by the name of its jar': { make: () => FlinkPlugin.builtIn('flink-s3-fs-hadoop-1.20.5.jar'), where: 'FlinkPlugin.builtIn', id: 'invalid-plugin-name', what: 'is not the name of a jar without its version', remedy: 'the version comes from the image' },
  'an interval that Flink refuses': { make: session({ storage: S3, checkpoints: { interval: Duration.millis(1) } }), id: 'invalid-checkpoints', what: 'checkpoints.interval is 1 ms', remedy: 'Flink accepts 10 ms or more' },
  'a timeout that Flink refuses': { make: session({ storage: S3, checkpoints: { timeout: Duration.millis(0) } }), id: 'invalid-option-value', what: "'execution.checkpointing.timeout' (by checkpoints) must be a duration of at least 10 ms", remedy: "Write '10 ms' or more" },
  'no checkpoint kept': { make: session({ storage: S3, checkpoints: { retained: 0 } }), id: 'invalid-checkpoints', what: 'checkpoints.retained is 0', remedy: 'Write a whole number, 1 or more' },
  'half a checkpoint kept': { make: session({ storage: S3, checkpoints: { retained: 1.5 } }), id: 'invalid-checkpoints', what: '1.5', remedy: 'Write a whole number, 1 or more' },
  'no checkpoint kept, by a raw option': { make: session({ storage: S3, configuration: { 'execution.checkpointing.num-retained': -5 } }), id: 'invalid-checkpoints', what: "'execution.checkpointing.num-retained' is -5, and Flink keeps at least 1 checkpoint", remedy: 'Write a whole number, 1 or more' },
  'fewer failures than none': { make: session({ storage: S3, checkpoints: { tolerableFailures: -1 } }), id: 'invalid-checkpoints', what: 'checkpoints.tolerableFailures is -1', remedy: 'Write a whole number, 0 or more' },
  'a guarantee that does not exist': { make: session({ storage: S3, checkpoints: { mode: 'exactly' } }), id: 'invalid-enum-value', what: "checkpoints.mode is 'exactly' (a string), and must be a CheckpointingMode", remedy: 'CheckpointingMode.EXACTLY_ONCE' },
  'a leader that must renew after it has lost': {
    make: session({ storage: S3, highAvailability: HighAvailability.kubernetes({ renewDeadline: Duration.seconds(20) }) }), id: 'invalid-leader-election', what: 'a lease duration of 15 seconds, a renew deadline of 20 seconds', remedy: 'Keep retryPeriod < renewDeadline ≤ leaseDuration',
  },
  'volumes of no size': { make: application({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(0)) }), id: 'invalid-volume-size', what: 'localRecovery has volumes of size 0', remedy: 'for example Size.gibibytes(20)' },
  'local recovery on a line that has none': {
    make: application({ version: FlinkVersion.V1_14, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }), id: 'unsupported-by-flink-version', what: 'localRecovery requires a working directory that survives restarts, which Flink 1.14 does not have', remedy: 'use Flink 1.15 or newer',
  },
});

test('storage that is an emptyDir is refused for each directory that it would lose', () => {
  expect(complaintsAbout(session({ storage: FlinkStorage.volume({ name: 'x', emptyDir: {} }) }))).toEqual(
    ['execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir'].map((option) => expect.stringMatching(
      new RegExp(`^\\[chart/Orders\\] '${option}' is .*, which is an emptyDir of the JobManager's pods: .*\\. Use FlinkStorage\\.persistentVolumeClaim.* \\(storage-location-not-shared\\)$`))));
});

test.each<[string, any]>([
  ['each file system by the scheme that it has for itself', { storage: FlinkStorage.s3('s3p://a/b'), plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }],
  ['a URI of the other file system', { storage: FlinkStorage.s3('s3a://a/b') }],
  ['a plugin of one\'s own image', { image: 'registry.acme.io/flink:1', plugins: [FlinkPlugin.builtIn('flink-swift-fs')] }],
  ['a hostPath on the one node that there is', { storage: FlinkStorage.volume({ name: 'x', hostPath: { path: '/x' } }, { access: VolumeAccess.ONE_NODE }) }],
])('takes %s', (_, options) => {
  expect(complaintsAbout(session(options))).toEqual([]);
});
