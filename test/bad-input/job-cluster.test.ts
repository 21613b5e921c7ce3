import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { complaintsAbout, feature, jobCluster, refuses, S3 } from './refused';
import { HighAvailability, JobClusterLayout, LocalRecovery, PortCaller } from '../../src';

const ALIKE = 'and an indexed Job has one for both roles';
const ELSE = "Set it for both roles, for example in 'pod', or use JobClusterLayout.TASK_MANAGER_DEPLOYMENT";
const debug = (port: number) => ({ name: 'debug', port, callers: [PortCaller.REST_CLIENT] });

refuses({
  'standbys, which would keep the Job from its end': {
    make: jobCluster({ jobManager: { replicas: 2 }, storage: S3, highAvailability: HighAvailability.kubernetes() }), id: 'unsupported-by-system', what: 'jobManager.replicas is 2, and an indexed Job supports only 1', remedy: 'Keep one: a standby would outlive the job and keep the Kubernetes Job from completing, and Kubernetes replaces a JobManager that is lost',
  },
  'pods of one role on nodes of their own': { make: jobCluster({ taskManager: { pod: { nodeSelector: { pool: 'big' } } } }), id: 'roles-not-alike', what: `pod.nodeSelector of JobManager and TaskManagers differ, ${ALIKE}`, remedy: ELSE },
  'options of one role that the start script reads': { make: jobCluster({ taskManager: { configuration: { 'env.java.opts.all': '-Da=b' } } }), id: 'option-of-start-script', what: "taskManager.configuration sets 'env.java.opts.all', which the start script reads from the configuration file alone", remedy: "Move it to 'configuration'" },
  'a ServiceAccount of one role': { make: jobCluster({ taskManager: { serviceAccount: { name: 'flink' } } }), id: 'roles-not-alike', what: `serviceAccount of JobManager and TaskManagers differ, ${ALIKE}`, remedy: 'Give both roles the same' },
  'a CPU limit of one role': { make: jobCluster({ taskManager: { cpuLimit: Cpu.units(2) } }), id: 'roles-not-alike', what: `cpuLimit of JobManager and TaskManagers differ, ${ALIKE}`, remedy: 'Set both to the same amount, or neither' },
  'one name of two ports': {
    make: jobCluster({ features: [feature({ jobManager: { ports: [debug(5005)] }, taskManager: { ports: [debug(5006)] } })] }),
    id: 'roles-not-alike',
    what: `port 'debug' (5005 and 5006) of JobManager and TaskManagers differ, ${ALIKE}`,
    remedy: 'JobClusterLayout.TASK_MANAGER_DEPLOYMENT',
  },
  'TaskManagers that keep volumes': { make: jobCluster({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }), id: 'unsupported-by-system', what: "localRecovery requires volume claim 'flink-work' of the taskManager, which an indexed Job does not support", remedy: 'Leave it out, or use FlinkApplication' },
  'TaskManagers of a Job that an autoscaler counts': {
    make: (chart) => jobCluster()(chart).taskManager.toScalingTarget(), where: 'chart/Orders/TaskManager', id: 'not-scalable', what: 'an indexed Job has no object whose number of replicas is that of the TaskManagers', remedy: 'or a FlinkJobCluster with JobClusterLayout.TASK_MANAGER_DEPLOYMENT',
  },
});

test('the other layout takes what one pod template cannot', () => {
  const layout = JobClusterLayout.TASK_MANAGER_DEPLOYMENT;
  expect(complaintsAbout(jobCluster({ layout, taskManager: { cpuLimit: Cpu.units(2), pod: { nodeSelector: { pool: 'big' } }, serviceAccount: { name: 'flink' } } }))).toEqual([]);
});
