import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { complaintsAbout, jobCluster, refuses, S3 } from './refused';
import { HighAvailability, JobClusterLayout, LocalRecovery } from '../../src';

const ALIKE = 'and the pods of an indexed Job are all alike';
const ELSE = "Put it into 'pod', which both roles have, or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT";

refuses({
  'standbys, which would keep the Job from its end': {
    make: jobCluster({ jobManager: { replicas: 2 }, storage: S3, highAvailability: HighAvailability.kubernetes() }), what: 'jobManager.replicas is 2: a standby would outlive the job', remedy: 'Keep one; Kubernetes replaces a JobManager that is lost',
  },
  'pods of one role on nodes of their own': { make: jobCluster({ taskManager: { pod: { nodeSelector: { pool: 'big' } } } }), what: `the pods of JobManager and TaskManagers differ in nodeSelector, ${ALIKE}`, remedy: ELSE },
  'options of one role': { make: jobCluster({ taskManager: { configuration: { 'taskmanager.data.ssl.enabled': true } } }), what: `jobManager.configuration and taskManager.configuration are for one role, ${ALIKE}`, remedy: "Put the options into 'configuration'" },
  'a ServiceAccount of one role': { make: jobCluster({ taskManager: { serviceAccount: { name: 'flink' } } }), what: `jobManager.serviceAccount and taskManager.serviceAccount differ, ${ALIKE}`, remedy: 'Give both the same' },
  'a CPU limit of one role': { make: jobCluster({ taskManager: { cpuLimit: Cpu.units(2) } }), what: `one of jobManager.cpuLimit and taskManager.cpuLimit is set, ${ALIKE}`, remedy: 'Set both, or neither' },
  'one name of two ports': {
    make: jobCluster({ features: [{ bind: () => ({ jobManager: { ports: [{ name: 'debug', containerPort: 5005 }] }, taskManager: { ports: [{ name: 'debug', containerPort: 5006 }] } }) }] }),
    what: "port 'debug' is 5005 of the JobManager and 5006 of the TaskManagers",
    remedy: 'JobClusterLayout.TASK_MANAGER_DEPLOYMENT',
  },
  'TaskManagers that keep volumes': { make: jobCluster({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }), what: 'localRecovery needs TaskManagers that keep their volume, and the pods of a Job do not', remedy: 'Leave it out, or use FlinkApplication' },
  'TaskManagers of a Job that an autoscaler counts': {
    make: (chart) => jobCluster()(chart).taskManager.toScalingTarget(), where: 'chart/Orders/TaskManager', what: 'the TaskManagers are pods of an indexed Job, whose number is fixed', remedy: 'Choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT',
  },
});

test('the other layout takes what one pod template cannot', () => {
  const layout = JobClusterLayout.TASK_MANAGER_DEPLOYMENT;
  expect(complaintsAbout(jobCluster({ layout, taskManager: { cpuLimit: Cpu.units(2), pod: { nodeSelector: { pool: 'big' } }, serviceAccount: { name: 'flink' } } }))).toEqual([]);
});
