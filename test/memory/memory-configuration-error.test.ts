import { FlinkVersion } from '../../src/flink-version';
import { JobManagerMemory, TaskManagerMemory } from '../../src/memory';
import { MemoryConfigurationError } from '../../src/memory/memory-configuration-error';

const prefixed = (prefix: string, options: { [suffix: string]: unknown }) => Object.fromEntries(Object.entries(options).map(([suffix, text]) => [`${prefix}.memory.${suffix}`, text]));

describe('a TaskManager is refused, with a remedy', () => {
  test.each([
    [{}, 'E-NONE', "the total memory of the process is not configured: neither 'taskmanager.memory.process.size' nor 'taskmanager.memory.flink.size' nor 'taskmanager.memory.task.heap.size' and 'taskmanager.memory.managed.size' is set. Set 'taskmanager.memory.process.size', which is also the memory of the container."],
    [{ 'process.size': '4Gi' }, 'E-PARSE', "'taskmanager.memory.process.size' must be an amount of memory; '4Gi' has the unknown unit 'Gi'. Write '4g': a whole number and one of the units b, k, m, g, t, each 1024 times the one before."],
    [{ 'process.size': '2g', 'managed.fraction': '40%' }, 'E-PARSE', "'taskmanager.memory.managed.fraction' must be a fraction; '40%' is not a number. Write, for example, 0.4."],
    [{ 'process.size': '700m' }, 'E-TM-SUM2', "the parts exceed the total Flink memory (252.000mb (264241152 bytes)): framework heap (128.000mb (134217728 bytes)), framework off-heap (128.000mb (134217728 bytes)), task off-heap (0 bytes), managed (100.800mb (105696462 bytes)), network (64.000mb (67108864 bytes)). Increase 'taskmanager.memory.process.size' or 'taskmanager.memory.flink.size', whichever is set, or decrease a part."],
    [{ 'process.size': '400m' }, 'E-META-OVERHEAD', "JVM metaspace (256.000mb (268435456 bytes)) and JVM overhead (192.000mb (201326592 bytes)) exceed the whole process, 'taskmanager.memory.process.size' (400.000mb (419430400 bytes)). Give the process more than 448.000mb (469762048 bytes), or decrease 'taskmanager.memory.jvm-metaspace.size' or 'taskmanager.memory.jvm-overhead.min'."],
    [{ 'process.size': '2g', 'jvm-overhead.fraction': '0.9', 'jvm-overhead.max': '2g' }, 'E-META-OVERHEAD', "JVM metaspace (256.000mb (268435456 bytes)) and JVM overhead (1.800gb (1932735232 bytes)) exceed the whole process, 'taskmanager.memory.process.size' (2.000gb (2147483648 bytes)). Give the process more than 2.050gb (2201170688 bytes), or decrease 'taskmanager.memory.jvm-metaspace.size' or 'taskmanager.memory.jvm-overhead.fraction'."],
    [{ 'flink.size': '1g', 'process.size': '4g' }, 'E-OVERHEAD-RANGE', "'taskmanager.memory.process.size' (4.000gb (4294967296 bytes)) leaves 2.750gb (2952790016 bytes) for the JVM overhead beside the total Flink memory (1024.000mb (1073741824 bytes)) and the JVM metaspace (256.000mb (268435456 bytes)), which is outside its range from 192.000mb (201326592 bytes) to 1024.000mb (1073741824 bytes). Configure either the process or its parts, and Flink derives the other; or change 'taskmanager.memory.jvm-overhead.min' and 'taskmanager.memory.jvm-overhead.max'."],
    [{ 'flink.size': '3g', 'process.size': '2g' }, 'E-PROCESS-SMALL', "'taskmanager.memory.process.size' (2.000gb (2147483648 bytes)) is less than the total Flink memory (3.000gb (3221225472 bytes)) and the JVM metaspace (256.000mb (268435456 bytes)) together. Increase it, or leave it out, and Flink derives it."],
    [{ 'process.size': '2g', 'managed.fraction': '1.0' }, 'E-RANGE', "'taskmanager.memory.managed.fraction' must be a fraction from 0 to less than 1; it is 1. Write, for example, 0.4."],
    [{ 'process.size': '2g', 'network.min': '256m', 'network.max': '128m' }, 'E-RANGE', "'taskmanager.memory.network.min' (256.000mb (268435456 bytes)) is more than 'taskmanager.memory.network.max' (128.000mb (134217728 bytes)). Decrease the minimum or increase the maximum; set both to the same amount to fix it."],
    [{ 'task.heap.size': '1g', 'managed.size': '1g', 'flink.size': '2g' }, 'E-TM-SUM1', "the parts exceed the total Flink memory (2.000gb (2147483648 bytes)): framework heap (128.000mb (134217728 bytes)), framework off-heap (128.000mb (134217728 bytes)), task off-heap (0 bytes), task heap (1024.000mb (1073741824 bytes)), managed (1024.000mb (1073741824 bytes)). Increase 'taskmanager.memory.process.size' or 'taskmanager.memory.flink.size', whichever is set, or decrease a part."],
    [{ 'task.heap.size': '1g', 'managed.size': '1g', 'flink.size': '2305m' }, 'E-NET-RANGE', "the other parts leave 1024.000kb (1048576 bytes) of the total Flink memory (2.251gb (2416967680 bytes)) for the network, which is outside its range from 64.000mb (67108864 bytes) to 8388608.000tb (9223372036854775807 bytes). Change 'taskmanager.memory.task.heap.size' or 'taskmanager.memory.managed.size', or 'taskmanager.memory.network.min' and 'taskmanager.memory.network.max'."],
    [{ 'flink.size': '9223372036854775807' }, 'E-OVERFLOW', '8388608.000tb (9223372036854775807 bytes) + 256.000mb (268435456 bytes) is more than the 9223372036854775807 bytes that Flink can represent. Write smaller amounts.'],
    [{ 'task.heap.size': '1g', 'managed.size': '8388607t', 'network.fraction': '0.9' }, 'E-OVERFLOW', 'a part that is the fraction 0.8999999761581421 of itself and 8388607.001tb (9223370938685325312 bytes) is more than the 9223372036854775807 bytes that Flink can represent. Write smaller amounts.'],
  ])('for %j', (options, kind, message) => {
    const configuration = prefixed('taskmanager', options);
    expect(() => TaskManagerMemory.of(FlinkVersion.V1_20, configuration)).toThrow(new Error(`[TaskManagerMemory.of] ${message} (invalid-memory)`));
    expect(TaskManagerMemory._attempt(FlinkVersion.V1_20, configuration)).toMatchObject({ kind, message });
  });

  const minimal = { 'taskmanager.memory.process.size': '1728m' };
  test.each([
    [{ 'taskmanager.numberOfTaskSlots': 0 }, "a TaskManager with 0 CPU cores cannot start. Set 'taskmanager.numberOfTaskSlots' to at least 1, and leave 'taskmanager.cpu.cores' out or set it to more than 0."],
    [{ 'taskmanager.numberOfTaskSlots': 'two' }, "'taskmanager.numberOfTaskSlots' must be a whole number of 32 bits; 'two' is not. Write digits only, for example 2."],
    [{ 'taskmanager.cpu.cores': '1,5' }, "'taskmanager.cpu.cores' must be a number; '1,5' is not. Write a number, for example 1.5."],
    [{ 'taskmanager.memory.size': '1Gi' }, "'taskmanager.memory.size' must be an amount of memory; '1Gi' has the unknown unit 'Gi'. Write '1g': a whole number and one of the units b, k, m, g, t, each 1024 times the one before."],
    [{ 'taskmanager.network.numberOfBuffers': -1 }, "'taskmanager.network.numberOfBuffers' must not be negative; it is -1. Set 'taskmanager.memory.network.min' and 'taskmanager.memory.network.max' instead."],
    [{ 'taskmanager.network.numberOfBuffers': 9, 'taskmanager.memory.segment-size': '33k' }, "'taskmanager.memory.segment-size' must be a power of two of at least 4096 bytes; it is 33.000kb (33792 bytes). Write, for example, 32k."],
    [{ 'taskmanager.network.numberOfBuffers': 9, 'taskmanager.memory.task.heap.size': '256m' }, "the other parts leave 256.000mb (268435448 bytes) of the total Flink memory (1.250gb (1342177280 bytes)) for the network, and 'taskmanager.network.numberOfBuffers' requires 288.000kb (294912 bytes). Leave 'taskmanager.network.numberOfBuffers' out."],
    [{ 'taskmanager.heap.mb': -1 }, "'taskmanager.heap.mb' must not be negative; it is -1. Set 'taskmanager.memory.flink.size' instead."],
    [{ 'external-resources': "'gpu" }, "'external-resources' must be a list; ''gpu' has a quote that does not enclose an item. Separate the names with ';', for example gpu;fpga."],
    [{ 'external-resources': 'gpu', 'external-resource.gpu.amount': '1.5' }, "'external-resource.gpu.amount' must be a whole number of 64 bits; '1.5' is not. Write digits only, for example 2."],
  ])('for %j beside a good process size', (options, message) => {
    expect(() => TaskManagerMemory.of(FlinkVersion.V1_20, { ...minimal, ...options })).toThrow(new Error(`[TaskManagerMemory.of] ${message} (invalid-memory)`));
  });
});

describe('a JobManager is refused, with a remedy', () => {
  test.each([
    [{ 'process.size': '400m' }, 'E-META-OVERHEAD', "JVM metaspace (256.000mb (268435456 bytes)) and JVM overhead (192.000mb (201326592 bytes)) exceed the whole process, 'jobmanager.memory.process.size' (400.000mb (419430400 bytes)). Give the process more than 448.000mb (469762048 bytes), or decrease 'jobmanager.memory.jvm-metaspace.size' or 'jobmanager.memory.jvm-overhead.min'."],
    [{ 'process.size': '576m' }, 'E-JM-OFFHEAP', "the total Flink memory (128.000mb (134217728 bytes)) leaves no JVM heap beside 'jobmanager.memory.off-heap.size' (128.000mb (134217728 bytes)). Increase 'jobmanager.memory.process.size' or 'jobmanager.memory.flink.size', whichever is set; Flink recommends at least 128 MiB of heap."],
    [{ 'heap.size': '1g', 'flink.size': '1152m', 'off-heap.size': '200m' }, 'E-JM-SUM', "'jobmanager.memory.heap.size' (1024.000mb (1073741824 bytes)) and 'jobmanager.memory.off-heap.size' (200.000mb (209715200 bytes)) do not add up to 'jobmanager.memory.flink.size' (1.125gb (1207959552 bytes)). Leave one of the three out, and Flink derives it."],
    [{ 'heap.size': '2g', 'flink.size': '1g' }, 'E-JM-HEAP', "'jobmanager.memory.heap.size' (2.000gb (2147483648 bytes)) exceeds 'jobmanager.memory.flink.size' (1024.000mb (1073741824 bytes)). Leave one of the two out, and Flink derives it."],
    [{ 'process.size': '2g', 'enable-jvm-direct-memory-limit': 'yes' }, 'E-PARSE', "'jobmanager.memory.enable-jvm-direct-memory-limit' must be true or false; 'yes' is not. Write true or false."],
  ])('for %j', (options, kind, message) => {
    const configuration = prefixed('jobmanager', options);
    expect(() => JobManagerMemory.of(FlinkVersion.V1_20, configuration)).toThrow(new Error(`[JobManagerMemory.of] ${message} (invalid-memory)`));
    expect(JobManagerMemory._attempt(FlinkVersion.V1_20, configuration)).toMatchObject({ kind, message });
  });

  test.each([
    [{ 'process.size': '500m' }, 'E-JM-OFFHEAP'], [{ 'process.size': '575m' }, 'E-JM-OFFHEAP'], [{ 'flink.size': '128m' }, 'E-JM-OFFHEAP'],
    [{ 'heap.size': '1g', 'process.size': '1200m' }, 'E-PROCESS-SMALL'], [{ 'flink.size': '1280m', 'process.size': '1600m' }, 'E-OVERHEAD-RANGE'],
  ])('for %j, too', (options, kind) => {
    expect(JobManagerMemory._attempt(FlinkVersion.V1_20, prefixed('jobmanager', options))).toMatchObject({ kind });
  });
});

test('the smallest default TaskManager has between 980 and 990 MiB', () => {
  const of = (size: string) => TaskManagerMemory._attempt(FlinkVersion.V1_20, { 'taskmanager.memory.process.size': size });
  expect(of('980m')).toBeInstanceOf(MemoryConfigurationError);
  expect(of('990m')).toBeInstanceOf(TaskManagerMemory);
});
