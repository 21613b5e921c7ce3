import { OperatorOptions } from './catalog/operator-options';
import { ResolvedOptionKey } from './catalog/option-key';
import { OptionAssignment } from './effective-configuration';
import { FlinkVersion } from '../flink-version';
import { PlanFinding, problem } from '../private/findings';
import { isPlain } from '../props/instances';

/** An option without a key or without a value. */
export function checkAssignment({ option, content, owner }: OptionAssignment): PlanFinding | undefined {
  if (option.trim() === '') return problem('option-without-key', `${owner} has an option with an empty key`, 'Write the key of the option, or leave the option out');
  return content === undefined ? problem('option-without-value', `'${option}' (by ${owner}) is set to undefined`, 'Give it a value, or leave it out', option) : undefined;
}

/** Whether the user allows an option that the Flink version does not declare. */
export function isAllowed(allowUnknown: readonly string[], option: string): boolean {
  return allowUnknown.some((name) => (name.endsWith('.') ? option.startsWith(name) : option === name));
}

/** Whether an unknown option is neither one of another version nor one of an operator, which are left out where they are not supported. */
export function isNowhereKnown(option: string, { problem: reason }: ResolvedOptionKey): boolean {
  return reason?.id === 'unknown-option' && !OperatorOptions.ownerOf(option);
}

/** That options are given by the levels of their keys, as in nested YAML. */
export function nestedKeys({ minorVersion }: FlinkVersion, { option, content, owner }: OptionAssignment): PlanFinding | undefined {
  const key = firstKey(option, content);
  return key === option ? undefined : problem('unknown-option', `Flink ${minorVersion} has no option '${option}', whose value (by ${owner}) is a map`,
    `Write each option with its whole key, for example '${key}'`, option);
}

function firstKey(path: string, content: unknown): string {
  const [entry] = typeof content === 'object' && content !== null && isPlain(content) ? Object.entries(content) : [];
  return entry ? firstKey(`${path}.${entry[0]}`, entry[1]) : path;
}
