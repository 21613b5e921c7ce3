import { Bound } from './bind-features';
import { PlanOptions } from './plan-options';
import { settle, SettledConfiguration } from '../configuration/settle';
import { Claim } from '../configuration/settled';

export type { SettledConfiguration };

/** Everybody's options, as the claims they are. */
export function settleConfiguration(options: PlanOptions, bound: Bound[], foreignOptions: string[]): SettledConfiguration {
  const claims: Claim[] = bound.flatMap(({ owner, configuration, defaults, whereKnown }) => [
    ...claimsOf(owner, 'explicit', configuration),
    ...claimsOf(owner, 'default', defaults),
    ...claimsOf(owner, 'whereKnown', whereKnown),
  ]);
  claims.push(
    ...claimsOf('configuration', 'explicit', options.configuration),
    ...claimsOf('configuration.set()', 'explicit', options.edits?.set),
    ...claimsOf('configuration.replace()', 'forced', options.edits?.replaced),
    ...claimsOf('jobManager.configuration', 'role', options.jobManager?.configuration, 'jobManager'),
    ...claimsOf('taskManager.configuration', 'role', options.taskManager?.configuration, 'taskManager'),
  );
  return settle(options.version, claims, [...foreignOptions, ...options.edits?.allowed ?? []]);
}

function claimsOf(owner: string, strength: Claim['strength'], options: { readonly [option: string]: any } = {}, role?: Claim['role']): Claim[] {
  return Object.entries(options)
    .filter(([, content]) => content !== undefined)
    .map(([option, content]) => ({ owner, strength, option, content, role }));
}
