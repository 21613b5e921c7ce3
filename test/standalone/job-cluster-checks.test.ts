import { App, Chart, Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { FlinkStorage, HighAvailability, LocalRecovery } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { jobClusterProblems, oneTemplateProblems } from '../../src/standalone/job-cluster-checks';
import { JOB, planned } from '../plan/planned';

const plan = (options: Partial<PlanOptions>) => planned({ job: JOB, ...options });
const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const account = (name: string) => ServiceAccount.fromServiceAccountName(new Chart(new App(), 'chart'), name, name);

test('a standby would outlive the job', () => {
  expect(jobClusterProblems(plan({ jobManager: { replicas: 2 } }))).toEqual([
    'jobManager.replicas is 2: a standby would outlive the job and keep the Kubernetes Job from its end. Keep one; Kubernetes replaces a JobManager that is lost.',
  ]);
});

test.each([-1, 0.5])('backoffLimit cannot be %d', (backoffLimit) => {
  expect(jobClusterProblems(plan({}), backoffLimit)).toEqual([`backoffLimit is ${backoffLimit}. Write a whole number, 0 or more.`]);
});

test.each([undefined, 0, 12])('backoffLimit can be %p', (backoffLimit) => {
  expect(jobClusterProblems(plan({}), backoffLimit)).toEqual([]);
});

const fromPod = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
const port = (containerPort: number) => ({ ports: [{ name: 'mine', containerPort }] });
const alike = "Put it into 'pod', which both roles have, or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT.";

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['nothing', {}, []],
  ['high availability, which knows each pod by its own address', elected, []],
  ['a pod of both roles', { pod: { labels: { a: 'b' }, env: [{ name: 'A', value: 'b' }] } }, []],
  ['the same, said for each role', { jobManager: { pod: { labels: { a: 'b', c: 'd' } } }, taskManager: { pod: { labels: { c: 'd', a: 'b' } } } }, []],
  ['different sizes', { jobManager: { memory: Size.gibibytes(3) }, taskManager: { memory: Size.gibibytes(4) } }, []],
  ['different labels', { taskManager: { pod: { labels: { a: 'b' } } } }, [`the pods of JobManager and TaskManagers differ in labels, and the pods of an indexed Job are all alike. ${alike}`]],
  ['different environment', { jobManager: { pod: { env: [{ name: 'A', value: 'b' }] } } }, [`the pods of JobManager and TaskManagers differ in env, and the pods of an indexed Job are all alike. ${alike}`]],
  ['what pods say of themselves, asked for by one role', { taskManager: { pod: { env: [fromPod('NODE', 'spec.nodeName')] } } }, []],
  ['what pods say of themselves, asked for differently', { jobManager: { pod: { env: [fromPod('NODE', 'spec.nodeName')] } }, taskManager: { pod: { env: [fromPod('NODE', 'status.hostIP')] } } }, [
    `the pods of JobManager and TaskManagers differ in env, and the pods of an indexed Job are all alike. ${alike}`,
  ]],
  ['options of one role', { taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }, [
    'jobManager.configuration and taskManager.configuration are for one role, and the pods of an indexed Job are all alike. Put the options into \'configuration\', or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT.',
  ]],
  ['a port of one name and two numbers', { features: [{ bind: () => ({ jobManager: port(7777), taskManager: port(7778) }) }] }, [
    "port 'mine' is 7777 of the JobManager and 7778 of the TaskManagers, and the pods of an indexed Job are all alike. Give both the same number, or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT.",
  ]],
  ['a port of both roles', { features: [{ bind: () => ({ jobManager: port(7777), taskManager: port(7777) }) }] }, []],
  ['different accounts', { jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('two') } }, [
    'jobManager.serviceAccount and taskManager.serviceAccount differ, and the pods of an indexed Job are all alike. Give both the same.',
  ]],
  ['the same account', { jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('one') } }, []],
])('one template for two roles: %s', (_, options, problems) => {
  expect(oneTemplateProblems(plan(options))).toEqual(problems);
});

test('TaskManagers of an indexed Job keep no volume', () => {
  expect(oneTemplateProblems(plan({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }))[0]).toBe(
    'localRecovery needs TaskManagers that keep their volume, and the pods of a Job do not. Leave it out, or use FlinkApplication.');
});
