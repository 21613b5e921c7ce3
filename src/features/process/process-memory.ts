import { Size } from 'cdk8s';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** Memory that every Flink process divides. */
export interface ProcessMemoryOptions {
  /**
   * All memory of the process, which is also the container's memory.
   *
   * @default - JobManager: 1600 MiB in a session cluster, 2 GiB for one job; TaskManager: 1728 MiB and 2 GiB. Nothing, when you
   * configure the total in another way (`flink.size`, or heap and managed memory)
   */
  readonly memory?: Size;
  /** Memory for classes. @default - Flink's: 256 MiB */
  readonly jvmMetaspace?: Size;
  /** Memory of the JVM itself: threads, code cache, garbage collector. @default - Flink's: a tenth of the process, 192 MiB to 1 GiB */
  readonly jvmOverhead?: Size;
  /** Direct and native memory of Flink or the job. @default - Flink's: JobManager 128 MiB, TaskManager's tasks 0 */
  readonly offHeap?: Size;
  /**
   * The container's limit as a multiple of its request, which is the process's memory: 1.1 leaves a tenth for native libraries that
   * take more than Flink knows of.
   *
   * @default 1
   */
  readonly memoryLimitFactor?: number;
}

/** Memory of a JobManager. */
export interface JobManagerMemoryOptions extends ProcessMemoryOptions {
  /** JVM heap. @default - what is left */
  readonly heap?: Size;
}

/** Memory of a TaskManager. */
export interface TaskManagerMemoryOptions extends ProcessMemoryOptions {
  /** JVM heap of tasks and operators. @default - what is left */
  readonly taskHeap?: Size;
  /** Memory that Flink manages: RocksDB, sorting, Python. @default - Flink's: 40 % of Flink's memory */
  readonly managedMemory?: Size;
  /** Memory of the data exchange. @default - Flink's: 10 % of Flink's memory, at least 64 MiB */
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
    /** Options that say the total in another way: any of these groups, set as a whole. */
    private readonly totals: string[][],
    private readonly sizes: { [suffix: string]: Size | undefined },
  ) {}

  public bind(context: FeatureContext): FeatureConfig {
    const key = (suffix: string) => `${this.role.toLowerCase()}.memory.${suffix}`;
    const said = (suffix: string) => this.sizes[suffix] !== undefined || context.configuration[key(suffix)] !== undefined;
    // A default beside another total would over-determine the model, and Flink would refuse what the user never wrote.
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
