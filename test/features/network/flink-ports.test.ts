import { FlinkVersion, PortCaller, PortOptions } from '../../../src';
import { FlinkPorts } from '../../../src/features/network/flink-ports';
import { told } from '../../harness/findings';
import { CONTEXT, OPERATOR, STANDALONE } from '../context';

const bind = (ports: PortOptions = {}, platform = STANDALONE) => new FlinkPorts().bind({ ...CONTEXT, ports, platform });

test('all ports are fixed, and every process listens on all addresses', () => {
  expect(bind().configuration).toEqual({
    'jobmanager.rpc.port': 6123,
    'blob.server.port': 6124,
    'rest.port': 8081,
    'taskmanager.rpc.port': 6122,
    'taskmanager.data.port': 6121,
    'metrics.internal.query-service.port': 6126,
    'rest.bind-address': '0.0.0.0',
    'jobmanager.bind-host': '0.0.0.0',
    'taskmanager.bind-host': '0.0.0.0',
  });
});

test('the port of collect() is fixed where the line can fix it', () => {
  expect(bind().ifSupported).toEqual({ 'taskmanager.collect-sink.port': 6127 });
});

test('a port that the line opens at random is not declared', () => {
  const { taskManager } = new FlinkPorts().bind({ ...CONTEXT, version: FlinkVersion.V1_13 });
  expect(taskManager!.ports!.map(({ name }) => name)).not.toContain('collect-sink');
});

test('every port has a name', () => {
  const { jobManager, taskManager } = bind();
  expect(jobManager!.ports!.map((p) => `${p.name} ${p.port}`)).toEqual(['rpc 6123', 'blob 6124', 'rest 8081', 'metrics-query 6126']);
  expect(taskManager!.ports!.map((p) => `${p.name} ${p.port}`)).toEqual(['data 6121', 'rpc 6122', 'metrics-query 6126', 'collect-sink 6127']);
});

test('every port says who calls it', () => {
  const { jobManager, taskManager } = bind();
  const callers = (ports: typeof jobManager) => Object.fromEntries(ports!.ports!.map((p) => [p.name, p.callers]));
  const { JOB_MANAGER, TASK_MANAGER, REST_CLIENT } = PortCaller;
  expect(callers(jobManager)).toEqual({ 'rpc': [JOB_MANAGER, TASK_MANAGER], 'blob': [JOB_MANAGER, TASK_MANAGER], 'rest': [REST_CLIENT], 'metrics-query': [JOB_MANAGER] });
  expect(callers(taskManager)).toEqual({ 'data': [TASK_MANAGER], 'rpc': [JOB_MANAGER], 'metrics-query': [JOB_MANAGER], 'collect-sink': [JOB_MANAGER] });
});

test('another port moves option and port together', () => {
  const { configuration, jobManager } = bind({ rest: 18081 });
  expect(configuration!['rest.port']).toBe(18081);
  expect(jobManager!.ports).toContainEqual({ name: 'rest', port: 18081, callers: [PortCaller.REST_CLIENT] });
});

test('where Flink\'s own client makes the pods, it sets the addresses itself', () => {
  const { configuration } = bind({}, OPERATOR);
  expect(configuration).toEqual(Object.fromEntries(Object.entries(bind().configuration!).filter(([option]) => !/bind/.test(option))));
});

test.each<[string, PortOptions, string]>([
  ['a port that needs root', { rest: 80 }, 'ports.rest is 80. Choose a whole number from 1024 to 65535'],
  ['no port', { rpc: 70000 }, 'ports.rpc is 70000.'],
  ['two ports of the JobManager that are one', { rest: 6123 }, 'ports.rpc and ports.rest of the JobManager are both 6123. Give each its own port.'],
  ['two ports of the TaskManager that are one', { collectSink: 6121 }, 'ports.data and ports.collectSink of the TaskManager are both 6121.'],
])('refuses %s', (_, ports, problem) => {
  expect(told(bind(ports).problems)).toEqual([expect.stringContaining(problem)]);
});

test('the two roles are two pods: a port of the one may be a port of the other', () => {
  expect(bind({ rpc: 6122 }).problems).toEqual([]);
});
