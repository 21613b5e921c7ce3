import { ClusterPlan } from './plan';
import { PlanOptions } from './plan-options';
import { JobManagerDiscovery } from '../features/feature';
import { LONGEST_CLUSTER_NAME, nameProblem } from '../private/names';
import { complaint } from '../private/remedy';

/** Names, counts and images. */
export function checkRoles(plan: ClusterPlan, options: PlanOptions): string[] {
  return [...checkName(plan, options), ...checkImage(plan), ...checkCounts(plan), ...checkOptions(plan)];
}

function checkName(plan: ClusterPlan, options: PlanOptions): string[] {
  const because = nameProblem(plan.name, LONGEST_CLUSTER_NAME);
  const from = options.name === undefined ? 'the construct\'s id gives it the name' : 'its name';
  return because ? [complaint(`${from} '${plan.name}', which ${because}`, "Set 'name', for example name: 'orders'")] : [];
}

function checkImage(plan: ClusterPlan): string[] {
  const { image, imagePullPolicy } = plan;
  const problems: string[] = [];
  const tag = /^[^\s@]+?(?::([\w][\w.-]{0,127}))?(@sha256:[0-9a-f]{64})?$/.exec(image.replace(/^[^/]*:\d+\//, ''));
  if (!tag) {problems.push(complaint(`'${image}' is no reference of an image`, `Write it as registry/name:tag, for example '${plan.version.image}'`));} else if (!tag[2] && (tag[1] === undefined || tag[1] === 'latest')) {
    problems.push(complaint(`image '${image}' moves: a pod that starts tomorrow may run another Flink than the others`,
      `Give it a tag that stays, for example '${plan.version.image}', or a digest`));
  }
  if (imagePullPolicy !== undefined && !['Always', 'IfNotPresent', 'Never'].includes(imagePullPolicy)) {
    problems.push(complaint(`imagePullPolicy is '${imagePullPolicy}'`, "Write 'Always', 'IfNotPresent' or 'Never'"));
  }
  return problems;
}

function checkCounts(plan: ClusterPlan): string[] {
  const { jobManager, taskManager } = plan;
  const problems: string[] = [];
  for (const [what, count] of [['jobManager.replicas', jobManager.replicas], ['taskManager.replicas', taskManager.replicas]] as const) {
    if (!(Number.isInteger(count) && count >= 1)) problems.push(complaint(`${what} is ${count}`, 'Write a whole number, 1 or more'));
  }
  if (jobManager.replicas > 1 && plan.discovery !== JobManagerDiscovery.LEADER_ELECTION) {
    problems.push(complaint(`jobManager.replicas is ${jobManager.replicas} without high availability: each would lead a cluster of its own behind one Service`,
      "Set 'highAvailability', for example HighAvailability.kubernetes(), or keep one"));
  }
  const slots = Number(plan.configuration.text('taskmanager.numberOfTaskSlots'));
  const needed = plan.job && Number(plan.configuration.text('parallelism.default') ?? plan.job.parallelism);
  if (needed && Number.isInteger(slots) && slots * taskManager.replicas < needed) {
    problems.push(complaint(`the job wants ${needed} slots, and ${taskManager.replicas} TaskManager(s) with ${slots} slot(s) have ${slots * taskManager.replicas}: it would wait for slots until it fails`,
      `Set taskManager.replicas to ${Math.ceil(needed / slots)}, or leave it out`));
  }
  return problems;
}

/** Options that only work together with what a prop brings. */
function checkOptions(plan: ClusterPlan): string[] {
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
