import { Cpu } from 'cdk8s-plus-27';
import { flink, objects, pod, pods, selects, the } from './synthesized';
import { FlinkVersion, HighAvailability } from '../../src';
import { application, complaintsAbout, deployment, JOB, jobCluster, S3, session, sessionJob } from '../bad-input/refused';

test('73 Flink\'s container has the name by which the operator finds it', () => {
  const { podTemplate } = the('FlinkDeployment', objects(deployment({ pod: { sidecars: [{ name: 'a', image: 'a:1' }] } }))).spec.taskManager;
  expect(podTemplate.spec.containers.map(({ name }: any) => name)).toEqual(['flink-main-container', 'a']);
});

test('77 the operator\'s flinkVersion follows from the version, and an image of another one is refused', () => {
  expect(the('FlinkDeployment', objects(deployment())).spec).toMatchObject({ flinkVersion: 'v1_20', image: 'flink:1.20.5-scala_2.12-java17' });
  expect(complaintsAbout(deployment({ image: 'flink:1.18.1' }))).toEqual([expect.stringContaining('contains Flink 1.18.1')]);
});

test('78 a name that is too long for the objects made from it is refused', () => {
  for (const make of [session, application, jobCluster, deployment]) {
    expect(complaintsAbout(make({ name: 'a'.repeat(46) }))).toContainEqual(expect.stringContaining('has 46 characters, 45 are allowed'));
    expect(complaintsAbout(make({ name: 'a'.repeat(45) }))).toEqual([]);
  }
});

test('82 selectors follow from the name alone', () => {
  const selectors = (options: any) => objects(application(options)).filter(({ spec }) => spec?.selector).map(({ kind, metadata, spec }) => [kind, metadata.name, spec.selector]);
  expect(selectors({
    version: FlinkVersion.V2_3,
    image: 'registry.acme.io/orders:2',
    configuration: { 'web.timeout': 1 },
    taskManager: { replicas: 4, cpu: Cpu.units(3) },
    pod: { labels: { release: '2' } },
  })).toEqual(selectors({}));
  expect(complaintsAbout(application({ pod: { labels: { 'app.kubernetes.io/instance': 'x' } } }))).toHaveLength(1);
});

test('83 nothing blocks an eviction: no budget is made, and a role\'s selector finds its own pods for whoever makes one', () => {
  const all = objects(sessionJob(JOB));
  expect(all.map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
  for (const role of ['jobmanager', 'taskmanager'] as const) {
    const { matchLabels } = the('Deployment', all, role).spec.selector;
    expect(pods(all).filter((template) => selects(matchLabels, template))).toEqual([pod(all, role)]);
  }
});

test('84 a process has five minutes to start, and then only a closed port ends it', () => {
  for (const role of ['jobmanager', 'taskmanager'] as const) {
    const { startupProbe, livenessProbe } = flink(pod(objects(session()), role));
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBe(300);
    expect(livenessProbe).toMatchObject({ tcpSocket: { port: 'rpc' } });
  }
});

test('85 a JobManager is ready when its REST API answers, and starts while nobody leads', () => {
  const { startupProbe, readinessProbe } = flink(pod(objects(application({ storage: S3, highAvailability: HighAvailability.kubernetes() })), 'jobmanager'));
  expect(startupProbe.tcpSocket).toEqual({ port: 'rest' });
  expect(readinessProbe.httpGet).toEqual({ path: '/config', port: 'rest' });
});

test('86 Flink gets the signals: the image starts it, or a shell that makes way for it', () => {
  const all = objects(sessionJob(JOB));
  for (const role of ['jobmanager', 'taskmanager'] as const) expect(flink(pod(all, role)).command).toBeUndefined();
  for (const template of [...pods(objects(jobCluster())), ...pods(all).filter(({ spec }) => spec.restartPolicy === 'Never')]) {
    const [, , script] = flink(template).command;
    const starts = script.split('\n').filter((line: string) => line.includes('/docker-entrypoint.sh'));
    expect(starts.length).toBeGreaterThan(0);
    for (const line of starts) expect(line).toMatch(/(^|; then )exec \/docker-entrypoint\.sh/);
  }
});

test('87 names and labels that Kubernetes would refuse are refused', () => {
  expect(complaintsAbout(session({ name: 'Orders' }))).toEqual([expect.stringContaining('is not a DNS-1123 label')]);
  expect(complaintsAbout(session({ pod: { labels: { team: 'a b' } } }))).toEqual([expect.stringContaining("'a b' is not a valid value of the label")]);
  expect(complaintsAbout(session({ pod: { annotations: { 'a b': 'c' } } }))).toEqual([expect.stringContaining("'a b', which is not the name of an annotation")]);
});

test('89 the image is of exactly the release, and one that moves is refused', () => {
  for (const version of FlinkVersion.all()) expect(flink(pod(objects(session({ version })), 'taskmanager')).image).toContain(`:${version.release}-`);
  for (const image of ['flink', 'flink:latest', 'flink:1.20', 'registry.acme.io/flink']) expect(complaintsAbout(session({ image }))).toEqual([expect.stringContaining(`image '${image}' has a tag that moves`)]);
});
