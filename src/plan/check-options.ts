import { ClusterPlan } from './plan';
import { JobManagerDiscovery } from '../features/feature';
import { complaint } from '../private/remedy';

/** Options that only work together with what a prop brings. */
export function checkOptions(plan: ClusterPlan): string[] {
  const problems: string[] = [];
  const elected = plan.discovery === JobManagerDiscovery.LEADER_ELECTION;
  const type = plan.configuration.text('high-availability.type');
  if (type && !['none', 'standalone'].includes(type.toLowerCase()) && !elected) {
    problems.push(complaint(`'high-availability.type' is '${type}' by configuration alone, without the permissions and addresses that go with it`,
      "Set 'highAvailability', for example HighAvailability.kubernetes()"));
  }
  const host = plan.taskManager.configuration.text('taskmanager.host');
  if (host && plan.taskManager.replicas > 1) {
    problems.push(complaint(`'taskmanager.host' is '${host}' for all ${plan.taskManager.replicas} TaskManagers, and only one of them could register`,
      'Leave it out: each then goes by its pod\'s address'));
  }
  if (elected && plan.jobManager.configuration.text('jobmanager.rpc.address')) {
    problems.push(complaint("'jobmanager.rpc.address' is configured, and with high availability each JobManager goes by its own address", 'Leave it out'));
  }
  return problems;
}
