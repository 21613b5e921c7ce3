import { Boundedness, FlinkStorage, HighAvailability } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { findingText } from '../../src/private/findings';
import { ApplicationEnd, checkApplicationEnd } from '../../src/standalone/application-end';
import { problemsOf, warningsOf } from '../harness/findings';
import { JOB, line, planned } from '../plan/planned';

const plan = (options: Partial<PlanOptions> = {}) => planned({ job: JOB, ...options }, { features: [new ApplicationEnd()] });
const bounded = { job: { ...JOB, boundedness: Boundedness.BOUNDED } };
const elected = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };

test.each(['1.15', '1.20', '2.3'])('the JobManager of Flink %s stays when its job has ended', (text) => {
  const { configuration, findings } = plan({ version: line(text), ...elected });
  expect(configuration.text('execution.shutdown-on-application-finish')).toBe('false');
  expect(findings).toEqual([]);
});

test.each(['1.13', '1.14'])('that it does not stay on Flink %s is a warning with two ways out', (text) => {
  const ended = plan({ version: line(text), ...elected });
  expect(ended.configuration.text('execution.shutdown-on-application-finish')).toBeUndefined();
  expect(warningsOf(ended)).toEqual([
    `the JobManager of Flink ${text} ends with its job, however the job ends, and its Deployment starts both again. `
    + "To stop or change the job, take a savepoint without stopping it ('flink savepoint'), scale the JobManager to 0, delete what high availability keeps "
    + "(the ConfigMaps labelled app: orders,type: flink-native-kubernetes, or the cluster's node in ZooKeeper), and apply with job.restoreFrom; or use Flink 1.15 or newer. (job-manager-restarts-job)",
  ]);
  expect(problemsOf(ended)).toEqual([]);
});

test.each([
  ['1.15', ['job-result-store.delete-on-commit']],
  ['2.3', ['application-result-store.delete-on-commit', 'job-result-store.delete-on-commit']],
])('the result of a bounded job is remembered on Flink %s', (text, options) => {
  const written = plan({ version: line(text), ...bounded, ...elected }).configuration.toMap();
  expect(Object.keys(written).filter((option) => option.includes('result-store')).sort()).toEqual(options);
  expect(options.map((option) => written[option])).toEqual(options.map(() => 'false'));
});

test('the result of an endless job is not', () => {
  expect(Object.keys(plan(elected).configuration.toMap()).filter((option) => option.includes('result-store'))).toEqual([]);
});

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['an endless job', {}, []],
  ['a bounded job whose end is remembered', { ...bounded, ...elected }, []],
  ['a bounded job without high availability', bounded, ["Use FlinkJobCluster, or set 'highAvailability', which persists it."]],
  ['a bounded job on a line that keeps no results', { ...bounded, ...elected, version: line('1.14') }, ['Use FlinkJobCluster; Flink 1.14 does not persist results of jobs.']],
  ['a bounded job whose result is deleted by a forced option', {
    ...bounded, ...elected, edits: { set: {}, replaced: { 'job-result-store.delete-on-commit': true }, allowed: [] },
  }, ["Use FlinkJobCluster, or leave 'job-result-store.delete-on-commit' at false."]],
])('%s: %j', (_, options, remedies) => {
  expect(checkApplicationEnd(plan(options)).map(findingText)).toEqual(remedies.map((remedy) => (
    `the job is bounded, and its result is not persisted: a Deployment would run it again and again. ${remedy} (bounded-job-runs-again)`)));
});
