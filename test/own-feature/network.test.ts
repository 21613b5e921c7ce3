import { App, Chart } from 'cdk8s';
import { apache, FlinkApplicationOptions, FlinkApplication, FlinkFindings, FlinkVersion, IFlinkCluster, JobArtifact, MetricsReporter } from 'cdk8s-flink';
import { DerivedNetworkPolicies, DerivedPodMonitor } from './network';

const OPTIONS: FlinkApplicationOptions = {
  version: FlinkVersion.V1_20,
  image: 'registry.acme.io/orders:1',
  job: { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') },
  metrics: [MetricsReporter.prometheus()],
};
const SYSTEMS: [string, (chart: Chart, options: FlinkApplicationOptions) => IFlinkCluster, object][] = [
  ['standalone', (chart, options) => new FlinkApplication(chart, 'Orders', options), { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': 'jobmanager' }],
  ['the Apache operator', (chart, options) => new apache.FlinkDeployment(chart, 'Orders', options), { app: 'orders', component: 'jobmanager', type: 'flink-native-kubernetes' }],
];

function made(make: (chart: Chart, options: FlinkApplicationOptions) => IFlinkCluster, options: FlinkApplicationOptions, namespace?: string) {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace });
  const cluster = make(chart, options);
  return { app, cluster, objects: () => chart.toJson() as any[] };
}

describe.each(SYSTEMS)('a NetworkPolicy and a PodMonitor of a user\'s own on %s', (_, make, jobManager) => {
  const features = [new DerivedNetworkPolicies({ team: 'monitoring' }), new DerivedPodMonitor()];

  test('are derived from the ports, their callers and the selectors of the planned cluster', () => {
    const { objects } = made(make, { ...OPTIONS, features }, 'streaming');
    const policy = objects().find((o) => o.kind === 'NetworkPolicy' && o.metadata.name === 'orders-jobmanager');
    expect(policy.spec.podSelector).toEqual({ matchLabels: jobManager });
    const from = (port: number) => policy.spec.ingress.find((rule: any) => rule.ports[0].port === port).from;
    expect(from(8081)).toEqual([{ podSelector: {} }]);
    expect(from(9249)).toEqual([{ namespaceSelector: { matchLabels: { team: 'monitoring' } } }]);
    expect(from(6124)).toHaveLength(2);
    const monitor = objects().find((o) => o.kind === 'PodMonitor' && o.metadata.name === 'orders-jobmanager');
    expect(monitor.spec).toEqual({ selector: { matchLabels: jobManager }, podMetricsEndpoints: [{ port: 'metrics' }] });
  });

  test('stand below the cluster under paths that stay, with the labels of the cluster', () => {
    const { cluster, objects } = made(make, { ...OPTIONS, features, labels: { team: 'orders' } }, 'streaming');
    expect(cluster.node.findChild('Objects').node.children.map(({ node }) => node.id)).toEqual(['jobmanager-policy', 'taskmanager-policy', 'jobmanager-monitor', 'taskmanager-monitor']);
    expect(objects().find((o) => o.kind === 'PodMonitor').metadata).toMatchObject({ namespace: 'streaming', labels: { 'team': 'orders', 'app.kubernetes.io/instance': 'orders' } });
  });

  test('come and go with what they depend on', () => {
    const { cluster, objects } = made(make, OPTIONS, 'streaming');
    expect(objects().filter((o) => o.kind === 'PodMonitor')).toEqual([]);
    cluster.addFeature(new DerivedPodMonitor());
    expect(objects().filter((o) => o.kind === 'PodMonitor')).toHaveLength(2);
  });

  test('report what they find wrong with the cluster', () => {
    const { app } = made(make, { ...OPTIONS, metrics: [], features });
    const ids = FlinkFindings.of(app).all.map(({ id, severity }) => `${severity} ${id}`);
    expect(ids).toEqual(expect.arrayContaining(['ERROR acme-nothing-to-scrape', 'WARNING acme-no-namespace']));
  });
});
