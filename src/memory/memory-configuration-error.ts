import { explanation } from '../private/findings';

/**
 * The kinds of errors in a memory configuration.
 * @internal
 */
export type MemoryErrorKind =
  /** The total memory is not configured. */
  | 'E-NONE'
  /** A text cannot be parsed as an amount, number, boolean or list. */
  | 'E-PARSE'
  /** A minimum above its maximum, or a fraction outside 0 … 1. */
  | 'E-RANGE'
  /** An amount that 64 bits cannot represent. */
  | 'E-OVERFLOW'
  /** Metaspace and overhead exceed the process. */
  | 'E-META-OVERHEAD'
  /** The process is smaller than its parts. */
  | 'E-PROCESS-SMALL'
  /** The rest for the overhead is outside its range. */
  | 'E-OVERHEAD-RANGE'
  /** JobManager: heap and off-heap do not add up to the Flink memory. */
  | 'E-JM-SUM'
  /** JobManager: more heap than Flink memory. */
  | 'E-JM-HEAP'
  /** JobManager: off-heap memory leaves no heap. */
  | 'E-JM-OFFHEAP'
  /** TaskManager: the parts with the task heap exceed the Flink memory. */
  | 'E-TM-SUM1'
  /** TaskManager: the parts without the task heap exceed the Flink memory. */
  | 'E-TM-SUM2'
  /** The rest for the network is outside its range. */
  | 'E-NET-RANGE'
  /** The rest for the network differs from the deprecated number of buffers. */
  | 'E-NET-BUFFERS'
  /** An invalid size of memory segments. */
  | 'E-SEGMENT'
  /** A negative number of network buffers. */
  | 'E-BUFFERS'
  /** A negative deprecated heap size. */
  | 'E-HEAP-MB'
  /** A number of CPU cores that is not positive. */
  | 'E-CPU';

/**
 * An error in a memory configuration, with which Flink would not start.
 * @internal
 */
export class MemoryConfigurationError extends Error {
  public constructor(
    public readonly kind: MemoryErrorKind,
    /** The option concerned, where it is one. */
    public readonly option: string | undefined,
    public readonly reason: string,
    public readonly remedy: string,
  ) {
    super(explanation(reason, remedy));
  }
}

/**
 * The result of a calculation, or its error.
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
