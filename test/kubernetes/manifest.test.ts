import { App, Chart, Size } from 'cdk8s';
import { apache, FlinkApplication, FlinkClusterOptions, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, LocalRecovery } from '../../src';
import { feature, IMAGE, JOB } from '../plan/planned';

const common = {
  version: FlinkVersion.V1_20,
  image: IMAGE,
  storage: FlinkStorage.s3('s3://a/b'),
  highAvailability: HighAvailability.kubernetes(),
};
const OWN = { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/version': '1.20.5', 'app.kubernetes.io/managed-by': 'cdk8s-flink' };

/** The objects of a cluster, and the templates of its pods: those that submit jobs say what they are on their Job alone. */
type Make = (chart: Chart, options: Partial<FlinkClusterOptions>) => unknown;
const SYSTEMS: [string, Make][] = [
  ['an application', (chart, options) => new FlinkApplication(chart, 'Orders', { ...common, ...options, job: JOB, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) })],
  ['a session cluster and its jobs', (chart, options) => new FlinkSessionCluster(chart, 'Orders', { ...common, ...options }).addJob('First', JOB)],
  ['a job cluster', (chart, options) => new FlinkJobCluster(chart, 'Orders', { ...common, ...options, job: JOB })],
  ['a resource of the operator', (chart, options) => new apache.FlinkDeployment(chart, 'Orders', { ...common, ...options, job: JOB })],
];

function made(make: Make, options: Partial<FlinkClusterOptions>): { objects: any[]; pods: any[] } {
  const chart = new Chart(new App(), 'chart');
  make(chart, options);
  const objects = chart.toJson();
  const pods = objects.flatMap(({ spec }) => [spec?.template, spec?.jobManager?.podTemplate, spec?.taskManager?.podTemplate].filter((template) => template))
    .filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] !== 'submission');
  return { objects, pods };
}

describe.each(SYSTEMS)('of %s', (_, make) => {
  test('all objects and pods say what they are, of which release, and who manages them', () => {
    const { objects, pods } = made(make, {});
    expect(objects.length).toBeGreaterThan(0);
    expect(pods.length).toBeGreaterThan(0);
    for (const { metadata } of [...objects, ...pods]) expect(metadata.labels).toMatchObject(OWN);
  });

  test('labels and annotations of the cluster are on all of them', () => {
    const { objects, pods } = made(make, { labels: { team: 'clicks' }, annotations: { 'example.com/owner': 'me' } });
    for (const { metadata } of [...objects, ...pods]) expect(metadata).toMatchObject({ labels: { team: 'clicks', ...OWN }, annotations: { 'example.com/owner': 'me' } });
  });

  test('so are those of a feature, beside the user\'s', () => {
    const { objects, pods } = made(make, { labels: { team: 'clicks' }, features: [feature({ labels: { team: 'clicks', cost: 'low' }, annotations: { a: 'b' } })] });
    for (const { metadata } of [...objects, ...pods]) expect(metadata).toMatchObject({ labels: { team: 'clicks', cost: 'low' }, annotations: { a: 'b' } });
  });

  test('selectors know none of them, and follow from the name alone', () => {
    const selectors = (options: Partial<FlinkClusterOptions>) => made(make, options).objects.flatMap(({ kind, metadata, spec }) => (spec?.selector ? [[kind, metadata.name, spec.selector]] : []));
    expect(selectors({ labels: { team: 'clicks' }, version: FlinkVersion.V2_3 })).toEqual(selectors({}));
    expect(JSON.stringify(selectors({ labels: { team: 'clicks' } }))).not.toMatch(/team|version|managed-by/);
  });
});

test('labels by which objects are found, and those that the library sets, are refused', () => {
  for (const label of Object.keys(OWN)) {
    expect(() => made(SYSTEMS[0][1], { labels: { [label]: 'x' } })).toThrow(`labels sets '${label}', by which Services and Deployments find the pods, or which is set already. Use a label of your own. (reserved-label)`);
  }
});
