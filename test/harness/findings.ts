import { FeatureFinding, FindingSeverity } from '../../src';
import { findingText, PlanFinding } from '../../src/private/findings';

interface Found {
  readonly findings: PlanFinding[];
}

/** What makes something impossible, as it is told. */
export function problemsOf({ findings }: Found): string[] {
  return findings.filter(({ severity }) => severity === FindingSeverity.ERROR).map(findingText);
}

/** What is warned of, as it is told. */
export function warningsOf({ findings }: Found): string[] {
  return findings.filter(({ severity }) => severity === FindingSeverity.WARNING).map(findingText);
}

/** The ids of what is warned of. */
export function warningIdsOf({ findings }: Found): string[] {
  return findings.filter(({ severity }) => severity === FindingSeverity.WARNING).map(({ id }) => id);
}

/** What a feature finds wrong, as it is told. */
export function told(findings: FeatureFinding[] = []): string[] {
  return findings.map(findingText);
}
