import { Chart, Duration, Size } from 'cdk8s';
import { Cpu, k8s, Secret, ServiceAccount } from 'cdk8s-plus-27';
import {
  apache, Boundedness, CheckpointingMode, CheckpointRetention, FeatureConfig, FeatureObjects, FlinkPlugin, FlinkStorage, FlinkVersion, HighAvailability, IFeatureObjects, IFlinkFeature,
  JobArtifact, JobClusterLayout, LocalRecovery, LogLevel, MetricsReporter, PortCaller, RestProtection, RestService, S3Credentials, WebUiAccess,
} from '../../src';

/** Everything that a pod can be given, with each kind of nested struct. */
export function pod() {
  return {
    labels: { team: 'payments' },
    annotations: { 'acme.io/owner': 'payments' },
    env: [{ name: 'REGION', value: 'eu' }, { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'tokens', key: 'token', optional: true } } }],
    envFrom: [{ prefix: 'A_', configMapRef: { name: 'a' } }],
    volumes: [
      { name: 'models', emptyDir: { sizeLimit: k8s.Quantity.fromString('1Gi'), medium: 'Memory' } },
      { name: 'files', configMap: { name: 'files', defaultMode: 420, items: [{ key: 'a', path: 'b', mode: 256 }] } },
      { name: 'info', downwardApi: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
    ],
    mounts: [{ name: 'models', mountPath: '/models', readOnly: true }],
    initContainers: [{ name: 'seed', image: 'registry.acme.io/seed:1', command: ['seed'], volumeMounts: [{ name: 'models', mountPath: '/models' }] }],
    sidecars: [{
      name: 'log-shipper',
      image: 'registry.acme.io/shipper:1',
      imagePullPolicy: 'IfNotPresent',
      args: ['--all'],
      env: [{ name: 'LEVEL', value: 'info' }],
      ports: [{ containerPort: 9000, hostIp: '10.0.0.1', protocol: 'TCP' }],
      resources: { requests: { cpu: k8s.Quantity.fromString('100m') }, limits: { memory: k8s.Quantity.fromString('64Mi') } },
      livenessProbe: { httpGet: { port: k8s.IntOrString.fromNumber(9000), path: '/', httpHeaders: [{ name: 'a', value: 'b' }] }, periodSeconds: 10 },
      securityContext: { runAsUser: 1000, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } },
    }],
    nodeSelector: { pool: 'streaming' },
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'flink', effect: 'NoSchedule', tolerationSeconds: 5 }],
    affinity: {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] }] } },
      podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } } }] },
    },
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }],
    priorityClassName: 'high',
    imagePullSecrets: [{ name: 'registry' }],
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['kafka'] }],
    dnsConfig: { options: [{ name: 'ndots', value: '2' }], searches: ['acme.io'] },
    terminationGracePeriod: Duration.seconds(30),
    securityContext: { fsGroup: 9999, supplementalGroups: [1], sysctls: [{ name: 'a', value: 'b' }] },
    containerSecurityContext: { readOnlyRootFilesystem: true },
    resources: { requests: { 'ephemeral-storage': k8s.Quantity.fromString('1Gi') } },
    readinessProbe: { tcpSocket: { port: k8s.IntOrString.fromString('rest') }, failureThreshold: 3 },
  };
}

/** A feature of a user's own that uses everything that a feature can return. */
export class Everything implements IFlinkFeature, IFeatureObjects {
  public bind(): FeatureConfig {
    return {
      owner: 'everything',
      configuration: { 'web.timeout': 60000 },
      defaults: { 'rest.idleness-timeout': '10 s' },
      configFiles: { 'extra.properties': 'a=b' },
      labels: { cost: 'centre' },
      pod: { env: [{ name: 'EXTRA', value: '1' }] },
      jobManager: {
        ports: [{ name: 'extra', port: 9300, callers: [PortCaller.MONITORING] }],
        permissions: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
        dynamicProperties: { 'web.tmpdir': '$(EXTRA)' },
      },
      client: { pod: { env: [{ name: 'CLIENT', value: '1' }] } },
      objects: [this],
      warnings: [{ id: 'extra-warning', message: 'it is extra', remedy: 'Leave it out', subject: 'features' }],
    };
  }

  public objectsFor(): FeatureObjects {
    return { objects: [{ id: 'Extra', apiVersion: 'v1', kind: 'ConfigMap', name: 'extra', labels: { a: 'b' }, content: { data: {} } }], warnings: [{ id: 'extra-object', message: 'it is extra', remedy: 'Leave it out' }] };
  }
}

/** The props that all constructs have, each of them set. */
export function clusterOptions(chart: Chart): { [prop: string]: any } {
  return {
    version: FlinkVersion.V1_20,
    name: 'orders',
    image: 'registry.acme.io/orders:1',
    imagePullPolicy: 'Always',
    labels: { area: 'payments' },
    annotations: { 'acme.io/area': 'payments' },
    configuration: { 'pipeline.object-reuse': true },
    secretConfiguration: { 's3.secret-key': { name: 'storage', key: 'secret' } },
    storage: FlinkStorage.s3('s3://acme/orders', { credentials: S3Credentials.fromSecret(Secret.fromSecretName(chart, 'Secret', 'storage')) }),
    checkpoints: {
      interval: Duration.minutes(1),
      minPause: Duration.seconds(10),
      timeout: Duration.minutes(5),
      mode: CheckpointingMode.EXACTLY_ONCE,
      retention: CheckpointRetention.DELETE_ON_CANCELLATION,
      retained: 2,
      tolerableFailures: 1,
    },
    highAvailability: HighAvailability.kubernetes({ leaseDuration: Duration.seconds(20) }),
    metrics: [MetricsReporter.prometheus({ port: 9250 })],
    logging: { level: LogLevel.INFO, loggers: { 'io.acme': LogLevel.DEBUG }, maxFileSize: Size.mebibytes(10), maxFiles: 3 },
    jvmOptions: { all: ['-Da=b'], jobManager: ['-Dc=d'], taskManager: ['-De=f'] },
    features: [new Everything()],
    jobManager: {
      replicas: 1,
      cpu: Cpu.units(1),
      cpuLimit: Cpu.units(2),
      memory: Size.gibibytes(2),
      jvmMetaspace: Size.mebibytes(256),
      memoryLimitFactor: 1.1,
      serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'Account', 'flink'),
      pod: pod(),
      configuration: { 'jobmanager.archive.fs.dir': 's3://acme/archive' },
    },
    taskManager: {
      replicas: 2,
      slots: 2,
      cpu: Cpu.units(2),
      memory: Size.gibibytes(4),
      managedMemory: Size.gibibytes(1),
      offHeap: Size.mebibytes(64),
      serviceAccountAnnotations: { 'acme.io/role': 'writer' },
      pod: { labels: { role: 'worker' } },
      configuration: { 'taskmanager.network.detailed-metrics': true },
    },
    pod: { env: [{ name: 'BOTH', value: '1' }], tolerations: [{ operator: 'Exists' }] },
    plugins: [FlinkPlugin.builtIn('flink-s3-fs-presto')],
    ports: { rpc: 7123, blob: 7124, rest: 8082, taskManagerRpc: 7122, data: 7121, metricsQuery: 7126, collectSink: 7127 },
    rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, annotations: { 'acme.io/internal': 'true' } }),
    webUi: WebUiAccess.READ_ONLY,
    localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(5), { storageClassName: 'fast' }),
  };
}

/** A job with each prop set. */
export function jobOptions(): { [prop: string]: any } {
  return {
    artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar'),
    mainClass: 'io.acme.Orders',
    args: ['--from', 'kafka'],
    parallelism: 4,
    restoreFrom: 's3://acme/savepoints/1',
    allowNonRestoredState: true,
    jobId: 'a'.repeat(32),
    boundedness: Boundedness.BOUNDED,
  };
}

/** The props of each construct that runs one job, each of them set. */
export const APPLICATION = (chart: Chart) => ({ ...clusterOptions(chart), job: jobOptions() });
export const JOB_CLUSTER = (chart: Chart) => ({ ...APPLICATION(chart), layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT, backoffLimit: 3, ttlAfterFinished: Duration.hours(1) });
export const DEPLOYMENT = (chart: Chart) => ({ ...APPLICATION(chart), upgradeMode: apache.UpgradeMode.SAVEPOINT });
