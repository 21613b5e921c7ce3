import { FlinkOptionCatalog, FlinkVersion } from '../../src';
import { reads } from '../../src/configuration/readers';

const who = (option: string) => (['jobManager', 'taskManager'] as const).filter((role) => reads(role, option));

test.each([
  'rest.port', 'web.submit.enable', 'jobmanager.memory.process.size', 'env.java.opts.jobmanager', 'restart-strategy.type', 'slotmanager.redundant-taskmanager-num',
  'jobmanager.scheduler', 'job-result-store.delete-on-commit', 'execution.shutdown-on-application-finish',
])('%s is the JobManager\'s alone', (option) => {
  expect(who(option)).toEqual(['jobManager']);
});

test.each(['taskmanager.memory.process.size', 'taskmanager.memory.managed.size', 'env.java.opts.taskmanager', 'taskmanager.data.port', 'taskmanager.host'])('%s is the TaskManagers\' alone', (option) => {
  expect(who(option)).toEqual(['taskManager']);
});

test.each([
  'jobmanager.rpc.address', 'blob.server.port', 'state.backend.type', 'execution.checkpointing.dir', 'taskmanager.numberOfTaskSlots', 'high-availability.storageDir',
  'taskmanager.memory.segment-size', 'taskmanager.memory.min-segment-size', 'io.acme.unknown',
])('%s concerns both', (option) => {
  expect(who(option)).toEqual(['jobManager', 'taskManager']);
});

test('every option of every line is read by somebody', () => {
  const unread = FlinkVersion.all().flatMap((version) => FlinkOptionCatalog.of(version).keys.filter((key) => who(key).length === 0));
  expect(unread).toEqual([]);
});
