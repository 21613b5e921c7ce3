import { FlinkVersion } from '../flink-version';
import { JobManagerParts, jobManagerParts } from './job-manager-parts';
import { attempt, MemoryConfigurationError } from './memory-configuration-error';
import { memoryModelOf } from './memory-model';
import { JOB_MANAGER_OPTIONS as OPTIONS } from './memory-options';
import { breakdown, dynamicOptions, jvmFlags } from './start-parameters';
import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/**
 * How Flink divides the memory of a JobManager: to the byte what its start scripts compute from the same configuration.
 *
 * When you want it: to see before deployment what a size leaves for the heap, or to size a container yourself. All amounts are bytes;
 * above 2^53 (8 PiB) they are rounded, while the texts stay exact.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export class JobManagerMemory {
  /**
   * Divides the memory of a JobManager.
   *
   * @param version the line decides on which old keys are still read.
   * @param configuration Flink's options by their keys, as the configuration file would hold them: texts (`'1600m'`; a bare number is
   * bytes), numbers, booleans or `Size`. Others than those of memory are not looked at.
   * @throws when Flink refuses to start with this configuration.
   */
  public static of(version: FlinkVersion, configuration: { [key: string]: any }): JobManagerMemory {
    checkArguments('JobManagerMemory.of', { version, configuration });
    const memory = JobManagerMemory._attempt(version, configuration);
    if (memory instanceof MemoryConfigurationError) throw argumentError('JobManagerMemory.of', 'invalid-memory', memory.what, memory.remedy);
    return memory;
  }

  /**
   * The same, with Flink's refusal as a result: its `message` says what is wrong and how to mend it.
   * @internal
   */
  public static _attempt(version: FlinkVersion, configuration: { [key: string]: any }): JobManagerMemory | MemoryConfigurationError {
    return attempt(() => new JobManagerMemory(jobManagerParts(memoryModelOf(version), configuration)));
  }

  /** JVM heap. */
  public readonly jvmHeap: number;
  /** Direct and native memory of Flink and of code that it runs. */
  public readonly offHeap: number;
  /** Memory for classes. */
  public readonly jvmMetaspace: number;
  /** Memory of the JVM itself: threads, code cache, garbage collector. */
  public readonly jvmOverhead: number;
  /** All memory but the JVM's metaspace and overhead. */
  public readonly totalFlink: number;
  /** All memory of the process: what its container needs. */
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

  /** The JVM's flags for heap and metaspace, and for direct memory when its limit is enabled, as Flink's start scripts pass them. */
  public get jvmParameters(): string {
    const { flink, jvm, limitDirectMemory } = this.parts;
    return jvmFlags(flink.heap, limitDirectMemory ? flink.offHeap : undefined, jvm.metaspace);
  }

  /** What Flink's start scripts tell the process, as `-D key=…` arguments in their order: all parts, fixed. */
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

  /** The breakdown that Flink logs when the process starts. */
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
