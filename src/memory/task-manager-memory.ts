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
 * The division of memory in a TaskManager. It is equal to the byte to what Flink's start scripts compute from the same configuration.
 *
 * Use it to see before deployment how much memory a size leaves for tasks, or to size a container. All amounts are in bytes. Above 2^53
 * (8 PiB) the numbers are rounded; the texts are exact.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export class TaskManagerMemory {
  /**
   * Computes the division of memory of a TaskManager.
   *
   * @param version the Flink version. It decides defaults and which deprecated keys are read.
   * @param configuration Flink options by their keys in this version. Values are texts as in the configuration file (`'1728m'`; without a
   * unit, bytes), numbers, booleans or `Size`. Options other than those of memory, slots, CPU cores and external resources are ignored.
   * @throws an error when Flink would not start with this configuration.
   */
  public static of(version: FlinkVersion, configuration: { [key: string]: any }): TaskManagerMemory {
    checkArguments('TaskManagerMemory.of', { version, configuration });
    const memory = TaskManagerMemory._attempt(version, configuration);
    if (memory instanceof MemoryConfigurationError) throw argumentError('TaskManagerMemory.of', 'invalid-memory', memory.reason, memory.remedy);
    return memory;
  }

  /**
   * The same, with the error as a result.
   * @internal
   */
  public static _attempt(version: FlinkVersion, configuration: { [key: string]: any }): TaskManagerMemory | MemoryConfigurationError {
    const model = memoryModelOf(version);
    return attempt(() => new TaskManagerMemory(taskManagerParts(model, configuration), model));
  }

  /** The framework heap: JVM heap for Flink itself. It is not divided among slots. */
  public readonly frameworkHeap: number;
  /** The task heap: JVM heap for operators and user code. */
  public readonly taskHeap: number;
  /** The framework off-heap memory: direct and native memory for Flink itself. */
  public readonly frameworkOffHeap: number;
  /** The task off-heap memory: direct and native memory for operators and user code. */
  public readonly taskOffHeap: number;
  /** The network memory: direct memory for the exchange of data between tasks. */
  public readonly network: number;
  /** The managed memory: native memory for RocksDB, sorting and Python. */
  public readonly managed: number;
  /** The JVM metaspace: memory for classes. */
  public readonly jvmMetaspace: number;
  /** The JVM overhead: memory for threads, code cache and garbage collection. */
  public readonly jvmOverhead: number;
  /** The total Flink memory: all memory except JVM metaspace and JVM overhead. */
  public readonly totalFlink: number;
  /** The total process memory, which is the memory that the container requires. */
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

  /** The JVM flags of Flink's start scripts: for heap, direct memory and metaspace. */
  public get jvmParameters(): string {
    return jvmFlags(this.exact.heap, this.exact.direct, this.parts.jvm.metaspace);
  }

  /** The `-D key=…` arguments of Flink's start scripts, in their order. They fix the size of every part. */
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

  /** The division as Flink logs it when the process starts. */
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
