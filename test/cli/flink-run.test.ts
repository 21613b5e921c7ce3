import { JobArtifact, JobOptions } from '../../src';
import { flinkRun } from '../../src/cli/flink-run';

const minimal: JobOptions = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
const target = { jobId: 'a'.repeat(32), restAddress: 'shared-rest', restPort: 8081, properties: {} };
const run = (job: Partial<JobOptions> = {}, properties = {}) => flinkRun({ ...minimal, ...job }, { ...target, properties });
const upToJar = (args: string[]) => args.slice(0, args.indexOf('/opt/flink/usrlib/orders.jar'));

test('a job is submitted under its fixed id to the REST address, and nobody waits for its end', () => {
  expect(run()).toEqual([
    'flink', 'run', '--detached', '--target', 'remote',
    `-D$internal.pipeline.job-id=${'a'.repeat(32)}`, '-Drest.address=shared-rest', '-Drest.port=8081',
    '/opt/flink/usrlib/orders.jar',
  ]);
});

test.each<[string, Partial<JobOptions>, string[]]>([
  ['parallelism', { parallelism: 4 }, ['--parallelism', '4']],
  ['restoreFrom', { restoreFrom: 's3://acme/savepoint-1' }, ['--fromSavepoint', 's3://acme/savepoint-1']],
  ['allowNonRestoredState', { allowNonRestoredState: true }, ['--allowNonRestoredState']],
  ['mainClass', { mainClass: 'io.acme.OrdersJob' }, ['--class', 'io.acme.OrdersJob']],
])('%s comes before the jar, by its long name', (_, job, args) => {
  expect(upToJar(run(job)).slice(-args.length)).toEqual(args);
});

test('further properties come before the jar', () => {
  expect(upToJar(run({}, { 'high-availability': 'NONE' }))).toContain('-Dhigh-availability=NONE');
});

test('what follows the jar is the program\'s, whatever it looks like', () => {
  const args = run({ args: ['--topic', 'orders', '-d'] });
  expect(args.slice(args.indexOf('/opt/flink/usrlib/orders.jar') + 1)).toEqual(['--topic', 'orders', '-d']);
});
