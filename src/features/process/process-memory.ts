import { Size } from 'cdk8s';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** Memory of a Flink process. Flink divides it by its own memory model; what is not set follows from the rest. */
export interface ProcessMemoryOptions {
  /**
   * The total memory of the process, which is also the memory request of the container.
   *
   * @default - JobManager: 1600 MiB in a session cluster, 2 GiB for one job; TaskManager: 1728 MiB and 2 GiB. Not set when the total is
   * configured in another way (`flink.size`, or heap and managed memory)
   */
  readonly memory?: Size;
  /** The JVM metaspace: memory for classes. @default - Flink's: 256 MiB */
  readonly jvmMetaspace?: Size;
  /** The JVM overhead: memory for threads, code cache and garbage collection. @default - Flink's: a tenth of the process, 192 MiB to 1 GiB */
  readonly jvmOverhead?: Size;
  /** The off-heap memory: direct and native memory of the JobManager, or of a TaskManager's tasks. @default - Flink's: JobManager 128 MiB, TaskManager's tasks 0 */
  readonly offHeap?: Size;
  /**
   * The memory limit of the container as a multiple of its request: 1.1 leaves a tenth for native libraries that use more than Flink's
   * memory model accounts for.
   *
   * @default 1
   */
  readonly memoryLimitFactor?: number;
}

/** Memory of a JobManager. */
export interface JobManagerMemoryOptions extends ProcessMemoryOptions {
  /** The JVM heap. @default - what is left */
  readonly heap?: Size;
}

/** Memory of a TaskManager. */
export interface TaskManagerMemoryOptions extends ProcessMemoryOptions {
  /** The JVM heap of tasks and operators. @default - what is left */
  readonly taskHeap?: Size;
  /** The managed memory: RocksDB, sorting, Python. @default - Flink's: 40 % of Flink's memory */
  readonly managedMemory?: Size;
  /** The network memory: buffers for the exchange of data. @default - Flink's: 10 % of Flink's memory, at least 64 MiB */
  readonly networkMemory?: Size;
}

/**
 * The memory of one role, as options of Flink.
 * @internal
 */
export class ProcessMemory implements IFlinkFeature {
  public static ofJobManager(options: JobManagerMemoryOptions, standard: Size): ProcessMemory {
    return new ProcessMemory('jobManager', standard, [['flink.size'], ['heap.size']], {
      'process.size': options.memory,
      'heap.size': options.heap,
      'off-heap.size': options.offHeap,
      ...common(options),
    });
  }

  public static ofTaskManager(options: TaskManagerMemoryOptions, standard: Size): ProcessMemory {
    return new ProcessMemory('taskManager', standard, [['flink.size'], ['task.heap.size', 'managed.size']], {
      'process.size': options.memory,
      'task.heap.size': options.taskHeap,
      'task.off-heap.size': options.offHeap,
      'managed.size': options.managedMemory,
      'network.min': options.networkMemory,
      'network.max': options.networkMemory,
      ...common(options),
    });
  }

  private constructor(
    private readonly role: string,
    private readonly standard: Size,
    /** Groups of options that set the total in another way, each as a whole. */
    private readonly totals: string[][],
    private readonly sizes: { [suffix: string]: Size | undefined },
  ) {}

  public bind(context: FeatureContext): FeatureConfig {
    const key = (suffix: string) => `${this.role.toLowerCase()}.memory.${suffix}`;
    const said = (suffix: string) => this.sizes[suffix] !== undefined || context.configuration[key(suffix)] !== undefined;
    // A default beside another total would over-determine the memory model, and Flink would refuse it.
    const total = this.totals.some((group) => group.every(said));
    return {
      owner: `${this.role} (memory)`,
      configuration: Object.fromEntries(Object.entries(this.sizes)
        .filter(([, size]) => size !== undefined)
        .map(([suffix, size]) => [key(suffix), size])),
      defaults: total ? {} : { [key('process.size')]: this.standard },
    };
  }
}

function common(options: ProcessMemoryOptions): { [suffix: string]: Size | undefined } {
  return {
    'jvm-metaspace.size': options.jvmMetaspace,
    'jvm-overhead.min': options.jvmOverhead,
    'jvm-overhead.max': options.jvmOverhead,
  };
}
