import { MemoryConfigurationError } from './memory-configuration-error';
import { MemoryModel } from './memory-model';
import { LEGACY_OPTIONS, RangeOptions, TASK_MANAGER_OPTIONS as OPTIONS } from './memory-options';
import { Settings } from './settings';
import { humanMemorySize } from '../private/memory-size';

const LARGEST_INT = 2n ** 31n - 1n;
const SMALLEST_SEGMENT = 4096n;

/**
 * The bounds of network memory on a line.
 * @internal
 */
export function networkRange(model: MemoryModel): RangeOptions {
  return model.networkCapped ? OPTIONS.networkCapped : OPTIONS.network;
}

/**
 * Network memory as a number of buffers, the way to say it before Flink 1.5. Undefined when it is not said like this.
 * @internal
 */
export function networkOfBuffers(settings: Settings, model: MemoryModel): bigint | undefined {
  const { min, max, fraction } = OPTIONS.network;
  if (!model.legacyKeys || [min, max, fraction].some((option) => settings.has(option))) return undefined;
  const buffers = settings.integer(LEGACY_OPTIONS.networkBuffers, 32);
  if (buffers === undefined) return undefined;
  const segment = segmentSize(settings);
  if (buffers >= 0n) return buffers * segment;
  throw new MemoryConfigurationError('E-BUFFERS', LEGACY_OPTIONS.networkBuffers, `'${LEGACY_OPTIONS.networkBuffers}' is ${buffers}, which is negative`,
    `Set '${min.key}' and '${max.key}' instead`);
}

function segmentSize(settings: Settings): bigint {
  const size = settings.size(OPTIONS.segment);
  if (size >= SMALLEST_SEGMENT && size <= LARGEST_INT && /^10*$/.test(size.toString(2))) return size;
  throw new MemoryConfigurationError('E-SEGMENT', OPTIONS.segment.key, `'${OPTIONS.segment.key}' is ${humanMemorySize(size)}`,
    'Write a power of two of at least 4096 bytes, for example 32k');
}

/**
 * Refuses network memory that is what the other parts leave, but not what is configured.
 * @internal
 */
export function checkNetwork(settings: Settings, model: MemoryModel, network: bigint, total: bigint): void {
  const rest = `the other parts leave ${humanMemorySize(network)} of the total Flink memory (${humanMemorySize(total)}) for the network`;
  const configured = networkOfBuffers(settings, model);
  if (configured !== undefined) {
    if (configured === network) return;
    throw new MemoryConfigurationError('E-NET-BUFFERS', undefined,
      `${rest}, which is not what '${LEGACY_OPTIONS.networkBuffers}' says (${humanMemorySize(configured)})`,
      `Leave '${LEGACY_OPTIONS.networkBuffers}' away`);
  }
  const options = networkRange(model);
  const { min, max } = settings.range(options);
  if (network >= min && network <= max) return;
  throw new MemoryConfigurationError('E-NET-RANGE', undefined,
    `${rest}, which is outside its range from ${humanMemorySize(min)} to ${humanMemorySize(max)}`,
    `Change '${OPTIONS.taskHeap.key}' or '${OPTIONS.managed.key}', or move '${options.min.key}' and '${options.max.key}'`);
}
