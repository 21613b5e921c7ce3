import { FlinkStorage, HighAvailability, JobArtifact, JobOptions } from '../../src';
import { checkSubmission, renderSubmission } from '../../src/kubernetes/submission';
import { PlanOptions } from '../../src/plan/plan-options';
import { findingText } from '../../src/private/findings';
import { IMAGE, JOB, line, planned } from '../plan/planned';

const submission = (job: Partial<JobOptions> = {}) => ({ name: 'orders-first', jobId: 'a'.repeat(32), job: { ...JOB, ...job } });
const rendered = (options: Partial<PlanOptions> = {}, job: Partial<JobOptions> = {}) => renderSubmission(planned({ image: IMAGE, ...options }), submission(job));
const container = (...args: Parameters<typeof rendered>) => rendered(...args).spec.template.spec.containers[0];
const problems = (job: Partial<JobOptions>, options: Partial<PlanOptions> = {}) => checkSubmission(planned({ image: IMAGE, ...options }), submission(job)).map(findingText);
const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };

test('a Kubernetes Job runs Flink\'s client until the cluster has taken the job', () => {
  const { kind, metadata, spec } = rendered();
  expect([kind, metadata.name, spec.backoffLimit]).toEqual(['Job', 'orders-first', 4]);
  expect(spec.template.spec).toMatchObject({ restartPolicy: 'Never', automountServiceAccountToken: false });
  expect(container().args.slice(0, 5)).toEqual(['flink', 'run', '--detached', '--target', 'remote']);
  expect(container().command.slice(0, 2)).toEqual(['bash', '-c']);
});

test('the script asks the REST Service for the job by its id', () => {
  expect(container({ ports: { rest: 18081 } }).env).toEqual([
    { name: 'REST_HOST', value: 'orders-rest' }, { name: 'REST_PORT', value: '18081' }, { name: 'JOB_ID', value: 'a'.repeat(32) },
  ]);
  expect(container({ ports: { rest: 18081 } }).args).toContain('-Drest.port=18081');
});

test.each([
  ['1.15', 'high-availability'],
  ['1.20', 'high-availability.type'],
])('the client of Flink %s asks nobody for the leader', (text, option) => {
  expect(container({ ...elected, version: line(text) }).args).toContain(`-D${option}=NONE`);
  expect(container({ version: line(text) }).args.join(' ')).not.toContain('high-availability');
});

test('its pod is not one of the cluster\'s', () => {
  const { metadata } = rendered({ pod: { labels: { mine: 'yes' } } }).spec.template;
  expect(metadata.labels).toEqual({ 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': 'submission' });
});

test('it has the users\' environment, and no sidecar that would keep it from its end', () => {
  const { containers } = rendered({ pod: { env: [{ name: 'A', value: 'b' }], sidecars: [{ name: 'proxy', image: 'proxy:1' }] } }).spec.template.spec;
  expect(containers).toHaveLength(1);
  expect(containers[0].env).toContainEqual({ name: 'A', value: 'b' });
});

test.each<[string, Partial<JobOptions>, Partial<PlanOptions>, string]>([
  ['an artifact elsewhere', { artifact: JobArtifact.fromUri('s3://acme/orders.jar') }, {}, 'Add the jar to the image and use JobArtifact.fromImage(). (artifact-not-in-image)'],
  ['more parallelism than slots', { parallelism: 5 }, { taskManager: { replicas: 2, slots: 2 } }, 'the session cluster has 4 slot(s) in all. Use more TaskManagers or slots, or a lower parallelism. (too-few-slots)'],
  ['a savepoint that the cluster cannot read', { restoreFrom: 's3://acme/savepoint-1' }, {}, "Give the cluster that 'storage', or 'plugins'. (unsupported-scheme)"],
  ['a wrong class', { mainClass: 'io.acme.Orders Job' }, {}, "Write its fully qualified name, for example 'io.acme.OrdersJob'. (invalid-main-class)"],
])('%s is refused', (_, job, options, remedy) => {
  expect(problems(job, options)).toEqual([expect.stringContaining(remedy)]);
});

test.each<[string, Partial<JobOptions>, Partial<PlanOptions>]>([
  ['as much parallelism as slots', { parallelism: 4 }, { taskManager: { replicas: 2, slots: 2 } }],
  ['slots that the TaskManagers alone are told', { parallelism: 2 }, { taskManager: { configuration: { 'taskmanager.numberOfTaskSlots': 2 } } }],
  ['a savepoint in the cluster\'s storage', { restoreFrom: 's3://acme/savepoint-1' }, { storage: FlinkStorage.s3('s3://acme/orders') }],
])('%s is fine', (_, job, options) => {
  expect(problems(job, options)).toEqual([]);
});

test('a name that no Kubernetes Job can have is refused', () => {
  expect(checkSubmission(planned({ image: IMAGE }), { ...submission(), name: `orders-${'x'.repeat(60)}` }).map(findingText)).toEqual([
    expect.stringContaining('has 67 characters, 63 are allowed. Choose another id. (invalid-job-name)'),
  ]);
});
