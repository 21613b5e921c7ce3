import { App, Chart, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { FlinkApplication, FlinkClusterOptions, FlinkJobCluster, FlinkStorage, FlinkVersion, HighAvailability, JobClusterLayout, LocalRecovery } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const version = FlinkVersion.V1_20;

/** A chart with a cluster, and what is made of it. */
function made<T>(namespace: string | undefined, make: (chart: Chart) => T) {
  const chart = new Chart(new App(), 'chart', { namespace });
  const cluster = make(chart);
  const object = (kind: string, name?: string) => (chart.toJson() as any[]).find((o) => o.kind === kind && (!name || o.metadata.name === name));
  return { chart, cluster, object };
}

const application = (options: Partial<FlinkClusterOptions> = {}, namespace?: string) => (
  made(namespace, (chart) => new FlinkApplication(chart, 'Orders', { version, image: IMAGE, job: { ...JOB, parallelism: 3 }, ...options })));
const jobCluster = (layout: JobClusterLayout) => made(undefined, (chart) => new FlinkJobCluster(chart, 'Orders', { version, image: IMAGE, job: JOB, layout }));

/** Whether a selector's labels are all on a pod template. */
function selects(labels: { [name: string]: string }, template: any): boolean {
  return Object.entries(labels).every(([name, text]) => template.metadata.labels[name] === text);
}

describe('a HorizontalPodAutoscaler', () => {
  test.each<[string, Partial<FlinkClusterOptions>]>([
    ['Deployment', {}],
    ['StatefulSet', { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }],
  ])('scales TaskManagers that are a %s, whose number is then left out', (kind, options) => {
    const { chart, cluster, object } = application(options);
    expect(object(kind, 'orders-taskmanager').spec.replicas).toBe(3);
    new kplus.HorizontalPodAutoscaler(chart, 'Scaler', { target: cluster.taskManager, minReplicas: 3, maxReplicas: 8 });
    expect(object('HorizontalPodAutoscaler').spec).toMatchObject({ maxReplicas: 8, minReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'orders-taskmanager' } });
    expect(object(kind, 'orders-taskmanager').spec).not.toHaveProperty('replicas');
    expect(object('Deployment', 'orders-jobmanager').spec.replicas).toBe(1);
  });

  test('may count CPU, which the containers request', () => {
    const { chart, cluster, object } = application({ taskManager: { cpu: kplus.Cpu.millis(1500) } });
    new kplus.HorizontalPodAutoscaler(chart, 'Scaler', { target: cluster.taskManager, maxReplicas: 8, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))] });
    expect(object('HorizontalPodAutoscaler').spec.metrics).toHaveLength(1);
    expect(object('Deployment', 'orders-taskmanager').spec.template.spec.containers[0].resources.requests.cpu).toBe('1500m');
  });

  test('is refused by cdk8s-plus beside a number that is said', () => {
    const { chart, cluster } = application({ taskManager: { replicas: 4 } });
    new kplus.HorizontalPodAutoscaler(chart, 'Scaler', { target: cluster.taskManager, maxReplicas: 8 });
    expect(() => chart.toJson()).toThrow('target cannot have a fixed number of replicas (4)');
  });

  test('cannot scale the pods of an indexed Job', () => {
    const { cluster } = jobCluster(JobClusterLayout.INDEXED_JOB);
    expect(() => cluster.taskManager.toScalingTarget()).toThrow(
      '[chart/Orders/TaskManager] an indexed Job has no object whose number of replicas is that of the TaskManagers. '
      + 'Scale a FlinkApplication, a FlinkSessionCluster, or a FlinkJobCluster with JobClusterLayout.TASK_MANAGER_DEPLOYMENT. (not-scalable)');
  });
});

describe('a NetworkPolicy', () => {
  const policy = (chart: Chart, of: kplus.IPodSelector, from: kplus.INetworkPolicyPeer) => (
    new kplus.NetworkPolicy(chart, 'Policy', { selector: of, ingress: { rules: [{ peer: from, ports: [kplus.NetworkPolicyPort.tcp(6123)] }] } }));

  test('lets TaskManagers to the JobManager, in the cluster\'s namespace', () => {
    const { chart, cluster, object } = application({}, 'streaming');
    policy(chart, cluster.jobManager, cluster.taskManager);
    const { metadata, spec } = object('NetworkPolicy');
    const [peer] = spec.ingress[0].from;
    expect(metadata.namespace).toBe('streaming');
    expect(selects(spec.podSelector.matchLabels, object('Deployment', 'orders-jobmanager').spec.template)).toBe(true);
    expect(selects(spec.podSelector.matchLabels, object('Deployment', 'orders-taskmanager').spec.template)).toBe(false);
    expect(selects(peer.podSelector.matchLabels, object('Deployment', 'orders-taskmanager').spec.template)).toBe(true);
    expect(selects(peer.podSelector.matchLabels, object('Deployment', 'orders-jobmanager').spec.template)).toBe(false);
    expect(peer.namespaceSelector.matchLabels).toEqual({ 'kubernetes.io/metadata.name': 'streaming' });
  });

  test('knows no namespace where the chart has none', () => {
    const { chart, cluster, object } = application();
    policy(chart, cluster.jobManager, cluster.taskManager);
    const { metadata, spec } = object('NetworkPolicy');
    expect(metadata.namespace).toBeUndefined();
    expect(Object.keys(spec.ingress[0].from[0])).toEqual(['podSelector']);
  });

  test('tells the pods of an indexed Job apart by their index', () => {
    const { chart, cluster, object } = jobCluster(JobClusterLayout.INDEXED_JOB);
    policy(chart, cluster.jobManager, cluster.taskManager);
    const index = 'batch.kubernetes.io/job-completion-index';
    const labels = { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': 'job-cluster' };
    const { podSelector, ingress } = object('NetworkPolicy').spec;
    expect(podSelector).toEqual({ matchLabels: { ...labels, [index]: '0' } });
    expect(ingress[0].from[0].podSelector).toEqual({ matchLabels: labels, matchExpressions: [{ key: index, operator: 'NotIn', values: ['0'] }] });
    expect(selects(labels, object('Job').spec.template)).toBe(true);
  });
});

test.each<[string, (chart: Chart) => FlinkApplication | FlinkJobCluster]>([
  ['an application', (chart) => new FlinkApplication(chart, 'Orders', { version, image: IMAGE, job: JOB })],
  ['a job cluster beside a Deployment', (chart) => new FlinkJobCluster(chart, 'Orders', { version, image: IMAGE, job: JOB, layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT })],
  ['an indexed job cluster', (chart) => new FlinkJobCluster(chart, 'Orders', { version, image: IMAGE, job: JOB })],
])('a Service of cdk8s-plus finds the JobManager of %s as the cluster\'s own does', (_, make) => {
  const { chart, cluster, object } = made(undefined, make);
  new kplus.Service(chart, 'Extra', { metadata: { name: 'extra' }, selector: cluster.jobManager, ports: [{ port: 80, targetPort: 8081 }] });
  expect(object('Service', 'extra').spec.selector).toEqual(object('Service', 'orders-rest').spec.selector);
});

test('a Service of cdk8s-plus finds the TaskManagers', () => {
  const { chart, cluster, object } = application();
  new kplus.Service(chart, 'Extra', { metadata: { name: 'extra' }, selector: cluster.taskManager, ports: [{ port: 9249 }] });
  expect(object('Service', 'extra').spec.selector).toEqual(object('Deployment', 'orders-taskmanager').spec.selector.matchLabels);
});

test('a role\'s labels are handed out as a copy', () => {
  const { cluster } = application();
  cluster.jobManager.labels['app.kubernetes.io/name'] = 'mine';
  expect(cluster.jobManager.labels['app.kubernetes.io/name']).toBe('flink');
});

test('a role knows its numbers, its options and its memory', () => {
  const { cluster } = application({ storage: FlinkStorage.s3('s3://a/b'), highAvailability: HighAvailability.kubernetes(), jobManager: { replicas: 2 }, taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } });
  expect([cluster.jobManager.replicas, cluster.taskManager.replicas]).toEqual([2, 3]);
  expect([cluster.jobManager, cluster.taskManager].map((role) => role.configuration['pekko.ask.timeout'])).toEqual([undefined, '20 s']);
  expect(cluster.jobManager.describe()).toContain('2.000gb (2147483648 bytes)');
  expect([cluster.jobManager, cluster.taskManager].map(({ workload }) => `${workload.kind} ${workload.name}`)).toEqual(['Deployment orders-jobmanager', 'Deployment orders-taskmanager']);
});

test('both roles of an indexed Job are its pods', () => {
  const { cluster } = jobCluster(JobClusterLayout.INDEXED_JOB);
  expect(cluster.taskManager.workload).toBe(cluster.jobManager.workload);
  expect(cluster.jobManager.workload.kind).toBe('Job');
});

test('a patch has the last word', () => {
  const { cluster, object } = application();
  cluster.jobManager.addJsonPatch(JsonPatch.replace('/spec/replicas', 0));
  expect(object('Deployment', 'orders-jobmanager').spec.replicas).toBe(0);
});
