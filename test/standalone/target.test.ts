import { FlinkStorage, HighAvailability, JobClusterLayout } from '../../src';
import { planned, plannedForJobCluster } from '../plan/planned';

const elected = { storage: FlinkStorage.s3('s3://a/b'), highAvailability: HighAvailability.kubernetes() };
const address = (plan: ReturnType<typeof planned>) => plan.configuration.text('jobmanager.rpc.address');

test('TaskManagers find a single JobManager by a Service, or by the name of its pod', () => {
  expect(address(planned())).toBe('orders-jobmanager');
  expect(address(plannedForJobCluster({}, JobClusterLayout.TASK_MANAGER_DEPLOYMENT))).toBe('orders-jobmanager');
  expect(address(plannedForJobCluster())).toBe('orders-0.orders');
});

test('an elected JobManager goes by the address of its own pod', () => {
  const plan = planned(elected, { namespace: 'streaming' });
  expect(address(plan)).toBeUndefined();
  expect(plan.jobManager.dynamicProperties).toEqual({ 'jobmanager.rpc.address': '$(POD_IP)' });
  expect(plan.jobManager.pod.env).toEqual([{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }]);
  expect([plan.taskManager.dynamicProperties, plan.taskManager.pod.env ?? []]).toEqual([{}, []]);
});

test('each role is found by its own labels, in one indexed Job by the index of its pod', () => {
  const labels = (component: string) => ({ 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': component });
  const index = 'batch.kubernetes.io/job-completion-index';
  const { jobManager, taskManager } = planned();
  expect([jobManager.selector, taskManager.selector]).toEqual([{ matchLabels: labels('jobmanager') }, { matchLabels: labels('taskmanager') }]);
  const indexed = plannedForJobCluster();
  expect(indexed.jobManager.selector).toEqual({ matchLabels: { ...labels('job-cluster'), [index]: '0' } });
  expect(indexed.taskManager.selector).toEqual({ matchLabels: labels('job-cluster'), matchExpressions: [{ key: index, operator: 'NotIn', values: ['0'] }] });
});

test('an account of a role\'s own is there where it calls Kubernetes, unless the user names another', () => {
  const names = (options: Parameters<typeof planned>[0]) => [planned(options).jobManager, planned(options).taskManager].map(({ serviceAccountName }) => serviceAccountName);
  expect(names({})).toEqual([undefined, undefined]);
  expect(names(elected)).toEqual(['orders-jobmanager', 'orders-taskmanager']);
  expect(names({ ...elected, jobManager: { serviceAccount: { name: 'mine' } as any } })).toEqual(['mine', 'orders-taskmanager']);
});
