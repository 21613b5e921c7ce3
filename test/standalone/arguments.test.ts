import { FlinkStorage, HighAvailability, JobArtifact, JobOptions } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { PlanTarget } from '../../src/plan/plan-target';
import { findingText } from '../../src/private/findings';
import { applicationJobManagerArgs, checkArguments, sessionJobManagerArgs, taskManagerArgs } from '../../src/standalone/arguments';
import { JOB, line, planned } from '../plan/planned';

const elected = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const secret = { secretConfiguration: { 's3.secret-key': { name: 's3', key: 'secret' } } };
const session = (options: Partial<PlanOptions> = {}, target: Partial<PlanTarget> = {}) => sessionJobManagerArgs(planned(options, target));
const application = (job: Partial<JobOptions> = {}, options: Partial<PlanOptions> = {}) => {
  const plan = planned({ job: { ...JOB, jobId: 'a'.repeat(32), ...job }, ...options });
  return applicationJobManagerArgs(plan, plan.job!);
};
const problems = (...args: Parameters<typeof planned>) => checkArguments(planned(...args)).map(findingText);

test.each(['1.13', '1.15', '1.16', '2.3'])('a session JobManager of Flink %s is told nothing else where nothing differs from pod to pod', (text) => {
  expect(session({ version: line(text) })).toEqual(['jobmanager']);
});

test('a session JobManager goes by its own address, which older scripts take as the host', () => {
  expect(session({ version: line('1.16'), ...elected }, { namespace: 'streaming' })).toEqual(['jobmanager', '-D', 'jobmanager.rpc.address=$(POD_IP)']);
  expect(session({ version: line('1.15'), ...elected }, { namespace: 'streaming' })).toEqual(['jobmanager', '$(POD_IP)']);
});

test('options that differ from pod to pod stand in the order of their names', () => {
  expect(session({ ...elected, ...secret })).toEqual([
    'jobmanager', '-D', 'jobmanager.rpc.address=$(POD_IP)', '-D', 'kubernetes.namespace=$(POD_NAMESPACE)', '-D', 's3.secret-key=$(FLINK_OPTION_S3_SECRET_KEY)',
  ]);
});

test('a JobManager that runs one job is told its id', () => {
  expect(application()).toEqual(['standalone-job', '--job-id', 'a'.repeat(32)]);
});

test.each<[string, Partial<JobOptions>, string[]]>([
  ['restoreFrom', { restoreFrom: 's3://acme/savepoint-1' }, ['--fromSavepoint', 's3://acme/savepoint-1']],
  ['allowNonRestoredState', { allowNonRestoredState: true }, ['--allowNonRestoredState']],
  ['mainClass', { mainClass: 'io.acme.OrdersJob' }, ['--job-classname', 'io.acme.OrdersJob']],
  ['args', { args: ['--topic', 'orders', '-D', 'mine=1'] }, ['--', '--topic', 'orders', '-D', 'mine=1']],
])('%s is an argument', (_, job, args) => {
  expect(application(job)).toEqual(['standalone-job', '--job-id', 'a'.repeat(32), ...args]);
});

test('what follows two hyphens is the program\'s, after all that is Flink\'s', () => {
  const args = application({ mainClass: 'io.acme.OrdersJob', args: ['--job-id', 'mine'] }, elected);
  expect(args.slice(args.indexOf('--'))).toEqual(['--', '--job-id', 'mine']);
  expect(args.indexOf('--job-classname')).toBeGreaterThan(args.lastIndexOf('-D'));
});

test.each([
  ['in usrlib', JobArtifact.fromImage('/opt/flink/usrlib/orders.jar'), []],
  ['in lib', JobArtifact.fromImage('/opt/flink/lib/orders.jar'), []],
  ['elsewhere in the image', JobArtifact.fromImage('/jobs/orders.jar'), ['--jars', 'local:///jobs/orders.jar']],
  ['in a bucket', JobArtifact.fromUri('s3://acme/orders.jar'), ['--jars', 's3://acme/orders.jar']],
])('a jar %s is named where Flink does not look by itself', (_, artifact, args) => {
  expect(application({ artifact }).slice(1, -2)).toEqual(args);
});

test('a TaskManager takes its options on every line', () => {
  expect(taskManagerArgs(planned())).toEqual(['taskmanager']);
  expect(taskManagerArgs(planned({ version: line('1.13'), ...elected }))).toEqual(['taskmanager', '-D', 'kubernetes.namespace=$(POD_NAMESPACE)']);
});

test('a namespace that only the pod knows is refused where a session JobManager takes no options', () => {
  expect(problems({ version: line('1.15'), ...elected })).toEqual([
    "'kubernetes.namespace' must be an argument, and the session JobManager of Flink 1.15 accepts none. Set the namespace of the chart. (unsupported-by-flink-version)",
  ]);
  expect(problems({ version: line('1.15'), ...elected }, { namespace: 'streaming' })).toEqual([]);
  expect(problems({ version: line('1.15'), job: JOB, ...elected })).toEqual([]);
  expect(problems({ version: line('1.16'), ...elected })).toEqual([]);
});

test('an option from a Secret is refused where a session JobManager takes no options', () => {
  expect(problems({ version: line('1.15'), ...secret })).toEqual([
    "'s3.secret-key' must be an argument, and the session JobManager of Flink 1.15 accepts none. Use Flink 1.16 or newer. (unsupported-by-flink-version)",
  ]);
});

test('a jar that an older Flink would not find is refused', () => {
  const job = { ...JOB, artifact: JobArtifact.fromImage('/jobs/orders.jar') };
  expect(problems({ version: line('1.18'), job })).toEqual([
    'job.artifact is /jobs/orders.jar, and Flink 1.18 runs only jars in /opt/flink/usrlib. Put the jar there, or use Flink 1.19 or newer. (unsupported-by-flink-version)',
  ]);
  expect(problems({ version: line('1.19'), job })).toEqual([]);
});

test('options of one role are arguments of its processes', () => {
  const options = { jobManager: { configuration: { 'web.history': 7 } }, taskManager: { configuration: { 'taskmanager.debug.memory.log': true } } };
  expect(session(options)).toEqual(['jobmanager', '-D', 'web.history=7']);
  expect(application({}, options)).toContain('web.history=7');
  expect(taskManagerArgs(planned(options))).toEqual(['taskmanager', '-D', 'taskmanager.debug.memory.log=true']);
});

test('what Kubernetes would take for a variable in them is meant as it stands', () => {
  expect(taskManagerArgs(planned({ taskManager: { configuration: { 'taskmanager.host': '$(HOST)' } } }))).toContain('taskmanager.host=$$(HOST)');
});

test('options of a session\'s JobManager are refused where it takes no arguments', () => {
  expect(problems({ version: line('1.15'), jobManager: { configuration: { 'web.history': 7 } } })).toEqual([
    "'web.history' must be an argument, and the session JobManager of Flink 1.15 accepts none. Put it into 'configuration', or use Flink 1.16 or newer. (unsupported-by-flink-version)",
  ]);
  expect(problems({ version: line('1.15'), taskManager: { configuration: { 'taskmanager.debug.memory.log': true } } })).toEqual([]);
});
