import { App, Chart, Size } from 'cdk8s';
import { Cpu, ServiceAccount } from 'cdk8s-plus-27';
import { apache, FlinkStorage, HighAvailability, MetricsReporter, PortCaller, RestProtection, RestProtocol, RestService } from '../../src';
import { renderFlinkDeployment } from '../../src/apache/render';
import { PlanOptions } from '../../src/plan/plan-options';
import { feature, JOB, line, plannedForOperator } from '../plan/planned';

const { UpgradeMode } = apache;
const rendered = (options: Partial<PlanOptions> = {}, upgradeMode = UpgradeMode.STATELESS) => renderFlinkDeployment(plannedForOperator(options), upgradeMode);
const spec = (options: Partial<PlanOptions> = {}, upgradeMode?: apache.UpgradeMode): any => rendered(options, upgradeMode).Resource.spec;
const stored = { storage: FlinkStorage.s3('s3://acme/orders') };
const account = (name: string) => ServiceAccount.fromServiceAccountName(new Chart(new App(), 'chart'), name, name);

test.each([['1.15', 'v1_15'], ['1.20', 'v1_20'], ['2.3', 'v2_3']])('Flink %s is %s to the operator', (text, flinkVersion) => {
  expect(spec({ version: line(text) }).flinkVersion).toBe(flinkVersion);
});

test('a session cluster has no job', () => {
  expect(spec()).not.toHaveProperty('job');
  expect(spec()).toMatchObject({ image: 'flink:1.20.5-scala_2.12-java17', mode: 'native', serviceAccount: 'flink' });
});

test('a job is said in the operator\'s words', () => {
  const job = { ...JOB, mainClass: 'io.acme.Orders', args: ['--x'], parallelism: 4, restoreFrom: 's3://acme/savepoint-1', allowNonRestoredState: true };
  expect(spec({ job, ...stored }, UpgradeMode.SAVEPOINT).job).toEqual({
    jarURI: 'local:///opt/flink/usrlib/orders.jar',
    entryClass: 'io.acme.Orders',
    args: ['--x'],
    parallelism: 4,
    initialSavepointPath: 's3://acme/savepoint-1',
    allowNonRestoredState: true,
    upgradeMode: 'savepoint',
    state: 'running',
  });
  expect(spec({ job: JOB }).job).toEqual({ jarURI: 'local:///opt/flink/usrlib/orders.jar', parallelism: 1, upgradeMode: 'stateless', state: 'running' });
});

test('what the resource has fields for is no option', () => {
  const { flinkConfiguration, jobManager, taskManager } = spec({ job: { ...JOB, parallelism: 4 }, taskManager: { memory: Size.gibibytes(4) } });
  expect(Object.keys(flinkConfiguration).filter((option) => /process\.size|parallelism/.test(option))).toEqual([]);
  expect([jobManager.resource, taskManager.resource]).toEqual([{ cpu: 1, memory: '2048Mi' }, { cpu: 1, memory: '4096Mi' }]);
});

test('a total that is no whole number of MiB, or is said in another way, stays an option', () => {
  const uneven = spec({ configuration: { 'taskmanager.memory.process.size': '2000000000b' } });
  expect([uneven.flinkConfiguration['taskmanager.memory.process.size'], uneven.taskManager.resource]).toEqual(['2000000000b', { cpu: 1 }]);
  const flink = spec({ configuration: { 'taskmanager.memory.flink.size': '1g' } });
  expect([flink.flinkConfiguration['taskmanager.memory.flink.size'], flink.taskManager.resource]).toEqual(['1g', { cpu: 1 }]);
});

test('a limit of CPU is a factor of what is requested', () => {
  const { flinkConfiguration, taskManager } = spec({ taskManager: { cpu: Cpu.millis(500), cpuLimit: Cpu.units(2) } });
  expect([taskManager.resource.cpu, flinkConfiguration['kubernetes.taskmanager.cpu.limit-factor']]).toEqual([0.5, '4']);
  expect(flinkConfiguration).not.toHaveProperty('kubernetes.jobmanager.cpu.limit-factor');
});

test('headroom of memory is a factor, too', () => {
  const { flinkConfiguration } = spec({ taskManager: { memoryLimitFactor: 1.25 } });
  expect(flinkConfiguration['kubernetes.taskmanager.memory.limit-factor']).toBe('1.25');
  expect(flinkConfiguration).not.toHaveProperty('kubernetes.jobmanager.memory.limit-factor');
});

test('a number of TaskManagers is only said where somebody has said it', () => {
  expect(spec({ job: { ...JOB, parallelism: 4 } }).taskManager).not.toHaveProperty('replicas');
  expect(spec({ taskManager: { replicas: 3 } }).taskManager.replicas).toBe(3);
});

test('the JobManager asks Kubernetes for TaskManagers, who ask nothing unless they look for a leader', () => {
  const token = ({ podTemplate }: any) => podTemplate.spec.automountServiceAccountToken;
  const single = spec();
  const elected = spec({ ...stored, highAvailability: HighAvailability.kubernetes() });
  expect([token(single.jobManager), token(single.taskManager)]).toEqual([true, false]);
  expect([token(elected.jobManager), token(elected.taskManager)]).toEqual([true, true]);
});

test('accounts of the user\'s own go where the operator reads them', () => {
  const { serviceAccount, flinkConfiguration, jobManager } = spec({ jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('two') } });
  expect([serviceAccount, flinkConfiguration['kubernetes.taskmanager.service-account']]).toEqual(['one', 'two']);
  expect(jobManager.podTemplate.spec).not.toHaveProperty('serviceAccountName');
});

test('what Flink\'s own client fixes is not said: its ports, addresses, bind hosts, identity', () => {
  const { flinkConfiguration, jobManager } = spec({ ...stored, highAvailability: HighAvailability.kubernetes() });
  expect(Object.keys(flinkConfiguration).filter((option) => /bind-host|bind-address|rpc\.address|cluster-id|namespace/.test(option))).toEqual([]);
  expect(jobManager.podTemplate.spec.containers[0]).not.toHaveProperty('ports');
});

test('a REST Service that leaves the cluster is asked of Flink\'s own client', () => {
  const rest = RestService.loadBalancer({ protection: RestProtection.EXTERNAL, annotations: { 'example.com/b': 'true', 'example.com/a': 'x' } });
  expect(spec({ rest }).flinkConfiguration).toMatchObject({
    'kubernetes.rest-service.exposed.type': 'LoadBalancer', 'kubernetes.rest-service.annotations': 'example.com/a:x,example.com/b:true',
  });
  expect(Object.keys(spec().flinkConfiguration).filter((option) => option.startsWith('kubernetes.rest-service'))).toEqual([]);
});

test('logging goes to the resource, without the file of a client that nobody runs', () => {
  expect(Object.keys(spec().logConfiguration)).toEqual(['log4j-console.properties']);
});

test('a port that is not one of Flink\'s own is declared by the template', () => {
  const port = { name: 'debug', port: 5005, callers: [PortCaller.REST_CLIENT] };
  const { jobManager, taskManager } = spec({ metrics: [MetricsReporter.prometheus()], features: [feature({ taskManager: { ports: [port] } })] });
  const ports = ({ podTemplate }: any) => podTemplate.spec.containers[0].ports;
  expect(ports(jobManager)).toEqual([{ name: 'metrics', containerPort: 9249 }]);
  expect(ports(taskManager)).toEqual([{ name: 'metrics', containerPort: 9249 }, { name: 'debug', containerPort: 5005 }]);
});

test('probes name ports by their numbers, since Flink\'s own client has names of its own', () => {
  const { jobManager, taskManager } = spec({ ports: { rest: 18081, rpc: 16123, taskManagerRpc: 16122 } });
  const [ofJobManager, ofTaskManager] = [jobManager, taskManager].map(({ podTemplate }: any) => podTemplate.spec.containers[0]);
  expect([ofJobManager.startupProbe, ofJobManager.readinessProbe].map(({ httpGet }: any) => httpGet)).toEqual([{ path: '/config', port: 18081 }, { path: '/config', port: 18081 }]);
  expect(ofJobManager.livenessProbe.tcpSocket).toEqual({ port: 16123 });
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) expect(ofTaskManager[probe].tcpSocket).toEqual({ port: 16122 });
});

test('probes ask by the protocol of the REST API, and can be replaced', () => {
  const mine = { exec: { command: ['true'] } };
  const { jobManager } = spec({ pod: { livenessProbe: mine }, features: [feature({ restProtocol: RestProtocol.HTTPS })] });
  const [{ readinessProbe, livenessProbe }] = jobManager.podTemplate.spec.containers;
  expect(readinessProbe.httpGet).toEqual({ path: '/config', port: 8081, scheme: 'HTTPS' });
  expect(livenessProbe).toEqual(mine);
});

test('without an account of the user\'s there is nothing but the resource', () => {
  expect(Object.keys(rendered({ ...stored, highAvailability: HighAvailability.kubernetes() }))).toEqual(['Resource']);
});

test('a pod says itself whether it has a token, whatever its account says', () => {
  const { jobManager, taskManager } = spec({ jobManager: { serviceAccount: account('mine') } });
  expect([jobManager, taskManager].map(({ podTemplate }: any) => podTemplate.spec.automountServiceAccountToken)).toEqual([true, false]);
});

test('an account of the user\'s gets the permissions that Flink calls for', () => {
  const { 'JobManager/Role': role, 'JobManager/RoleBinding': binding, ...others } = rendered({ jobManager: { serviceAccount: account('mine') } });
  expect(Object.keys(others)).toEqual(['Resource']);
  expect(role.rules).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['create', 'delete', 'list', 'watch'] },
    { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'delete'] },
    { apiGroups: ['apps'], resources: ['deployments/finalizers'], verbs: ['update'] },
  ]);
  expect(binding).toMatchObject({ roleRef: { kind: 'Role', name: role.metadata.name }, subjects: [{ kind: 'ServiceAccount', name: 'mine' }] });
});

test('an account of the TaskManagers\' gets what they call alone', () => {
  const elected = { ...stored, highAvailability: HighAvailability.kubernetes() };
  const objects = rendered({ ...elected, taskManager: { serviceAccount: account('mine') } });
  expect(Object.keys(objects)).toEqual(['TaskManager/Role', 'TaskManager/RoleBinding', 'Resource']);
  expect(objects['TaskManager/Role'].rules).toEqual(plannedForOperator(elected).taskManager.permissions);
  expect(Object.keys(rendered({ taskManager: { serviceAccount: account('mine') } }))).toEqual(['Resource']);
});
