import { Duration, Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, JobOptions, LogLevel, PodOptions } from '../../src';
import { checkProps } from '../../src/props/check-props';

const JOB = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };

/** What is found, as ids and paths. */
function found(struct: string, given: unknown): string[] {
  return checkProps(struct, given).findings.map(({ id, subject }) => `${id} ${subject}`);
}

test('what is right is left as it is', () => {
  const pod = { labels: { team: 'payments' }, env: [{ name: 'A', value: 'b' }], terminationGracePeriod: Duration.seconds(30), affinity: { nodeAffinity: {} } };
  const props = { version: FlinkVersion.V1_20, job: { ...JOB, parallelism: 4, args: [] }, taskManager: { slots: 2, memory: Size.gibibytes(4), cpu: Cpu.units(2) }, pod, configuration: { a: null } };
  expect(checkProps('FlinkApplicationProps', props)).toEqual({ cleaned: props, findings: [] });
});

test('what was given is not changed', () => {
  const given = Object.freeze({ sidecars: Object.freeze([Object.freeze({ name: 'a', imge: 'b' })]) });
  expect(checkProps('PodOptions', given).cleaned).toEqual({ sidecars: [{ name: 'a' }] });
});

test('only what is wrong is left out, and all of it is found', () => {
  const { cleaned, findings } = checkProps('FlinkClusterOptions', {
    version: FlinkVersion.V1_20, taskManager: { slots: '2', memory: Size.gibibytes(4), slot: 1 }, logging: { level: 'loud' }, labels: { a: 'b', c: 5 }, metrics: [5], webUi: undefined,
  });
  expect(cleaned).toEqual({ version: FlinkVersion.V1_20, taskManager: { memory: Size.gibibytes(4) }, logging: {}, labels: { a: 'b' }, metrics: [] });
  expect(findings.map(({ id, severity, subject }) => `${severity} ${id} ${subject}`)).toEqual([
    'ERROR invalid-prop-type taskManager.slots', 'ERROR unknown-prop taskManager.slot', 'ERROR invalid-enum-value logging.level', 'ERROR invalid-prop-type labels.c',
    'ERROR invalid-prop-type metrics[0]', 'WARNING undefined-prop webUi',
  ]);
});

test('a struct that lacks what it requires is left out as a whole', () => {
  expect(checkProps('FlinkApplicationProps', { version: FlinkVersion.V1_20, job: { parallelism: 4 }, pod: { env: [{ value: 'b' }, { name: 'A' }] } })).toMatchObject({
    cleaned: { version: FlinkVersion.V1_20, pod: { env: [{ name: 'A' }] } },
    findings: [{ id: 'missing-prop', subject: 'job.artifact' }, { id: 'missing-prop', subject: 'pod.env[0].name' }],
  });
});

test.each([undefined, {}])('props that are %p lack what they require', (given) => {
  expect(found('FlinkApplicationProps', given)).toEqual(['missing-prop version', 'missing-prop job']);
});

test('undefined is no value of a prop: only constants are expected to be there', () => {
  expect(found('JobOptions', { ...JOB, parallelism: undefined, args: undefined, boundedness: undefined })).toEqual(['undefined-prop boundedness']);
  expect(found('PodOptions', { labels: { a: undefined }, env: undefined })).toEqual([]);
});

test('an instance is known by what it can do, whatever copy of a package its class is from', () => {
  const otherDuration = new (class OtherDuration { public toMilliseconds() { return 60_000; } })();
  const otherSize = { toKibibytes: () => 1024 };
  expect(found('CheckpointOptions', { interval: otherDuration })).toEqual([]);
  expect(found('TaskManagerOptions', { memory: otherSize, cpu: { amount: '2' }, serviceAccount: { name: 'flink' } })).toEqual([]);
  expect(found('TaskManagerOptions', { memory: otherDuration })).toEqual(['invalid-prop-type memory']);
  expect(found('CheckpointOptions', { interval: { toMilliseconds: 60_000 } })).toEqual(['invalid-prop-type interval']);
});

test('a class of ours is not taken for another that can do as much', () => {
  const storage = FlinkStorage.s3('s3://acme/orders');
  expect(found('FlinkClusterOptions', { version: FlinkVersion.V1_20, highAvailability: storage, storage })).toEqual(['invalid-prop-type highAvailability']);
  // Every feature is one, whatever else it is.
  expect(found('FlinkClusterOptions', { version: FlinkVersion.V1_20, features: [storage, HighAvailability.kubernetes(), { bind: () => ({ owner: 'a' }) }] })).toEqual([]);
});

test('a class of a user that extends one of ours is one of ours', () => {
  class Zookeeper extends HighAvailability {
    public bind() {
      return { owner: 'zookeeper' };
    }
  }
  expect(found('FlinkClusterOptions', { version: FlinkVersion.V1_20, highAvailability: new Zookeeper(), storage: new Zookeeper() })).toEqual(['invalid-prop-type storage']);
});

test('an object of a class is a struct if it has the props and nothing else', () => {
  class OrdersJob implements JobOptions {
    public readonly artifact = JOB.artifact;
    public get parallelism() {
      return 4;
    }
  }
  class Team implements PodOptions {
    public readonly labels = { team: 'payments' };
    public readonly owner = 'payments';
  }
  expect(checkProps('JobOptions', new OrdersJob())).toEqual({ cleaned: { artifact: JOB.artifact, parallelism: 4 }, findings: [] });
  expect(found('FlinkClusterOptions', { version: FlinkVersion.V1_20, pod: new Team() })).toEqual(['invalid-prop-type pod']);
  expect(found('FlinkClusterOptions', { version: FlinkVersion.V1_20, pod: new Date() })).toEqual(['invalid-prop-type pod']);
});

test('an object of another realm, without a prototype, or with getters, is a struct', () => {
  const fromOutside = Object.defineProperty(Object.assign(Object.create(null), { artifact: JOB.artifact }), 'parallelism', { enumerable: true, get: () => 4 });
  expect(checkProps('JobOptions', fromOutside)).toEqual({ cleaned: { artifact: JOB.artifact, parallelism: 4 }, findings: [] });
});

test.each([
  ['a quantity', k8s.Quantity.fromString('1Gi'), '1Gi'], ['text', '1Gi', '1Gi'], ['a number', 5, 5], ['another copy of the class', new (class Quantity { public readonly value = '2Mi'; })(), '2Mi'],
])('an amount of Kubernetes may be %s', (_, given, cleaned) => {
  expect(checkProps('k8s.EmptyDirVolumeSource', { sizeLimit: given })).toEqual({ cleaned: { sizeLimit: cleaned }, findings: [] });
});

test.each([[k8s.IntOrString.fromNumber(80), 80], [k8s.IntOrString.fromString('http'), 'http'], [80, 80], ['http', 'http']])('a port may be %p', (given, cleaned) => {
  expect(checkProps('k8s.TcpSocketAction', { port: given })).toEqual({ cleaned: { port: cleaned }, findings: [] });
});

test('fields that cdk8s-plus spells differently become those of Kubernetes, which may be written as well', () => {
  const cleaned = { containerPort: 80, hostIP: '10.0.0.1' };
  expect(checkProps('k8s.ContainerPort', { containerPort: 80, hostIp: '10.0.0.1' })).toEqual({ cleaned, findings: [] });
  expect(checkProps('k8s.ContainerPort', { containerPort: 80, hostIP: '10.0.0.1' })).toEqual({ cleaned, findings: [] });
  expect(checkProps('k8s.PolicyRule', { verbs: ['get'], nonResourceUrLs: ['/healthz'] }).cleaned).toEqual({ verbs: ['get'], nonResourceURLs: ['/healthz'] });
});

test('fields of a newer Kubernetes than that of cdk8s-plus are known', () => {
  expect(found('PodOptions', {
    initContainers: [{ name: 'shipper', image: 'registry.acme.io/shipper:1', restartPolicy: 'Always' }],
    volumes: [{ name: 'models', image: { reference: 'registry.acme.io/models:1', pullPolicy: 'IfNotPresent' } }],
    mounts: [{ name: 'models', mountPath: '/models', recursiveReadOnly: 'Enabled' }],
    securityContext: { appArmorProfile: { type: 'RuntimeDefault' } },
  })).toEqual([]);
});

test('what may be a secret stands in no message', () => {
  const given = { version: FlinkVersion.V1_20, secretConfiguration: { 's3.secret-key': 'AKIA' }, pod: { env: [{ name: 'PIN', value: 1234 }] }, storage: FlinkStorage.s3('s3://acme/orders', { credentials: 'AKIA' } as any) };
  const messages = [...checkProps('FlinkClusterOptions', given).findings, ...(given.storage as any)._findings].map(({ message, remedy }) => message + remedy);
  expect(messages).toHaveLength(3);
  expect(messages.filter((message) => /AKIA|1234/.test(message))).toEqual([]);
});

test('a constant may be given by its value', () => {
  expect(found('LoggingOptions', { level: 'DEBUG', loggers: { a: LogLevel.INFO } })).toEqual([]);
});
