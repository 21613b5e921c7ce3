import { Chart, Duration, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { application, js, Mistakes, session, STORAGE, VERSION } from './mistake';

const { FlinkPlugin, FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, LocalRecovery, MetricsReporter, RestService, S3Credentials } = js;

const storage = (...args: unknown[]) => (chart: Chart) => session({ storage: FlinkStorage.s3(...args) })(chart);
const claim = (...args: unknown[]) => (chart: Chart) => session({ storage: FlinkStorage.persistentVolumeClaim(...args) })(chart);
const credentials = (keys: (chart: Chart) => unknown[]) => (chart: Chart) => storage('s3://acme/orders', { credentials: S3Credentials.fromSecret(...keys(chart)) })(chart);
const secret = (chart: Chart) => Secret.fromSecretName(chart, 'Secret', 'storage');
const election = (...args: unknown[]) => (chart: Chart) => session({ storage: STORAGE, highAvailability: HighAvailability.kubernetes(...args) })(chart);
const recovery = (...args: unknown[]) => (chart: Chart) => application({ localRecovery: LocalRecovery.volumeClaims(...args) })(chart);
const prometheus = (...args: unknown[]) => (chart: Chart) => session({ metrics: [MetricsReporter.prometheus(...args)] })(chart);
const reporter = (...args: unknown[]) => (chart: Chart) => session({ metrics: [MetricsReporter.of(...args)] })(chart);
const nodePort = (...args: unknown[]) => (chart: Chart) => session({ rest: RestService.nodePort(...args) })(chart);

/** Arguments of the static methods that make values. */
export const IN_FACTORIES: Mistakes = {
  'a release as a number': [() => FlinkVersion.of(1.2), 'invalid-flink-version', 'all three numbers'],
  'a release as a symbol': [() => FlinkVersion.of(Symbol('1.20.1')), 'invalid-flink-version', 'all three numbers'],
  'a minor version': [() => FlinkVersion.of('1.20'), 'invalid-flink-version', 'all three numbers'],
  'a release of the future': [() => FlinkVersion.of('9.9.9'), 'unsupported-flink-version', 'Supported minor versions'],
  'no path of a jar': [() => JobArtifact.fromImage(), 'missing-prop', 'Set it'],
  'a relative path of a jar': [() => JobArtifact.fromImage('orders.jar'), 'invalid-artifact', '/opt/flink/usrlib/orders.jar'],
  'a path of a jar that is a list': [() => JobArtifact.fromImage(['/opt/flink/usrlib/orders.jar']), 'invalid-prop-type', 'Write a string'],
  'a path for the URI': [() => JobArtifact.fromUri('/opt/flink/usrlib/orders.jar'), 'invalid-artifact', 'JobArtifact.fromImage()'],
  'null for the URI': [() => JobArtifact.fromUri(null), 'invalid-prop-type', 'a string'],
  'no bucket': [storage(), 'missing-prop', 'Set it'],
  'a bucket without its scheme': [storage('acme/orders'), 'invalid-storage-uri', 's3://acme-flink/orders'],
  'a bucket as an object': [storage({ bucket: 'acme' }), 'invalid-prop-type', 'Write a string'],
  'null for the options of a bucket': [storage('s3://acme/orders', null), 'invalid-prop-type', 'Leave it out'],
  'an endpoint in place of the options': [storage('s3://acme/orders', 'http://minio:9000'), 'invalid-prop-type', 'an object with the props of S3StorageOptions'],
  'a misspelt endpoint': [storage('s3://acme/orders', { endpont: 'http://minio:9000' }), 'unknown-prop', "'endpoint'"],
  'an endpoint without its protocol': [storage('s3://acme/orders', { endpoint: 'minio:9000' }), 'invalid-endpoint', 'http://minio.storage:9000'],
  'a port for the endpoint': [storage('s3://acme/orders', { endpoint: 9000 }), 'invalid-prop-type', 'in quotes'],
  'a file system by its short name': [storage('s3://acme/orders', { fileSystem: 'hadoop' }), 'invalid-enum-value', 'S3FileSystem.HADOOP'],
  'a file system that there is not': [storage('s3://acme/orders', { fileSystem: js.S3FileSystem.NATIVE }), 'undefined-prop', 'S3FileSystem.PRESTO'],
  'credentials as text': [storage('s3://acme/orders', { credentials: 'AKIA:secret' }), 'invalid-prop-type', 'S3Credentials.fromSecret('],
  'credentials as an object': [storage('s3://acme/orders', { credentials: { accessKey: 'AKIA', secretKey: 'secret' } }), 'invalid-prop-type', 'S3Credentials.fromSecret('],
  'credentials by the name of a Secret': [credentials(() => ['storage']), 'invalid-prop-type', 'Secret.fromSecretName('],
  'credentials of no Secret': [credentials(() => []), 'missing-prop', 'Secret.fromSecretName('],
  'the entry of a Secret as text': [credentials((chart) => [secret(chart), 'access-key']), 'invalid-prop-type', 'an object with the props of S3SecretKeys'],
  'a misspelt entry of a Secret': [credentials((chart) => [secret(chart), { accessKeyID: 'access-key', secretKey: 'secret-key' }]), 'unknown-prop', "'accessKeyId'"],
  'a claim as an object': [claim({ claimName: 'state' }), 'invalid-prop-type', 'Write a string'],
  'a claim in capitals': [claim('State'), 'invalid-object-name', 'lower-case'],
  'a claim\'s directory as the options': [claim('state', '/flink'), 'invalid-prop-type', 'an object with the props of VolumeStorageOptions'],
  'access as Kubernetes abbreviates it': [claim('state', { access: 'RWX' }), 'invalid-enum-value', 'VolumeAccess.READ_WRITE_MANY'],
  'a misspelt directory of a claim': [claim('state', { mountpath: '/flink', subpath: 'orders' }), 'unknown-prop', "'subPath'"],
  'a relative directory of a claim': [claim('state', { mountPath: 'flink' }), 'invalid-mount-path', '/flink-storage'],
  'a volume without a name': [() => FlinkStorage.volume({ nfs: { server: 'nas', path: '/' } }), 'missing-prop', 'Set it'],
  'a volume by its name': [() => FlinkStorage.volume('state'), 'invalid-prop-type', 'an object with the props of k8s.Volume'],
  'a volume with a misspelt field': [(chart) => session({ storage: FlinkStorage.volume({ name: 'state', nfs: { server: 'nas', path: '/', readonly: true } }) })(chart), 'unknown-prop', "'readOnly'"],
  'a purpose that there is not': [(chart) => session({ storage: FlinkStorage.byPurpose({ checkpoint: STORAGE, others: STORAGE }) })(chart), 'unknown-prop', "'checkpoints'"],
  'a purpose as text': [(chart) => session({ storage: FlinkStorage.byPurpose({ savepoints: 's3://acme/savepoints' }) })(chart), 'invalid-prop-type', 'FlinkStorage.s3('],
  'no purpose': [() => FlinkStorage.byPurpose(), 'missing-prop', 'FlinkStorage.s3('],
  'a lease in seconds': [election({ leaseDuration: 15 }), 'invalid-prop-type', 'Duration.minutes(1)'],
  'a misspelt lease': [election({ leaseduration: Duration.seconds(15), retry: Duration.seconds(2) }), 'unknown-prop', "'leaseDuration'"],
  'a lease below its renewal': [election({ leaseDuration: Duration.seconds(5) }), 'invalid-leader-election', 'renewDeadline'],
  'null for the election': [election(null), 'invalid-prop-type', 'Leave it out'],
  'a size of a volume as text': [recovery('10Gi'), 'invalid-prop-type', 'Size.gibibytes(10)'],
  'a size of a volume as a number': [recovery(10), 'invalid-prop-type', 'Size.gibibytes('],
  'no size of a volume': [recovery(), 'missing-prop', 'Size.gibibytes('],
  'a storage class as the options': [recovery(Size.gibibytes(10), 'fast'), 'invalid-prop-type', 'an object with the props of LocalRecoveryVolumeOptions'],
  'a misspelt storage class': [recovery(Size.gibibytes(10), { storageClass: 'fast' }), 'unknown-prop', "'storageClassName'"],
  'a port for Prometheus': [prometheus(9249), 'invalid-prop-type', 'an object with the props of PrometheusOptions'],
  'a port for Prometheus as text': [prometheus({ port: '9249' }), 'invalid-prop-type', 'Write 9249 without quotes'],
  'a filter that is no list': [prometheus({ includes: '*:numRecordsIn' }), 'invalid-prop-type', 'Put it into a list'],
  'a misspelt filter': [prometheus({ include: ['*:numRecordsIn'] }), 'unknown-prop', "'includes'"],
  'a name of a reporter with a dot': [prometheus({ name: 'prom.eu' }), 'invalid-metrics-reporter', 'Use letters'],
  'a reporter without its factory': [reporter('slf4j'), 'missing-prop', 'Set it'],
  'a reporter\'s factory that is no class': [reporter('slf4j', 'slf4j reporter'), 'invalid-metrics-reporter', 'fully qualified name'],
  'an interval of a reporter as text': [reporter('slf4j', 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', { interval: '10 s' }), 'invalid-prop-type', 'Duration.seconds(10)'],
  'settings of a reporter beside its settings': [reporter('slf4j', 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', { host: 'a' }), 'unknown-prop', 'or use one of: interval, settings'],
  'settings of a reporter as a list': [reporter('slf4j', 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', { settings: ['host=a'] }), 'invalid-prop-type', 'a map'],
  'a port of the nodes without protection': [nodePort({ nodePort: 30081 }), 'rest-protection-missing', 'RestProtection.EXTERNAL'],
  'a port of the nodes as the options': [nodePort(30081), 'rest-protection-missing', 'RestProtection.EXTERNAL'],
  'no options of a load balancer': [() => RestService.loadBalancer(), 'rest-protection-missing', 'RestProtection.EXTERNAL'],
  'protection in lower case': [nodePort({ protection: 'external' }), 'invalid-enum-value', 'RestProtection.EXTERNAL'],
  'protection that there is not': [nodePort({ protection: js.RestProtection.PROXY }), 'rest-protection-missing', 'RestProtection.EXTERNAL'],
  'a port of the nodes as text': [nodePort({ protection: 'EXTERNAL', nodePort: '30081' }), 'invalid-prop-type', 'Write 30081 without quotes'],
  'a port of the nodes for a load balancer': [(chart) => session({ rest: RestService.loadBalancer({ protection: 'EXTERNAL', nodePort: 30081 }) })(chart), 'unknown-prop', 'or use one of: protection'],
  'annotations of a Service as a list': [nodePort({ protection: 'EXTERNAL', annotations: ['acme.io/internal'] }), 'invalid-prop-type', 'a map of strings'],
  'a plugin as a list': [() => FlinkPlugin.builtIn(['flink-s3-fs-hadoop']), 'invalid-prop-type', 'Write a string'],
  'a plugin with its version': [() => FlinkPlugin.builtIn('flink-s3-fs-hadoop-1.20.0.jar'), 'invalid-plugin-name', 'the version comes from the image'],
  'a scheme that is no list': [() => FlinkPlugin.inImage('acme-fs', 'acme'), 'invalid-prop-type', 'Put it into a list'],
  'no schemes': [() => FlinkPlugin.inImage('acme-fs'), 'missing-prop', 'Set it'],
  'options of a version as text': [() => js.FlinkOptionCatalog.of('1.20'), 'invalid-prop-type', 'FlinkVersion.of('],
  'an option that is no text': [() => js.FlinkOptionCatalog.of(VERSION).find(5), 'invalid-prop-type', 'in quotes'],
  'memory of a version as text': [() => js.TaskManagerMemory.of('1.20', {}), 'invalid-prop-type', 'FlinkVersion.of('],
  'memory of no configuration': [() => js.JobManagerMemory.of(VERSION), 'missing-prop', 'Set it'],
  'memory of null': [() => js.TaskManagerMemory.of(VERSION, null), 'invalid-prop-type', 'a map'],
};
