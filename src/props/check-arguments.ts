import { checkProps } from './check-props';
import { structType } from './struct-data';
import { argumentError, PlanFinding } from '../private/findings';

/** The arguments of a call that can be used, and what is wrong with its options. */
export interface CheckedArguments<T> {
  readonly given: T;
  readonly findings: PlanFinding[];
}

/**
 * Checks the arguments of a public method. An argument without which nothing can be made is an error at once. What is wrong with options is
 * left out of them, and is for whoever knows the construct to report: a feature does so when it is bound.
 *
 * @param call class and method, for example `FlinkStorage.s3`.
 * @param path the construct whose method it is. @default - a method of no construct
 */
export function checkArguments<T>(call: string, args: T, path?: string): CheckedArguments<T> {
  const { cleaned, findings } = checkProps<T>(call, args);
  if (!findings.length) return { given: cleaned as T, findings };
  const { props, required } = structType(call);
  const fatal = findings.find(({ subject }) => {
    const [argument] = /^\w+/.exec(subject!)!;
    return props.get(argument)!.type.kind !== 'struct' || required.some(({ name }) => name === argument && !(name in cleaned));
  });
  const method = call.slice(call.indexOf('.') + 1);
  if (fatal) throw argumentError(path ?? call, fatal.id, path === undefined ? fatal.message : `${method}(): ${fatal.message}`, fatal.remedy);
  return { given: cleaned as T, findings: findings.map((finding) => ({ ...finding, message: `${call}(): ${finding.message}` })) };
}
