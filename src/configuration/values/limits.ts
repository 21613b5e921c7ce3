import { durationText } from './duration';
import { InvalidValue, quote } from './invalid-value';
import { FlinkVersion } from '../../flink-version';
import { shortMemorySize } from '../../private/memory-size';
import { includesVersion, OptionData } from '../catalog/catalog-data';

/** The values that an option accepts among those of its type: durations in milliseconds, memory in bytes. */
interface Limit {
  readonly min?: number;
  /** The value must be greater than this. */
  readonly above?: number;
  readonly max?: number;
  /** Values outside the bounds that are also accepted. */
  readonly also?: readonly number[];
  /** The versions that have the limit. All that have the option, when left out. */
  readonly versions?: string;
}

/** Determined by starting the classes of every version that read the option. Limits that depend on a second option are left out. */
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
  [{ min: 1, versions: '1.15-' }, ['taskmanager.network.memory.buffer-debloat.samples', 'taskmanager.network.memory.buffer-debloat.target']],
  [{ min: 1, versions: '1.17-' }, [
    'execution.batch.adaptive.auto-parallelism.default-source-parallelism', 'execution.batch.adaptive.auto-parallelism.min-parallelism',
    'jobmanager.adaptive-batch-scheduler.default-source-parallelism', 'jobmanager.adaptive-batch-scheduler.min-parallelism', 'taskmanager.network.memory.floating-buffers-per-gate',
  ]],
  [{ min: 1, also: [-1] }, ['heartbeat.rpc-failure-threshold']],
  [{ min: 1, also: [-1, -2] }, ['parallelism.default']],
  [{ min: 0 }, [
    'cleanup-strategy.exponential-delay.attempts', 'cleanup-strategy.fixed-delay.attempts', 'cluster.registration.error-delay', 'cluster.registration.refused-registration-delay',
    'execution.checkpointing.tolerable-failed-checkpoints', 'slotmanager.number-of-slots.min', 'slotmanager.redundant-taskmanager-num', 'task.cancellation.timeout',
  ]],
  [{ min: 0, versions: '1.17-' }, ['taskmanager.network.memory.buffers-per-channel']],
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

/** Why a Flink process does not start with a number, a duration or an amount of memory, or undefined when it does. */
export function limitViolation(
  version: FlinkVersion, key: string, { type }: OptionData, expected: string, value: unknown, text: string,
): InvalidValue | undefined {
  const limit = BY_KEY.get(key);
  if (!limit || !includesVersion(limit.versions ?? '1.13-', version.minorVersion) || !(typeof value === 'bigint' || typeof value === 'number')) return undefined;
  const amount = typeof value === 'number' ? value : Number(type === 'duration' ? value / 1_000_000n : value);
  const { min = -Infinity, above = -Infinity, max = Infinity, also = [] } = limit;
  if ((amount >= min && amount > above && amount <= max) || also.some((each) => Object.is(each, amount))) return undefined;
  const remedy = amount > max ? `Write '${formatBound(type, max)}' or less` : limit.min === undefined ? `Write more than '${formatBound(type, above)}'` : `Write '${formatBound(type, min)}' or more`;
  return new InvalidValue(`${quote(text)} is ${amount > max ? 'greater' : 'less'}`, remedy, `${expected} ${bounds(type, limit)}`);
}

/** `of at least 10 ms, or 0 ms`. */
function bounds(type: string, { min = 0, above, max = Infinity, also = [] }: Limit): string {
  const further = also.filter((each) => !Number.isNaN(each)).map((each) => `, or ${formatBound(type, each)}`).join('');
  if (above !== undefined) return `above ${formatBound(type, above)}${further}`;
  return (max < Number.MAX_VALUE ? `from ${formatBound(type, min)} to ${formatBound(type, max)}` : `of at least ${formatBound(type, min)}`) + further;
}

function formatBound(type: string, bound: number): string {
  if (type === 'duration') return durationText(BigInt(bound) * 1_000_000n);
  return type === 'memory' ? shortMemorySize(BigInt(bound)) : String(bound);
}
