import { Size } from 'cdk8s';
import { FlinkVersion } from '../../src/flink-version';
import { JobManagerMemory } from '../../src/memory';

const minimal = { 'jobmanager.memory.process.size': '1600m' };
const parts = ({ totalProcess, totalFlink, jvmHeap, offHeap, jvmMetaspace, jvmOverhead }: JobManagerMemory) =>
  [totalProcess, totalFlink, jvmHeap, offHeap, jvmMetaspace, jvmOverhead];

/** Short for keys of memory. */
const memory = (options: { [suffix: string]: string }) => Object.fromEntries(Object.entries(options).map(([suffix, text]) => [`jobmanager.memory.${suffix}`, text]));

test.each([
  [{ 'process.size': '1600m' }, [1677721600, 1207959552, 1073741824, 134217728, 268435456, 201326592]],
  [{ 'process.size': '577m' }, [605028352, 135266304, 1048576, 134217728, 268435456, 201326592]],
  [{ 'process.size': '3500m', 'jvm-overhead.fraction': '0.15' }, [3670016000, 2851078123, 2716860395, 134217728, 268435456, 550502421]],
  [{ 'flink.size': '1g' }, [1543503872, 1073741824, 939524096, 134217728, 268435456, 201326592]],
  [{ 'heap.size': '20g' }, [22951231488, 21609054208, 21474836480, 134217728, 268435456, 1073741824]],
  [{ 'heap.size': '1g', 'flink.size': '1280m' }, [1811939328, 1342177280, 1073741824, 268435456, 268435456, 201326592]],
  [{ 'heap.size': '1g', 'process.size': '2g' }, [2147483648, 1207959552, 1073741824, 134217728, 268435456, 671088640]],
])('%j leads to what Flink derives from it', (options, amounts) => {
  expect(parts(JobManagerMemory.of(FlinkVersion.V2_3, memory(options)))).toEqual(amounts);
});

test('sizes may be typed', () => {
  expect(JobManagerMemory.of(FlinkVersion.V1_20, { 'jobmanager.memory.process.size': Size.mebibytes(1600) })).toEqual(JobManagerMemory.of(FlinkVersion.V1_20, minimal));
});

test('the JVM is told its direct memory only when the limit is enabled', () => {
  expect(JobManagerMemory.of(FlinkVersion.V1_20, minimal).jvmParameters).toBe('-Xmx1073741824 -Xms1073741824 -XX:MaxMetaspaceSize=268435456');
  expect(JobManagerMemory.of(FlinkVersion.V1_20, { ...minimal, 'jobmanager.memory.enable-jvm-direct-memory-limit': true }).jvmParameters)
    .toBe('-Xmx1073741824 -Xms1073741824 -XX:MaxDirectMemorySize=134217728 -XX:MaxMetaspaceSize=268435456');
});

test('the process is told all parts, in the order of the start scripts', () => {
  expect(JobManagerMemory.of(FlinkVersion.V1_20, minimal).dynamicConfigurations).toBe('-D jobmanager.memory.off-heap.size=134217728b -D jobmanager.memory.jvm-overhead.min=201326592b '
    + '-D jobmanager.memory.jvm-metaspace.size=268435456b -D jobmanager.memory.heap.size=1073741824b -D jobmanager.memory.jvm-overhead.max=201326592b');
});

test('it describes itself as Flink does in its log', () => {
  expect(JobManagerMemory.of(FlinkVersion.V1_20, minimal).describe()).toBe(`\
Final Master Memory configuration:
  Total Process Memory: 1.563gb (1677721600 bytes)
    Total Flink Memory: 1.125gb (1207959552 bytes)
      JVM Heap:         1024.000mb (1073741824 bytes)
      Off-heap:         128.000mb (134217728 bytes)
    JVM Metaspace:      256.000mb (268435456 bytes)
    JVM Overhead:       192.000mb (201326592 bytes)`);
});

test('jobmanager.heap.size and .mb stand for the heap up to 1.20', () => {
  expect(JobManagerMemory.of(FlinkVersion.V1_20, { 'jobmanager.heap.size': '2g', 'jobmanager.heap.mb': 1024 }).jvmHeap).toBe(2147483648);
  expect(JobManagerMemory.of(FlinkVersion.V1_20, { 'jobmanager.heap.mb': 1024 }).jvmHeap).toBe(1073741824);
  expect(() => JobManagerMemory.of(FlinkVersion.V2_0, { 'jobmanager.heap.mb': 1024 })).toThrow('the total memory of the process is not configured');
});

test('amounts beyond 2^53 bytes are exact in texts', () => {
  const { jvmHeap, jvmParameters } = JobManagerMemory.of(FlinkVersion.V1_20, memory({ 'heap.size': '9007199254740993' }));
  expect(jvmHeap).toBe(9007199254740992);
  expect(jvmParameters).toContain('-Xmx9007199254740993 ');
});
