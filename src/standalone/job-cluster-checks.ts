import { ClusterPlan } from '../plan/plan';
import { canonical } from '../private/plain';
import { complaint } from '../private/remedy';

/** What no job cluster can do. */
export function jobClusterProblems({ jobManager }: ClusterPlan, backoffLimit?: number): string[] {
  const problems: string[] = [];
  if (jobManager.replicas !== 1) {
    problems.push(complaint(`jobManager.replicas is ${jobManager.replicas}: a standby would outlive the job and keep the Kubernetes Job from its end`,
      'Keep one; Kubernetes replaces a JobManager that is lost'));
  }
  if (backoffLimit !== undefined && !(Number.isInteger(backoffLimit) && backoffLimit >= 0)) {
    problems.push(complaint(`backoffLimit is ${backoffLimit}`, 'Write a whole number, 0 or more'));
  }
  return problems;
}

/** What one pod template cannot be for two roles at the same time. */
export function oneTemplateProblems({ jobManager, taskManager }: ClusterPlan): string[] {
  const problems: string[] = [];
  const remedy = "Put it into 'pod', which both roles have, or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT";
  if (taskManager.volumeClaims.length) {
    problems.push(complaint('localRecovery needs TaskManagers that keep their volume, and the pods of a Job do not', 'Leave it out, or use FlinkApplication'));
  }
  if (jobManager.ownConfiguration || taskManager.ownConfiguration) {
    problems.push(complaint('jobManager.configuration and taskManager.configuration are for one role, and the pods of an indexed Job are all alike', "Put the options into 'configuration', or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT"));
  }
  for (const field of new Set([...Object.keys(jobManager.pod), ...Object.keys(taskManager.pod)])) {
    // What a pod says of itself does no harm where only the other role asks for it.
    const harmless = (e: any, other: any) => e.valueFrom?.fieldRef && !other.env?.some((o: any) => o.name === e.name);
    const of = (pod: any, other: any) => canonical(field === 'env' ? (pod.env ?? []).filter((e: any) => !harmless(e, other)) : pod[field] ?? null);
    if (of(jobManager.pod, taskManager.pod) !== of(taskManager.pod, jobManager.pod)) {
      problems.push(complaint(`the pods of JobManager and TaskManagers differ in ${field}, and the pods of an indexed Job are all alike`, remedy));
    }
  }
  if ((jobManager.cpuLimit === undefined) !== (taskManager.cpuLimit === undefined)) {
    problems.push(complaint('one of jobManager.cpuLimit and taskManager.cpuLimit is set, and the pods of an indexed Job are all alike', 'Set both, or neither'));
  }
  for (const { name, containerPort } of taskManager.containerPorts.filter((port) => port.name !== 'rpc')) {
    const twin = jobManager.containerPorts.find((port) => port.name === name && port.containerPort !== containerPort);
    if (!twin) continue;
    problems.push(complaint(`port '${name}' is ${twin.containerPort} of the JobManager and ${containerPort} of the TaskManagers, and the pods of an indexed Job are all alike`,
      'Give both the same number, or choose JobClusterLayout.TASK_MANAGER_DEPLOYMENT'));
  }
  if (jobManager.serviceAccountName !== taskManager.serviceAccountName) {
    problems.push(complaint('jobManager.serviceAccount and taskManager.serviceAccount differ, and the pods of an indexed Job are all alike', 'Give both the same'));
  }
  return problems;
}
