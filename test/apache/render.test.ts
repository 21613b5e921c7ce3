import { App, Chart, Size } from 'cdk8s';
import { Cpu, ServiceAccount } from 'cdk8s-plus-27';
import { apache, FlinkStorage, HighAvailability, LocalRecovery, Platform, RestProtection, RestService } from '../../src';
import { deploymentProblems, renderFlinkDeployment } from '../../src/apache/render';
import { PlanOptions } from '../../src/plan/plan-options';
import { JOB, line, planned } from '../plan/planned';

const { UpgradeMode } = apache;
const plan = (options: Partial<PlanOptions> = {}) => planned(options, { platform: Platform.NATIVE_KUBERNETES, jobManagerAddress: undefined, foreignOptions: ['kubernetes.operator.'] });
const spec = (options: Partial<PlanOptions> = {}, upgradeMode?: apache.UpgradeMode): any => renderFlinkDeployment(plan(options), upgradeMode).spec;
const problems = (options: Partial<PlanOptions> = {}, upgradeMode?: apache.UpgradeMode) => deploymentProblems(plan(options), { upgradeMode, job: options.job });
const stored = { storage: FlinkStorage.s3('s3://acme/orders') };
const account = (name: string) => ServiceAccount.fromServiceAccountName(new Chart(new App(), 'chart'), name, name);

test.each([['1.13', 'v1_13'], ['1.20', 'v1_20'], ['2.3', 'v2_3']])('Flink %s is %s to the operator', (text, flinkVersion) => {
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
  expect([token(single.jobManager), token(single.taskManager)]).toEqual([undefined, false]);
  expect([token(elected.jobManager), token(elected.taskManager)]).toEqual([undefined, undefined]);
});

test('accounts of the user\'s own go where the operator reads them', () => {
  const { serviceAccount, flinkConfiguration, jobManager } = spec({ jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('two') } });
  expect([serviceAccount, flinkConfiguration['kubernetes.taskmanager.service-account']]).toEqual(['one', 'two']);
  expect(jobManager.podTemplate.spec).not.toHaveProperty('serviceAccountName');
});

test('what Flink\'s own client fixes is not said: ports, addresses, bind hosts, identity', () => {
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

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['nothing', {}, []],
  ['an option of the operator\'s own', { configuration: { 'kubernetes.operator.reconcile.interval': '30 s' } }, []],
  ['the cluster\'s id', { configuration: { 'kubernetes.cluster-id': 'x' } }, ["'kubernetes.cluster-id' is configured, and the operator refuses it: it gives it by itself. Leave it out."]],
  ['a file', { features: [{ bind: () => ({ configFiles: { 'core-site.xml': '<configuration/>' } }) }] }, [
    "'core-site.xml' cannot reach Flink's pods: the operator takes log4j-console.properties and logback-console.xml alone. Mount it from a ConfigMap of your own.",
  ]],
  ['a fixed port on the nodes', { rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }, [
    "rest has nodePort 30081, and Flink's own Kubernetes client, which makes the Service, cannot fix it. Leave it out and Kubernetes chooses one.",
  ]],
  ['options of one role', { taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }, [
    "taskManager.configuration is for one role, and the operator knows one configuration. Put the options into 'configuration'.",
  ]],
  ['an argument', { features: [{ bind: () => ({ taskManager: { dynamicProperties: { 'taskmanager.host': '$(POD_IP)' } } }) }] }, [
    "'taskmanager.host' must be an argument of the taskManager, and the operator writes the arguments. Leave it out, or run the cluster standalone.",
  ]],
  ['volumes of their own', { features: [{ bind: () => ({ taskManager: { volumeClaims: [{ name: 'a', mountPath: '/a', spec: {} }] } }) }] }, [
    'the taskManager cannot keep volumes of its own with the operator. Leave them out, or run the cluster standalone.',
  ]],
])('the operator and %s: %j', (_, options, expected) => {
  expect(problems(options)).toEqual(expected);
});

test('local recovery on volumes is refused by the feature itself', () => {
  expect(plan({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }).problems).toEqual([expect.stringContaining('run the cluster standalone')]);
});

const NO_STORAGE = "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix').";

test.each<[apache.UpgradeMode, string, Partial<PlanOptions>, string[]]>([
  [UpgradeMode.STATELESS, 'nothing', {}, []],
  [UpgradeMode.SAVEPOINT, 'storage', stored, []],
  [UpgradeMode.SAVEPOINT, 'nothing', {}, [
    `upgradeMode is savepoint, and there is no checkpoint directory ('execution.checkpointing.dir'). ${NO_STORAGE}`,
    `upgradeMode is savepoint, and there is no savepoint directory ('execution.checkpointing.savepoint-dir'). ${NO_STORAGE}`,
  ]],
  [UpgradeMode.LAST_STATE, 'storage and high availability', { ...stored, highAvailability: HighAvailability.kubernetes() }, []],
  [UpgradeMode.LAST_STATE, 'storage', stored, [
    "upgradeMode is last-state without high availability: where the JobManager is gone, nobody knows the last state. Set 'highAvailability: HighAvailability.kubernetes()', or use UpgradeMode.SAVEPOINT.",
  ]],
])('upgrade mode %s with %s', (upgradeMode, _, options, expected) => {
  expect(problems({ job: JOB, ...options }, upgradeMode)).toEqual(expected);
});
