import { App, Chart } from 'cdk8s';
import { FlinkApplication, FlinkJobCluster, FlinkVersion } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const common = { version: FlinkVersion.V1_20, image: IMAGE, job: JOB };
const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace });

test('the id of an application\'s job follows from the cluster\'s name', () => {
  const { jobId } = new FlinkApplication(chart(), 'Orders', common);
  expect(jobId).toMatch(/^[0-9a-f]{32}$/);
  expect(new FlinkJobCluster(chart('elsewhere'), 'Any', { ...common, name: 'orders' }).jobId).toBe(jobId);
  expect(new FlinkApplication(chart(), 'Clicks', common).jobId).not.toBe(jobId);
});
