import { FlinkVersion } from '../flink-version';
import { amountKey, EXTERNAL_RESOURCES } from './external-resources';
import { attempt, MemoryConfigurationError } from './memory-configuration-error';
import { MemoryModel, memoryModelOf } from './memory-model';
import { TASK_MANAGER_OPTIONS as OPTIONS } from './memory-options';
import { breakdown, dynamicOptions, jvmFlags } from './start-parameters';
import { TaskManagerParts, taskManagerParts } from './task-manager-parts';
import { argumentError } from '../private/findings';
import { cutToEightDecimals, doubleText } from '../private/java-decimal';
import { checkArguments } from '../props/check-arguments';

/**
 * How Flink divides the memory of a TaskManager: to the byte what its start scripts compute from the same configuration.
 *
 * When you want it: to see before deployment what a size leaves for tasks, or to size a container yourself. All amounts are bytes;
 * above 2^53 (8 PiB) they are rounded, while the texts stay exact.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export class TaskManagerMemory {
  /**
   * Divides the memory of a TaskManager.
   *
   * @param version the line decides on defaults and on which old keys are still read.
   * @param configuration Flink's options by their keys, as the configuration file would hold them: texts (`'1728m'`; a bare number is
   * bytes), numbers, booleans or `Size`. Others than those of memory, slots, CPU cores and external resources are not looked at.
   * @throws when Flink refuses to start with this configuration.
   */
  public static of(version: FlinkVersion, configuration: { [key: string]: any }): TaskManagerMemory {
    checkArguments('TaskManagerMemory.of', { version, configuration });
    const memory = TaskManagerMemory._attempt(version, configuration);
    if (memory instanceof MemoryConfigurationError) throw argumentError('TaskManagerMemory.of', 'invalid-memory', memory.what, memory.remedy);
    return memory;
  }

  /**
   * The same, with Flink's refusal as a result: its `message` says what is wrong and how to mend it.
   * @internal
   */
  public static _attempt(version: FlinkVersion, configuration: { [key: string]: any }): TaskManagerMemory | MemoryConfigurationError {
    const model = memoryModelOf(version);
    return attempt(() => new TaskManagerMemory(taskManagerParts(model, configuration), model));
  }

  /** JVM heap for Flink itself. Not divided among slots. */
  public readonly frameworkHeap: number;
  /** JVM heap for tasks: operators and what they keep on the heap. */
  public readonly taskHeap: number;
  /** Direct and native memory for Flink itself. */
  public readonly frameworkOffHeap: number;
  /** Direct and native memory for tasks. */
  public readonly taskOffHeap: number;
  /** Direct memory for the exchange of data between tasks. */
  public readonly network: number;
  /** Native memory that Flink manages, for RocksDB, sorting and Python. */
  public readonly managed: number;
  /** Memory for classes. */
  public readonly jvmMetaspace: number;
  /** Memory of the JVM itself: threads, code cache, garbage collector. */
  public readonly jvmOverhead: number;
  /** All memory but the JVM's metaspace and overhead. */
  public readonly totalFlink: number;
  /** All memory of the process: what its container needs. */
  public readonly totalProcess: number;

  private readonly exact: { readonly heap: bigint; readonly direct: bigint; readonly flink: bigint; readonly process: bigint };

  private constructor(private readonly parts: TaskManagerParts, private readonly model: MemoryModel) {
    const { flink, jvm } = parts;
    this.frameworkHeap = Number(flink.frameworkHeap);
    this.taskHeap = Number(flink.taskHeap);
    this.frameworkOffHeap = Number(flink.frameworkOffHeap);
    this.taskOffHeap = Number(flink.taskOffHeap);
    this.network = Number(flink.network);
    this.managed = Number(flink.managed);
    this.jvmMetaspace = Number(jvm.metaspace);
    this.jvmOverhead = Number(jvm.overhead);
    const heap = flink.frameworkHeap + flink.taskHeap;
    const direct = flink.frameworkOffHeap + flink.taskOffHeap + flink.network;
    const total = heap + direct + flink.managed;
    this.exact = { heap, direct, flink: total, process: total + jvm.metaspace + jvm.overhead };
    this.totalFlink = Number(this.exact.flink);
    this.totalProcess = Number(this.exact.process);
  }

  /** The JVM's flags for heap, direct memory and metaspace, as Flink's start scripts pass them. */
  public get jvmParameters(): string {
    return jvmFlags(this.exact.heap, this.exact.direct, this.parts.jvm.metaspace);
  }

  /** What Flink's start scripts tell the process, as `-D key=…` arguments in their order: all parts, fixed. */
  public get dynamicConfigurations(): string {
    const { flink, jvm, cpuCores, slots, resources } = this.parts;
    const names = resources.map(({ name }) => name).join(';');
    return dynamicOptions({
      [OPTIONS.cpuCores]: doubleText(this.model.exactCores ? cpuCores : cutToEightDecimals(cpuCores)),
      [OPTIONS.frameworkHeap.key]: flink.frameworkHeap,
      [OPTIONS.frameworkOffHeap.key]: flink.frameworkOffHeap,
      [OPTIONS.taskHeap.key]: flink.taskHeap,
      [OPTIONS.taskOffHeap.key]: flink.taskOffHeap,
      [OPTIONS.network.min.key]: flink.network,
      [OPTIONS.network.max.key]: flink.network,
      [OPTIONS.managed.key]: flink.managed,
      [OPTIONS.metaspace.key]: jvm.metaspace,
      [OPTIONS.overhead.min.key]: jvm.overhead,
      [OPTIONS.overhead.max.key]: jvm.overhead,
      [OPTIONS.slots]: String(slots),
      [EXTERNAL_RESOURCES]: resources.length === 0 ? 'none' : this.model.bareResources ? names : `"${names}"`,
      ...Object.fromEntries(resources.map(({ name, amount }) => [amountKey(name), String(amount)])),
    });
  }

  /** The breakdown that Flink logs when the process starts. */
  public describe(): string {
    const { flink, jvm } = this.parts;
    return breakdown('Final TaskExecutor Memory configuration:', [
      ['Total Process Memory', this.exact.process],
      ['  Total Flink Memory', this.exact.flink],
      ['    Total JVM Heap Memory', this.exact.heap],
      ['      Framework', flink.frameworkHeap],
      ['      Task', flink.taskHeap],
      ['    Total Off-heap Memory', flink.managed + this.exact.direct],
      ['      Managed', flink.managed],
      ['      Total JVM Direct Memory', this.exact.direct],
      ['        Framework', flink.frameworkOffHeap],
      ['        Task', flink.taskOffHeap],
      ['        Network', flink.network],
      ['  JVM Metaspace', jvm.metaspace],
      ['  JVM Overhead', jvm.overhead],
    ]);
  }
}
