import { FlinkVersion } from '../flink-version';
import { JobManagerParts, jobManagerParts } from './job-manager-parts';
import { attempt, MemoryConfigurationError } from './memory-configuration-error';
import { memoryModelOf } from './memory-model';
import { JOB_MANAGER_OPTIONS as OPTIONS } from './memory-options';
import { breakdown, dynamicOptions, jvmFlags } from './start-parameters';
import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/**
 * The division of memory in a JobManager. It is equal to the byte to what Flink's start scripts compute from the same configuration.
 *
 * Use it to see before deployment how much memory a size leaves for the heap, or to size a container. All amounts are in bytes. Above 2^53
 * (8 PiB) the numbers are rounded; the texts are exact.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export class JobManagerMemory {
  /**
   * Computes the division of memory of a JobManager.
   *
   * @param version the Flink version. It decides which deprecated keys are read.
   * @param configuration Flink options by their keys in this version. Values are texts as in the configuration file (`'1600m'`; without a
   * unit, bytes), numbers, booleans or `Size`. Options other than those of memory are ignored.
   * @throws an error when Flink would not start with this configuration.
   */
  public static of(version: FlinkVersion, configuration: { [key: string]: any }): JobManagerMemory {
    checkArguments('JobManagerMemory.of', { version, configuration });
    const memory = JobManagerMemory._attempt(version, configuration);
    if (memory instanceof MemoryConfigurationError) throw argumentError('JobManagerMemory.of', 'invalid-memory', memory.reason, memory.remedy);
    return memory;
  }

  /**
   * The same, with the error as a result.
   * @internal
   */
  public static _attempt(version: FlinkVersion, configuration: { [key: string]: any }): JobManagerMemory | MemoryConfigurationError {
    return attempt(() => new JobManagerMemory(jobManagerParts(memoryModelOf(version), configuration)));
  }

  /** The JVM heap. */
  public readonly jvmHeap: number;
  /** The off-heap memory: direct and native memory of Flink and of user code. */
  public readonly offHeap: number;
  /** The JVM metaspace: memory for classes. */
  public readonly jvmMetaspace: number;
  /** The JVM overhead: memory for threads, code cache and garbage collection. */
  public readonly jvmOverhead: number;
  /** The total Flink memory: all memory except JVM metaspace and JVM overhead. */
  public readonly totalFlink: number;
  /** The total process memory, which is the memory that the container requires. */
  public readonly totalProcess: number;

  private readonly exact: { readonly flink: bigint; readonly process: bigint };

  private constructor(private readonly parts: JobManagerParts) {
    const { flink, jvm } = parts;
    this.jvmHeap = Number(flink.heap);
    this.offHeap = Number(flink.offHeap);
    this.jvmMetaspace = Number(jvm.metaspace);
    this.jvmOverhead = Number(jvm.overhead);
    const total = flink.heap + flink.offHeap;
    this.exact = { flink: total, process: total + jvm.metaspace + jvm.overhead };
    this.totalFlink = Number(total);
    this.totalProcess = Number(this.exact.process);
  }

  /** The JVM flags of Flink's start scripts: for heap and metaspace, and for direct memory when its limit is enabled. */
  public get jvmParameters(): string {
    const { flink, jvm, limitDirectMemory } = this.parts;
    return jvmFlags(flink.heap, limitDirectMemory ? flink.offHeap : undefined, jvm.metaspace);
  }

  /** The `-D key=…` arguments of Flink's start scripts, in their order. They fix the size of every part. */
  public get dynamicConfigurations(): string {
    const { flink, jvm } = this.parts;
    return dynamicOptions({
      [OPTIONS.heap.key]: flink.heap,
      [OPTIONS.offHeap.key]: flink.offHeap,
      [OPTIONS.metaspace.key]: jvm.metaspace,
      [OPTIONS.overhead.min.key]: jvm.overhead,
      [OPTIONS.overhead.max.key]: jvm.overhead,
    });
  }

  /** The division as Flink logs it when the process starts. */
  public describe(): string {
    const { flink, jvm } = this.parts;
    return breakdown('Final Master Memory configuration:', [
      ['Total Process Memory', this.exact.process],
      ['  Total Flink Memory', this.exact.flink],
      ['    JVM Heap', flink.heap],
      ['    Off-heap', flink.offHeap],
      ['  JVM Metaspace', jvm.metaspace],
      ['  JVM Overhead', jvm.overhead],
    ]);
  }
}
