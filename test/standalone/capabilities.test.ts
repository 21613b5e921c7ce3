import { App, Chart, Size } from 'cdk8s';
import { Cpu, ServiceAccount } from 'cdk8s-plus-27';
import { FlinkStorage, HighAvailability, JobClusterLayout, LocalRecovery, PortCaller } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { problemsOf } from '../harness/findings';
import { feature, planned, plannedForJobCluster } from '../plan/planned';

const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const account = (name: string) => ServiceAccount.fromServiceAccountName(new Chart(new App(), 'chart'), name, name);
const fromPod = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
const port = (number: number) => ({ ports: [{ name: 'mine', port: number, callers: [PortCaller.MONITORING] }] });
const differ = (what: string, remedy: string) => `${what} of JobManager and TaskManagers differ, and an indexed Job has one for both roles. ${remedy}. (roles-not-alike)`;
const POD = "Set it for both roles, for example in 'pod', or use JobClusterLayout.TASK_MANAGER_DEPLOYMENT";
const ONE_JOB_MANAGER = 'Keep one: a standby would outlive the job and keep the Kubernetes Job from completing, and Kubernetes replaces a JobManager that is lost. (unsupported-by-system)';

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['nothing', {}, []],
  ['high availability, which knows each pod by its own address', elected, []],
  ['a pod of both roles', { pod: { labels: { a: 'b' }, env: [{ name: 'A', value: 'b' }] } }, []],
  ['the same, said for each role', { jobManager: { pod: { labels: { a: 'b', c: 'd' } } }, taskManager: { pod: { labels: { c: 'd', a: 'b' } } } }, []],
  ['different sizes', { jobManager: { memory: Size.gibibytes(3) }, taskManager: { memory: Size.gibibytes(4) } }, []],
  ['different labels', { taskManager: { pod: { labels: { a: 'b' } } } }, [differ('pod.labels', POD)]],
  ['different environment', { jobManager: { pod: { env: [{ name: 'A', value: 'b' }] } } }, [differ('pod.env', POD)]],
  ['what pods say of themselves, asked for by one role', { taskManager: { pod: { env: [fromPod('NODE', 'spec.nodeName')] } } }, []],
  ['what pods say of themselves, asked for differently', {
    jobManager: { pod: { env: [fromPod('NODE', 'spec.nodeName')] } }, taskManager: { pod: { env: [fromPod('NODE', 'status.hostIP')] } },
  }, [differ('pod.env', POD)]],
  ['options of one role, which are arguments', { taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }, []],
  ['different room for temporary files', { taskManager: { ephemeralStorage: Size.gibibytes(50) } }, []],
  ['a port of one name and two numbers', { features: [feature({ jobManager: port(7777), taskManager: port(7778) })] }, [
    differ("port 'mine' (7777 and 7778)", 'Give both roles the same number, or use JobClusterLayout.TASK_MANAGER_DEPLOYMENT'),
  ]],
  ['a port of both roles', { features: [feature({ jobManager: port(7777), taskManager: port(7777) })] }, []],
  ['different accounts', { jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('two') } }, [differ('serviceAccount', 'Give both roles the same')]],
  ['the same account', { jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('one') } }, []],
  ['annotations of one account', { jobManager: { serviceAccountAnnotations: { 'example.com/role': 'a' } } }, [differ('serviceAccountAnnotations', 'Give both roles the same')]],
  ['the same annotations of both accounts', { jobManager: { serviceAccountAnnotations: { a: 'b' } }, taskManager: { serviceAccountAnnotations: { a: 'b' } } }, []],
  ['a CPU limit of one role', { taskManager: { cpuLimit: Cpu.units(2) } }, [differ('cpuLimit', 'Set both to the same amount, or neither')]],
  ['TaskManagers that keep volumes', { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, [
    "localRecovery requires volume claim 'flink-work' of the taskManager, which an indexed Job does not support. Leave it out, or use FlinkApplication. (unsupported-by-system)",
  ]],
  ['a standby', { ...elected, jobManager: { replicas: 2 } }, [`jobManager.replicas is 2, and an indexed Job supports only 1. ${ONE_JOB_MANAGER}`]],
])('an indexed Job and %s: %j', (_, options, problems) => {
  expect(problemsOf(plannedForJobCluster(options)).filter((problem) => /roles-not-alike|unsupported-by-system/.test(problem))).toEqual(problems);
});

test('a Job beside a Deployment takes what one pod template cannot, and one JobManager', () => {
  const beside = (options: Partial<PlanOptions>) => problemsOf(plannedForJobCluster(options, JobClusterLayout.TASK_MANAGER_DEPLOYMENT));
  expect(beside({
    jobManager: { replicas: 1, serviceAccount: account('one') },
    taskManager: { cpuLimit: Cpu.units(2), configuration: { 'pekko.ask.timeout': '20 s' }, pod: { nodeSelector: { pool: 'big' } } },
    localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)),
  })).toEqual([]);
  expect(beside({ ...elected, jobManager: { replicas: 2 } })).toEqual([`jobManager.replicas is 2, and a Job beside a Deployment supports only 1. ${ONE_JOB_MANAGER}`]);
});

test('Deployments take all of it, and standbys', () => {
  expect(problemsOf(planned({
    ...elected,
    jobManager: { replicas: 2, configuration: { 'pekko.ask.timeout': '20 s' }, serviceAccount: account('one') },
    taskManager: { pod: { nodeSelector: { pool: 'big' } }, serviceAccountAnnotations: { a: 'b' } },
    localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)),
  }))).toEqual([]);
});
