import { MemoryConfigurationError } from './memory-configuration-error';
import { MemoryModel } from './memory-model';
import { LEGACY_OPTIONS, RangeOptions, TASK_MANAGER_OPTIONS as OPTIONS } from './memory-options';
import { Settings } from './settings';
import { humanMemorySize } from '../private/memory-size';

const MAX_INT = 2n ** 31n - 1n;
const MIN_SEGMENT = 4096n;

/**
 * The bounds of network memory in a version.
 * @internal
 */
export function networkRange(model: MemoryModel): RangeOptions {
  return model.networkCapped ? OPTIONS.networkCapped : OPTIONS.network;
}

/**
 * Network memory as a number of buffers, which is how it was configured before Flink 1.5. Undefined when it is not configured so.
 * @internal
 */
export function networkOfBuffers(settings: Settings, model: MemoryModel): bigint | undefined {
  const { min, max, fraction } = OPTIONS.network;
  if (!model.legacyKeys || [min, max, fraction].some((option) => settings.has(option))) return undefined;
  const buffers = settings.integer(LEGACY_OPTIONS.networkBuffers, 32);
  if (buffers === undefined) return undefined;
  const segment = segmentSize(settings);
  if (buffers >= 0n) return buffers * segment;
  throw new MemoryConfigurationError('E-BUFFERS', LEGACY_OPTIONS.networkBuffers, `'${LEGACY_OPTIONS.networkBuffers}' must not be negative; it is ${buffers}`,
    `Set '${min.key}' and '${max.key}' instead`);
}

function segmentSize(settings: Settings): bigint {
  const size = settings.size(OPTIONS.segment);
  if (size >= MIN_SEGMENT && size <= MAX_INT && /^10*$/.test(size.toString(2))) return size;
  throw new MemoryConfigurationError('E-SEGMENT', OPTIONS.segment.key, `'${OPTIONS.segment.key}' must be a power of two of at least 4096 bytes; it is ${humanMemorySize(size)}`,
    'Write, for example, 32k');
}

/**
 * Checks that the network memory that the other parts leave is the configured one.
 * @internal
 */
export function checkNetwork(settings: Settings, model: MemoryModel, network: bigint, total: bigint): void {
  const rest = `the other parts leave ${humanMemorySize(network)} of the total Flink memory (${humanMemorySize(total)}) for the network`;
  const configured = networkOfBuffers(settings, model);
  if (configured !== undefined) {
    if (configured === network) return;
    throw new MemoryConfigurationError('E-NET-BUFFERS', undefined,
      `${rest}, and '${LEGACY_OPTIONS.networkBuffers}' requires ${humanMemorySize(configured)}`,
      `Leave '${LEGACY_OPTIONS.networkBuffers}' out`);
  }
  const options = networkRange(model);
  const { min, max } = settings.range(options);
  if (network >= min && network <= max) return;
  throw new MemoryConfigurationError('E-NET-RANGE', undefined,
    `${rest}, which is outside its range from ${humanMemorySize(min)} to ${humanMemorySize(max)}`,
    `Change '${OPTIONS.taskHeap.key}' or '${OPTIONS.managed.key}', or '${options.min.key}' and '${options.max.key}'`);
}
