import { Duration } from 'cdk8s';
import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { complaint } from '../private/remedy';

/** What a checkpoint guarantees. */
export enum CheckpointingMode {
  /** Each record changes state exactly once. */
  EXACTLY_ONCE = 'EXACTLY_ONCE',
  /** Records may change state more than once after a failure; no alignment of barriers is needed. */
  AT_LEAST_ONCE = 'AT_LEAST_ONCE',
}

/** What happens to checkpoints when a job is cancelled. */
export enum CheckpointRetention {
  /** They stay, and somebody must delete them some day. */
  RETAIN_ON_CANCELLATION = 'RETAIN_ON_CANCELLATION',
  /** They are deleted. */
  DELETE_ON_CANCELLATION = 'DELETE_ON_CANCELLATION',
}

/** How often and how state is saved. */
export interface CheckpointOptions {
  /** Time from the start of one checkpoint to the start of the next. @default Duration.minutes(1) */
  readonly interval?: Duration;
  /** Time in which no checkpoint runs, so that a slow one leaves room for work. @default - half the interval */
  readonly minPause?: Duration;
  /** After which time a checkpoint is given up. @default - Flink's: 10 minutes */
  readonly timeout?: Duration;
  /** What a checkpoint guarantees. @default CheckpointingMode.EXACTLY_ONCE */
  readonly mode?: CheckpointingMode;
  /** What happens to checkpoints when the job is cancelled. @default CheckpointRetention.RETAIN_ON_CANCELLATION */
  readonly retention?: CheckpointRetention;
  /** How many completed checkpoints are kept. @default - Flink's: 1 */
  readonly retained?: number;
  /** How many checkpoints in a row may fail before the job does. @default - Flink's: 0 */
  readonly tolerableFailures?: number;
}

/**
 * Periodic checkpoints.
 * @internal
 */
export class Checkpoints implements IFlinkFeature {
  /** @param options undefined when the user has said nothing: then checkpoints follow storage. */
  public constructor(private readonly options?: CheckpointOptions) {}

  public bind(context: FeatureContext): FeatureConfig {
    if (!this.options && !context.storage) return { owner: 'checkpoints' };
    const { interval = Duration.minutes(1), retained, tolerableFailures, mode, minPause, timeout, retention } = this.options ?? {};
    const problems: string[] = [];
    if (!context.storage && context.configuration['execution.checkpointing.dir'] === undefined) {
      problems.push(complaint('checkpoints need durable storage and the cluster has none',
        "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')"));
    }
    if (retained !== undefined && !(Number.isInteger(retained) && retained >= 1)) {
      problems.push(complaint(`checkpoints.retained is ${retained}`, 'Keep at least 1'));
    }
    if (tolerableFailures !== undefined && !(Number.isInteger(tolerableFailures) && tolerableFailures >= 0)) {
      problems.push(complaint(`checkpoints.tolerableFailures is ${tolerableFailures}`, 'Write a whole number, 0 or more'));
    }
    if (interval.toMilliseconds() < 10) {
      problems.push(complaint(`checkpoints.interval is ${interval.toMilliseconds()} ms`, 'Flink accepts 10 ms or more; a minute is a good start'));
    }
    const said = {
      'execution.checkpointing.interval': this.options?.interval,
      'execution.checkpointing.mode': mode,
      'execution.checkpointing.min-pause': minPause,
      'execution.checkpointing.timeout': timeout,
      'execution.checkpointing.externalized-checkpoint-retention': retention,
      'execution.checkpointing.num-retained': retained,
      'execution.checkpointing.tolerable-failed-checkpoints': tolerableFailures,
    };
    return {
      owner: 'checkpoints',
      configuration: Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined)),
      defaults: {
        'execution.checkpointing.interval': interval,
        'execution.checkpointing.mode': CheckpointingMode.EXACTLY_ONCE,
        'execution.checkpointing.min-pause': Duration.millis(Math.floor(interval.toMilliseconds() / 2)),
        'execution.checkpointing.externalized-checkpoint-retention': CheckpointRetention.RETAIN_ON_CANCELLATION,
      },
      problems,
    };
  }
}
