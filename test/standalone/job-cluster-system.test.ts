import { App, Chart, Duration } from 'cdk8s';
import { FlinkJobCluster, FlinkJobClusterProps, FlinkStorage, FlinkVersion, JobClusterLayout } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { findingText } from '../../src/private/findings';
import { jobClusterSystem } from '../../src/standalone/job-cluster-system';
import { IMAGE, JOB, plannedForJobCluster } from '../plan/planned';

const jobOf = (options: Partial<FlinkJobClusterProps>) => {
  const chart = new Chart(new App(), 'chart');
  new FlinkJobCluster(chart, 'Orders', { version: FlinkVersion.V1_20, image: IMAGE, job: { ...JOB, parallelism: 3 }, ...options });
  return (chart.toJson() as any[]).find(({ kind }) => kind === 'Job');
};
/** What is found of a job whose failures Flink itself answers. */
const RESTARTED = { configuration: { 'restart-strategy.type': 'exponential-delay' } };
const problems = (backoffLimit?: number) => jobClusterSystem({ backoffLimit }).check!(plannedForJobCluster(RESTARTED)).map(findingText);

test.each<[string, object, number]>([
  ['an indexed Job', {}, 6 * 4],
  ['an indexed Job of two TaskManagers', { taskManager: { replicas: 2, slots: 2 } }, 6 * 3],
  ['the classic layout', { layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT }, 6],
  ['what is said', { backoffLimit: 0 }, 0],
])('%s may lose pods so often', (_, options, backoffLimit) => {
  expect(jobOf(options).spec.backoffLimit).toBe(backoffLimit);
});

test('a finished Kubernetes Job goes away after a week, or when that is asked for', () => {
  expect(jobOf({}).spec.ttlSecondsAfterFinished).toBe(7 * 24 * 3600);
  expect(jobOf({ ttlAfterFinished: Duration.hours(1) }).spec.ttlSecondsAfterFinished).toBe(3600);
});

test('that TaskManagers outlive the job is a warning of the classic layout alone', () => {
  const warnings = (layout?: JobClusterLayout) => jobClusterSystem({ layout }).check!(plannedForJobCluster(RESTARTED, layout)).map(({ id }) => id);
  expect(warnings(JobClusterLayout.TASK_MANAGER_DEPLOYMENT)).toEqual(['task-managers-outlive-job']);
  expect(warnings()).toEqual([]);
});

test.each([-1, 0.5])('backoffLimit cannot be %d', (backoffLimit) => {
  expect(problems(backoffLimit)).toEqual([`backoffLimit is ${backoffLimit}. Write a whole number, 0 or more. (invalid-backoff-limit)`]);
});

test.each([undefined, 0, 12])('backoffLimit can be %p', (backoffLimit) => {
  expect(problems(backoffLimit)).toEqual([]);
});

test.each<[string, Partial<PlanOptions>, number | undefined, string[]]>([
  ['neither checkpoints nor a restart strategy', {}, undefined, ['no-restart-strategy']],
  ['neither, and a number of retries, which count pods', {}, 3, ['no-restart-strategy', 'backoff-limit-counts-pods']],
  ['neither, and no retries at all', {}, 0, ['no-restart-strategy']],
  ['checkpoints', { storage: FlinkStorage.s3('s3://a/b') }, 3, []],
  ['a restart strategy', RESTARTED, 3, []],
])('a job with %s: %j', (_, options, backoffLimit, ids) => {
  const findings = jobClusterSystem({ backoffLimit }).check!(plannedForJobCluster(options));
  expect(findings.map(({ id }) => id)).toEqual(ids);
  for (const { remedy } of findings) expect(remedy).toContain("'restart-strategy.type': 'exponential-delay'");
});
