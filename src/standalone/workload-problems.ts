import { taskManagerName } from './render';
import { ClusterPlan } from '../plan/plan';
import { complaint } from '../private/remedy';

/** A label of a StatefulSet's pods is its name and a hash of eleven characters, and a label has 63 at most. */
const LONGEST_STATEFUL_SET = 52;

/** What the workloads of a standalone cluster cannot be. */
export function workloadProblems({ name, jobManager, taskManager }: ClusterPlan): string[] {
  const problems: string[] = [];
  const most = LONGEST_STATEFUL_SET - taskManagerName('').length;
  if (taskManager.volumeClaims.length && name.length > most) {
    problems.push(complaint(`its name '${name}' has ${name.length} characters, and that of a cluster whose TaskManagers keep volumes has ${most} at most: Kubernetes would not make their pods`,
      "Set a shorter 'name'"));
  }
  if (jobManager.volumeClaims.length) {
    problems.push(complaint(`the JobManager is asked to keep the volume '${jobManager.volumeClaims[0].name}', and its pods keep none`, 'Give it to the TaskManagers, or use a volume that exists'));
  }
  return problems;
}
