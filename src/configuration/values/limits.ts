import { durationText } from './duration';
import { InvalidValue, shown } from './invalid-value';
import { FlinkVersion } from '../../flink-version';
import { shortMemorySize } from '../../private/memory-size';
import { holds, OptionData } from '../catalog/catalog-data';

/** What an option may be beyond its type: durations in milliseconds, memory in bytes. */
interface Limit {
  readonly min?: number;
  /** It must be more than this. */
  readonly above?: number;
  readonly max?: number;
  /** What it may be all the same. */
  readonly also?: readonly number[];
  /** On which lines, where not on all that know the option. */
  readonly lines?: string;
}

/** Found by handing values to the classes of every line that read them when a process starts. What depends on a second option is left out. */
const LIMITS: [Limit, string[]][] = [
  [{ min: 1 }, [
    'cluster.io-pool.size', 'cluster.registration.initial-timeout', 'cluster.registration.max-timeout',
    'execution.checkpointing.max-concurrent-checkpoints', 'heartbeat.interval', 'heartbeat.timeout', 'jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures',
    'kubernetes.jobmanager.replicas', 'kubernetes.jobmanager.cpu.limit-factor', 'kubernetes.jobmanager.memory.limit-factor', 'pipeline.max-parallelism',
    'rest.client.max-content-length', 'rest.server.max-content-length', 'slotmanager.number-of-slots.max',
    'taskmanager.network.memory.read-buffer.required-per-gate.max', 'taskmanager.numberOfTaskSlots', 'web.refresh-interval',
    ...['block.blocksize', 'block.cache-size', 'block.metadata-blocksize', 'compaction.level.max-size-level-base', 'compaction.level.target-file-size-base',
      'log.file-num', 'thread.num', 'writebuffer.count', 'writebuffer.number-to-merge', 'writebuffer.size'].flatMap(stateBackends),
  ]],
  [{ min: 1, lines: '1.15-' }, ['taskmanager.network.memory.buffer-debloat.samples', 'taskmanager.network.memory.buffer-debloat.target']],
  [{ min: 1, lines: '1.17-' }, [
    'execution.batch.adaptive.auto-parallelism.default-source-parallelism', 'execution.batch.adaptive.auto-parallelism.min-parallelism',
    'jobmanager.adaptive-batch-scheduler.default-source-parallelism', 'jobmanager.adaptive-batch-scheduler.min-parallelism', 'taskmanager.network.memory.floating-buffers-per-gate',
  ]],
  [{ min: 1, also: [-1] }, ['heartbeat.rpc-failure-threshold']],
  [{ min: 1, also: [-1, -2] }, ['parallelism.default']],
  [{ min: 0 }, [
    'cleanup-strategy.exponential-delay.attempts', 'cleanup-strategy.fixed-delay.attempts', 'cluster.registration.error-delay', 'cluster.registration.refused-registration-delay',
    'execution.checkpointing.tolerable-failed-checkpoints', 'slotmanager.number-of-slots.min', 'slotmanager.redundant-taskmanager-num', 'task.cancellation.timeout',
  ]],
  [{ min: 0, lines: '1.17-' }, ['taskmanager.network.memory.buffers-per-channel']],
  [{ min: 0, max: Number.MAX_VALUE }, ['slotmanager.max-total-resource.cpu']],
  [{ min: 10 }, ['execution.checkpointing.interval', 'execution.checkpointing.timeout']],
  [{ min: 10, also: [0] }, ['execution.checkpointing.interval-during-backlog']],
  [{ above: 0, also: [NaN] }, ['resourcemanager.start-worker.max-failure-rate']],
  [{ min: 0, max: 1 }, stateBackends('restore-overlap-fraction-threshold')],
  [{ min: 0, max: 65535 }, ['jobmanager.rpc.port', 'rest.port', 'taskmanager.data.bind-port', 'taskmanager.data.port']],
];
const BY_KEY = new Map(LIMITS.flatMap(([limit, keys]) => keys.map((key) => [key, limit] as const)));

function stateBackends(option: string): string[] {
  return ['rocksdb', 'forst'].map((backend) => `state.backend.${backend}.${option}`);
}

/** Why a process of this line would not start with a number, a duration or an amount of memory, or undefined when it would. */
export function beyondLimits(
  version: FlinkVersion, key: string, { type }: OptionData, kind: string, value: unknown, text: string,
): InvalidValue | undefined {
  const limit = BY_KEY.get(key);
  if (!limit || !holds(limit.lines ?? '1.13-', version.minorVersion) || !(typeof value === 'bigint' || typeof value === 'number')) return undefined;
  const amount = typeof value === 'number' ? value : Number(type === 'duration' ? value / 1_000_000n : value);
  const { min = -Infinity, above = -Infinity, max = Infinity, also = [] } = limit;
  if ((amount >= min && amount > above && amount <= max) || also.some((each) => Object.is(each, amount))) return undefined;
  const remedy = amount > max ? `Write '${spelled(type, max)}' or less` : limit.min === undefined ? `Write more than '${spelled(type, above)}'` : `Write '${spelled(type, min)}' or more`;
  return new InvalidValue(`${shown(text)} is ${amount > max ? 'more' : 'less'}`, remedy, `${kind} ${bounds(type, limit)}`);
}

/** `of at least 10 ms, or 0 ms`. */
function bounds(type: string, { min = 0, above, max = Infinity, also = [] }: Limit): string {
  const further = also.filter((each) => !Number.isNaN(each)).map((each) => `, or ${spelled(type, each)}`).join('');
  if (above !== undefined) return `above ${spelled(type, above)}${further}`;
  return (max < Number.MAX_VALUE ? `from ${spelled(type, min)} to ${spelled(type, max)}` : `of at least ${spelled(type, min)}`) + further;
}

function spelled(type: string, bound: number): string {
  if (type === 'duration') return durationText(BigInt(bound) * 1_000_000n);
  return type === 'memory' ? shortMemorySize(BigInt(bound)) : String(bound);
}
