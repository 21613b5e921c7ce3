import { JOB, planned } from './planned';
import { Boundedness, FlinkVersion, HighAvailability } from '../../src';
import { stableJobId } from '../../src/plan/plan-job';

const job = (options = {}, configuration = {}) => planned({ job: { ...JOB, ...options }, configuration }).job!;

test('an id follows from names alone, and never changes', () => {
  expect(job().jobId).toBe('e64fac86f63e404533fcb48aa3cea0b5');
  expect(job({ mainClass: 'io.acme.Other', parallelism: 3 }).jobId).toBe(job().jobId);
});

test('ids of other clusters and other jobs are others', () => {
  const ids = [stableJobId('orders'), stableJobId('clicks'), stableJobId('orders', 'a'), stableJobId('orders', 'b'), stableJobId('ordersa')];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

test('an id that is said is taken, in the small letters in which Flink names its ConfigMaps', () => {
  const jobId = 'ABCDEF00'.repeat(4);
  expect(job({ jobId }).jobId).toBe(jobId.toLowerCase());
  const { jobManager } = planned({ job: { ...JOB, jobId }, highAvailability: HighAvailability.kubernetes(), version: FlinkVersion.V1_20 });
  expect(jobManager.permissions[2].resourceNames).toContain(`orders-${jobId.toLowerCase()}-config-map`);
});

test.each<[string, object, object, boolean]>([
  ['nothing', {}, {}, false],
  ['boundedness', { boundedness: Boundedness.BOUNDED }, {}, true],
  ['batch mode', {}, { 'execution.runtime-mode': 'BATCH' }, true],
  ['batch mode in small letters', {}, { 'execution.runtime-mode': 'batch' }, true],
  ['streaming mode', {}, { 'execution.runtime-mode': 'STREAMING' }, false],
  ['boundedness against batch mode', { boundedness: Boundedness.UNBOUNDED }, { 'execution.runtime-mode': 'BATCH' }, false],
])('%s says whether the input ends', (_, options, configuration, bounded) => {
  expect(job(options, configuration).bounded).toBe(bounded);
});

test('parallelism is the one that is effective, whoever says it', () => {
  expect(job().parallelism).toBe(1);
  expect(job({ parallelism: 4 }).parallelism).toBe(4);
  expect(job({}, { 'parallelism.default': 6 }).parallelism).toBe(6);
  expect(planned({ job: { ...JOB, parallelism: 4 }, edits: { set: {}, replaced: { 'parallelism.default': 8 }, allowed: [] } }).job!.parallelism).toBe(8);
});
