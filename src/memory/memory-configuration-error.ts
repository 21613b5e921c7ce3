import { explanation } from '../private/findings';

/**
 * Why Flink refuses a configuration of memory.
 * @internal
 */
export type MemoryErrorKind =
  /** Nothing says how much memory there is. */
  | 'E-NONE'
  /** A text is no amount, number, truth value or list. */
  | 'E-PARSE'
  /** A minimum above its maximum, or a fraction outside 0 … 1. */
  | 'E-RANGE'
  /** An amount that 64 bits cannot count. */
  | 'E-OVERFLOW'
  /** Metaspace and overhead leave nothing of the process. */
  | 'E-META-OVERHEAD'
  /** The process is smaller than what must fit into it. */
  | 'E-PROCESS-SMALL'
  /** What is left for the overhead is outside its range. */
  | 'E-OVERHEAD-RANGE'
  /** JobManager: heap and off-heap are not the Flink memory. */
  | 'E-JM-SUM'
  /** JobManager: more heap than Flink memory. */
  | 'E-JM-HEAP'
  /** JobManager: off-heap memory leaves no heap. */
  | 'E-JM-OFFHEAP'
  /** TaskManager: the parts, task heap included, are more than the Flink memory. */
  | 'E-TM-SUM1'
  /** TaskManager: the parts leave less than nothing for the task heap. */
  | 'E-TM-SUM2'
  /** What is left for the network is outside its range. */
  | 'E-NET-RANGE'
  /** What is left for the network is not what the old number of buffers says. */
  | 'E-NET-BUFFERS'
  /** A memory segment of an impossible size. */
  | 'E-SEGMENT'
  /** A negative number of network buffers. */
  | 'E-BUFFERS'
  /** A negative old heap size. */
  | 'E-HEAP-MB'
  /** No positive number of CPU cores. */
  | 'E-CPU';

/**
 * A configuration that Flink's memory model refuses.
 * @internal
 */
export class MemoryConfigurationError extends Error {
  public constructor(
    public readonly kind: MemoryErrorKind,
    /** The option that it is about, where it is about one. */
    public readonly option: string | undefined,
    public readonly what: string,
    public readonly remedy: string,
  ) {
    super(explanation(what, remedy));
  }
}

/**
 * What a calculation gives, or why Flink refuses it.
 * @internal
 */
export function attempt<T>(calculation: () => T): T | MemoryConfigurationError {
  try {
    return calculation();
  } catch (error) {
    if (error instanceof MemoryConfigurationError) return error;
    throw error;
  }
}
