import { given } from './given';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_14, V1_16, V1_19, V1_20, V2_3 } = FlinkVersion;

test.each<[FlinkVersion, string, string]>([
  [V1_20, 'taskmanager.numberOfTaskSlots', '1'],
  [V1_20, 'rest.port', '0'],
  [V1_20, 'rest.port', '65535'],
  [V1_20, 'execution.checkpointing.interval', '10 ms'],
  [V1_20, 'execution.checkpointing.interval-during-backlog', '0 ms'],
  [V1_20, 'execution.checkpointing.interval-during-backlog', '1 ns'],
  [V1_19, 'heartbeat.interval', '1'],
  [V2_3, 'heartbeat.rpc-failure-threshold', '-1'],
  [V1_20, 'parallelism.default', '-1'],
  [V1_20, 'state.backend.rocksdb.writebuffer.size', '1b'],
  [V1_20, 'state.backend.rocksdb.restore-overlap-fraction-threshold', '1.0'],
  [V1_20, 'resourcemanager.start-worker.max-failure-rate', '0.001'],
  [V1_20, 'slotmanager.max-total-resource.cpu', '0'],
  // versions that do not check the limit
  [V1_16, 'taskmanager.network.memory.floating-buffers-per-gate', '0'],
  [V1_14, 'taskmanager.network.memory.buffer-debloat.samples', '0'],
])('%s takes %s %j at the edge', (version, key, text) => {
  expect(given(version, key, text)).toEqual({ text });
});

test.each<[FlinkVersion, string, string, string]>([
  [V1_20, 'taskmanager.numberOfTaskSlots', '0', "must be a whole number of at least 1; '0' is less. Write '1' or more."],
  [V1_20, 'rest.port', '70000', "must be a whole number from 0 to 65535; '70000' is greater. Write '65535' or less."],
  [V1_20, 'rest.port', '-1', "must be a whole number from 0 to 65535; '-1' is less. Write '0' or more."],
  [V1_20, 'execution.checkpointing.interval', '5 ms', "must be a duration of at least 10 ms; '5 ms' is less. Write '10 ms' or more."],
  [V1_20, 'execution.checkpointing.interval', '9999 micros', "must be a duration of at least 10 ms; '9999 micros' is less."],
  [V1_20, 'execution.checkpointing.interval-during-backlog', '1 ms', 'must be a duration of at least 10 ms, or 0 ms;'],
  [V1_19, 'heartbeat.interval', '0', "must be a whole number of at least 1; '0' is less."],
  [V1_20, 'heartbeat.interval', '0 ms', "must be a duration of at least 1 ms; '0 ms' is less."],
  [V2_3, 'heartbeat.rpc-failure-threshold', '0', "must be a whole number of at least 1, or -1; '0' is less."],
  [V1_20, 'parallelism.default', '0', 'must be a whole number of at least 1, or -1, or -2;'],
  [V1_20, 'state.backend.rocksdb.writebuffer.size', '0b', "must be an amount of memory of at least 1; '0b' is less. Write '1' or more."],
  [V1_20, 'state.backend.rocksdb.restore-overlap-fraction-threshold', '1.5', "must be a number from 0 to 1; '1.5' is greater. Write '1' or less."],
  [V1_20, 'state.backend.rocksdb.restore-overlap-fraction-threshold', 'NaN', "; 'NaN' is less."],
  [V1_20, 'resourcemanager.start-worker.max-failure-rate', '0', "must be a number above 0; '0' is less. Write more than '0'."],
  [V1_20, 'slotmanager.max-total-resource.cpu', 'Infinity', "must be a number of at least 0; 'Infinity' is greater."],
  [V2_3, 'taskmanager.network.memory.read-buffer.required-per-gate.max', '0', 'of at least 1'],
  [V1_13, 'task.cancellation.timeout', '-1', "must be a whole number of at least 0; '-1' is less."],
])('%s refuses %s %j beyond it', (version, key, text, problem) => {
  expect(given(version, key, text).problem).toContain(problem);
});

test('what the message says to write is itself within the limits', () => {
  expect(given(V1_20, 'jobmanager.rpc.port', '- 25').problem).toBe(
    "'jobmanager.rpc.port' (by a test) must be a whole number from 0 to 65535; '- 25' is not written as one. Write '0' or more. (invalid-option-value)");
});
