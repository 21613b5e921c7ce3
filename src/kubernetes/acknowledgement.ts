import { FindingSeverity } from '../finding';
import { argumentError, isFindingId, PlanFinding, warning } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/** Refuses what cannot be the id of a warning, such as its text: nothing would be acknowledged. */
export function checkAcknowledgement(call: string, args: { readonly id: string; readonly reason?: string }, path?: string): void {
  const { id } = checkArguments(call, args, path).given;
  if (isFindingId(id)) return;
  throw argumentError(path ?? call, 'invalid-finding-id', `'${id}' is acknowledged, which is not the id of a warning`,
    "Use the id in the parentheses behind the warning, for example 'no-high-availability'");
}

/** Acknowledgements that concern nothing: they stay when their warning is gone, or never concerned one. */
export function unusedAcknowledgements(ids: Iterable<string>, findings: readonly PlanFinding[], scope: string): PlanFinding[] {
  // A cluster with errors does not have all of its warnings.
  if (findings.some(({ severity }) => severity === FindingSeverity.ERROR)) return [];
  const found = new Set(findings.map(({ id }) => id));
  return [...ids].filter((id) => !found.has(id)).map((id) => warning('unused-acknowledgement',
    `'${id}' is acknowledged, and ${scope} has no warning with that id`, 'Correct the id, or remove the acknowledgement', id));
}
