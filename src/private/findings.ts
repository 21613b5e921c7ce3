import { FeatureFinding, FindingSeverity } from '../finding';

/** A finding whose construct is known to whoever collects it. */
export interface PlanFinding extends FeatureFinding {
  readonly severity: FindingSeverity;
}

/** Something that makes the deployment impossible. */
export function problem(id: string, message: string, remedy: string, subject?: string): PlanFinding {
  return finding(FindingSeverity.ERROR, { id, message, remedy, subject });
}

/** Something that works, with a consequence that should be known. */
export function warning(id: string, message: string, remedy: string, subject?: string): PlanFinding {
  return finding(FindingSeverity.WARNING, { id, message, remedy, subject });
}

/** A finding of a feature, with its severity. */
export function finding(severity: FindingSeverity, { id, message, remedy, subject }: FeatureFinding): PlanFinding {
  return { id, severity, message: sentence(message), remedy: sentence(remedy), ...(subject === undefined ? {} : { subject: subject.replace(/^'(.*)'$/, '$1') }) };
}

/** The text of a finding: what is wrong, how to mend it, and the id in parentheses. */
export function findingText({ id, message, remedy }: FeatureFinding): string {
  return `${explanation(message, remedy)} (${id})`;
}

/** What is wrong and how to mend it, as two sentences. */
export function explanation(message: string, remedy: string): string {
  return `${sentence(message)} ${sentence(remedy)}`;
}

/** An error for an argument without which nothing can be made, thrown where it was given. */
export function argumentError(where: string, id: string, message: string, remedy: string): Error {
  return new Error(`[${where}] ${findingText({ id, message, remedy })}`);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
