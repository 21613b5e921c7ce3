import { Boundedness, FlinkStorage, HighAvailability, JobArtifact, JobOptions, RestProtocol } from '../../src';
import { checkSubmission, renderSubmission } from '../../src/kubernetes/submission';
import { PlanOptions } from '../../src/plan/plan-options';
import { problemsOf, warningIdsOf } from '../harness/findings';
import { feature, IMAGE, JOB, line, planned } from '../plan/planned';

const submission = (job: Partial<JobOptions> = {}) => ({ id: 'first', jobId: 'a'.repeat(32), job: { ...JOB, ...job } });
const rendered = (options: Partial<PlanOptions> = {}, job: Partial<JobOptions> = {}) => renderSubmission(planned({ image: IMAGE, ...options }), submission(job));
const container = (...args: Parameters<typeof rendered>) => rendered(...args).spec.template.spec.containers[0];
const found = (job: Partial<JobOptions>, options: Partial<PlanOptions> = {}, name = 'orders-first-01234567') => (
  { findings: checkSubmission(planned({ image: IMAGE, ...options }), submission(job), name) });
const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };

test('a Kubernetes Job runs Flink\'s client until the cluster has taken the job, and goes away after a day', () => {
  const { kind, metadata, spec } = rendered();
  expect([kind, metadata.name, spec.backoffLimit, spec.ttlSecondsAfterFinished]).toEqual(['Job', expect.stringMatching(/^orders-first-[0-9a-f]{8}$/), 4, 24 * 3600]);
  expect(spec.template.spec).toMatchObject({ restartPolicy: 'Never', automountServiceAccountToken: false });
  expect(container().args.slice(0, 5)).toEqual(['flink', 'run', '--detached', '--target', 'remote']);
  expect(container().command.slice(0, 2)).toEqual(['bash', '-c']);
});

test.each<[string, Partial<PlanOptions>, Partial<JobOptions>]>([
  ['another image', { image: 'registry.acme.io/orders:2' }, {}],
  ['other arguments', {}, { args: ['--x'] }],
  ['other environment', { pod: { env: [{ name: 'A', value: 'b' }] } }, {}],
])('%s is another Kubernetes Job, since Kubernetes allows no change of one', (_, options, job) => {
  expect(rendered(options, job).metadata.name).not.toBe(rendered().metadata.name);
  expect(rendered(options, job).metadata.name).toBe(rendered(options, job).metadata.name);
});

test('what the submission does not use leaves it as it is', () => {
  expect(rendered({ taskManager: { replicas: 7 }, metrics: [] }).metadata.name).toBe(rendered().metadata.name);
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
  expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': 'submission' });
  expect(metadata.labels).not.toHaveProperty('mine');
});

test('it has the users\' environment, and no sidecar that would keep it from its end', () => {
  const { containers } = rendered({ pod: { env: [{ name: 'A', value: 'b' }], sidecars: [{ name: 'proxy', image: 'proxy:1' }] } }).spec.template.spec;
  expect(containers).toHaveLength(1);
  expect(containers[0].env).toContainEqual({ name: 'A', value: 'b' });
});

describe('through HTTP', () => {
  test('bash alone speaks to the REST API', () => {
    const [, , script] = container().command;
    expect(script).toContain('GET %s HTTP/1.1');
    expect(script).not.toContain('flink list');
  });
});

describe.each([RestProtocol.HTTPS, RestProtocol.MUTUAL_HTTPS])('through %s', (restProtocol) => {
  const tls = feature({
    restProtocol,
    client: {
      pod: { volumes: [{ name: 'tls', secret: { secretName: 'tls' } }], mounts: [{ name: 'tls', mountPath: '/tls' }] },
      secretConfiguration: { 'security.ssl.rest.truststore-password': { name: 'tls', key: 'password' } },
    },
  });
  const secured = () => container({ features: [tls] });

  test('Flink\'s own client speaks to it, with the options that it is submitted with', () => {
    const [, , script] = secured().command;
    expect(script).toContain('flink list --all --target remote "${options[@]}"');
    expect(script).toContain('if [[ "$jobs" == *" : $JOB_ID : "* ]]');
    expect(script).not.toContain('HTTP/1.1');
  });

  test('options that the client reads from a Secret are environment and arguments before the jar', () => {
    const { args, env } = secured();
    const option = '-Dsecurity.ssl.rest.truststore-password=$(FLINK_OPTION_SECURITY_SSL_REST_TRUSTSTORE_PASSWORD)';
    expect(args.indexOf(option)).toBeGreaterThan(0);
    expect(args.indexOf(option)).toBeLessThan(args.indexOf(JOB.artifact.imagePath));
    expect(env).toContainEqual({ name: 'FLINK_OPTION_SECURITY_SSL_REST_TRUSTSTORE_PASSWORD', valueFrom: { secretKeyRef: { name: 'tls', key: 'password' } } });
  });

  test('the pod has what clients need', () => {
    expect(secured().volumeMounts).toContainEqual({ name: 'tls', mountPath: '/tls' });
    expect(rendered({ features: [tls] }).spec.template.spec.volumes).toContainEqual({ name: 'tls', secret: { secretName: 'tls' } });
  });
});

test.each<[string, Partial<JobOptions>, Partial<PlanOptions>, string]>([
  ['an artifact elsewhere', { artifact: JobArtifact.fromUri('s3://acme/orders.jar') }, {}, 'Add the jar to the image and use JobArtifact.fromImage(). (artifact-not-local)'],
  ['more parallelism than slots', { parallelism: 5 }, { taskManager: { replicas: 2, slots: 2 } }, 'the session cluster has 4 slot(s) in all. Use more TaskManagers or slots, or a lower parallelism. (too-few-slots)'],
  ['a savepoint that the cluster cannot read', { restoreFrom: 's3://acme/savepoint-1' }, {}, "Give the cluster that 'storage', or 'plugins'. (unsupported-scheme)"],
  ['a wrong class', { mainClass: 'io.acme.Orders Job' }, {}, "Write its fully qualified name, for example 'io.acme.OrdersJob'. (invalid-main-class)"],
  ['a jar that the official image has not', {}, { image: undefined }, "Set 'image' to an image that contains the jar, or mount a volume that does. (jar-not-in-image)"],
])('%s is refused', (_, job, options, remedy) => {
  expect(problemsOf(found(job, options))).toEqual([expect.stringContaining(remedy)]);
});

test.each<[string, Partial<JobOptions>, Partial<PlanOptions>]>([
  ['as much parallelism as slots', { parallelism: 4 }, { taskManager: { replicas: 2, slots: 2 } }],
  ['slots that the TaskManagers alone are told', { parallelism: 2 }, { taskManager: { configuration: { 'taskmanager.numberOfTaskSlots': 2 } } }],
  ['a savepoint in the cluster\'s storage', { restoreFrom: 's3://acme/savepoint-1' }, { storage: FlinkStorage.s3('s3://acme/orders') }],
  ['a jar that the official image has', { artifact: JobArtifact.fromImage('/opt/flink/examples/streaming/WordCount.jar') }, { image: undefined }],
])('%s is fine', (_, job, options) => {
  expect(problemsOf(found(job, options))).toEqual([]);
});

test('a name that no Kubernetes Job can have is refused', () => {
  expect(problemsOf(found({}, {}, `orders-${'x'.repeat(60)}`))).toEqual([expect.stringContaining('has 67 characters, 63 are allowed. Choose another id. (invalid-job-name)')]);
});

test.each<[string, Partial<JobOptions>, Partial<PlanOptions>, string[]]>([
  ['an endless job', {}, {}, ['session-job-not-recovered']],
  ['an endless job with high availability', {}, elected, []],
  ['a job that ends', { boundedness: Boundedness.BOUNDED }, {}, []],
  ['a batch job', {}, { configuration: { 'execution.runtime-mode': 'BATCH' } }, []],
])('%s that is lost with the JobManager is a warning: %j', (_, job, options, ids) => {
  expect(warningIdsOf(found(job, options))).toEqual(ids);
});
