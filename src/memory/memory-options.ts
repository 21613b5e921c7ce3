import { MAX_BYTES } from '../private/memory-size';

/**
 * An option that is an amount of memory.
 * @internal
 */
export interface SizeOption {
  readonly key: string;
  /** A deprecated key that all supported versions read when `key` is not set. */
  readonly deprecatedKey?: string;
  /** In bytes. */
  readonly default?: bigint;
}

/**
 * An option that is a fraction.
 * @internal
 */
export interface FractionOption {
  readonly key: string;
  readonly deprecatedKey?: string;
  readonly default: number;
}

/**
 * The options of an amount that is a fraction of another amount, within bounds.
 * @internal
 */
export interface RangeOptions {
  readonly min: SizeOption;
  readonly max: SizeOption;
  readonly fraction: FractionOption;
}

/**
 * The options that both roles have.
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
    metaspace: { key: `${prefix}.jvm-metaspace.size`, default: 256n * MEBI },
    overhead: {
      min: { key: `${prefix}.jvm-overhead.min`, default: 192n * MEBI },
      max: { key: `${prefix}.jvm-overhead.max`, default: 1024n * MEBI },
      fraction: { key: `${prefix}.jvm-overhead.fraction`, default: 0.1 },
    },
  };
}

/**
 * The memory options of a JobManager, with Flink's defaults.
 * @internal
 */
export const JOB_MANAGER_OPTIONS = {
  ...processOptions('jobmanager.memory'),
  heap: { key: 'jobmanager.memory.heap.size' },
  offHeap: { key: 'jobmanager.memory.off-heap.size', default: 128n * MEBI },
  /** Whether the JVM limits direct memory to `offHeap`. False by default. */
  limitDirectMemory: 'jobmanager.memory.enable-jvm-direct-memory-limit',
};

const NETWORK: RangeOptions = {
  min: { key: 'taskmanager.memory.network.min', deprecatedKey: 'taskmanager.network.memory.min', default: 64n * MEBI },
  max: { key: 'taskmanager.memory.network.max', deprecatedKey: 'taskmanager.network.memory.max', default: MAX_BYTES },
  fraction: { key: 'taskmanager.memory.network.fraction', deprecatedKey: 'taskmanager.network.memory.fraction', default: 0.1 },
};

/**
 * The memory options of a TaskManager, with Flink's defaults.
 * @internal
 */
export const TASK_MANAGER_OPTIONS = {
  ...processOptions('taskmanager.memory'),
  frameworkHeap: { key: 'taskmanager.memory.framework.heap.size', default: 128n * MEBI },
  frameworkOffHeap: { key: 'taskmanager.memory.framework.off-heap.size', default: 128n * MEBI },
  taskHeap: { key: 'taskmanager.memory.task.heap.size' },
  taskOffHeap: { key: 'taskmanager.memory.task.off-heap.size', default: 0n },
  managed: { key: 'taskmanager.memory.managed.size', deprecatedKey: 'taskmanager.memory.size' },
  managedFraction: { key: 'taskmanager.memory.managed.fraction', default: 0.4 },
  network: NETWORK,
  /** For versions that limit network memory by default. */
  networkCapped: { ...NETWORK, max: { ...NETWORK.max, default: 1024n * MEBI } },
  segment: { key: 'taskmanager.memory.segment-size', default: 32n * 1024n },
  cpuCores: 'taskmanager.cpu.cores',
  /** 1 by default. */
  slots: 'taskmanager.numberOfTaskSlots',
};

/**
 * Keys from before Flink 1.10, which older versions read. The heap sizes replace another option when that is not set.
 * @internal
 */
export const LEGACY_OPTIONS = {
  jobManager: { heap: { key: 'jobmanager.heap.size' }, heapMebibytes: 'jobmanager.heap.mb' },
  taskManager: { heap: { key: 'taskmanager.heap.size' }, heapMebibytes: 'taskmanager.heap.mb' },
  networkBuffers: 'taskmanager.network.numberOfBuffers',
};
