/** How serious a finding is. */
export enum FindingSeverity {
  /** The deployment cannot work as described. Synthesis fails. */
  ERROR = 'ERROR',
  /** The deployment works, with a consequence that should be known. */
  WARNING = 'WARNING',
}

/** A problem or a warning that a feature reports about the cluster it is bound to. */
export interface FeatureFinding {
  /** A stable id in kebab-case, for example `no-high-availability`. Warnings are acknowledged by it. */
  readonly id: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** How to mend it, in one sentence. */
  readonly remedy: string;
  /** The prop or the Flink option concerned, for example `taskManager.slots`. @default - the cluster as a whole */
  readonly subject?: string;
}

/** A problem or a warning about one construct. */
export interface Finding extends FeatureFinding {
  /** Whether synthesis fails. */
  readonly severity: FindingSeverity;
  /** The path of the construct concerned. */
  readonly path: string;
  /** Whether the warning was acknowledged, so that it is not printed. @default false */
  readonly acknowledged?: boolean;
  /** Why it was acknowledged. @default - no reason was given */
  readonly reason?: string;
}
