import { App, Chart, Duration } from 'cdk8s';
import { FlinkApplication, FlinkJobCluster, FlinkSessionCluster, FlinkVersion, JobClusterLayout } from '../../src';
import { quiet } from '../harness/examples';
import { JOB } from '../plan/planned';

quiet();

const version = FlinkVersion.V1_20;
const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace });
const jobOf = (cluster: FlinkJobCluster) => (Chart.of(cluster).toJson() as any[]).find(({ kind }) => kind === 'Job');

test('a cluster goes by its construct\'s id, or by its name', () => {
  expect(new FlinkSessionCluster(chart(), 'OrdersShared', { version }).name).toBe('orders-shared');
  expect(new FlinkSessionCluster(chart(), 'OrdersShared', { version, name: 'clicks' }).name).toBe('clicks');
});

test('REST is found by name, from any namespace where the chart says its own', () => {
  const { restService } = new FlinkSessionCluster(chart('streaming'), 'Shared', { version, ports: { rest: 18081 } });
  expect([restService.serviceName, restService.port, restService.url]).toEqual(['shared-rest', 18081, 'http://shared-rest.streaming:18081']);
  expect(restService.service.kind).toBe('Service');
  expect(new FlinkSessionCluster(chart(), 'Shared', { version }).restService.url).toBe('http://shared-rest:8081');
});

test('the id of an application\'s job follows from the cluster\'s name', () => {
  const { jobId } = new FlinkApplication(chart(), 'Orders', { version, job: JOB });
  expect(jobId).toMatch(/^[0-9a-f]{32}$/);
  expect(new FlinkJobCluster(chart('elsewhere'), 'Any', { version, name: 'orders', job: JOB }).jobId).toBe(jobId);
  expect(new FlinkApplication(chart(), 'Clicks', { version, job: JOB }).jobId).not.toBe(jobId);
});

test.each<[string, object, number]>([
  ['an indexed Job', {}, 6 * 4],
  ['an indexed Job of two TaskManagers', { taskManager: { replicas: 2, slots: 2 } }, 6 * 3],
  ['the classic layout', { layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT }, 6],
  ['what is said', { backoffLimit: 0 }, 0],
])('%s may lose pods so often', (_, options, backoffLimit) => {
  expect(jobOf(new FlinkJobCluster(chart(), 'Orders', { version, job: { ...JOB, parallelism: 3 }, ...options })).spec.backoffLimit).toBe(backoffLimit);
});

test('a finished Kubernetes Job goes away in time where that is asked for', () => {
  expect(jobOf(new FlinkJobCluster(chart(), 'Orders', { version, job: JOB, ttlAfterFinished: Duration.hours(1) })).spec.ttlSecondsAfterFinished).toBe(3600);
});

test('that TaskManagers outlive the job is a warning of the classic layout alone, until it is acknowledged', () => {
  const warnings = (layout?: JobClusterLayout) => new FlinkJobCluster(chart(), 'Orders', { version, job: JOB, layout }).warnings.map((warning) => warning.split(':')[0]);
  expect(warnings(JobClusterLayout.TASK_MANAGER_DEPLOYMENT)).toContain('task-managers-outlive-job');
  expect(warnings()).not.toContain('task-managers-outlive-job');
  const classic = new FlinkJobCluster(chart(), 'Orders', { version, job: JOB, layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT });
  classic.acknowledge('task-managers-outlive-job');
  expect(classic.warnings.join()).not.toContain('task-managers-outlive-job');
});

test('warnings are told once, however many charts are synthesized', () => {
  const app = new App();
  const charts = ['one', 'two'].map((id) => new Chart(app, id));
  new FlinkApplication(charts[0], 'Orders', { version, job: JOB });
  const write = jest.mocked(process.stderr.write);
  write.mockClear();
  for (const one of charts) one.toJson();
  expect(write.mock.calls.map(([text]) => text)).toEqual([expect.stringMatching(/^\[one\/Orders\] warning no-high-availability: .*\n$/)]);
});
