import { JobManagerOptions, TaskManagerOptions } from '../cluster';
import { ClusterPlan, RoleName } from '../plan/plan';
import { PlanFinding, warning } from '../private/findings';
import { cores, mebibytes } from '../private/quantity';

/** The sizes that users set for a role of their cluster. */
export type GivenSizes = { readonly [role in RoleName]?: Pick<JobManagerOptions & TaskManagerOptions, 'cpu' | 'ephemeralStorage' | 'memoryLimitFactor'> };

/** A size of a role for comparing, and as messages write it. */
interface Size {
  readonly amount: number;
  readonly text: string;
}

/** The pods of an indexed Job have one template, which gets the larger size of the two roles: a smaller one that is set shows nowhere. */
export function checkSharedSizes(plan: ClusterPlan, given: GivenSizes): PlanFinding[] {
  const roles: [RoleName, RoleName][] = [['jobManager', 'taskManager'], ['taskManager', 'jobManager']];
  return roles.flatMap(([role, other]) => {
    const [own, larger] = [sizesOf(plan, role), sizesOf(plan, other)];
    const props = Object.keys(own) as (keyof typeof own)[];
    return props.filter((prop) => given[role]?.[prop] !== undefined && own[prop].amount < larger[prop].amount).map((prop) => warning('smaller-than-other-role',
      `${role}.${prop} is ${own[prop].text} and ${other}.${prop} is ${larger[prop].text}: both roles share one pod template, and get the larger of the two`,
      `Set ${other}.${prop} to ${own[prop].text}, too, leave ${role}.${prop} out, or use JobClusterLayout.TASK_MANAGER_DEPLOYMENT`, `${role}.${prop}`));
  });
}

function sizesOf(plan: ClusterPlan, role: RoleName): { readonly [prop in keyof NonNullable<GivenSizes[RoleName]>]-?: Size } {
  const { cpu, ephemeralStorage, memoryLimitFactor } = plan[role];
  return {
    cpu: { amount: cores(cpu), text: cpu },
    ephemeralStorage: { amount: ephemeralStorage, text: mebibytes(ephemeralStorage) },
    memoryLimitFactor: { amount: memoryLimitFactor, text: String(memoryLimitFactor) },
  };
}
