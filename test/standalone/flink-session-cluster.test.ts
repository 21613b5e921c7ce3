import { App, Chart, JsonPatch } from 'cdk8s';
import { HorizontalPodAutoscaler } from 'cdk8s-plus-27';
import { Boundedness, FlinkFindings, FlinkSessionCluster, FlinkSessionClusterProps, FlinkVersion, JobOptions } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const BOUNDED: JobOptions = { ...JOB, boundedness: Boundedness.BOUNDED };
const cluster = (options: Partial<FlinkSessionClusterProps> = {}) => new FlinkSessionCluster(new Chart(new App(), 'chart'), 'Shared', { version: FlinkVersion.V1_20, image: IMAGE, ...options });
const ids = (shared: FlinkSessionCluster) => shared.findings.map(({ id }) => id);

test('a job has its Flink id from its name and the cluster\'s, or the one that is given', () => {
  const shared = cluster();
  const [one, other] = ['One', 'Other'].map((id) => shared.addJob(id, BOUNDED).jobId);
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(one).not.toBe(other);
  expect(cluster().addJob('One', { ...BOUNDED, args: ['--x'] }).jobId).toBe(one);
  expect(shared.addJob('Given', { ...BOUNDED, jobId: 'A'.repeat(32) }).jobId).toBe('a'.repeat(32));
});

test('what is submitted changes the name of its Kubernetes Job, also when it is said later', () => {
  const shared = cluster();
  const job = shared.addJob('One', BOUNDED);
  const before = job.name;
  expect(before).toMatch(/^shared-one-[0-9a-f]{8}$/);
  shared.addFeature({ bind: () => ({ owner: 'Mine', client: { pod: { env: [{ name: 'A', value: 'b' }] } } }) });
  expect(job.name).not.toBe(before);
  expect(Chart.of(shared).toJson().filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name)).toEqual([job.name]);
});

test('a patch of what is submitted changes the name, whenever it is made', () => {
  const shared = cluster();
  const job = shared.addJob('One', BOUNDED);
  const { name, submission } = job;
  expect(FlinkFindings.of(shared).all.map(({ id }) => id)).toEqual(['bounded-session-job-runs-again']);
  submission.addJsonPatch(JsonPatch.add('/spec/template/spec/hostNetwork', true));
  expect(job.name).not.toBe(name);
  expect(submission.name).toBe(job.name);
  expect(Chart.of(shared).toJson().filter(({ kind }) => kind === 'Job').map(({ metadata, spec }) => [metadata.name, spec.template.spec.hostNetwork])).toEqual([[job.name, true]]);
});

test('a label that is said later changes the Kubernetes Job under its name', () => {
  const shared = cluster();
  const job = shared.addJob('One', BOUNDED);
  const { name } = job;
  shared.addFeature({ bind: () => ({ owner: 'Mine', labels: { team: 'clicks' }, annotations: { 'acme.io/team': 'clicks' } }) });
  const [{ metadata, spec }] = Chart.of(shared).toJson().filter(({ kind }) => kind === 'Job');
  expect([metadata.name, metadata.labels.team, metadata.annotations]).toEqual([name, 'clicks', { 'acme.io/team': 'clicks' }]);
  expect(JSON.stringify(spec)).not.toContain('clicks');
});

test('jobs that need more slots together than there are, are a warning, whenever they are added', () => {
  const shared = cluster({ taskManager: { replicas: 2, slots: 2 } });
  shared.addJob('One', { ...BOUNDED, parallelism: 4 });
  expect(ids(shared)).toEqual([]);
  shared.addJob('Two', BOUNDED);
  expect(shared.findings.map(({ id, message, remedy }) => [id, message, remedy])).toEqual([[
    'too-few-slots-for-session-jobs', 'the 2 jobs of the session cluster require 5 slots together, and it has 4: some of them wait for slots until they fail.', 'Use more TaskManagers or slots, or fewer jobs.',
  ]]);
});

test('a job without a parallelism of its own has the cluster\'s', () => {
  const shared = cluster({ taskManager: { replicas: 2, slots: 2 }, configuration: { 'parallelism.default': 3 } });
  for (const id of ['One', 'Two']) shared.addJob(id, BOUNDED);
  expect(ids(shared)).toEqual(['too-few-slots-for-session-jobs']);
});

test('an autoscaler finds slots for them', () => {
  const shared = cluster();
  for (const id of ['One', 'Two']) shared.addJob(id, BOUNDED);
  expect(ids(shared)).toEqual(['too-few-slots-for-session-jobs']);
  new HorizontalPodAutoscaler(Chart.of(shared), 'Scaler', { target: shared.taskManager, maxReplicas: 8 });
  Chart.of(shared).toJson();
  expect(ids(shared)).toEqual([]);
});
