import { FeatureFinding, FindingSeverity } from '../finding';

/** A finding without the path of its construct, which is added when findings are collected. */
export interface PlanFinding extends FeatureFinding {
  readonly severity: FindingSeverity;
}

/** A finding that fails synthesis. */
export function problem(id: string, message: string, remedy: string, subject?: string): PlanFinding {
  return finding(FindingSeverity.ERROR, { id, message, remedy, subject });
}

/** A finding about a consequence that should be known. */
export function warning(id: string, message: string, remedy: string, subject?: string): PlanFinding {
  return finding(FindingSeverity.WARNING, { id, message, remedy, subject });
}

/** A finding of a feature, with its severity. */
export function finding(severity: FindingSeverity, { id, message, remedy, subject }: FeatureFinding): PlanFinding {
  return { id, severity, message: sentence(message), remedy: sentence(remedy), ...(subject === undefined ? {} : { subject: subject.replace(/^'(.*)'$/, '$1') }) };
}

/** Whether a text can be the id of a finding: kebab-case. */
export function isFindingId(id: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id);
}

/** The text of a finding: the message, the remedy, and the id in parentheses. */
export function findingText({ id, message, remedy }: FeatureFinding): string {
  return `${explanation(message, remedy)} (${id})`;
}

/** A message and its remedy as two sentences. */
export function explanation(message: string, remedy: string): string {
  return `${sentence(message)} ${sentence(remedy)}`;
}

/** An error for an invalid argument without which nothing can be created. It is thrown at the call. */
export function argumentError(where: string, id: string, message: string, remedy: string): Error {
  return new Error(`[${where}] ${findingText({ id, message, remedy })}`);
}

/** The message of what was thrown, which may be anything. */
export function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { readonly message?: unknown };
  if (typeof message === 'string') return message;
  return typeof thrown === 'string' ? thrown : `${typeof thrown} without a message`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
