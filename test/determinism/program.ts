/**
 * A user's program in which every struct is written through `say`. Run by itself it prints its YAML; with the argument `reversed` each
 * struct has its properties in reverse order, to any depth.
 */
import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { Cpu, k8s, Secret } from 'cdk8s-plus-27';
import {
  apache, Boundedness, FeatureConfig, FeatureContext, FlinkApplication, FlinkClusterOptions, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, IFlinkFeature,
  JobArtifact, LocalRecovery, LogLevel, MetricsReporter, PortCaller, RestProtection, RestService, S3Credentials,
} from '../../src';

type Say = <T>(struct: T) => T;

/** The same data with the keys of all its maps in reverse order. */
export function reversed<T>(data: T): T {
  if (Array.isArray(data)) return data.map(reversed) as T;
  if (!data || typeof data !== 'object' || data.constructor !== Object) return data;
  return Object.fromEntries(Object.entries(data).reverse().map(([key, content]) => [key, reversed(content)])) as T;
}

class CostCentre implements IFlinkFeature {
  public constructor(private readonly say: Say) {}

  public bind({ platform }: FeatureContext): FeatureConfig {
    return this.say({
      owner: 'CostCentre',
      configuration: { 'web.timeout': 20000, 'web.history': 7 },
      defaults: { 'heartbeat.timeout': Duration.seconds(40), 'heartbeat.interval': Duration.seconds(9) },
      ...(platform.setsAddresses ? {} : {
        configFiles: { 'mine.properties': 'a = b\n', 'core-site.xml': '<configuration/>\n' },
        taskManager: { dynamicProperties: { 'taskmanager.network.bind-policy': 'ip', 'taskmanager.registration.timeout': '7 min' } },
      }),
      pod: { labels: { 'example.com/cost-centre': '4711', 'example.com/area': 'north' }, annotations: { b: 'c', a: 'd' } },
      jobManager: { permissions: [{ verbs: ['get'], resources: ['pods'], apiGroups: [''] }], ports: [{ port: 7777, name: 'mine', callers: [PortCaller.MONITORING, PortCaller.REST_CLIENT] }] },
    });
  }
}

/** Everything that has properties, in one struct that is yet to be said. */
function everything(chart: Chart, say: Say): FlinkClusterOptions {
  const credentials = S3Credentials.fromSecret(Secret.fromSecretName(chart, 'Credentials', 's3'), say({ accessKeyId: 'id', secretAccessKey: 'key' }));
  return {
    version: FlinkVersion.V1_20,
    image: 'registry.acme.io/orders:2.1.0',
    imagePullPolicy: 'Always',
    configuration: {
      'pipeline.object-reuse': true,
      'pipeline.global-job-parameters': { region: 'eu', area: 'north', zone: 'a' },
      'pipeline.classpaths': ['file:///b', 'file:///a'],
      'pekko.ask.timeout': Duration.seconds(20),
      'taskmanager.memory.segment-size': Size.kibibytes(64),
    },
    storage: FlinkStorage.s3('s3://acme-flink/orders', say({ endpoint: 'http://minio:9000', credentials })),
    checkpoints: { interval: Duration.minutes(2), retained: 3, timeout: Duration.minutes(20), tolerableFailures: 2 },
    highAvailability: HighAvailability.kubernetes(say({ leaseDuration: Duration.seconds(30), retryPeriod: Duration.seconds(3), renewDeadline: Duration.seconds(20) })),
    metrics: [
      MetricsReporter.prometheus(say({ port: 9250, name: 'second', includes: ['*:a'], excludes: ['*:b'], excludeVariables: ['task_id', 'host'] })),
      MetricsReporter.of('log', 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', say({ interval: Duration.seconds(30), settings: { b: '1', a: '2' } })),
    ],
    logging: { level: LogLevel.WARN, loggers: { 'org.apache.flink': LogLevel.DEBUG, 'io.acme': LogLevel.TRACE, 'org.apache.kafka': LogLevel.ERROR }, maxFiles: 3 },
    jvmOptions: { taskManager: ['-Db=1', '-Da=2'], all: ['-XX:+UseG1GC'], jobManager: ['-Dc=3'] },
    ports: { rest: 18081, data: 16121, blob: 16124 },
    rest: RestService.loadBalancer(say({ protection: RestProtection.EXTERNAL, annotations: { 'example.com/internal': 'true', 'example.com/class': 'small' } })),
    jobManager: { cpu: Cpu.millis(500), memory: Size.gibibytes(2), pod: { env: [{ name: 'ROLE', value: 'jm' }], labels: { role: 'jm', area: 'south' } } },
    taskManager: { slots: 2, replicas: 2, memory: Size.gibibytes(4), managedMemory: Size.mebibytes(512), networkMemory: Size.mebibytes(128) },
    pod: {
      nodeSelector: { pool: 'streaming', disk: 'ssd' },
      tolerations: [{ key: 'dedicated', value: 'flink', effect: 'NoSchedule' }],
      affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { b: 'c', a: 'd' } } } }] } },
      env: [{ name: 'B', value: '1' }, { name: 'A', value: '2' }],
      volumes: [{ name: 'models', emptyDir: {} }],
      mounts: [{ name: 'models', mountPath: '/models' }],
      resources: { requests: { 'ephemeral-storage': k8s.Quantity.fromString('1Gi') }, limits: { 'nvidia.com/gpu': k8s.Quantity.fromNumber(1), 'ephemeral-storage': k8s.Quantity.fromString('2Gi') } },
      securityContext: { supplementalGroups: [2, 1], runAsUser: 1000 },
    },
    features: [new CostCentre(say)],
  };
}

/** The program's YAML. */
export function synthesize(say: Say = (struct) => struct): string {
  const app = new App();
  const job = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar'), args: ['--b', '1', '--a', '2'], mainClass: 'io.acme.Orders', parallelism: 4, restoreFrom: 's3://acme-flink/savepoint-1' };
  const secrets = { 's3.secret-key': { name: 's3', key: 'key' }, 's3.access-key': { key: 'id', name: 's3' } };

  const standalone = new Chart(app, 'standalone', { namespace: 'streaming' });
  const options = everything(standalone, say);
  const session = new FlinkSessionCluster(standalone, 'Shared', say({ ...options, secretConfiguration: secrets }));
  session.addJob('First', say(job));
  const application = new FlinkApplication(standalone, 'Orders', say({
    ...options, job, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(5), say({ storageClassName: 'fast' })), taskManager: { configuration: { 'taskmanager.numberOfTaskSlots': 2, 'slot.request.timeout': '7 min' } },
  }));
  application.configuration.replace('web.timeout', 1);
  application.taskManager.addPodLabels(say({ late: 'yes', early: 'no' }));
  application.taskManager.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10));
  new FlinkJobCluster(standalone, 'Invoices', say({ version: FlinkVersion.V1_16, image: options.image, job: { ...job, restoreFrom: undefined, boundedness: Boundedness.BOUNDED }, pod: options.pod }));

  const operated = new Chart(app, 'operated');
  new apache.FlinkDeployment(operated, 'Orders', say({ ...options, job, upgradeMode: apache.UpgradeMode.SAVEPOINT }));
  return app.synthYaml();
}

if (require.main === module) process.stdout.write(synthesize(process.argv[2] === 'reversed' ? reversed : undefined));
