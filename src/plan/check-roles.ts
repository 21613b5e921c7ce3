import { ClusterPlan, RolePlan } from './plan';
import { PlanOptions } from './plan-options';
import { JobManagerDiscovery } from '../features/feature';
import { isObjectName, LONGEST_CLUSTER_NAME, nameProblem } from '../private/names';
import { cores } from '../private/quantity';
import { complaint } from '../private/remedy';

/** Names and counts. */
export function checkRoles(plan: ClusterPlan, options: PlanOptions): string[] {
  return [
    ...checkName(plan, options), ...checkCounts(plan), ...checkSlots(plan),
    ...[plan.jobManager, plan.taskManager].flatMap((role) => [...checkCpu(role, options), ...checkMemoryLimit(role), ...checkAccount(role)]),
  ];
}

function checkName(plan: ClusterPlan, options: PlanOptions): string[] {
  const because = nameProblem(plan.name, LONGEST_CLUSTER_NAME);
  const what = options.name === undefined ? `the construct's id gives it the name '${plan.name}', which` : `its name '${plan.name}'`;
  return [
    ...(because ? [complaint(`${what} ${because}`, "Set 'name', for example name: 'orders'")] : []),
    ...(plan.namespace !== undefined && !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(plan.namespace)
      ? [complaint(`the chart's namespace '${plan.namespace}' is no DNS-1123 label`, 'Rename it with at most 63 lower-case letters, digits and inner hyphens')]
      : []),
  ];
}

function isCount(count: number | undefined): boolean {
  return Number.isInteger(count) && count! >= 1;
}

function checkCounts(plan: ClusterPlan): string[] {
  const { jobManager, taskManager } = plan;
  const problems: string[] = [];
  // A number that nobody has said follows from the job's parallelism, which is checked by itself.
  for (const [what, count] of [['jobManager.replicas', jobManager.replicas], ['taskManager.replicas', taskManager.fixedReplicas]] as const) {
    if (count !== undefined && !isCount(count)) problems.push(complaint(`${what} is ${count}`, 'Write a whole number, 1 or more'));
  }
  if (jobManager.replicas > 1 && plan.discovery !== JobManagerDiscovery.LEADER_ELECTION) {
    problems.push(complaint(`jobManager.replicas is ${jobManager.replicas} without high availability: each would lead a cluster of its own behind one Service`,
      "Set 'highAvailability', for example HighAvailability.kubernetes(), or keep one"));
  }
  return problems;
}

/** Whether the job gets the slots that it wants. */
function checkSlots({ configuration, taskManager, job }: ClusterPlan): string[] {
  if (!job || !isCount(job.parallelism)) return [];
  const { parallelism } = job;
  const most = Number(configuration.text('pipeline.max-parallelism') ?? -1);
  if (most > 0 && most < parallelism) {
    return [complaint(`the job's parallelism is ${parallelism}, and 'pipeline.max-parallelism' is ${most}: Flink refuses the job`, `Raise 'pipeline.max-parallelism' to ${parallelism} or more; it can never be changed under a job with state`)];
  }
  const slots = Number(taskManager.configuration.text('taskmanager.numberOfTaskSlots'));
  const { replicas } = taskManager;
  if (!isCount(slots) || !isCount(replicas) || slots * replicas >= parallelism) return [];
  return [complaint(`the job wants ${parallelism} slots, and ${replicas} TaskManager(s) with ${slots} slot(s) have ${slots * replicas}: it would wait for slots until it fails`,
    `Set taskManager.replicas to ${Math.ceil(parallelism / slots)}, or leave it out`)];
}

function checkCpu({ role, cpu, cpuLimit }: RolePlan, options: PlanOptions): string[] {
  const amounts = [['cpu', cpu], ['cpuLimit', cpuLimit]].filter(([prop]) => options[role]?.[prop as 'cpu' | 'cpuLimit']);
  const impossible = amounts.filter(([, amount]) => !(cores(amount!) > 0 && Number.isFinite(cores(amount!))));
  if (impossible.length) {
    return impossible.map(([prop, amount]) => complaint(`${role}.${prop} is ${amount}`, 'Give it more than 0, for example Cpu.units(1) or Cpu.millis(500)'));
  }
  if (cpuLimit === undefined || cores(cpu) <= cores(cpuLimit)) return [];
  return [complaint(`${role}.cpu is ${cpu}${options[role]?.cpu ? '' : ' (its default)'} and ${role}.cpuLimit is ${cpuLimit}: Kubernetes refuses a container that asks for more than its limit`,
    `Set ${role}.cpu to ${cpuLimit} at most, or raise the limit`)];
}

function checkMemoryLimit({ role, memoryLimitFactor: factor }: RolePlan): string[] {
  return Number.isFinite(factor) && factor >= 1 ? [] : [complaint(`${role}.memoryLimitFactor is ${factor}, and the container's limit cannot be below its process`,
    'Write 1 or more, for example 1.1; or leave it out')];
}

function checkAccount({ role, serviceAccountName: name }: RolePlan): string[] {
  return name === undefined || isObjectName(name) ? [] : [complaint(`${role}.serviceAccount is '${name}', which is no name of one`, "Use lower-case letters, digits, inner hyphens and dots, for example 'flink'")];
}
