import { argumentError, isFindingId } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/** Refuses what cannot be the id of a warning, such as its text: nothing would be acknowledged. */
export function checkAcknowledgement(call: string, args: { readonly id: string; readonly reason?: string }, path?: string): void {
  const { id } = checkArguments(call, args, path).given;
  if (isFindingId(id)) return;
  throw argumentError(path ?? call, 'invalid-finding-id', `'${id}' is acknowledged, which is not the id of a warning`,
    "Use the id in the parentheses behind the warning, for example 'no-high-availability'");
}
