import { Chart, App, Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { configuration, flink, objects, pod, pods, the, warnings } from './synthesized';
import { application, complaintsAbout, configured, deployment, JOB, jobCluster, session } from '../bad-input/refused';

test('30 a container\'s memory is its process size, requested and as limit', () => {
  const all = objects(session({ jobManager: { memory: Size.mebibytes(1700) }, taskManager: { memory: Size.gibibytes(3) } }));
  const memory = (role: 'jobmanager' | 'taskmanager') => ['requests', 'limits'].map((kind) => flink(pod(all, role)).resources[kind].memory);
  expect([memory('jobmanager'), memory('taskmanager')]).toEqual([['1700Mi', '1700Mi'], ['3072Mi', '3072Mi']]);
  expect(configuration(all)).toMatchObject({ 'jobmanager.memory.process.size': '1700m', 'taskmanager.memory.process.size': '3g' });
  expect(complaintsAbout(session({ taskManager: { memoryLimitFactor: 0.9 } }))).toEqual([expect.stringContaining("the container's limit cannot be below its process")]);
});

test('31 RocksDB beside the memory model is a warning, unless somebody gave it room', () => {
  const unmanaged = { 'state.backend.type': 'rocksdb', 'state.backend.rocksdb.memory.managed': false };
  expect(warnings(configured(unmanaged))).toEqual(['rocksdb-memory-unmanaged']);
  expect(warnings(configured(unmanaged, { taskManager: { memory: Size.gibibytes(4), jvmOverhead: Size.gibibytes(1) } }))).toEqual([]);
  expect(warnings(configured(unmanaged, { taskManager: { memoryLimitFactor: 1.2 } }))).toEqual([]);
  expect(warnings(configured({ ...unmanaged, 'state.backend.rocksdb.memory.fixed-per-slot': '256m' }))).toEqual([]);
  expect(warnings(configured({ 'state.backend.type': 'rocksdb' }))).toEqual([]);
});

test('32 behind a CPU limit jemalloc counts the CPUs of the limit, unless the pod says otherwise', () => {
  const arenas = (options: any) => flink(pod(objects(session(options)), 'taskmanager')).env;
  const limited = { taskManager: { slots: 2, cpuLimit: Cpu.millis(2500) } };
  expect(arenas(limited)).toEqual([{ name: 'MALLOC_CONF', value: 'narenas:12' }]);
  expect(arenas({})).toBeUndefined();
  for (const own of [{ name: 'MALLOC_CONF', value: 'narenas:2' }, { name: 'DISABLE_JEMALLOC', value: 'true' }]) expect(arenas({ ...limited, pod: { env: [own] } })).toEqual([own]);
  const both = jobCluster({ jobManager: { cpuLimit: Cpu.units(3) }, taskManager: { cpuLimit: Cpu.units(3) } });
  expect(flink(pods(objects(both))[0])).toMatchObject({ env: [{ name: 'MALLOC_CONF', value: 'narenas:12' }], resources: { limits: { cpu: '3' } } });
});

test('33 the same amount is written in Flink\'s unit for Flink and in Kubernetes\' for Kubernetes', () => {
  const all = objects(session({ taskManager: { memory: Size.mebibytes(2048) } }));
  expect(configuration(all)['taskmanager.memory.process.size']).toBe('2g');
  expect(flink(pod(all, 'taskmanager')).resources.limits.memory).toBe('2048Mi');
  expect(flink(pod(objects(configured({ 'taskmanager.memory.process.size': '2048m' })), 'taskmanager')).resources.limits.memory).toBe('2048Mi');
  expect(complaintsAbout(configured({ 'taskmanager.memory.process.size': '2Gi' }))).toEqual([expect.stringContaining("Write '2g'")]);
});

test('34 a memory that Flink would refuse is refused at synth, and what it accepts can be read as Flink logs it', () => {
  expect(complaintsAbout(session({ taskManager: { memory: Size.gibibytes(2), managedMemory: Size.gibibytes(3) } }))).toEqual([expect.stringContaining('the parts exceed the total Flink memory')]);
  const text = session({ taskManager: { memory: Size.gibibytes(4) } })(new Chart(new App(), 'chart')).taskManager.describe();
  expect(text).toContain('4.000gb (4294967296 bytes)');
});

test('35 CPU and memory in a pod template are refused, and the message names the prop that counts', () => {
  const asked = { pod: { resources: { limits: { memory: k8s.Quantity.fromString('9Gi') }, requests: { cpu: k8s.Quantity.fromString('9') } } } };
  for (const make of [session(asked), deployment(asked)]) {
    expect(complaintsAbout(make)).toEqual([expect.stringContaining('Use cpu and cpuLimit of jobManager and taskManager'), expect.stringContaining('Use memory of jobManager and taskManager')]);
  }
});

test('36 a job gets the slots it wants: the TaskManagers are counted by it, too few are refused, and a session warns', () => {
  expect(the('Deployment', objects(application({ job: { ...JOB, parallelism: 7 }, taskManager: { slots: 2 } })), '-taskmanager').spec.replicas).toBe(4);
  expect(complaintsAbout(application({ job: { ...JOB, parallelism: 7 }, taskManager: { slots: 2, replicas: 3 } }))).toHaveLength(1);
  expect(warnings(configured({ 'parallelism.default': 3 }, { taskManager: { replicas: 2 } }))).toEqual(['default-parallelism-over-slots']);
  expect(warnings(configured({ 'parallelism.default': 2 }, { taskManager: { replicas: 2 } }))).toEqual([]);
  expect(warnings(deployment({ configuration: { 'parallelism.default': 3 } }))).toEqual([]);
});

test('37 a request above its limit is refused', () => {
  expect(complaintsAbout(session({ taskManager: { cpu: Cpu.units(2), cpuLimit: Cpu.units(1) } }))).toEqual([expect.stringContaining('Kubernetes refuses a container that requests more than its limit')]);
  expect(complaintsAbout(session({ taskManager: { cpu: Cpu.units(1), cpuLimit: Cpu.units(1) } }))).toEqual([]);
});

test('38 a TaskManager gets a CPU for each slot, and fewer are a warning', () => {
  expect(flink(pod(objects(session({ taskManager: { slots: 3 } })), 'taskmanager')).resources.requests.cpu).toBe('3');
  expect(warnings(session({ taskManager: { slots: 3, cpu: Cpu.units(2) } }))).toEqual(['slots-over-cpu']);
});
