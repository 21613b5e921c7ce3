import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import { apache, FlinkApplication, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, IFlinkFeature, JobArtifact, LocalRecovery, MetricsReporter } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const version = FlinkVersion.V1_20;
const TOP_SPEED = JobArtifact.fromImage('/opt/flink/examples/streaming/TopSpeedWindowing.jar');

function chart(namespace?: string): Chart {
  return new Chart(new App(), 'chart', { namespace });
}

function session() {
  const cluster = new FlinkSessionCluster(chart('streaming'), 'Shared', { version, storage: FlinkStorage.s3('s3://acme/shared') });
  const objects = () => Chart.of(cluster).toJson() as any[];
  const object = (kind: string, name: string) => objects().find((o) => o.kind === kind && o.metadata.name === name);
  const pod = (role: string) => object('Deployment', `shared-${role}`).spec.template;
  const container = (role: string) => pod(role).spec.containers[0];
  return { cluster, object, objects, pod, container };
}

test('an option that is set or forced later is in the file, and on the pods that read it', () => {
  const { cluster, object, pod } = session();
  const before = ['jobmanager', 'taskmanager'].map((role) => pod(role).metadata.annotations['checksum/flink-config']);
  cluster.configuration.set('web.refresh-interval', 5000);
  cluster.configuration.replace('taskmanager.data.port', 16121);
  expect(object('ConfigMap', 'shared-config').data['config.yaml']).toMatch(/taskmanager\.data\.port: "16121"\n[^]*web\.refresh-interval: "5000"\n/);
  expect(['jobmanager', 'taskmanager'].map((role) => pod(role).metadata.annotations['checksum/flink-config'])).not.toEqual(before);
  expect(cluster.configuration.toMap()['taskmanager.data.port']).toBe('16121');
});

test('an option that is set later to what a feature denies is refused by both names', () => {
  const { cluster, objects } = session();
  cluster.configuration.set('rest.port', 9999);
  expect(objects).toThrow("[chart/Shared] 'rest.port' is set twice: '8081' by ports and '9999' by configuration.set(). Remove one of the two, or call configuration.replace(). (conflicting-options)");
});

test('an option that is set later brings the objects that a feature makes of it', () => {
  const asks: IFlinkFeature = {
    bind: ({ configuration }) => ({ owner: 'Mine', jobManager: { permissions: configuration['web.refresh-interval'] ? [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }] : [] } }),
  };
  const { cluster, object } = session();
  cluster.addFeature(asks);
  expect(object('Role', 'shared-jobmanager')).toBeUndefined();
  cluster.configuration.set('web.refresh-interval', 5000);
  expect(object('Role', 'shared-jobmanager').rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }]);
});

test('what is added to a role is in the pods of that role alone', () => {
  const { cluster, pod, container } = session();
  cluster.taskManager.addEnv({ name: 'A', value: 'b' });
  cluster.taskManager.addVolume({ name: 'models', emptyDir: {} }, { name: 'models', mountPath: '/models' });
  cluster.taskManager.addSidecar({ name: 'shipper', image: 'shipper:1' });
  cluster.taskManager.addInitContainer({ name: 'fetch', image: 'fetch:1' });
  cluster.taskManager.addPodLabels({ team: 'clicks' });
  cluster.taskManager.addPodAnnotations({ 'example.com/team': 'clicks' });
  expect(container('taskmanager').env).toContainEqual({ name: 'A', value: 'b' });
  expect(container('taskmanager').volumeMounts).toContainEqual({ name: 'models', mountPath: '/models' });
  expect(pod('taskmanager')).toMatchObject({ metadata: { labels: { team: 'clicks' }, annotations: { 'example.com/team': 'clicks' } } });
  expect(pod('taskmanager').spec.volumes).toContainEqual({ name: 'models', emptyDir: {} });
  expect(pod('taskmanager').spec.containers.map(({ name }: any) => name)).toEqual(['flink-main-container', 'shipper']);
  expect(pod('taskmanager').spec.initContainers.map(({ name }: any) => name)).toContain('fetch');
  expect(JSON.stringify(pod('jobmanager'))).not.toMatch(/models|shipper|fetch|clicks/);
});

test('a patch changes the manifest last of all', () => {
  const { cluster, object } = session();
  cluster.taskManager.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10), JsonPatch.add('/spec/template/spec/hostNetwork', true));
  cluster.configuration.replace('taskmanager.data.port', 16121);
  expect(object('Deployment', 'shared-taskmanager').spec).toMatchObject({ minReadySeconds: 10, template: { spec: { hostNetwork: true } } });
});

test('a patch of any object survives what is said later', () => {
  const { cluster, object } = session();
  const job = cluster.addJob('TopSpeed', { artifact: TOP_SPEED });
  job.submission.addJsonPatch(JsonPatch.add('/spec/suspend', true));
  cluster.restService.service.addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'ClientIP'));
  const labelled: IFlinkFeature = { bind: ({ configuration }) => ({ owner: 'Mine', ...(configuration['web.refresh-interval'] ? {} : { labels: { team: 'clicks' } }) }) };
  cluster.addFeature(labelled);
  cluster.configuration.set('web.refresh-interval', 5000);
  cluster.addFeature({ bind: () => ({ owner: 'Mine', client: { pod: { env: [{ name: 'A', value: 'b' }] } } }) });
  expect(object('Job', job.name).spec.suspend).toBe(true);
  expect(object('Service', 'shared-rest').spec.sessionAffinity).toBe('ClientIP');
});

test('a job is submitted to the cluster that the plan makes in the end', () => {
  const { cluster, object } = session();
  const job = cluster.addJob('TopSpeed', { artifact: TOP_SPEED, args: ['--x'] });
  cluster.addFeature({ bind: () => ({ owner: 'Mine', pod: { env: [{ name: 'LATE', value: 'yes' }] } }) });
  expect([job.name, job.jobId]).toEqual([job.submission.name, expect.stringMatching(/^[0-9a-f]{32}$/)]);
  const { env, args } = object('Job', job.name).spec.template.spec.containers[0];
  expect(env).toContainEqual({ name: 'JOB_ID', value: job.jobId });
  expect(args).toContain(`-D$internal.pipeline.job-id=${job.jobId}`);
});

test('a feature that comes later brings its objects, and takes away those that it makes needless', () => {
  const { cluster, objects } = session();
  const names = () => objects().map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(names()).toContain('Service shared-jobmanager');
  cluster.addFeature(HighAvailability.kubernetes());
  expect(names()).not.toContain('Service shared-jobmanager');
  expect(names()).toEqual(expect.arrayContaining(['ServiceAccount shared-jobmanager', 'Role shared-taskmanager', 'RoleBinding shared-taskmanager']));
  expect(cluster.permissions.jobManager.rules.length).toBeGreaterThan(0);
});

test('TaskManagers can become a StatefulSet later', () => {
  const { cluster, object, objects } = session();
  cluster.taskManager.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10));
  cluster.addFeature(LocalRecovery.volumeClaims(Size.gibibytes(1)));
  expect(objects().filter(({ metadata }) => metadata.name === 'shared-taskmanager').map(({ kind }) => kind).sort()).toEqual(['Service', 'StatefulSet']);
  expect(cluster.taskManager.workload.kind).toBe('StatefulSet');
  expect(object('StatefulSet', 'shared-taskmanager').spec).toMatchObject({ serviceName: 'shared-taskmanager', minReadySeconds: 10 });
});

test('features that are added are asked once, when something is to be known of the cluster', () => {
  const { cluster } = session();
  const bind = jest.fn(() => ({ owner: 'Mine' }));
  for (let i = 0; i < 50; i++) cluster.addFeature({ bind });
  expect(bind).not.toHaveBeenCalled();
  expect(cluster.configuration.toMap()['rest.port']).toBe('8081');
  Chart.of(cluster).toJson();
  expect(bind).toHaveBeenCalledTimes(50);
});

test('an object that appears when its chart is synthesized has the dependencies of its cluster', () => {
  const { cluster } = session();
  const of = Chart.of(cluster);
  const [after, before] = ['After', 'Before'].map((kind) => new ApiObject(of, kind, { apiVersion: 'v1', kind }));
  cluster.node.addDependency(before);
  after.addDependency(cluster);
  cluster.addFeature({ bind: () => ({ owner: 'Mine', objects: [{ objectsFor: () => ({ objects: [{ id: 'Mine', apiVersion: 'v1', kind: 'Late', name: 'late', content: {} }] }) }] }) });
  const kinds = of.toJson().map(({ kind }) => kind);
  expect([kinds[0], kinds.includes('Late'), kinds[kinds.length - 1]]).toEqual(['Before', true, 'After']);
});

test('a feature that an aspect adds, going over the whole tree, counts in every cluster', () => {
  const app = new App();
  const charts = ['one', 'two', 'three'].map((id) => new Chart(app, id));
  new FlinkApplication(charts[0], 'Orders', { version, image: IMAGE, job: JOB });
  new FlinkJobCluster(charts[1], 'Invoices', { version, image: IMAGE, job: JOB });
  new apache.FlinkDeployment(charts[2], 'Clicks', { version });
  const isCluster = (node: unknown) => node instanceof FlinkApplication || node instanceof FlinkJobCluster || node instanceof apache.FlinkDeployment;
  for (const cluster of app.node.findAll().filter(isCluster) as FlinkApplication[]) cluster.addFeature(MetricsReporter.prometheus());
  for (const one of charts) expect(JSON.stringify(one.toJson())).toContain('metrics.reporter.prom.port');
});
