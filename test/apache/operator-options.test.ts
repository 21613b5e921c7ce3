import { App, Chart, Duration, Size } from 'cdk8s';
import { apache, FlinkApplication, FlinkSessionCluster, FlinkVersion, JobArtifact } from '../../src';

const version = FlinkVersion.V1_20;
const JOB = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
const chart = () => new Chart(new App(), 'chart', { namespace: 'streaming' });
const deployment = (configuration: { [option: string]: any }) => new apache.FlinkDeployment(chart(), 'Orders', { version, configuration });
const findings = (configuration: { [option: string]: any }) => deployment(configuration).findings.filter(({ subject }) => subject! in configuration).map(({ id, subject }) => [id, subject]);

test('options of the operator reach the resource, each as the operator reads it', () => {
  const one = chart();
  new apache.FlinkDeployment(one, 'Orders', {
    version,
    configuration: {
      'kubernetes.operator.job.restart.failed': true,
      'kubernetes.operator.savepoint.format.type': 'native',
      'kubernetes.operator.periodic.savepoint.interval': Duration.hours(6),
      'kubernetes.operator.user.artifacts.http.header': { Authorization: 'anonymous' },
      'job.autoscaler.quota.memory': Size.gibibytes(64),
      'job.autoscaler.stabilization.interval': Duration.minutes(5),
      'job.autoscaler.vertex.exclude.ids': ['a', 'b'],
    },
  });
  const [{ spec }] = one.toJson() as any[];
  expect(spec.flinkConfiguration).toMatchObject({
    'kubernetes.operator.job.restart.failed': 'true',
    'kubernetes.operator.savepoint.format.type': 'native',
    'kubernetes.operator.periodic.savepoint.interval': '21600 s',
    'kubernetes.operator.user.artifacts.http.header': 'Authorization:anonymous',
    'job.autoscaler.quota.memory': '64g',
    'job.autoscaler.stabilization.interval': '5 min',
    'job.autoscaler.vertex.exclude.ids': 'a;b',
  });
});

test.each([
  ['kubernetes.operator.job.restart.faild', true, 'unknown-option'],
  ['job.autoscaler.enable', true, 'unknown-option'],
  ['kubernetes.operator.job.restart.failed', 'yes', 'invalid-option-value'],
  ['kubernetes.operator.checkpoint.type', 'NONE', 'invalid-option-value'],
  ['kubernetes.operator.deployment.readiness.timeout', 'soon', 'invalid-option-value'],
  ['kubernetes.operator.savepoint.history.max.count', 2.5, 'invalid-option-value'],
  ['kubernetes.operator.periodic.savepoint.interval', 'every hour', 'invalid-option-value'],
  ['job.autoscaler.utilization.target', '80 %', 'invalid-option-value'],
  ['job.autoscaler.stabilization.interval', 5, 'unit-missing'],
  ['job.autoscaler.target.utilization', 0.8, 'deprecated-option'],
])('%s: %p is a finding', (option, content, id) => {
  expect(findings({ [option]: content })).toEqual([[id, option]]);
});

test.each(['6h', '0 0 * * * ?', '0 0 12 ? * MON-FRI 2027', ''])('%j is an interval of periodic savepoints', (text) => {
  expect(findings({ 'kubernetes.operator.periodic.savepoint.interval': text })).toEqual([]);
});

test('a finding names the operator and the release', () => {
  expect(deployment({ 'kubernetes.operator.job.restart.faild': true }).findings).toContainEqual(expect.objectContaining({
    id: 'unknown-option',
    message: expect.stringContaining("the Apache operator 1.16 has no option 'kubernetes.operator.job.restart.faild'"),
    remedy: expect.stringContaining("Did you mean 'kubernetes.operator.job.restart.failed'?"),
  }));
});

test('an option that the operator does not know is let through by its name', () => {
  const one = chart();
  const managed = new apache.FlinkDeployment(one, 'Orders', { version, configuration: { 'job.autoscaler.of.tomorrow': 'x' } });
  managed.configuration.allowUnknown('job.autoscaler.of.tomorrow');
  const [{ spec }] = one.toJson() as any[];
  expect(spec.flinkConfiguration['job.autoscaler.of.tomorrow']).toBe('x');
});

test.each([
  ['session', (one: Chart, configuration: any) => new FlinkSessionCluster(one, 'Orders', { version, configuration })],
  ['application', (one: Chart, configuration: any) => new FlinkApplication(one, 'Orders', { version, configuration, job: JOB })],
])('on a standalone %s cluster these options are told to be the operator\'s', (_, make) => {
  expect(make(chart(), { 'job.autoscaler.enabled': true }).findings).toContainEqual(expect.objectContaining({
    id: 'unknown-option',
    message: "'job.autoscaler.enabled' is an option of the Apache operator, which does not run this cluster.",
  }));
});

test('options of file systems are checked on every system', () => {
  for (const cluster of [deployment({ 's3.endpoit': 'http://minio' }), new FlinkSessionCluster(chart(), 'Orders', { version, configuration: { 's3.endpoit': 'http://minio' } })]) {
    expect(cluster.findings).toContainEqual(expect.objectContaining({ id: 'unknown-file-system-option', subject: 's3.endpoit' }));
    cluster.configuration.allowUnknown('s3.endpoit');
    expect(cluster.findings.filter(({ id }) => id === 'unknown-file-system-option')).toEqual([]);
  }
});
