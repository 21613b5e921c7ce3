import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { FlinkJobCluster, FlinkJobClusterProps, FlinkVersion, JobClusterLayout } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

/** What is found of sizes, and what the container of an indexed Job requests. */
function of(options: Partial<FlinkJobClusterProps>) {
  const chart = new Chart(new App(), 'chart');
  const cluster = new FlinkJobCluster(chart, 'Orders', { version: FlinkVersion.V1_20, image: IMAGE, job: JOB, ...options });
  const [job] = (chart.toJson() as any[]).filter(({ kind }) => kind === 'Job');
  const found = cluster.findings.filter(({ id }) => id === 'smaller-than-other-role').map(({ subject, message, remedy }) => ({ subject, message, remedy }));
  return { found, requests: job.spec.template.spec.containers[0].resources.requests };
}

test.each<[string, Partial<FlinkJobClusterProps>, string, string]>([
  ['less CPU for the JobManager', { jobManager: { cpu: Cpu.millis(500) } }, 'jobManager.cpu', 'jobManager.cpu is 500m and taskManager.cpu is 1'],
  ['less CPU than the slots of TaskManagers request', { jobManager: { cpu: Cpu.millis(1500) }, taskManager: { slots: 2 } }, 'jobManager.cpu', 'jobManager.cpu is 1500m and taskManager.cpu is 2'],
  ['less CPU for the TaskManagers', { taskManager: { cpu: Cpu.millis(500) } }, 'taskManager.cpu', 'taskManager.cpu is 500m and jobManager.cpu is 1'],
  ['less room for the JobManager', { jobManager: { ephemeralStorage: Size.gibibytes(5) } }, 'jobManager.ephemeralStorage', 'jobManager.ephemeralStorage is 5120Mi and taskManager.ephemeralStorage is 10240Mi'],
  ['a smaller factor', { jobManager: { memoryLimitFactor: 1.1 }, taskManager: { memoryLimitFactor: 1.2 } }, 'jobManager.memoryLimitFactor', 'jobManager.memoryLimitFactor is 1.1 and taskManager.memoryLimitFactor is 1.2'],
])('an indexed Job warns of %s, which shows nowhere', (_, options, subject, message) => {
  const [prop, role] = subject.split('.').reverse();
  expect(of(options).found).toEqual([expect.objectContaining({ subject, message: `${message}: both roles share one pod template, and get the larger of the two.` })]);
  expect(of({ ...options, [role]: { ...options[role as 'jobManager'], [prop]: undefined } }).requests).toEqual(of(options).requests);
});

test.each<[string, Partial<FlinkJobClusterProps>]>([
  ['nothing', {}],
  ['as much for both', { jobManager: { cpu: Cpu.units(2), ephemeralStorage: Size.gibibytes(5) }, taskManager: { cpu: Cpu.millis(2000), ephemeralStorage: Size.gibibytes(5) } }],
  ['more for one role, with the default of the other', { jobManager: { cpu: Cpu.units(4) }, taskManager: { ephemeralStorage: Size.gibibytes(30) } }],
  ['less in a layout with two pod templates', { layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT, jobManager: { cpu: Cpu.millis(500) } }],
])('an indexed Job has nothing against %s', (_, options) => {
  expect(of(options).found).toEqual([]);
});
