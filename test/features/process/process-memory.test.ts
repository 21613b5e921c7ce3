import { Size } from 'cdk8s';
import { JobManagerMemoryOptions, TaskManagerMemoryOptions } from '../../../src';
import { ProcessMemory } from '../../../src/features/process/process-memory';
import { CONTEXT } from '../context';

const standard = Size.mebibytes(1600);
const jobManager = (options: JobManagerMemoryOptions, configuration = {}) => ProcessMemory.ofJobManager(options, standard).bind({ ...CONTEXT, configuration });
const taskManager = (options: TaskManagerMemoryOptions, configuration = {}) => ProcessMemory.ofTaskManager(options, standard).bind({ ...CONTEXT, configuration });

test('a process whose memory nobody says gets the standard total, as a default', () => {
  expect(jobManager({})).toEqual({ owner: 'jobManager (memory)', configuration: {}, defaults: { 'jobmanager.memory.process.size': standard } });
  expect(taskManager({})).toEqual({ owner: 'taskManager (memory)', configuration: {}, defaults: { 'taskmanager.memory.process.size': standard } });
});

test.each<[keyof JobManagerMemoryOptions, string[]]>([
  ['memory', ['process.size']],
  ['heap', ['heap.size']],
  ['offHeap', ['off-heap.size']],
  ['jvmMetaspace', ['jvm-metaspace.size']],
  ['jvmOverhead', ['jvm-overhead.min', 'jvm-overhead.max']],
])('%s of a JobManager sets %j', (name, options) => {
  const size = Size.mebibytes(321);
  expect(jobManager({ [name]: size }).configuration).toEqual(Object.fromEntries(options.map((o) => [`jobmanager.memory.${o}`, size])));
});

test.each<[keyof TaskManagerMemoryOptions, string[]]>([
  ['memory', ['process.size']],
  ['taskHeap', ['task.heap.size']],
  ['offHeap', ['task.off-heap.size']],
  ['managedMemory', ['managed.size']],
  ['networkMemory', ['network.min', 'network.max']],
  ['jvmMetaspace', ['jvm-metaspace.size']],
  ['jvmOverhead', ['jvm-overhead.min', 'jvm-overhead.max']],
])('%s of a TaskManager sets %j', (name, options) => {
  const size = Size.mebibytes(321);
  expect(taskManager({ [name]: size }).configuration).toEqual(Object.fromEntries(options.map((o) => [`taskmanager.memory.${o}`, size])));
});

test.each([
  ['Flink\'s memory of a JobManager', jobManager({}, { 'jobmanager.memory.flink.size': '1g' })],
  ['the heap of a JobManager', jobManager({ heap: Size.gibibytes(1) })],
  ['Flink\'s memory of a TaskManager', taskManager({}, { 'taskmanager.memory.flink.size': '1g' })],
  ['heap and managed memory of a TaskManager', taskManager({ taskHeap: Size.gibibytes(1) }, { 'taskmanager.memory.managed.size': '1g' })],
])('%s is a total in another way: none is added', (_, { defaults }) => {
  expect(defaults).toEqual({});
});

test('the heap of tasks alone is no total', () => {
  expect(taskManager({ taskHeap: Size.gibibytes(1) }).defaults).toEqual({ 'taskmanager.memory.process.size': standard });
});
