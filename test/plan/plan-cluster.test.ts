import { Duration } from 'cdk8s';
import { feature, JOB, line, planned, plannedForOperator } from './planned';
import { Boundedness, FeatureConfig, FeatureContext, FindingSeverity, FlinkStorage, HighAvailability, IFlinkFeature, JobManagerDiscovery, PortCaller } from '../../src';
import { problemsOf } from '../harness/findings';

/** What a feature sees of a cluster. */
function seen(...args: Parameters<typeof planned>): FeatureContext {
  const contexts: FeatureContext[] = [];
  const [options, target] = args;
  planned({ ...options, features: [{ bind: (context) => { contexts.push(context); return { owner: 'Mine' }; } }] }, target);
  return contexts[0];
}

test('the least that can be said is a plan without problems', () => {
  const plan = planned();
  expect(plan.findings).toEqual([]);
  expect([plan.name, plan.path, plan.image]).toEqual(['orders', 'chart/Orders', 'flink:1.20.5-scala_2.12-java17']);
});

test('planning twice gives the same', () => {
  const options = { job: JOB, storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
  expect(JSON.stringify(planned(options))).toBe(JSON.stringify(planned(options)));
});

test('a single JobManager is found by its Service', () => {
  const plan = planned();
  expect(plan.discovery).toBe(JobManagerDiscovery.SERVICE);
  expect(plan.configuration.text('jobmanager.rpc.address')).toBe('orders-jobmanager');
});

test('elected JobManagers are not', () => {
  const plan = planned({ features: [feature({ discovery: JobManagerDiscovery.LEADER_ELECTION })] });
  expect(plan.discovery).toBe(JobManagerDiscovery.LEADER_ELECTION);
  expect(plan.configuration.text('jobmanager.rpc.address')).toBeUndefined();
});

test('a system that gives addresses itself is left alone', () => {
  expect(plannedForOperator().configuration.text('jobmanager.rpc.address')).toBeUndefined();
});

test('two that elect the leader are refused by name', () => {
  const plan = planned({
    storage: FlinkStorage.s3('s3://acme/orders'),
    highAvailability: HighAvailability.kubernetes(),
    features: [feature({ discovery: JobManagerDiscovery.LEADER_ELECTION }, 'Raft')],
  });
  expect(problemsOf(plan)).toEqual(['highAvailability and Raft all elect the leader. Keep one of them. (several-leader-elections)']);
});

test('a feature knows the cluster it is bound to', () => {
  const storage = FlinkStorage.s3('s3://acme/orders');
  const context = seen({ job: { ...JOB, jobId: 'a'.repeat(32), boundedness: Boundedness.BOUNDED }, storage, version: line('1.13'), ports: { rest: 18081 } }, { namespace: 'streaming' });
  expect(context).toMatchObject({
    path: 'chart/Orders', clusterId: 'orders', namespaceName: 'streaming', jobId: 'a'.repeat(32), bounded: true, storage: storage.locations,
  });
  expect([context.version.minorVersion, context.platform.title]).toEqual(['1.13', 'standalone Kubernetes']);
  expect(context.ports).toMatchObject({ rest: 18081, rpc: 6123 });
});

test('a feature reads the user\'s raw options by their newest names, whenever they were said', () => {
  const { configuration } = seen({
    configuration: { 'state.checkpoints.dir': 's3://a', 'web.timeout': 1 },
    edits: { set: { 'web.refresh-interval': 2 }, replaced: { 'web.timeout': 3 }, allowed: [] },
  });
  expect(configuration).toEqual({ 'execution.checkpointing.dir': 's3://a', 'web.timeout': 3, 'web.refresh-interval': 2 });
});

test('a feature whose owner is missing, as plain JavaScript allows, is refused, and goes by its class', () => {
  class CostCentre implements IFlinkFeature {
    public bind(): FeatureConfig {
      return { configuration: { 'rest.port': 1 } } as unknown as FeatureConfig;
    }
  }
  expect(problemsOf(planned({ features: [new CostCentre()] }))).toEqual([
    'bind() of CostCentre: owner is missing. Set it. (missing-prop)',
    expect.stringContaining("'rest.port' is set twice: '8081' by ports and '1' by CostCentre."),
  ]);
});

test('everything that a feature can ask for arrives', () => {
  const role = { env: [{ name: 'ROLE', value: 'one' }] };
  const port = { name: 'mine', port: 7777, callers: [PortCaller.MONITORING] };
  const plan = planned({
    features: [feature({
      configuration: { 'web.timeout': Duration.millis(1234) },
      defaults: { 'web.refresh-interval': Duration.seconds(5) },
      ifSupported: { 'execution.shutdown-on-application-finish': false, 'application-result-store.delete-on-commit': false },
      configFiles: { 'mine.properties': 'a = b\n' },
      pod: { labels: { mine: 'yes' } },
      jobManager: {
        pod: role, ports: [port], permissions: [{ apiGroups: [''], verbs: ['get'], resources: ['pods'] }], dynamicProperties: { 'jobmanager.rpc.address': '$(X)' },
      },
      taskManager: { volumeClaims: [{ name: 'data', mountPath: '/data', spec: {} }] },
      problems: [{ id: 'impossible', message: 'it cannot be', remedy: 'Leave it' }],
      warnings: [{ id: 'mine', message: 'it is so', remedy: 'Mind it.', subject: 'web.timeout' }],
    })],
  }, { addressing: () => ({ owner: 'nobody' }) });
  expect(plan.configuration.toMap()).toMatchObject({ 'web.timeout': '1234 ms', 'web.refresh-interval': '5 s', 'execution.shutdown-on-application-finish': 'false' });
  expect(plan.configuration.text('application-result-store.delete-on-commit')).toBeUndefined();
  expect(plan.configFiles['mine.properties']).toBe('a = b\n');
  expect([plan.jobManager, plan.taskManager].map(({ pod }) => pod.labels)).toEqual([{ mine: 'yes' }, { mine: 'yes' }]);
  expect([plan.jobManager, plan.taskManager].map(({ pod }) => pod.env)).toEqual([role.env, undefined]);
  expect(plan.jobManager.ports).toContainEqual({ ...port, builtIn: false });
  expect(plan.jobManager.permissions).toEqual([{ apiGroups: [''], verbs: ['get'], resources: ['pods'] }]);
  expect(plan.jobManager.dynamicProperties).toEqual({ 'jobmanager.rpc.address': '$(X)' });
  expect(plan.taskManager.volumeClaims.map(({ name }) => name)).toEqual(['data']);
  expect(plan.findings).toEqual([
    { severity: FindingSeverity.ERROR, id: 'impossible', message: 'it cannot be.', remedy: 'Leave it.' },
    { severity: FindingSeverity.WARNING, id: 'mine', message: 'it is so.', remedy: 'Mind it.', subject: 'web.timeout' },
  ]);
});

test('an option that only exists as a default yields to the user', () => {
  const plan = planned({ configuration: { 'web.timeout': '1 s' }, features: [feature({ defaults: { 'web.timeout': '2 s' } })] });
  expect([plan.configuration.text('web.timeout'), plan.findings]).toEqual(['1 s', []]);
});

test('a file that two write differently is an error that names both; the same text is none', () => {
  const one = feature({ configFiles: { 'x.properties': 'a' } }, 'One');
  expect(problemsOf(planned({ features: [one, feature({ configFiles: { 'x.properties': 'b' } }, 'Two')] }))).toEqual([
    "the file 'x.properties' is written twice, differently: by One and by Two. Remove one of the two. (conflicting-files)",
  ]);
  expect(planned({ features: [one, feature({ configFiles: { 'x.properties': 'a' } }, 'Two')] }).findings).toEqual([]);
});

test('a file whose name no ConfigMap can hold is refused', () => {
  expect(problemsOf(planned({ features: [feature({ configFiles: { 'sub/x': 'a' } })] }))).toEqual([
    "Mine writes a file 'sub/x', which a ConfigMap cannot contain. Use letters, digits, dot, hyphen and underscore. (invalid-file-name)",
  ]);
});

test('what a feature asks of both roles is refused once', () => {
  expect(problemsOf(planned({ features: [feature({ pod: { mounts: [{ name: 'nowhere', mountPath: '/x' }] } })] }))).toHaveLength(1);
});

test('the client that submits jobs has the users\' environment and volumes, and nothing that would keep it from its end or make it Flink', () => {
  const { client } = planned({
    pod: {
      env: [{ name: 'A', value: 'b' }],
      sidecars: [{ name: 'proxy', image: 'proxy:1' }],
      labels: { mine: 'yes' },
      livenessProbe: { exec: { command: ['true'] } },
      nodeSelector: { pool: 'x' },
    },
  });
  expect(client.pod).toEqual({
    env: [{ name: 'A', value: 'b' }],
    nodeSelector: { pool: 'x' },
    volumes: [{ name: 'flink-tmp', emptyDir: { sizeLimit: '1024Mi' } }, { name: 'flink-log', emptyDir: { sizeLimit: '960Mi' } }],
    mounts: [{ name: 'flink-tmp', mountPath: '/tmp' }, { name: 'flink-log', mountPath: '/opt/flink/log' }],
  });
});
