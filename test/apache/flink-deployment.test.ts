import { App, Chart } from 'cdk8s';
import { apache, FlinkApplication, FlinkVersion, MetricsReporter } from '../../src';
import { quiet } from '../harness/examples';
import { JOB } from '../plan/planned';

quiet();

const version = FlinkVersion.V1_20;
const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace });

test('the resource goes by the construct\'s id, or by its name', () => {
  const one = chart('streaming');
  expect(new apache.FlinkDeployment(one, 'OrdersManaged', { version }).name).toBe('orders-managed');
  expect(new apache.FlinkDeployment(one, 'Other', { version, name: 'clicks' }).name).toBe('clicks');
  expect((one.toJson() as any[]).map(({ kind, metadata }) => [kind, metadata.name, metadata.namespace])).toEqual([
    ['FlinkDeployment', 'orders-managed', 'streaming'], ['FlinkDeployment', 'clicks', 'streaming'],
  ]);
});

test('what is said later counts', () => {
  const one = chart();
  const deployment = new apache.FlinkDeployment(one, 'Orders', { version });
  deployment.configuration.set('web.refresh-interval', 5000);
  deployment.addFeature(MetricsReporter.prometheus());
  const [{ spec }] = one.toJson() as any[];
  expect(spec.flinkConfiguration).toMatchObject({ 'web.refresh-interval': '5000', 'metrics.reporter.prom.port': '9249' });
  expect(deployment.resource.name).toBe('orders');
});

test('all problems stand in one synthesis', () => {
  const one = chart();
  new apache.FlinkDeployment(one, 'Orders', { version, job: JOB, image: 'orders:latest', upgradeMode: apache.UpgradeMode.SAVEPOINT });
  const synthesize = () => one.toJson();
  for (const part of ["[chart/Orders] image 'orders:latest' moves", '[chart/Orders] upgradeMode is savepoint']) expect(synthesize).toThrow(part);
});

test('a warning is told until it is acknowledged', () => {
  const deployment = new apache.FlinkDeployment(chart(), 'Orders', { version, job: JOB });
  expect(deployment.warnings).toEqual([expect.stringMatching(/^no-high-availability: /)]);
  deployment.acknowledge('no-high-availability');
  expect(deployment.warnings).toEqual([]);
});

test('two clusters of one name and namespace are refused, whatever systems run them', () => {
  const one = chart('streaming');
  new apache.FlinkDeployment(one, 'Orders', { version });
  new FlinkApplication(one, 'Second', { version, name: 'orders', job: JOB });
  expect(() => one.toJson()).toThrow(/\[chart\/Orders\] .*taken by .*chart\/Second/);
});
