import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { feature, JOB, planned } from './planned';
import { FlinkStorage, JvmOptions, LogLevel, PortCaller } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { problemsOf } from '../harness/findings';

test.each<[string, Partial<PlanOptions>, number]>([
  ['a session', {}, 1],
  ['parallelism 8 on 4 slots', { job: { ...JOB, parallelism: 8 }, taskManager: { slots: 4 } }, 2],
  ['parallelism 9 on 4 slots', { job: { ...JOB, parallelism: 9 }, taskManager: { slots: 4 } }, 3],
  ['parallelism 3 on slots by a raw option', { job: { ...JOB, parallelism: 3 }, configuration: { 'taskmanager.numberOfTaskSlots': 2 } }, 2],
  ['parallelism 3 on slots that the TaskManagers alone are told', { job: { ...JOB, parallelism: 3 }, taskManager: { configuration: { 'taskmanager.numberOfTaskSlots': 2 } } }, 2],
  ['parallelism by a raw option', { job: JOB, configuration: { 'parallelism.default': 6 }, taskManager: { slots: 2 } }, 3],
  ['what is said', { job: JOB, taskManager: { replicas: 5 } }, 5],
])('%s needs as many TaskManagers', (_, options, replicas) => {
  const plan = planned(options);
  expect(problemsOf(plan)).toEqual([]);
  expect(plan.taskManager.replicas).toBe(replicas);
});

test('only a number that the user has said is fixed', () => {
  expect(planned({ job: { ...JOB, parallelism: 2 } }).taskManager.fixedReplicas).toBeUndefined();
  expect(planned({ taskManager: { replicas: 2 } }).taskManager.fixedReplicas).toBe(2);
});

test('a JobManager has one CPU, a TaskManager one for each slot, and nobody is throttled', () => {
  const { jobManager, taskManager } = planned({ taskManager: { slots: 4 } });
  expect([jobManager.cpu, jobManager.cpuLimit, taskManager.cpu, taskManager.cpuLimit]).toEqual(['1', undefined, '4', undefined]);
});

test('CPU that is said is taken as it is', () => {
  const { jobManager, taskManager } = planned({ jobManager: { cpu: Cpu.millis(250), cpuLimit: Cpu.units(1) }, taskManager: { cpu: Cpu.units(2), cpuLimit: Cpu.millis(2500) } });
  expect([jobManager.cpu, jobManager.cpuLimit, taskManager.cpu, taskManager.cpuLimit]).toEqual(['250m', '1', '2', '2500m']);
});

test('memory follows from what the cluster runs', () => {
  const mebibytes = (options: Partial<PlanOptions> = {}) => [planned(options).jobManager, planned(options).taskManager].map(({ memory }) => memory! / 2 ** 20);
  expect(mebibytes()).toEqual([1600, 1728]);
  expect(mebibytes({ job: JOB })).toEqual([2048, 2048]);
});

test('the container has the memory of the process, however that was said', () => {
  expect(planned({ taskManager: { memory: Size.gibibytes(4) } }).taskManager.memory).toBe(4 * 2 ** 30);
  expect(planned({ configuration: { 'taskmanager.memory.process.size': '1500m' } }).taskManager.memory).toBe(1500 * 2 ** 20);
  const flink = planned({ configuration: { 'taskmanager.memory.flink.size': '1g' } }).taskManager;
  expect(flink.memory).toBeGreaterThan(2 ** 30);
  expect(flink.configuration.text('taskmanager.memory.process.size')).toBeUndefined();
});

test('memory that Flink would refuse is a problem, and stands where the breakdown would', () => {
  const plan = planned({ taskManager: { memory: Size.mebibytes(100) } });
  expect(plan.taskManager.memory).toBeUndefined();
  expect(problemsOf(plan)).toEqual([`${plan.taskManager.memoryBreakdown} (invalid-memory)`]);
});

const checksums = (options: Partial<PlanOptions> = {}) => {
  const { jobManager, taskManager } = planned({ job: JOB, ...options });
  return { jobManager: jobManager.checksum, taskManager: taskManager.checksum };
};
const jvm = (jvmOptions: JvmOptions) => ({ jvmOptions });
const BOTH = ['jobManager', 'taskManager'];

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['an option that both read', { configuration: { 'pekko.ask.timeout': '20 s' } }, BOTH],
  ['an option that nobody is known to read', { configuration: { 's3.endpoint': 'http://minio:9000' } }, BOTH],
  ['JVM options of all', jvm({ all: ['-Da=b'] }), BOTH],
  ['a storage', { storage: FlinkStorage.s3('s3://acme/orders') }, BOTH],
  ['a file of a feature', { features: [feature({ configFiles: { 'core-site.xml': '<configuration/>' } })] }, BOTH],
  ['the UI', { configuration: { 'web.refresh-interval': 5000 } }, ['jobManager']],
  ['the JobManager\'s memory', { jobManager: { memory: Size.gibibytes(3) } }, ['jobManager']],
  ['JVM options of the JobManager', jvm({ jobManager: ['-Da=b'] }), ['jobManager']],
  ['a restart strategy', { configuration: { 'restart-strategy.type': 'fixed-delay' } }, ['jobManager']],
  ['an option of the JobManager alone', { jobManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }, ['jobManager']],
  ['the TaskManagers\' memory', { taskManager: { memory: Size.gibibytes(3) } }, ['taskManager']],
  ['managed memory', { taskManager: { managedMemory: Size.mebibytes(64) } }, ['taskManager']],
  ['JVM options of the TaskManagers', jvm({ taskManager: ['-Da=b'] }), ['taskManager']],
  ['an option of the TaskManagers alone', { taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }, ['taskManager']],
  ['another log level', { logging: { level: LogLevel.DEBUG, loggers: { 'io.acme': LogLevel.TRACE } } }, []],
  ['what pods have', { pod: { labels: { a: 'b' }, env: [{ name: 'A', value: 'b' }] } }, []],
  ['the number of TaskManagers', { taskManager: { replicas: 7 } }, []],
  ['CPU', { taskManager: { cpu: Cpu.units(3) } }, []],
])('%s changes the checksum of exactly those who read it', (_, options, changed) => {
  const [before, after] = [checksums(), checksums(options)];
  expect(BOTH.filter((role) => before[role as 'jobManager'] !== after[role as 'jobManager'])).toEqual(changed);
});

test('the order in which options are given changes no checksum', () => {
  const options = { 'web.timeout': 1, 'pekko.ask.timeout': '20 s', 'heartbeat.timeout': '30 s' };
  expect(checksums({ configuration: options })).toEqual(checksums({ configuration: Object.fromEntries(Object.entries(options).reverse()) }));
});

test('two ports of one number or one name are refused by their owners', () => {
  const port = (name: string, number: number) => ({ features: [feature({ taskManager: { ports: [{ name, port: number, callers: [PortCaller.MONITORING] }] } })] });
  expect(problemsOf(planned(port('mine', 6121)))).toEqual(['port mine (6121) of Mine conflicts with data (6121) of ports. Use another number. (port-conflict)']);
  expect(problemsOf(planned(port('data', 7777)))).toEqual(['port data (7777) of Mine conflicts with data (6121) of ports. Use another number. (port-conflict)']);
  expect(planned(port('mine', 7777)).findings).toEqual([]);
});

test('an argument is said in the line\'s words, and by nobody else', () => {
  const argument = feature({ jobManager: { dynamicProperties: { 'high-availability.type': '$(X)' } } });
  expect(planned({ features: [argument], version: planned().version }).jobManager.dynamicProperties).toEqual({ 'high-availability.type': '$(X)' });
  expect(problemsOf(planned({ features: [argument], configuration: { 'high-availability.type': 'NONE' } }))).toEqual([
    "'high-availability.type' is set twice: by configuration, and as an argument by Mine. Remove one of the two. (conflicting-options)",
  ]);
});

test('an argument against an option of the role alone is refused, too', () => {
  const argument = feature({ taskManager: { dynamicProperties: { 'taskmanager.host': '$(POD_IP)' } } });
  expect(problemsOf(planned({ features: [argument], taskManager: { configuration: { 'taskmanager.host': 'localhost' } } }))).toContain(
    "'taskmanager.host' is set twice: by taskManager.configuration, and as an argument by Mine. Remove one of the two. (conflicting-options)");
});

test('two different arguments for one option are refused by their owners', () => {
  const argument = (owner: string, text: string) => feature({ taskManager: { dynamicProperties: { 'taskmanager.host': text } } }, owner);
  expect(problemsOf(planned({ features: [argument('One', '$(A)'), argument('Two', '$(B)')] }))).toEqual([
    "'taskmanager.host' is set twice, as an argument: by One and by Two. Remove one of the two. (conflicting-options)",
  ]);
  expect(planned({ features: [argument('One', '$(A)'), argument('Two', '$(A)')] }).findings).toEqual([]);
});

test('an argument that the line does not know is refused', () => {
  expect(problemsOf(planned({ features: [feature({ jobManager: { dynamicProperties: { 'rest.prot': '1' } } })] }))).toEqual([expect.stringContaining("Did you mean 'rest.port'?")]);
});

test('a role\'s pod lies on top of the cluster\'s, and what is added later on top of both', () => {
  const env = (value: string) => ({ env: [{ name: 'A', value }] });
  const plan = planned({ pod: env('cluster'), jobManager: { pod: env('role') }, taskManager: { pod: env('role') }, addedToTaskManager: [env('added'), env('last')].map((pod) => ({ owner: 'taskManager.addEnv()', pod })) });
  expect(plan.findings).toEqual([]);
  expect([plan.jobManager, plan.taskManager].map(({ pod }) => pod.env)).toEqual([[{ name: 'A', value: 'role' }], [{ name: 'A', value: 'last' }]]);
});
