import { PlanOptions } from './plan-options';
import { OptionAssignment } from '../configuration/effective-configuration';
import { FeatureConfig } from '../features/feature';

type Precedence = OptionAssignment['precedence'];

/** The options that features set. */
export function assignmentsOf({ owner, configuration, defaults, ifSupported }: FeatureConfig): OptionAssignment[] {
  const assignments = [...assign(owner, 'explicit', configuration), ...assign(owner, 'default', defaults), ...assign(owner, 'if-supported', ifSupported)];
  return assignments.filter(({ content }) => content !== undefined);
}

/** The options that users set. */
export function assignmentsOfUser({ configuration, edits, jobManager, taskManager }: PlanOptions): OptionAssignment[] {
  return [
    ...assign('configuration', 'explicit', configuration),
    ...assign('configuration.set()', 'explicit', edits?.set),
    ...(edits?.setAgain ?? []).flatMap((options) => assign('configuration.set()', 'explicit', options)),
    ...assign('configuration.replace()', 'forced', edits?.replaced),
    ...assign('jobManager.configuration', 'role', jobManager?.configuration, 'jobManager'),
    ...assign('taskManager.configuration', 'role', taskManager?.configuration, 'taskManager'),
  ];
}

function assign(owner: string, precedence: Precedence, options: { readonly [option: string]: any } = {}, role?: OptionAssignment['role']): OptionAssignment[] {
  return Object.entries(options).map(([option, content]) => ({ owner, precedence, option, content, role }));
}
