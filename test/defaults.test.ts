import { readFileSync } from 'fs';
import { join } from 'path';
import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-27';
import {
  apache, Boundedness, CheckpointingMode, CheckpointRetention, FlinkApplication, FlinkApplicationOptions, FlinkJobCluster, FlinkJobClusterProps, FlinkOptionCatalog, FlinkPlugin,
  FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, JobClusterLayout, JobManagerDiscovery, JobOptions, LoggingOptions, LogLevel, MetricsReporter, PodOptions, RestProtection, RestProtocol,
  RestService, S3Credentials, S3FileSystem, VolumeAccess, WebUiAccess,
} from '../src';
import { documentedDefaults } from './harness/documented-defaults';
import { feature } from './plan/planned';

/** A job whose jar is in the official image, which is itself a default. */
const JOB: JobOptions = { artifact: JobArtifact.fromImage('/opt/flink/examples/streaming/WordCount.jar') };

const BASE: FlinkApplicationOptions = {
  version: FlinkVersion.V1_20,
  job: { ...JOB, parallelism: 4 },
  taskManager: { slots: 2 },
  storage: FlinkStorage.s3('s3://acme/orders'),
  highAvailability: HighAvailability.kubernetes(),
};
const ALONE = { highAvailability: undefined };
const OTHER_STORAGE = FlinkStorage.s3('s3://acme/others');

/** What a program comes to: its YAML, or why there is none. */
function outcome(program: (chart: Chart) => unknown): string {
  const app = new App();
  program(new Chart(app, 'chart'));
  try {
    return app.synthYaml();
  } catch (error) {
    return String(error);
  }
}

type Given = (given: any) => string;
const application = (options: (given: any) => Partial<FlinkApplicationOptions>): Given => (given) => outcome((chart) => new FlinkApplication(chart, 'Orders', { ...BASE, ...options(given) }));
const deployment = (options: (given: any) => Partial<apache.FlinkDeploymentProps>): Given => (given) => outcome((chart) => new apache.FlinkDeployment(chart, 'Orders', { ...BASE, ...options(given) }));
const jobCluster = (options: (given: any) => Partial<FlinkJobClusterProps>): Given => (given) => outcome((chart) => new FlinkJobCluster(chart, 'Orders', { ...BASE, ...options(given) }));
const job = (options: (given: any) => Partial<JobOptions>) => application((given) => ({ job: { ...BASE.job, ...options(given) } }));
const logging = (options: (given: any) => LoggingOptions) => application((given) => ({ logging: options(given) }));
const pod = (options: (given: any) => PodOptions) => application((given) => ({ pod: options(given) }));
const taskManagerPod = (options: (given: any) => PodOptions) => application((given) => ({ taskManager: { ...BASE.taskManager, pod: options(given) } }));
const port = (name: string) => application((given) => ({ ports: { [name]: given } }));

const UPGRADE_MODE = '- UpgradeMode.LAST_STATE with high availability, UpgradeMode.SAVEPOINT with storage alone, UpgradeMode.STATELESS without';
const rpcListens = { tcpSocket: { port: 'rpc' }, timeoutSeconds: 5 };

/** Prop, what its documentation says, how it is given, the value that is the default, and one that is not. */
const SAME: [string, string, Given, any, any][] = [
  ['PortOptions.rpc', '6123', port('rpc'), 6123, 7123],
  ['PortOptions.blob', '6124', port('blob'), 6124, 7123],
  ['PortOptions.rest', '8081', port('rest'), 8081, 7123],
  ['PortOptions.taskManagerRpc', '6122', port('taskManagerRpc'), 6122, 7123],
  ['PortOptions.data', '6121', port('data'), 6121, 7123],
  ['PortOptions.metricsQuery', '6126', port('metricsQuery'), 6126, 7123],
  ['PortOptions.collectSink', '6127', port('collectSink'), 6127, 7123],
  ['LoggingOptions.level', 'LogLevel.INFO', logging((level) => ({ level })), LogLevel.INFO, LogLevel.WARN],
  ['LoggingOptions.maxFileSize', 'Size.mebibytes(20)', logging((maxFileSize) => ({ maxFileSize })), Size.mebibytes(20), Size.mebibytes(21)],
  ['LoggingOptions.maxFiles', '5', logging((maxFiles) => ({ maxFiles })), 5, 6],
  ['PrometheusOptions.name', "'prom'", application((name) => ({ metrics: [MetricsReporter.prometheus({ name })] })), 'prom', 'second'],
  ['PrometheusOptions.port', '9249', application((given) => ({ metrics: [MetricsReporter.prometheus({ port: given })] })), 9249, 9250],
  ['CheckpointOptions.interval', 'Duration.minutes(1)', application((interval) => ({ checkpoints: { interval } })), Duration.minutes(1), Duration.minutes(2)],
  ['CheckpointOptions.minPause', '- half the interval', application((minPause) => ({ checkpoints: { interval: Duration.minutes(4), minPause } })), Duration.minutes(2), Duration.minutes(1)],
  ['CheckpointOptions.mode', 'CheckpointingMode.EXACTLY_ONCE', application((mode) => ({ checkpoints: { mode } })), CheckpointingMode.EXACTLY_ONCE, CheckpointingMode.AT_LEAST_ONCE],
  ['CheckpointOptions.retention', 'CheckpointRetention.RETAIN_ON_CANCELLATION', application((retention) => ({ checkpoints: { retention } })),
    CheckpointRetention.RETAIN_ON_CANCELLATION, CheckpointRetention.DELETE_ON_CANCELLATION],
  ['FlinkOptions.checkpoints', '- every minute if there is durable storage, none otherwise', application((checkpoints) => ({ checkpoints })),
    { interval: Duration.minutes(1) }, { interval: Duration.minutes(2) }],
  ['FlinkOptions.logging', '- level INFO, to the console and to a rolling file that the web UI shows', application((given) => ({ logging: given })), { level: LogLevel.INFO }, { level: LogLevel.OFF }],
  ['FlinkOptions.jvmOptions', "- those of Flink's own configuration file", application((jvmOptions) => ({ jvmOptions })), {}, { all: ['-Da=b'] }],
  ['S3SecretKeys.accessKeyId', "'AWS_ACCESS_KEY_ID'", s3((accessKeyId) => ({ accessKeyId })), 'AWS_ACCESS_KEY_ID', 'id'],
  ['S3SecretKeys.secretAccessKey', "'AWS_SECRET_ACCESS_KEY'", s3((secretAccessKey) => ({ secretAccessKey })), 'AWS_SECRET_ACCESS_KEY', 'key'],
  ['S3StorageOptions.fileSystem', "- the one that serves the URI's scheme; for `s3://`, which both do, S3FileSystem.PRESTO",
    application((fileSystem) => ({ storage: FlinkStorage.s3('s3://acme/orders', { fileSystem }) })), S3FileSystem.PRESTO, S3FileSystem.HADOOP],
  ['VolumeStorageOptions.mountPath', "'/flink-storage'", application((mountPath) => ({ storage: FlinkStorage.persistentVolumeClaim('c', { mountPath }) })), '/flink-storage', '/data'],
  ['VolumeStorageOptions.access', 'VolumeAccess.READ_WRITE_MANY', application((access) => ({ storage: FlinkStorage.persistentVolumeClaim('c', { access }) })),
    VolumeAccess.READ_WRITE_MANY, VolumeAccess.READ_WRITE_ONCE],
  ['JobOptions.parallelism', '1', application((parallelism) => ({ job: { ...JOB, parallelism } })), 1, 2],
  ['JobOptions.allowNonRestoredState', 'false', job((allowNonRestoredState) => ({ restoreFrom: 's3://acme/savepoint-1', allowNonRestoredState })), false, true],
  ['JobOptions.boundedness', 'Boundedness.UNBOUNDED, or BOUNDED when `execution.runtime-mode` is BATCH', job((boundedness) => ({ boundedness })), Boundedness.UNBOUNDED, Boundedness.BOUNDED],
  ['JobOptions.boundedness', 'Boundedness.UNBOUNDED, or BOUNDED when `execution.runtime-mode` is BATCH',
    application((boundedness) => ({ configuration: { 'execution.runtime-mode': 'BATCH' }, job: { ...JOB, boundedness } })), Boundedness.BOUNDED, Boundedness.UNBOUNDED],
  ['JobOptions.jobId', '- derived from the names of the cluster and the job, so that it is the same on every start', job((jobId) => ({ jobId })), 'e64fac86f63e404533fcb48aa3cea0b5', 'a'.repeat(32)],
  ['FlinkClusterOptions.name', '- the id of the construct, `OrdersNative` as `orders-native`', application((name) => ({ name })), 'orders', 'clicks'],
  ['FlinkClusterOptions.image', '- the official image of exactly this release', application((image) => ({ image })), 'flink:1.20.5-scala_2.12-java17', 'registry.acme.io/orders:1'],
  ['FlinkClusterOptions.jobManager', '- one, with the defaults of `JobManagerOptions`', application((jobManager) => ({ jobManager })), { replicas: 1 }, { replicas: 2 }],
  ['FlinkClusterOptions.taskManager', '- with the defaults of `TaskManagerOptions`', application((taskManager) => ({ taskManager })), {}, { slots: 2 }],
  ['FlinkClusterOptions.ports', "- Flink's usual ones, all of them fixed", application((ports) => ({ ports })), {}, { rest: 7123 }],
  ['FlinkClusterOptions.plugins', '- those that the storage and the URIs in the configuration require', application((plugins) => ({ plugins })),
    [FlinkPlugin.builtIn('flink-s3-fs-presto')], [FlinkPlugin.builtIn('flink-gs-fs-hadoop')]],
  ['FlinkClusterOptions.rest', 'RestService.clusterIp()', application((rest) => ({ rest })), RestService.clusterIp(), RestService.nodePort({ protection: RestProtection.EXTERNAL })],
  ['FlinkClusterOptions.webUi', 'WebUiAccess.READ_ONLY; a system that itself submits jobs through `/jars`, as the Apache operator to session clusters, may still do so', application((webUi) => ({ webUi })), WebUiAccess.READ_ONLY, WebUiAccess.SUBMIT_AND_CANCEL],
  ...(['checkpoints', 'savepoints', 'highAvailability'] as const).map((purpose): [string, string, Given, any, any] => (
    [`StorageByPurposeOptions.${purpose}`, '- `others`', application((given) => ({ storage: FlinkStorage.byPurpose({ others: BASE.storage, [purpose]: given }) })), BASE.storage, OTHER_STORAGE])),
  ['JobManagerOptions.replicas', '1', application((replicas) => ({ jobManager: { replicas } })), 1, 2],
  ['JobManagerOptions.cpu', 'Cpu.units(1)', application((cpu) => ({ jobManager: { cpu } })), Cpu.units(1), Cpu.units(2)],
  ['JobManagerOptions.ephemeralStorage', 'Size.gibibytes(2)', application((ephemeralStorage) => ({ jobManager: { ephemeralStorage } })), Size.gibibytes(2), Size.gibibytes(3)],
  ['TaskManagerOptions.ephemeralStorage', 'Size.gibibytes(10)', application((ephemeralStorage) => ({ taskManager: { slots: 2, ephemeralStorage } })), Size.gibibytes(10), Size.gibibytes(3)],
  ['TaskManagerOptions.replicas', "- as many as the job's parallelism requires; 1 in a session cluster", application((replicas) => ({ taskManager: { slots: 2, replicas } })), 2, 3],
  ['ProcessMemoryOptions.memoryLimitFactor', '1', application((memoryLimitFactor) => ({ taskManager: { memoryLimitFactor } })), 1, 1.5],
  ['TaskManagerOptions.slots', '1', application((slots) => ({ taskManager: { slots } })), 1, 2],
  ['TaskManagerOptions.cpu', '- one unit for each slot', application((cpu) => ({ taskManager: { slots: 2, cpu } })), Cpu.units(2), Cpu.units(1)],
  ['PodOptions.securityContext', '- user, group and fsGroup 9999, not root, seccomp profile RuntimeDefault', pod((securityContext) => ({ securityContext })),
    { runAsUser: 9999, runAsGroup: 9999, fsGroup: 9999, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, { runAsUser: 1000 }],
  ['PodOptions.containerSecurityContext', '- read-only root file system, no capabilities, no privilege escalation', pod((containerSecurityContext) => ({ containerSecurityContext })),
    { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false }, { readOnlyRootFilesystem: false }],
  ['PodOptions.startupProbe', '- waits up to five minutes for Flink to listen', taskManagerPod((startupProbe) => ({ startupProbe })),
    { ...rpcListens, periodSeconds: 5, failureThreshold: 60 }, { ...rpcListens, periodSeconds: 5, failureThreshold: 61 }],
  ['PodOptions.readinessProbe', '- JobManager: REST answers; TaskManager: RPC listens', taskManagerPod((readinessProbe) => ({ readinessProbe })),
    { ...rpcListens, periodSeconds: 10, failureThreshold: 3 }, rpcListens],
  ['PodOptions.readinessProbe', '- JobManager: REST answers; TaskManager: RPC listens', application((readinessProbe) => ({ jobManager: { pod: { readinessProbe } } })),
    { httpGet: { path: '/config', port: 'rest' }, timeoutSeconds: 5, periodSeconds: 10, failureThreshold: 3 }, rpcListens],
  ['PodOptions.livenessProbe', '- RPC listens', pod((livenessProbe) => ({ livenessProbe })), { ...rpcListens, periodSeconds: 30, failureThreshold: 5 }, rpcListens],
  ['FeatureConfig.discovery', 'JobManagerDiscovery.SERVICE', application((discovery) => ({ ...ALONE, features: [feature({ discovery })] })),
    JobManagerDiscovery.SERVICE, JobManagerDiscovery.LEADER_ELECTION],
  ['FeatureConfig.restProtocol', 'RestProtocol.HTTP', application((restProtocol) => ({ features: [feature({ restProtocol })] })), RestProtocol.HTTP, RestProtocol.HTTPS],
  ['FeatureConfig.optional', 'false', deployment((optional) => ({ features: [feature({ optional, configFiles: { 'a.properties': '' } })] })), false, true],
  ['FlinkJobClusterProps.layout', 'JobClusterLayout.INDEXED_JOB', jobCluster((layout) => ({ layout })), JobClusterLayout.INDEXED_JOB, JobClusterLayout.TASK_MANAGER_DEPLOYMENT],
  ['FlinkJobClusterProps.backoffLimit', '- 6 for each pod', jobCluster((backoffLimit) => ({ backoffLimit })), 18, 6],
  ['FlinkJobClusterProps.ttlAfterFinished', 'Duration.days(7)', jobCluster((ttlAfterFinished) => ({ ttlAfterFinished })), Duration.days(7), Duration.days(1)],
  ['FlinkDeploymentProps.upgradeMode', UPGRADE_MODE, deployment((upgradeMode) => ({ upgradeMode })), apache.UpgradeMode.LAST_STATE, apache.UpgradeMode.SAVEPOINT],
  ['FlinkDeploymentProps.upgradeMode', UPGRADE_MODE, deployment((upgradeMode) => ({ ...ALONE, upgradeMode })), apache.UpgradeMode.SAVEPOINT, apache.UpgradeMode.STATELESS],
  ['FlinkDeploymentProps.upgradeMode', UPGRADE_MODE, deployment((upgradeMode) => ({ ...ALONE, storage: undefined, upgradeMode })), apache.UpgradeMode.STATELESS, apache.UpgradeMode.SAVEPOINT],
];

function s3(keys: (given: any) => Parameters<typeof S3Credentials.fromSecret>[1]): Given {
  return (given) => outcome((chart) => new FlinkApplication(chart, 'Orders', {
    ...BASE, storage: FlinkStorage.s3('s3://acme/orders', { credentials: S3Credentials.fromSecret(Secret.fromSecretName(chart, 'Secret', 's3'), keys(given)) }),
  }));
}

test.each(SAME)('%s is %s', (_, __, given, standard, other) => {
  const left = given(undefined);
  expect(given(standard)).toBe(left);
  expect(given(other)).not.toBe(left);
});

/** Prop, what its documentation says, and the options with the defaults that Flink has for them. */
const FLINKS: [string, string, { [option: string]: string }][] = [
  ['CheckpointOptions.timeout', "- Flink's: 10 minutes", { 'execution.checkpointing.timeout': '10 min' }],
  ['CheckpointOptions.retained', "- Flink's: 1", { 'execution.checkpointing.num-retained': '1' }],
  ['CheckpointOptions.tolerableFailures', "- Flink's: 0", { 'execution.checkpointing.tolerable-failed-checkpoints': '0' }],
  ['KubernetesHighAvailabilityOptions.leaseDuration', "- Flink's: 15 seconds", { 'high-availability.kubernetes.leader-election.lease-duration': '15 s' }],
  ['KubernetesHighAvailabilityOptions.renewDeadline', "- Flink's: 15 seconds", { 'high-availability.kubernetes.leader-election.renew-deadline': '15 s' }],
  ['KubernetesHighAvailabilityOptions.retryPeriod', "- Flink's: 5 seconds", { 'high-availability.kubernetes.leader-election.retry-period': '5 s' }],
  ['ZooKeeperHighAvailabilityOptions.rootPath', "- Flink's: `/flink`", { 'high-availability.zookeeper.path.root': '/flink' }],
  ['ZooKeeperHighAvailabilityOptions.acl', "- Flink's: ZooKeeperAcl.OPEN", { 'high-availability.zookeeper.client.acl': 'open' }],
  ['ZooKeeperHighAvailabilityOptions.sessionTimeout', "- Flink's: 1 minute", { 'high-availability.zookeeper.client.session-timeout': '1 min' }],
  ['ZooKeeperHighAvailabilityOptions.connectionTimeout', "- Flink's: 15 seconds", { 'high-availability.zookeeper.client.connection-timeout': '15 s' }],
  ['ZooKeeperHighAvailabilityOptions.retryWait', "- Flink's: 5 seconds", { 'high-availability.zookeeper.client.retry-wait': '5 s' }],
  ['ZooKeeperHighAvailabilityOptions.maxRetryAttempts', "- Flink's: 3", { 'high-availability.zookeeper.client.max-retry-attempts': '3' }],
  ['ZooKeeperHighAvailabilityOptions.tolerateSuspendedConnections', "- Flink's: false", { 'high-availability.zookeeper.client.tolerate-suspended-connections': 'false' }],
  ['ReporterOptions.interval', "- Flink's: 10 seconds", { 'metrics.reporter.x.interval': '10 s' }],
  ['ProcessMemoryOptions.jvmMetaspace', "- Flink's: 256 MiB", { 'jobmanager.memory.jvm-metaspace.size': '256 mb', 'taskmanager.memory.jvm-metaspace.size': '256 mb' }],
  ['ProcessMemoryOptions.jvmOverhead', "- Flink's: a tenth of the process, 192 MiB to 1 GiB", Object.fromEntries(['jobmanager', 'taskmanager'].flatMap((role) => [
    [`${role}.memory.jvm-overhead.fraction`, '0.1'], [`${role}.memory.jvm-overhead.min`, '192 mb'], [`${role}.memory.jvm-overhead.max`, '1 gb'],
  ]))],
  ['ProcessMemoryOptions.offHeap', "- Flink's: JobManager 128 MiB, TaskManager's tasks 0", { 'jobmanager.memory.off-heap.size': '128 mb', 'taskmanager.memory.task.off-heap.size': '0 bytes' }],
  ['TaskManagerMemoryOptions.managedMemory', "- Flink's: 40 % of Flink's memory", { 'taskmanager.memory.managed.fraction': '0.4' }],
  ['TaskManagerMemoryOptions.networkMemory', "- Flink's: 10 % of Flink's memory, at least 64 MiB", { 'taskmanager.memory.network.fraction': '0.1', 'taskmanager.memory.network.min': '64 mb' }],
];

test.each(FLINKS)('%s is left to Flink: %s', (_, __, options) => {
  const yaml = application(() => ({ metrics: [MetricsReporter.of('x', 'io.acme.Factory')] }))(undefined);
  for (const version of [FlinkVersion.V1_20, FlinkVersion.V2_3]) {
    expect(Object.fromEntries(Object.keys(options).map((option) => [option, FlinkOptionCatalog.of(version).find(option)!.defaultText]))).toEqual(options);
  }
  for (const option of Object.keys(options)) expect(yaml).not.toContain(option);
});

/** Props whose default is shown by a test of its own. */
const ELSEWHERE: { [prop: string]: [file: string, title: string] } = {
  'ProcessMemoryOptions.memory': ['plan/plan-role.test.ts', 'memory follows from what the cluster runs'],
  'JobManagerOptions.serviceAccount': ['kubernetes/rbac.test.ts', 'who calls the Kubernetes API has an account, and a Role of what it calls'],
  'TaskManagerOptions.serviceAccount': ['standalone/containers.test.ts', 'a role that calls nothing has no token; one that does has an account of its own'],
  'RolePermissions.serviceAccountName': ['kubernetes/rbac.test.ts', 'who calls nothing is nobody'],
  'StorageByPurposeOptions.changelog': ['features/storage/by-purpose.test.ts', 'a purpose that is left out uses the storage of the others'],
  'StorageByPurposeOptions.archives': ['features/storage/by-purpose.test.ts', 'a purpose that is left out uses the storage of the others'],
  'PodOptions.affinity': ['plan/pods/scheduling.test.ts', 'several JobManagers prefer different nodes'],
  'Finding.acknowledged': ['kubernetes/flink-findings.test.ts', 'is not acknowledged by itself'],
};

test.each(Object.entries(ELSEWHERE))('the default of %s is shown elsewhere', (_, [file, title]) => {
  expect(readFileSync(join(__dirname, file), 'utf8')).toContain(`'${title}'`);
});

/** How documentation begins that says: where nothing is said, nothing is written, and somebody else decides. */
const NOTHING = [
  'none', 'nothing', 'nowhere', 'only ', 'any node', 'all', 'not known', 'known only', 'jobs come and go', 'there is none', 'it has none', 'it is not a', 'no storage for', 'no reason was given', 'the cluster as a whole',
  "the cluster's default", "the scheduler's defaults", 'those of the ServiceAccount', "Kubernetes': ", 'Kubernetes chooses', 'the default chain of the AWS SDK', 'Amazon S3',
  'written from the other options', 'what is left', 'it is not deleted', 'the whole volume', 'the one that the manifest of the jar names',
  'the job starts with empty state',
];

test('every default that is documented is shown, or is nothing', () => {
  const documented = documentedDefaults();
  const shown: [string, string][] = [...SAME, ...FLINKS].map(([prop, text]) => [prop, text]);
  expect(shown.filter(([prop, text]) => documented[prop] !== text)).toEqual([]);
  expect(Object.keys(ELSEWHERE).filter((prop) => !documented[prop])).toEqual([]);
  const known = new Set([...shown.map(([prop]) => prop), ...Object.keys(ELSEWHERE)]);
  expect(Object.entries(documented).filter(([prop, text]) => !known.has(prop) && !NOTHING.some((nothing) => text.startsWith(`- ${nothing}`)))).toEqual([]);
  expect(Object.keys(documented).length).toBeGreaterThan(100);
});
