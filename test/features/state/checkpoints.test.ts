import { Duration } from 'cdk8s';
import { CheckpointingMode, CheckpointRetention } from '../../../src';
import { CheckpointOptions, Checkpoints } from '../../../src/features/state/checkpoints';
import { told } from '../../harness/findings';
import { CONTEXT, STORAGE } from '../context';

const stored = { ...CONTEXT, storage: STORAGE };
const bind = (options?: CheckpointOptions) => new Checkpoints(options).bind(stored);

test('a cluster without storage takes no checkpoints by itself', () => {
  expect(new Checkpoints().bind(CONTEXT)).toEqual({ owner: 'checkpoints' });
});

test('a cluster with storage takes a checkpoint every minute, and leaves half a minute to work', () => {
  const { configuration, defaults } = bind();
  expect(configuration).toEqual({});
  expect(defaults!['execution.checkpointing.interval'].toSeconds()).toBe(60);
  expect(defaults!['execution.checkpointing.min-pause'].toSeconds()).toBe(30);
});

test('an interval that is said is an option of its own and halves into the pause', () => {
  const { configuration, defaults } = bind({ interval: Duration.seconds(7) });
  expect(configuration!['execution.checkpointing.interval']).toEqual(Duration.seconds(7));
  expect(defaults!['execution.checkpointing.min-pause'].toMilliseconds()).toBe(3500);
});

test.each<[keyof CheckpointOptions, CheckpointOptions, any]>([
  ['minPause', { minPause: Duration.seconds(5) }, { 'execution.checkpointing.min-pause': Duration.seconds(5) }],
  ['timeout', { timeout: Duration.minutes(3) }, { 'execution.checkpointing.timeout': Duration.minutes(3) }],
  ['mode', { mode: CheckpointingMode.AT_LEAST_ONCE }, { 'execution.checkpointing.mode': 'AT_LEAST_ONCE' }],
  ['retention', { retention: CheckpointRetention.DELETE_ON_CANCELLATION }, { 'execution.checkpointing.externalized-checkpoint-retention': 'DELETE_ON_CANCELLATION' }],
  ['retained', { retained: 3 }, { 'execution.checkpointing.num-retained': 3 }],
  ['tolerableFailures', { tolerableFailures: 0 }, { 'execution.checkpointing.tolerable-failed-checkpoints': 0 }],
])('%s becomes its option of Flink and nothing else', (_, options, expected) => {
  expect(bind(options).configuration).toEqual(expected);
});

test('checkpoints without storage are refused with the prop that mends it', () => {
  expect(told(new Checkpoints({}).bind(CONTEXT).problems)).toEqual([
    "checkpoints require durable storage. Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix'). (checkpoints-without-storage)",
  ]);
});

test('a checkpoint directory that the user configures is storage enough', () => {
  const context = { ...CONTEXT, configuration: { 'execution.checkpointing.dir': 's3://acme/x' } };
  expect(new Checkpoints({}).bind(context).problems).toEqual([]);
});

test.each<[string, CheckpointOptions, string]>([
  ['no retained checkpoint', { retained: 0 }, 'checkpoints.retained is 0. Write a whole number, 1 or more. (invalid-checkpoints)'],
  ['a fraction of a failure', { tolerableFailures: 0.5 }, 'checkpoints.tolerableFailures is 0.5. Write a whole number, 0 or more. (invalid-checkpoints)'],
  ['an interval below what Flink accepts', { interval: Duration.millis(9) }, 'checkpoints.interval is 9 ms. Flink accepts 10 ms or more; a minute is a good start. (invalid-checkpoints)'],
])('refuses %s', (_, options, problem) => {
  expect(told(bind(options).problems)).toEqual([problem]);
});
