import { Size } from 'cdk8s';
import { FlinkStorage, HighAvailability, LocalRecovery } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { renderDeployments } from '../../src/standalone/render';
import { JOB, planned } from '../plan/planned';

const rendered = (options: Partial<PlanOptions> = {}, autoscaled = false) => renderDeployments(planned(options), { autoscaled });
const names = (options: Partial<PlanOptions>) => Object.fromEntries(Object.entries(rendered(options)).map(([path, { kind, metadata }]) => [path, `${kind} ${metadata.name}`]));
const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const recovering: Partial<PlanOptions> = { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(2), { storageClassName: 'fast' }) };

const always = {
  'Config/Resource': 'ConfigMap orders-config',
  'Rest/Resource': 'Service orders-rest',
  'JobManager/Resource': 'Deployment orders-jobmanager',
};

test.each<[string, Partial<PlanOptions>, object]>([
  ['a single JobManager', {}, { ...always, 'JobManager/Service': 'Service orders-jobmanager', 'TaskManager/Resource': 'Deployment orders-taskmanager' }],
  ['elected JobManagers', elected, {
    ...always,
    'JobManager/ServiceAccount': 'ServiceAccount orders-jobmanager',
    'JobManager/Role': 'Role orders-jobmanager',
    'JobManager/RoleBinding': 'RoleBinding orders-jobmanager',
    'TaskManager/ServiceAccount': 'ServiceAccount orders-taskmanager',
    'TaskManager/Role': 'Role orders-taskmanager',
    'TaskManager/RoleBinding': 'RoleBinding orders-taskmanager',
    'TaskManager/Resource': 'Deployment orders-taskmanager',
  }],
  ['TaskManagers that keep a volume', recovering, {
    ...always, 'JobManager/Service': 'Service orders-jobmanager', 'TaskManager/Service': 'Service orders-taskmanager', 'TaskManager/Resource': 'StatefulSet orders-taskmanager',
  }],
])('the names and paths of the objects of %s never change', (_, options, expected) => {
  expect(names(options)).toEqual(expected);
});

test('selectors depend on the name alone, and the pods have their labels whatever users add', () => {
  const before = rendered();
  const after = rendered({ ...elected, image: 'a:1', pod: { labels: { mine: 'yes' } }, taskManager: { replicas: 3 } });
  for (const [path, role] of [['JobManager/Resource', 'jobmanager'], ['TaskManager/Resource', 'taskmanager']]) {
    const selector = { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': role };
    expect(before[path].spec.selector).toEqual({ matchLabels: selector });
    expect(after[path].spec.selector).toEqual({ matchLabels: selector });
    expect(after[path].spec.template.metadata.labels).toEqual({ 'mine': 'yes', 'app.kubernetes.io/version': '1.20.5', 'app.kubernetes.io/managed-by': 'cdk8s-flink', ...selector });
  }
});

test('a single JobManager makes room before the next one comes; elected ones do not', () => {
  expect(rendered()['JobManager/Resource'].spec.strategy).toEqual({ type: 'Recreate' });
  expect(rendered({ ...elected, jobManager: { replicas: 2 } })['JobManager/Resource'].spec).toMatchObject({
    replicas: 2, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  });
});

test('the JobManager runs the one job, or waits for jobs', () => {
  const first = (options: Partial<PlanOptions>) => rendered(options)['JobManager/Resource'].spec.template.spec.containers[0].args[0];
  expect([first({}), first({ job: JOB })]).toEqual(['jobmanager', 'standalone-job']);
});

test('an autoscaler\'s number is left to it', () => {
  expect(rendered({ taskManager: { replicas: 3 } })['TaskManager/Resource'].spec.replicas).toBe(3);
  expect(rendered({}, true)['TaskManager/Resource'].spec).not.toHaveProperty('replicas');
  expect(rendered(recovering, true)['TaskManager/Resource'].spec).not.toHaveProperty('replicas');
});

test('TaskManagers that keep a volume start together, and their claims go with them', () => {
  expect(rendered(recovering)['TaskManager/Resource'].spec).toMatchObject({
    serviceName: 'orders-taskmanager',
    podManagementPolicy: 'Parallel',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' },
    volumeClaimTemplates: [{
      metadata: { name: 'flink-work' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '2048Mi' } } },
    }],
  });
});

test('TaskManagers are replaced at once, so that a job restarts once; those with volumes one by one', () => {
  expect(rendered()['TaskManager/Resource'].spec.strategy).toEqual({ type: 'Recreate' });
  expect(rendered(recovering)['TaskManager/Resource'].spec).not.toHaveProperty('strategy');
});

test('several JobManagers prefer different nodes', () => {
  const affinity = (options: Partial<PlanOptions>) => rendered(options)['JobManager/Resource'].spec.template.spec.affinity;
  expect(affinity({ ...elected, jobManager: { replicas: 2 } }).podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution).toHaveLength(1);
  expect(affinity({})).toBeUndefined();
});
