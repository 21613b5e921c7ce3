import { sum } from './arithmetic';
import { legacyHeap } from './legacy-heap';
import { MemoryConfigurationError } from './memory-configuration-error';
import { MemoryModel } from './memory-model';
import { JOB_MANAGER_OPTIONS as OPTIONS, LEGACY_OPTIONS } from './memory-options';
import { divideProcess, FlinkMemory, JvmMemory } from './process-memory';
import { Settings } from './settings';
import { humanMemorySize } from '../private/memory-size';

/**
 * The parts of the Flink memory of a JobManager.
 * @internal
 */
export interface JobManagerFlink {
  readonly heap: bigint;
  readonly offHeap: bigint;
}

/**
 * The parts of the memory of a JobManager process.
 * @internal
 */
export interface JobManagerParts {
  readonly flink: JobManagerFlink;
  readonly jvm: JvmMemory;
  readonly limitDirectMemory: boolean;
}

/**
 * Computes the parts of the memory of a JobManager process. Throws a `MemoryConfigurationError`.
 * @internal
 */
export function jobManagerParts(model: MemoryModel, configuration: { [key: string]: any }): JobManagerParts {
  const settings = new Settings(configuration);
  const effective = model.legacyKeys ? legacyHeap(settings, LEGACY_OPTIONS.jobManager, OPTIONS.heap) : settings;
  return { ...divideProcess(effective, JOB_MANAGER), limitDirectMemory: settings.flag(OPTIONS.limitDirectMemory) };
}

const JOB_MANAGER: FlinkMemory<JobManagerFlink> = {
  options: OPTIONS,
  fineGrained: [OPTIONS.heap],
  total: ({ heap, offHeap }) => sum(heap, offHeap),

  fromFineGrained: (settings) => {
    const heap = settings.size(OPTIONS.heap);
    const offHeap = settings.size(OPTIONS.offHeap);
    if (!settings.has(OPTIONS.flinkSize)) return { heap, offHeap };
    const total = settings.size(OPTIONS.flinkSize);
    if (!settings.has(OPTIONS.offHeap)) return { heap, offHeap: besideHeap(heap, total) };
    if (sum(heap, offHeap) === total) return { heap, offHeap };
    throw new MemoryConfigurationError('E-JM-SUM', undefined,
      `'${OPTIONS.heap.key}' (${humanMemorySize(heap)}) and '${OPTIONS.offHeap.key}' (${humanMemorySize(offHeap)}) `
      + `do not add up to '${OPTIONS.flinkSize.key}' (${humanMemorySize(total)})`, 'Leave one of the three out, and Flink derives it');
  },

  fromTotal: (settings, total) => {
    const offHeap = settings.size(OPTIONS.offHeap);
    if (total > offHeap) return { heap: total - offHeap, offHeap };
    throw new MemoryConfigurationError('E-JM-OFFHEAP', undefined,
      `the total Flink memory (${humanMemorySize(total)}) leaves no JVM heap beside '${OPTIONS.offHeap.key}' (${humanMemorySize(offHeap)})`,
      `Increase '${OPTIONS.processSize.key}' or '${OPTIONS.flinkSize.key}', whichever is set; Flink recommends at least 128 MiB of heap`);
  },
};

function besideHeap(heap: bigint, total: bigint): bigint {
  if (heap <= total) return total - heap;
  throw new MemoryConfigurationError('E-JM-HEAP', undefined,
    `'${OPTIONS.heap.key}' (${humanMemorySize(heap)}) exceeds '${OPTIONS.flinkSize.key}' (${humanMemorySize(total)})`,
    'Leave one of the two out, and Flink derives it');
}
