import { App, Chart } from 'cdk8s';
import { apache, FlinkApplication, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, IFlinkCluster, MetricsReporter } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const common = { version: FlinkVersion.V1_20, image: IMAGE };
const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace });
const SYSTEMS: [string, (scope: Chart, id: string, options?: object) => IFlinkCluster & { readonly permissions: unknown }][] = [
  ['FlinkSessionCluster', (scope, id, options) => new FlinkSessionCluster(scope, id, { ...common, ...options })],
  ['FlinkApplication', (scope, id, options) => new FlinkApplication(scope, id, { ...common, job: JOB, ...options })],
  ['FlinkJobCluster', (scope, id, options) => new FlinkJobCluster(scope, id, { ...common, job: JOB, ...options })],
  ['FlinkDeployment', (scope, id, options) => new apache.FlinkDeployment(scope, id, { ...common, job: JOB, ...options })],
];

describe.each(SYSTEMS)('%s', (_, make) => {
  test('goes by its construct\'s id, or by its name', () => {
    expect(make(chart(), 'OrdersShared').name).toBe('orders-shared');
    expect(make(chart(), 'OrdersShared', { name: 'clicks' }).name).toBe('clicks');
  });

  test('has its parts as children, in the order in which objects are best applied', () => {
    expect(make(chart(), 'Orders').node.children.slice(0, 4).map(({ node }) => node.id)).toEqual(['Config', 'JobManager', 'TaskManager', 'Rest']);
  });

  test('has the objects of features below a construct of their own', () => {
    const cluster = make(chart(), 'Orders');
    cluster.addFeature({ bind: () => ({ owner: 'Mine', objects: [{ objectsFor: () => ({ objects: [{ id: 'Mine', apiVersion: 'v1', kind: 'ConfigMap', name: 'mine', content: {} }] }) }] }) });
    expect(Chart.of(cluster).toJson().map(({ metadata }) => metadata.name)).toContain('mine');
    expect(cluster.node.findChild('Objects').node.children.map(({ node }) => node.id)).toEqual(['Mine']);
  });

  test('knows its roles, its options and its REST API', () => {
    const cluster = make(chart('streaming'), 'Orders', { ports: { rest: 18081 } });
    expect(cluster.jobManager.replicas).toBe(1);
    expect(cluster.taskManager.ports.map(({ name }) => name)).toContain('data');
    expect(cluster.configuration.toMap()['rest.port']).toBe('18081');
    expect(cluster.restService.url).toBe('http://orders-rest.streaming:18081');
  });

  test('takes features later, and findings follow', () => {
    const cluster = make(chart(), 'Orders');
    cluster.addFeature(MetricsReporter.prometheus());
    expect(cluster.taskManager.ports.map(({ name }) => name)).toContain('metrics');
    expect(cluster.findings.map(({ id }) => id)).not.toContain('high-availability-without-storage');
    cluster.addFeature(HighAvailability.kubernetes());
    expect(cluster.findings.map(({ id }) => id)).toContain('high-availability-without-storage');
  });

  test('has findings that are a copy', () => {
    const cluster = make(chart(), 'Orders', { taskManager: { replicas: 0 } });
    cluster.findings.pop();
    expect(cluster.findings.map(({ id }) => id)).toContain('invalid-replicas');
  });

  test('has the permissions of both roles', () => {
    const cluster = make(chart(), 'Orders', { storage: FlinkStorage.s3('s3://a/b'), highAvailability: HighAvailability.kubernetes() });
    expect(cluster.permissions).toMatchObject({ taskManager: { rules: [{ resources: ['configmaps'], verbs: ['list', 'watch'] }] } });
  });
});
