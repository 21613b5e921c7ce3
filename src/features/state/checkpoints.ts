import { Duration } from 'cdk8s';
import { PlanFinding, problem } from '../../private/findings';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** The consistency of state after a failure. */
export enum CheckpointingMode {
  /** Each record changes state exactly once. */
  EXACTLY_ONCE = 'EXACTLY_ONCE',
  /** Records may change state more than once after a failure. Barriers need no alignment. */
  AT_LEAST_ONCE = 'AT_LEAST_ONCE',
}

/** What happens to checkpoints when a job is cancelled. */
export enum CheckpointRetention {
  /** They are kept, and must be deleted by hand. */
  RETAIN_ON_CANCELLATION = 'RETAIN_ON_CANCELLATION',
  /** They are deleted. */
  DELETE_ON_CANCELLATION = 'DELETE_ON_CANCELLATION',
}

/** When and how checkpoints are taken. */
export interface CheckpointOptions {
  /** The time from the start of one checkpoint to the start of the next. @default Duration.minutes(1) */
  readonly interval?: Duration;
  /** The minimum time between the end of one checkpoint and the start of the next. @default - half the interval */
  readonly minPause?: Duration;
  /** The time after which a checkpoint that has not completed is discarded. @default - Flink's: 10 minutes */
  readonly timeout?: Duration;
  /** The consistency of state after a failure. @default CheckpointingMode.EXACTLY_ONCE */
  readonly mode?: CheckpointingMode;
  /** What happens to checkpoints when the job is cancelled. @default CheckpointRetention.RETAIN_ON_CANCELLATION */
  readonly retention?: CheckpointRetention;
  /** The number of completed checkpoints that are kept. @default - Flink's: 1 */
  readonly retained?: number;
  /** The number of consecutive checkpoints that may fail before the job fails. @default - Flink's: 0 */
  readonly tolerableFailures?: number;
}

const NUM_RETAINED = 'execution.checkpointing.num-retained';

/**
 * Periodic checkpoints.
 * @internal
 */
export class Checkpoints implements IFlinkFeature {
  /** @param options undefined when the user sets none: the cluster then takes checkpoints if it has storage for them. */
  public constructor(private readonly options?: CheckpointOptions) {}

  public bind(context: FeatureContext): FeatureConfig {
    if (!this.options && !context.storage?.checkpoints) return { owner: 'checkpoints' };
    const { interval = Duration.minutes(1), retained, tolerableFailures, mode, minPause, timeout, retention } = this.options ?? {};
    const problems: PlanFinding[] = [];
    if (!context.storage?.checkpoints && context.configuration['execution.checkpointing.dir'] === undefined) {
      problems.push(problem('checkpoints-without-storage', 'checkpoints require durable storage',
        "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')", 'checkpoints'));
    }
    if (retained !== undefined && !(Number.isInteger(retained) && retained >= 1)) {
      problems.push(problem('invalid-checkpoints', `checkpoints.retained is ${retained}`, 'Write a whole number, 1 or more', 'checkpoints.retained'));
    }
    if (tolerableFailures !== undefined && !(Number.isInteger(tolerableFailures) && tolerableFailures >= 0)) {
      problems.push(problem('invalid-checkpoints', `checkpoints.tolerableFailures is ${tolerableFailures}`, 'Write a whole number, 0 or more', 'checkpoints.tolerableFailures'));
    }
    if (interval.toMilliseconds({ integral: false }) < 10) {
      problems.push(problem('invalid-checkpoints', `checkpoints.interval is ${interval.toMilliseconds({ integral: false })} ms`, 'Flink accepts 10 ms or more; a minute is a good start', 'checkpoints.interval'));
    }
    const raw = Number(context.configuration[NUM_RETAINED]);
    if (raw < 1) {
      problems.push(problem('invalid-checkpoints', `'${NUM_RETAINED}' is ${raw}, and Flink keeps at least 1 checkpoint`, 'Write a whole number, 1 or more', NUM_RETAINED));
    }
    const optionOf: { [prop: string]: string } = {
      'checkpoints.retained': NUM_RETAINED, 'checkpoints.tolerableFailures': 'execution.checkpointing.tolerable-failed-checkpoints', 'checkpoints.interval': 'execution.checkpointing.interval',
    };
    const refused = new Set(problems.map(({ subject }) => optionOf[subject ?? '']));
    const said = {
      'execution.checkpointing.interval': this.options?.interval,
      'execution.checkpointing.mode': mode,
      'execution.checkpointing.min-pause': minPause,
      'execution.checkpointing.timeout': timeout,
      'execution.checkpointing.externalized-checkpoint-retention': retention,
      [NUM_RETAINED]: retained,
      'execution.checkpointing.tolerable-failed-checkpoints': tolerableFailures,
    };
    return {
      owner: 'checkpoints',
      // What is refused already is not said again by the option.
      configuration: Object.fromEntries(Object.entries(said).filter(([option, v]) => v !== undefined && !refused.has(option))),
      defaults: {
        'execution.checkpointing.interval': interval,
        'execution.checkpointing.mode': CheckpointingMode.EXACTLY_ONCE,
        'execution.checkpointing.min-pause': Duration.millis(Math.floor(interval.toMilliseconds({ integral: false }) / 2)),
        'execution.checkpointing.externalized-checkpoint-retention': CheckpointRetention.RETAIN_ON_CANCELLATION,
      },
      problems,
    };
  }
}
