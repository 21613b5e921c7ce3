import type { Duration } from 'cdk8s';
import { PlanFinding, problem } from './findings';

/** A duration in seconds, which may have a fraction. */
export function seconds(duration: Duration): number {
  return duration.toSeconds({ integral: false });
}

/** A finding for a duration that is not a whole number of seconds, as Kubernetes requires. */
export function wholeSecondsProblems(prop: string, duration: Duration | undefined): PlanFinding[] {
  if (!duration || Number.isInteger(seconds(duration))) return [];
  return [problem('invalid-duration', `${prop} is ${seconds(duration)} seconds, and Kubernetes requires whole seconds`, 'Use whole seconds, for example Duration.seconds(1)', prop)];
}
