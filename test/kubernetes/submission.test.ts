import { JsonPatch } from 'cdk8s';
import { Boundedness, FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, JobOptions, RestProtocol } from '../../src';
import { checkSubmission, renderSubmission } from '../../src/kubernetes/submission';
import { PlanOptions } from '../../src/plan/plan-options';
import { problemsOf, warningIdsOf, warningsOf } from '../harness/findings';
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
  ['another parallelism', {}, { parallelism: 2 }],
  ['another savepoint', {}, { restoreFrom: 's3://acme/savepoint-1' }],
  ['another port', { ports: { rest: 18081 } }, {}],
  ['other environment', { pod: { env: [{ name: 'A', value: 'b' }] } }, {}],
  ['another toleration', { pod: { tolerations: [{ key: 'spot' }] } }, {}],
  ['another annotation of the pods', { pod: { annotations: { 'sidecar.istio.io/inject': 'false' } } }, {}],
  ['another label of clients', { features: [feature({ client: { pod: { labels: { mesh: 'off' } } } })] }, {}],
])('%s is another Kubernetes Job, since Kubernetes allows no change of one', (_, options, job) => {
  const [before, after] = [rendered(), rendered(options, job)];
  expect(after.metadata.name).not.toBe(before.metadata.name);
  expect(rendered(options, job)).toEqual(after);
});

test.each<[string, Partial<PlanOptions>, Partial<JobOptions>]>([
  ['a label', { labels: { team: 'clicks' } }, {}],
  ['a label of a feature', { features: [feature({ labels: { team: 'clicks' } })] }, {}],
  ['an annotation', { annotations: { 'acme.io/team': 'clicks' } }, {}],
  ['another patch release of Flink in an image of one\'s own', { version: FlinkVersion.of('1.20.4') }, {}],
  ['the number of TaskManagers', { taskManager: { replicas: 7 } }, {}],
  ['boundedness, which decides how long it is kept', {}, { boundedness: Boundedness.BOUNDED }],
])('%s is no submission: the pods of the same Kubernetes Job stay as they are', (_, options, job) => {
  const [before, after] = [rendered(), rendered(options, job)];
  expect(after.metadata.name).toBe(before.metadata.name);
  expect(after.spec.template).toEqual(before.spec.template);
});

test('labels and annotations of the cluster are on the Kubernetes Job', () => {
  expect(rendered({ labels: { team: 'clicks' }, annotations: { 'acme.io/team': 'clicks' } }).metadata).toMatchObject({
    labels: { 'team': 'clicks', 'app.kubernetes.io/version': '1.20.5', 'app.kubernetes.io/managed-by': 'cdk8s-flink' }, annotations: { 'acme.io/team': 'clicks' },
  });
});

describe('a patch', () => {
  const patched = (...patches: JsonPatch[]) => renderSubmission(planned({ image: IMAGE }), submission(), patches);

  test.each([
    ['of the pod', JsonPatch.add('/spec/template/spec/hostNetwork', true)],
    ['of the pod\'s labels', JsonPatch.add('/spec/template/metadata/labels/team', 'clicks')],
    ['of what is fixed beside the pod', JsonPatch.add('/spec/podFailurePolicy', { rules: [] })],
  ])('%s is another Kubernetes Job', (_, patch) => {
    expect(patched(patch).metadata.name).not.toBe(rendered().metadata.name);
    expect(patched(patch).spec).toEqual(rendered().spec);
  });

  test.each([
    ['of a field that Kubernetes allows to change', JsonPatch.add('/spec/suspend', true)],
    ['of the time that it is kept', JsonPatch.remove('/spec/ttlSecondsAfterFinished')],
    ['of its metadata', JsonPatch.add('/metadata/annotations/team', 'clicks')],
    ['that cannot be applied', JsonPatch.replace('/spec/nothing/here', 1)],
  ])('%s changes the Kubernetes Job and submits nothing', (_, patch) => {
    expect(patched(patch).metadata.name).toBe(rendered().metadata.name);
  });

  test('that cannot be applied does not hide the others', () => {
    const [wrong, right] = [JsonPatch.replace('/spec/nothing/here', 1), JsonPatch.add('/spec/template/spec/hostNetwork', true)];
    expect(patched(wrong, right).metadata.name).toBe(patched(right).metadata.name);
  });
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
  expect(metadata).toEqual({ labels: { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': 'submission' } });
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
  ['a jar that the official image has not', {}, { image: undefined }, "Set 'image' to an image that contains the jar, or mount a volume that does with 'pod', which reaches the pod that submits the job. (jar-not-in-image)"],
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
])('%s that is lost with the JobManager is a warning: %j', (_, job, options, ids) => {
  expect(warningIdsOf(found(job, options))).toEqual(ids);
});

const KEPT = { 'job-result-store.delete-on-commit': false };
const REMOVE = 'Remove the job from the program when it has ended';

test.each<[string, Partial<JobOptions>, Partial<PlanOptions>, string]>([
  ['a job that ends', { boundedness: Boundedness.BOUNDED }, {}, `${REMOVE}; or set 'highAvailability' and set 'job-result-store.delete-on-commit' to false in 'configuration', so that Flink refuses to run it again.`],
  ['a batch job', {}, { configuration: { 'execution.runtime-mode': 'BATCH' } }, `${REMOVE}; or set 'highAvailability' and`],
  ['a job that ends, with high availability', { boundedness: Boundedness.BOUNDED }, elected, `${REMOVE}; or set 'job-result-store.delete-on-commit' to false in 'configuration', so`],
  ['a job that ends, whose result is kept in the JobManager\'s memory', { boundedness: Boundedness.BOUNDED }, { configuration: KEPT }, `${REMOVE}; or set 'highAvailability' and`],
  ['a job that ends, on a version that keeps no results', { boundedness: Boundedness.BOUNDED }, { version: line('1.14') }, `${REMOVE}. (`],
])('%s runs again when it is submitted again, which is a warning', (_, job, options, remedy) => {
  expect(warningsOf(found(job, options))).toEqual([expect.stringMatching(/^the job is bounded, and runs again when its Kubernetes Job is created again .* \(bounded-session-job-runs-again\)$/)]);
  expect(warningsOf(found(job, options))[0]).toContain(remedy);
});

test('a job that ends and whose result Flink persists does not run again', () => {
  expect(warningsOf(found({ boundedness: Boundedness.BOUNDED }, { ...elected, configuration: KEPT }))).toEqual([]);
});
