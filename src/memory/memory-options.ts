import { MOST_BYTES } from '../private/memory-size';

/**
 * An option that holds an amount of memory.
 * @internal
 */
export interface SizeOption {
  readonly key: string;
  /** A deprecated key that Flink reads when `key` is not set. Every supported line does. */
  readonly formerKey?: string;
  /** Bytes. */
  readonly standard?: bigint;
}

/**
 * An option that holds a fraction.
 * @internal
 */
export interface FractionOption {
  readonly key: string;
  readonly formerKey?: string;
  readonly standard: number;
}

/**
 * Options that together bound an amount that is a fraction of another.
 * @internal
 */
export interface RangeOptions {
  readonly min: SizeOption;
  readonly max: SizeOption;
  readonly fraction: FractionOption;
}

/**
 * What both roles configure.
 * @internal
 */
export interface ProcessOptions {
  readonly processSize: SizeOption;
  readonly flinkSize: SizeOption;
  readonly metaspace: SizeOption;
  readonly overhead: RangeOptions;
}

const MEBI = 1024n * 1024n;

function processOptions(prefix: string): ProcessOptions {
  return {
    processSize: { key: `${prefix}.process.size` },
    flinkSize: { key: `${prefix}.flink.size` },
    metaspace: { key: `${prefix}.jvm-metaspace.size`, standard: 256n * MEBI },
    overhead: {
      min: { key: `${prefix}.jvm-overhead.min`, standard: 192n * MEBI },
      max: { key: `${prefix}.jvm-overhead.max`, standard: 1024n * MEBI },
      fraction: { key: `${prefix}.jvm-overhead.fraction`, standard: 0.1 },
    },
  };
}

/**
 * The options of a JobManager's memory, with Flink's defaults.
 * @internal
 */
export const JOB_MANAGER_OPTIONS = {
  ...processOptions('jobmanager.memory'),
  heap: { key: 'jobmanager.memory.heap.size' },
  offHeap: { key: 'jobmanager.memory.off-heap.size', standard: 128n * MEBI },
  /** Whether the JVM is told to keep to `offHeap`; false by default. */
  limitDirectMemory: 'jobmanager.memory.enable-jvm-direct-memory-limit',
};

const NETWORK: RangeOptions = {
  min: { key: 'taskmanager.memory.network.min', formerKey: 'taskmanager.network.memory.min', standard: 64n * MEBI },
  max: { key: 'taskmanager.memory.network.max', formerKey: 'taskmanager.network.memory.max', standard: MOST_BYTES },
  fraction: { key: 'taskmanager.memory.network.fraction', formerKey: 'taskmanager.network.memory.fraction', standard: 0.1 },
};

/**
 * The options of a TaskManager's memory, with Flink's defaults.
 * @internal
 */
export const TASK_MANAGER_OPTIONS = {
  ...processOptions('taskmanager.memory'),
  frameworkHeap: { key: 'taskmanager.memory.framework.heap.size', standard: 128n * MEBI },
  frameworkOffHeap: { key: 'taskmanager.memory.framework.off-heap.size', standard: 128n * MEBI },
  taskHeap: { key: 'taskmanager.memory.task.heap.size' },
  taskOffHeap: { key: 'taskmanager.memory.task.off-heap.size', standard: 0n },
  managed: { key: 'taskmanager.memory.managed.size', formerKey: 'taskmanager.memory.size' },
  managedFraction: { key: 'taskmanager.memory.managed.fraction', standard: 0.4 },
  network: NETWORK,
  /** For lines that cap network memory by default. */
  networkCapped: { ...NETWORK, max: { ...NETWORK.max, standard: 1024n * MEBI } },
  segment: { key: 'taskmanager.memory.segment-size', standard: 32n * 1024n },
  cpuCores: 'taskmanager.cpu.cores',
  /** 1 by default. */
  slots: 'taskmanager.numberOfTaskSlots',
};

/**
 * Keys from before Flink 1.10, where a line still reads them. The heap ones stand for another option when that is not set.
 * @internal
 */
export const LEGACY_OPTIONS = {
  jobManager: { heap: { key: 'jobmanager.heap.size' }, heapMebibytes: 'jobmanager.heap.mb' },
  taskManager: { heap: { key: 'taskmanager.heap.size' }, heapMebibytes: 'taskmanager.heap.mb' },
  networkBuffers: 'taskmanager.network.numberOfBuffers',
};
