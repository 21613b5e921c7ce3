import { Construct } from 'constructs';
import { argumentError } from '../private/findings';
import { describeValue } from '../props/describe-value';

/** The scope of a construct, for its constructor. Without a scope and an id, or in another order, nothing can be created. */
export function checkedScope(what: string, scope: Construct, id: string): Construct {
  if (scope?.node && typeof id === 'string') return scope;
  const wrong = scope?.node ? `the id is ${describeValue(id, 'id')}` : `the scope is ${describeValue(scope, 'scope')}`;
  throw argumentError(what, 'invalid-construct-arguments', wrong, `Write new ${what}(scope, 'Id', { … })`);
}

/** The id of a job among those of a cluster. */
export function checkJobId(path: string, id: string): void {
  if (typeof id === 'string') return;
  throw argumentError(path, 'invalid-construct-arguments', `addJob(): the id is ${describeValue(id, 'id')}`, "Write addJob('Id', { artifact: … })");
}
