import { FlinkStorage, HighAvailability, JobClusterLayout } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { renderJobBesideDeployment } from '../../src/standalone/render-job-beside-deployment';
import { JOB, plannedForJobCluster } from '../plan/planned';

const rendered = (options: Partial<PlanOptions> = {}, settings = {}) => {
  const plan = plannedForJobCluster(options, JobClusterLayout.TASK_MANAGER_DEPLOYMENT);
  return renderJobBesideDeployment(plan, plan.job!, { autoscaled: false, backoffLimit: 6, ...settings });
};
const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };

test('the names and paths of the objects never change', () => {
  expect(Object.fromEntries(Object.entries(rendered()).map(([path, { kind, metadata }]) => [path, `${kind} ${metadata.name}`]))).toEqual({
    'Config/Resource': 'ConfigMap orders-config',
    'JobManager/Service': 'Service orders-jobmanager',
    'Rest/Resource': 'Service orders-rest',
    'JobManager/Resource': 'Job orders-jobmanager',
    'TaskManager/Resource': 'Deployment orders-taskmanager',
  });
});

test('elected JobManagers have no Service of their own', () => {
  expect(Object.keys(rendered(elected))).not.toContain('JobManager/Service');
});

test('the TaskManagers are a Deployment as ever', () => {
  const { 'JobManager/Resource': job, 'TaskManager/Resource': taskManagers } = rendered({ job: { ...JOB, parallelism: 3 } });
  expect(job.spec).toMatchObject({ parallelism: 1, completions: 1 });
  expect(taskManagers.spec).toMatchObject({ replicas: 3, template: { metadata: { labels: { 'app.kubernetes.io/component': 'taskmanager' } } } });
});

test('an autoscaler\'s number is left to it', () => {
  expect(rendered({}, { autoscaled: true })['TaskManager/Resource'].spec).not.toHaveProperty('replicas');
});

test('a sidecar of the JobManager ends with Flink\'s container, one of the TaskManagers runs beside it', () => {
  const { 'JobManager/Resource': job, 'TaskManager/Resource': taskManagers } = rendered({ pod: { sidecars: [{ name: 'proxy', image: 'x:1' }] } });
  expect(job.spec.template.spec.initContainers).toEqual([{ name: 'proxy', image: 'x:1', restartPolicy: 'Always' }]);
  expect(taskManagers.spec.template.spec.containers.map(({ name }: any) => name)).toEqual(['flink-main-container', 'proxy']);
});
