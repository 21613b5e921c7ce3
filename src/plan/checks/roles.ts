import { JobManagerDiscovery } from '../../features/feature';
import { PlanFinding, problem } from '../../private/findings';
import { isObjectName, nameProblem } from '../../private/names';
import { namespaceOf } from '../../private/namespaces';
import { cores } from '../../private/quantity';
import { ClusterPlan, RolePlan } from '../plan';
import { PlanOptions } from '../plan-options';
import { PlanTarget } from '../plan-target';

/** Names and counts. */
export function checkRoles(plan: ClusterPlan, options: PlanOptions, target: PlanTarget): PlanFinding[] {
  return [
    ...checkName(plan, options, target.maxNameLength), ...checkCounts(plan), ...checkSlots(plan),
    ...[plan.jobManager, plan.taskManager].flatMap((role) => [
      ...checkCpu(role, options), ...checkMemoryLimit(role), ...checkEphemeralStorage(role), ...checkAccount(role),
      ...checkAccountNamespace(plan, role, options),
    ]),
  ];
}

function checkName(plan: ClusterPlan, options: PlanOptions, maxLength: number): PlanFinding[] {
  const reason = nameProblem(plan.name, maxLength);
  const what = options.name === undefined ? `the construct's id gives it the name '${plan.name}', which` : `its name '${plan.name}'`;
  return [
    ...(reason ? [problem('invalid-cluster-name', `${what} ${reason}`, "Set 'name', for example name: 'orders'", 'name')] : []),
    ...(plan.namespace !== undefined && !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(plan.namespace)
      ? [problem('invalid-namespace', `the chart's namespace '${plan.namespace}' is not a DNS-1123 label`, 'Rename it with at most 63 lower-case letters, digits and inner hyphens', 'namespace')]
      : []),
  ];
}

function isCount(count: number | undefined): boolean {
  return Number.isInteger(count) && count! >= 1;
}

function checkCounts(plan: ClusterPlan): PlanFinding[] {
  const { jobManager, taskManager } = plan;
  const findings: PlanFinding[] = [];
  // A number that is not set follows from the job's parallelism, which is checked by itself.
  for (const [what, count] of [['jobManager.replicas', jobManager.replicas], ['taskManager.replicas', taskManager.fixedReplicas]] as const) {
    if (count !== undefined && !isCount(count)) findings.push(problem('invalid-replicas', `${what} is ${count}`, 'Write a whole number, 1 or more', what));
  }
  if (jobManager.replicas > 1 && plan.discovery !== JobManagerDiscovery.LEADER_ELECTION) {
    findings.push(problem('standby-without-high-availability', `jobManager.replicas is ${jobManager.replicas} without high availability: each would lead a cluster of its own behind one Service`,
      "Set 'highAvailability', for example HighAvailability.kubernetes(), or keep one", 'jobManager.replicas'));
  }
  return findings;
}

/** Whether the job gets the slots that it requires. */
function checkSlots({ configuration, taskManager, job }: ClusterPlan): PlanFinding[] {
  if (!job || !isCount(job.parallelism)) return [];
  const { parallelism } = job;
  const max = Number(configuration.text('pipeline.max-parallelism') ?? -1);
  if (max > 0 && max < parallelism) {
    return [problem('parallelism-over-maximum', `the job's parallelism is ${parallelism}, and 'pipeline.max-parallelism' is ${max}: Flink refuses the job`,
      `Raise 'pipeline.max-parallelism' to ${parallelism} or more; it cannot be changed later for a job with state`, 'job.parallelism')];
  }
  const slots = Number(taskManager.configuration.text('taskmanager.numberOfTaskSlots'));
  const { replicas } = taskManager;
  if (!isCount(slots) || !isCount(replicas) || slots * replicas >= parallelism) return [];
  return [problem('too-few-slots', `the job requires ${parallelism} slots, and ${replicas} TaskManager(s) with ${slots} slot(s) have ${slots * replicas}: it would wait for slots until it fails`,
    `Set taskManager.replicas to ${Math.ceil(parallelism / slots)}, or leave it out`, 'taskManager.replicas')];
}

function checkCpu({ role, cpu, cpuLimit }: RolePlan, options: PlanOptions): PlanFinding[] {
  const amounts = [['cpu', cpu], ['cpuLimit', cpuLimit]].filter(([prop]) => options[role]?.[prop as 'cpu' | 'cpuLimit']);
  const impossible = amounts.filter(([, amount]) => !(cores(amount!) > 0 && Number.isFinite(cores(amount!))));
  if (impossible.length) {
    return impossible.map(([prop, amount]) => problem('invalid-cpu', `${role}.${prop} is ${amount}`, 'Use more than 0, for example Cpu.units(1) or Cpu.millis(500)', `${role}.${prop}`));
  }
  const fine = amounts.filter(([, amount]) => !Number.isInteger(Math.round(cores(amount!) * 1e9) / 1e6));
  if (fine.length) {
    return fine.map(([prop, amount]) => problem('invalid-cpu', `${role}.${prop} is ${amount}, and Kubernetes measures CPU in steps of 1m`, 'Use whole thousandths, for example Cpu.millis(500)', `${role}.${prop}`));
  }
  if (cpuLimit === undefined || cores(cpu) <= cores(cpuLimit)) return [];
  return [problem('cpu-over-limit', `${role}.cpu is ${cpu}${options[role]?.cpu ? '' : ' (its default)'} and ${role}.cpuLimit is ${cpuLimit}: Kubernetes refuses a container that requests more than its limit`,
    `Set ${role}.cpu to ${cpuLimit} at most, or raise the limit`, `${role}.cpuLimit`)];
}

function checkMemoryLimit({ role, memoryLimitFactor: factor }: RolePlan): PlanFinding[] {
  return Number.isFinite(factor) && factor >= 1 ? [] : [problem('invalid-memory-limit-factor', `${role}.memoryLimitFactor is ${factor}, and the container's limit cannot be below its process`,
    'Write 1 or more, for example 1.1; or leave it out', `${role}.memoryLimitFactor`)];
}

function checkEphemeralStorage({ role, ephemeralStorage }: RolePlan): PlanFinding[] {
  return ephemeralStorage > 0 ? [] : [problem('invalid-ephemeral-storage', `${role}.ephemeralStorage is 0, and the process writes temporary files from its start`,
    'Give it a size, for example Size.gibibytes(10); or leave it out', `${role}.ephemeralStorage`)];
}

function checkAccountNamespace({ namespace }: ClusterPlan, { role }: RolePlan, options: PlanOptions): PlanFinding[] {
  const account = options[role]?.serviceAccount;
  const other = account && namespaceOf(account);
  return namespace === undefined || other === undefined || other === namespace ? [] : [problem('object-of-other-namespace',
    `${role}.serviceAccount is '${account!.name}' of the namespace '${other}', and the cluster is in '${namespace}': pods use only ServiceAccounts of their own namespace`,
    `Create the ServiceAccount in a chart with the namespace '${namespace}', or name one of that namespace`, `${role}.serviceAccount`)];
}

function checkAccount({ role, givenServiceAccount: name, serviceAccountAnnotations }: RolePlan): PlanFinding[] {
  if (name !== undefined && Object.keys(serviceAccountAnnotations).length) {
    return [problem('annotations-of-given-service-account', `${role}.serviceAccountAnnotations are set, and ${role}.serviceAccount names '${name}', which is not the library's to annotate`,
      'Annotate that ServiceAccount yourself, or leave serviceAccount out', `${role}.serviceAccountAnnotations`)];
  }
  return name === undefined || isObjectName(name) ? [] : [problem('invalid-object-name', `${role}.serviceAccount is '${name}', which is not the name of a ServiceAccount`,
    "Use lower-case letters, digits, inner hyphens and dots, for example 'flink'", `${role}.serviceAccount`)];
}
