import { WorkloadReference } from '../features/feature-objects';
import { Manifests } from '../kubernetes/manifest';
import { ClusterPlan, RoleName } from '../plan/plan';
import { PlanFinding, problem, warning } from '../private/findings';

/** Where the objects that make the pods stand: TaskManagers without an object of their own are pods of the JobManager's. */
export function workloadOf(role: RoleName, manifests: Manifests): string {
  return role === 'taskManager' && manifests['TaskManager/Resource'] ? 'TaskManager/Resource' : 'JobManager/Resource';
}

export function jobManagerName(cluster: string): string {
  return `${cluster}-jobmanager`;
}

export function taskManagerName(cluster: string): string {
  return `${cluster}-taskmanager`;
}

/** The TaskManagers' object: a StatefulSet when each keeps a volume, a Deployment otherwise. */
export function taskManagerReference({ name, taskManager }: ClusterPlan): WorkloadReference {
  return { apiVersion: 'apps/v1', kind: taskManager.volumeClaims.length ? 'StatefulSet' : 'Deployment', name: taskManagerName(name) };
}

/** A label of a StatefulSet's pods is its name and a hash of eleven characters, and a label has 63 at most. */
const MAX_STATEFUL_SET_NAME = 52;

/** What the workloads of a standalone cluster cannot be. */
export function checkWorkloads({ name, jobManager, taskManager }: ClusterPlan): PlanFinding[] {
  const findings: PlanFinding[] = [];
  const max = MAX_STATEFUL_SET_NAME - taskManagerName('').length;
  if (taskManager.volumeClaims.length && name.length > max) {
    findings.push(problem('invalid-cluster-name', `its name '${name}' has ${name.length} characters, and a cluster whose TaskManagers keep volumes can have ${max}: Kubernetes would not create their pods`,
      "Set a shorter 'name'", 'name'));
  }
  if (jobManager.volumeClaims.length) {
    findings.push(problem('job-manager-volume-claim', `the JobManager is asked to claim the volume '${jobManager.volumeClaims[0].name}', and it is not a StatefulSet`, 'Give it to the TaskManagers, or use an existing volume', 'jobManager'));
  }
  return findings;
}

/** TaskManagers that are a Deployment beside a Job. */
export const OUTLIVING_TASK_MANAGERS: PlanFinding = warning('task-managers-outlive-job',
  'the TaskManagers are a Deployment and stay when the job has ended: they use resources until they are deleted',
  'On Kubernetes 1.31 or newer use JobClusterLayout.INDEXED_JOB', 'layout');
