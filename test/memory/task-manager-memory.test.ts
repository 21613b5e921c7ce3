import { Size } from 'cdk8s';
import { FlinkVersion } from '../../src/flink-version';
import { TaskManagerMemory } from '../../src/memory';

const minimal = { 'taskmanager.memory.process.size': '1728m' };
const parts = ({ totalProcess, totalFlink, taskHeap, network, managed, jvmMetaspace, jvmOverhead }: TaskManagerMemory) =>
  [totalProcess, totalFlink, taskHeap, network, managed, jvmMetaspace, jvmOverhead];

/** Short for keys of memory. */
const memory = (options: { [suffix: string]: string }) => Object.fromEntries(Object.entries(options).map(([suffix, text]) => [`taskmanager.memory.${suffix}`, text]));

test('all parts of the default TaskManager are in bytes', () => {
  expect({ ...TaskManagerMemory.of(FlinkVersion.V1_20, minimal) }).toMatchObject({
    frameworkHeap: 134217728,
    taskHeap: 402653174,
    frameworkOffHeap: 134217728,
    taskOffHeap: 0,
    network: 134217730,
    managed: 536870920,
    jvmMetaspace: 268435456,
    jvmOverhead: 201326592,
    totalFlink: 1342177280,
    totalProcess: 1811939328,
  });
});

test.each([
  [{ 'process.size': '4g' }, [4294967296, 3597035104, 1530082070, 359703515, 1438814063, 268435456, 429496736]],
  [{ 'flink.size': '20g' }, [22817013760, 21474836480, 10468982624, 2147483680, 8589934720, 268435456, 1073741824]],
  [{ 'task.heap.size': '1g', 'managed.size': '1g' }, [3280877805, 2684354564, 1073741824, 268435460, 1073741824, 268435456, 328087785]],
  [{ 'task.heap.size': '1g', 'managed.size': '1g', 'flink.size': '2560m', 'process.size': '3g' }, [3221225472, 2684354560, 1073741824, 268435456, 1073741824, 268435456, 268435456]],
  [{ 'task.heap.size': '1536m', 'process.size': '4g' }, [4294967296, 3597035104, 1610612736, 279172849, 1438814063, 268435456, 429496736]],
  [{ 'process.size': '3500m', 'managed.fraction': '0.35', 'network.fraction': '0.15' }, [3670016000, 3034578939, 1248854015, 455186858, 1062102610, 268435456, 367001605]],
])('%j leads to what Flink derives from it', (options, amounts) => {
  expect(parts(TaskManagerMemory.of(FlinkVersion.V2_2, memory(options)))).toEqual(amounts);
});

test('network memory is at most 1 GiB before Flink 1.17, when nothing is said', () => {
  expect(TaskManagerMemory.of(FlinkVersion.V1_16, memory({ 'process.size': '16g' })).network).toBe(1073741824);
  expect(TaskManagerMemory.of(FlinkVersion.V1_17, memory({ 'process.size': '16g' })).network).toBe(1583769214);
});

test('sizes and numbers may be typed', () => {
  const typed = { 'taskmanager.memory.process.size': Size.mebibytes(1728), 'taskmanager.memory.managed.fraction': 0.4, 'taskmanager.numberOfTaskSlots': 1 };
  expect(TaskManagerMemory.of(FlinkVersion.V1_20, typed)).toEqual(TaskManagerMemory.of(FlinkVersion.V1_20, minimal));
});

test('a number without a unit is bytes', () => {
  expect(TaskManagerMemory.of(FlinkVersion.V1_20, { 'taskmanager.memory.process.size': 1811939328 }).totalProcess).toBe(1811939328);
});

test('options that are undefined are not set', () => {
  expect(TaskManagerMemory.of(FlinkVersion.V1_20, { ...minimal, 'taskmanager.memory.flink.size': undefined })).toEqual(TaskManagerMemory.of(FlinkVersion.V1_20, minimal));
});

test('the JVM is told its heap, direct memory and metaspace', () => {
  expect(TaskManagerMemory.of(FlinkVersion.V1_20, minimal).jvmParameters)
    .toBe('-Xmx536870902 -Xms536870902 -XX:MaxDirectMemorySize=268435458 -XX:MaxMetaspaceSize=268435456');
});

test('the process is told all parts, in the order of the start scripts', () => {
  expect(TaskManagerMemory.of(FlinkVersion.V1_20, { ...minimal, 'taskmanager.numberOfTaskSlots': '2' }).dynamicConfigurations.split(' -D ')).toEqual([
    '-D taskmanager.memory.network.min=134217730b', 'taskmanager.cpu.cores=2.0', 'taskmanager.memory.task.off-heap.size=0b', 'taskmanager.memory.jvm-metaspace.size=268435456b',
    'external-resources=none', 'taskmanager.memory.jvm-overhead.min=201326592b', 'taskmanager.memory.framework.off-heap.size=134217728b', 'taskmanager.memory.network.max=134217730b',
    'taskmanager.memory.framework.heap.size=134217728b', 'taskmanager.memory.managed.size=536870920b', 'taskmanager.memory.task.heap.size=402653174b', 'taskmanager.numberOfTaskSlots=2',
    'taskmanager.memory.jvm-overhead.max=201326592b',
  ]);
});

test('external resources that have an amount are passed on', () => {
  const resources = { 'external-resources': 'gpu;fpga;nic', 'external-resource.gpu.amount': 2, 'external-resource.fpga.amount': '1' };
  const { dynamicConfigurations } = TaskManagerMemory.of(FlinkVersion.V1_20, { ...minimal, ...resources });
  expect(dynamicConfigurations).toContain('-D external-resources="fpga;gpu" ');
  expect(dynamicConfigurations).toContain('-D external-resource.gpu.amount=2');
  expect(dynamicConfigurations).not.toContain('nic');
});

test('external resources may be a list, and a text in the form of YAML where the configuration file is YAML', () => {
  const amounts = { 'external-resource.gpu.amount': 2, 'external-resource.fpga.amount': 1 };
  const passed = (version: FlinkVersion, list: string | string[]) =>
    /-D external-resources=(\S*)/.exec(TaskManagerMemory.of(version, { ...minimal, ...amounts, 'external-resources': list }).dynamicConfigurations)![1];
  expect(passed(FlinkVersion.V1_18, ['gpu', 'fpga'])).toBe('"fpga;gpu"');
  expect(passed(FlinkVersion.V1_19, '[gpu, fpga]')).toBe('"fpga;gpu"');
  expect(passed(FlinkVersion.V1_18, '[gpu, fpga]')).toBe('none');
});

test('it describes itself as Flink does in its log', () => {
  expect(TaskManagerMemory.of(FlinkVersion.V1_20, minimal).describe()).toBe(`\
Final TaskExecutor Memory configuration:
  Total Process Memory:          1.688gb (1811939328 bytes)
    Total Flink Memory:          1.250gb (1342177280 bytes)
      Total JVM Heap Memory:     512.000mb (536870902 bytes)
        Framework:               128.000mb (134217728 bytes)
        Task:                    384.000mb (402653174 bytes)
      Total Off-heap Memory:     768.000mb (805306378 bytes)
        Managed:                 512.000mb (536870920 bytes)
        Total JVM Direct Memory: 256.000mb (268435458 bytes)
          Framework:             128.000mb (134217728 bytes)
          Task:                  0 bytes
          Network:               128.000mb (134217730 bytes)
    JVM Metaspace:               256.000mb (268435456 bytes)
    JVM Overhead:                192.000mb (201326592 bytes)`);
});

describe('keys of old', () => {
  test('taskmanager.heap.size and .mb stand for Flink\'s memory up to 1.20, the size before the number', () => {
    expect(TaskManagerMemory.of(FlinkVersion.V1_20, { 'taskmanager.heap.size': '4g', 'taskmanager.heap.mb': 1024 }).totalFlink).toBe(4294967296);
    expect(TaskManagerMemory.of(FlinkVersion.V1_20, { 'taskmanager.heap.mb': 1024 }).totalFlink).toBe(1073741824);
    expect(TaskManagerMemory.of(FlinkVersion.V1_20, { 'taskmanager.memory.flink.size': '2g', 'taskmanager.heap.size': '4g' }).totalFlink).toBe(2147483648);
  });

  test('taskmanager.network.numberOfBuffers is network memory up to 1.20, unless network memory is said otherwise', () => {
    expect(TaskManagerMemory.of(FlinkVersion.V1_20, { ...minimal, 'taskmanager.network.numberOfBuffers': 4096 }).network).toBe(134217728);
    expect(TaskManagerMemory.of(FlinkVersion.V1_20, { ...minimal, 'taskmanager.network.numberOfBuffers': 4096, 'taskmanager.memory.network.min': '64m' }).network).toBe(134217730);
    expect(TaskManagerMemory.of(FlinkVersion.V2_0, { ...minimal, 'taskmanager.network.numberOfBuffers': 4096 }).network).toBe(134217730);
  });

  test.each(FlinkVersion.all())('taskmanager.memory.size and taskmanager.network.memory.* are read by Flink %s', (version) => {
    const { managed, network } = TaskManagerMemory.of(version, { ...minimal, 'taskmanager.memory.size': '256m', 'taskmanager.network.memory.max': '100m' });
    expect([managed, network]).toEqual([268435456, 104857600]);
  });
});
