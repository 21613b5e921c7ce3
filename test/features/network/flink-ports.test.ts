import { CONTEXT } from '../context';
import { FlinkVersion, Platform, PortOptions } from '../../../src';
import { Networking } from '../../../src/features/network/flink-ports';

const bind = (ports: PortOptions = {}, platform = Platform.KUBERNETES) => new Networking().bind({ ...CONTEXT, ports, platform });

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
  const { taskManager } = new Networking().bind({ ...CONTEXT, version: FlinkVersion.V1_13 });
  expect(taskManager!.ports!.map(({ name }) => name)).not.toContain('collect-sink');
});

test('containers declare the ports by name', () => {
  const { jobManager, taskManager } = bind();
  expect(jobManager!.ports!.map((p) => `${p.name} ${p.containerPort}`)).toEqual(['rpc 6123', 'blob 6124', 'rest 8081', 'metrics-query 6126']);
  expect(taskManager!.ports!.map((p) => `${p.name} ${p.containerPort}`)).toEqual(['data 6121', 'rpc 6122', 'metrics-query 6126', 'collect-sink 6127']);
});

test('another port moves option and container port together', () => {
  const { configuration, jobManager } = bind({ rest: 18081 });
  expect(configuration!['rest.port']).toBe(18081);
  expect(jobManager!.ports).toContainEqual({ name: 'rest', containerPort: 18081 });
});

test('where Flink\'s own client makes the pods, it declares ports and addresses itself', () => {
  const { configuration, jobManager, taskManager } = bind({}, Platform.NATIVE_KUBERNETES);
  expect(configuration!['rest.bind-address']).toBeUndefined();
  expect([jobManager, taskManager]).toEqual([undefined, undefined]);
});

test.each<[string, PortOptions, string]>([
  ['a port that needs root', { rest: 80 }, 'ports.rest is 80. Choose a whole number from 1024 to 65535'],
  ['no port', { rpc: 70000 }, 'ports.rpc is 70000.'],
  ['two ports of the JobManager that are one', { rest: 6123 }, 'ports.rpc and ports.rest of the JobManager are both 6123. Give each its own port.'],
  ['two ports of the TaskManager that are one', { collectSink: 6121 }, 'ports.data and ports.collectSink of the TaskManager are both 6121.'],
])('refuses %s', (_, ports, problem) => {
  expect(bind(ports).problems).toEqual([expect.stringContaining(problem)]);
});

test('the two roles are two pods: a port of the one may be a port of the other', () => {
  expect(bind({ rpc: 6122 }).problems).toEqual([]);
});
