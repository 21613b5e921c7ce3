import type { Duration } from 'cdk8s';
import { PlanFinding, problem } from './findings';

/** Kubernetes counts whole seconds, and `Duration` would throw for others. */
export function seconds(duration: Duration): number {
  return duration.toSeconds({ integral: false });
}

/** A duration that Kubernetes cannot count. */
export function wholeSecondsProblems(prop: string, duration: Duration | undefined): PlanFinding[] {
  if (!duration || Number.isInteger(seconds(duration))) return [];
  return [problem('invalid-duration', `${prop} is ${seconds(duration)} seconds, and Kubernetes counts whole seconds`, 'Use whole seconds, for example Duration.seconds(1)', prop)];
}
