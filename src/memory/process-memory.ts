import { fractionBeside, fractionOf, sum } from './arithmetic';
import { MemoryConfigurationError } from './memory-configuration-error';
import { ProcessOptions, SizeOption } from './memory-options';
import { Settings } from './settings';
import { humanMemorySize } from '../private/memory-size';

/**
 * How a role divides its Flink memory.
 * @internal
 */
export interface FlinkMemory<P> {
  readonly options: ProcessOptions;
  /** The options that together determine the total Flink memory. */
  readonly fineGrained: SizeOption[];
  fromFineGrained(settings: Settings): P;
  fromTotal(settings: Settings, total: bigint): P;
  total(parts: P): bigint;
}

/**
 * The memory of the JVM beside the Flink memory.
 * @internal
 */
export interface JvmMemory {
  readonly metaspace: bigint;
  readonly overhead: bigint;
}

/**
 * Divides the memory of a process. It starts from the most detailed options that are set: the parts, then the total Flink memory, then the
 * total process memory.
 * @internal
 */
export function divideProcess<P>(settings: Settings, role: FlinkMemory<P>): { readonly flink: P; readonly jvm: JvmMemory } {
  const { flinkSize, processSize } = role.options;
  if (role.fineGrained.every((option) => settings.has(option))) {
    const flink = role.fromFineGrained(settings);
    return { flink, jvm: besideFlink(settings, role.options, role.total(flink)) };
  }
  if (settings.has(flinkSize)) {
    const total = settings.size(flinkSize);
    const flink = role.fromTotal(settings, total);
    return { flink, jvm: besideFlink(settings, role.options, total) };
  }
  if (settings.has(processSize)) {
    const process = settings.size(processSize);
    const jvm = ofProcess(settings, role.options, process);
    return { flink: role.fromTotal(settings, process - jvm.metaspace - jvm.overhead), jvm };
  }
  const parts = role.fineGrained.map(({ key }) => `'${key}'`).join(' and ');
  throw new MemoryConfigurationError('E-NONE', undefined,
    `the total memory of the process is not configured: neither '${processSize.key}' nor '${flinkSize.key}' nor ${parts} is set`,
    `Set '${processSize.key}', which is also the memory of the container`);
}

function ofProcess(settings: Settings, options: ProcessOptions, process: bigint): JvmMemory {
  const metaspace = settings.size(options.metaspace);
  const range = settings.range(options.overhead);
  const overhead = fractionOf(process, range);
  const both = sum(metaspace, overhead);
  if (both <= process) return { metaspace, overhead };
  throw new MemoryConfigurationError('E-META-OVERHEAD', undefined,
    `JVM metaspace (${humanMemorySize(metaspace)}) and JVM overhead (${humanMemorySize(overhead)}) `
    + `exceed the whole process, '${options.processSize.key}' (${humanMemorySize(process)})`,
    `Give the process more than ${humanMemorySize(both)}, or decrease '${options.metaspace.key}' or '${(overhead === range.min ? options.overhead.min : options.overhead.fraction).key}'`);
}

function besideFlink(settings: Settings, options: ProcessOptions, flink: bigint): JvmMemory {
  const metaspace = settings.size(options.metaspace);
  const inner = sum(flink, metaspace);
  if (settings.has(options.processSize)) return { metaspace, overhead: restOfProcess(settings, options, flink, metaspace) };
  const overhead = fractionBeside(inner, settings.range(options.overhead));
  sum(inner, overhead);
  return { metaspace, overhead };
}

function restOfProcess(settings: Settings, options: ProcessOptions, flink: bigint, metaspace: bigint): bigint {
  const process = settings.size(options.processSize);
  const overhead = process - flink - metaspace;
  const parts = `the total Flink memory (${humanMemorySize(flink)}) and the JVM metaspace (${humanMemorySize(metaspace)})`;
  if (overhead < 0n) {
    throw new MemoryConfigurationError('E-PROCESS-SMALL', options.processSize.key,
      `'${options.processSize.key}' (${humanMemorySize(process)}) is less than ${parts} together`,
      'Increase it, or leave it out, and Flink derives it');
  }
  const { min, max } = settings.range(options.overhead);
  if (overhead >= min && overhead <= max) return overhead;
  throw new MemoryConfigurationError('E-OVERHEAD-RANGE', options.processSize.key,
    `'${options.processSize.key}' (${humanMemorySize(process)}) leaves ${humanMemorySize(overhead)} for the JVM overhead beside ${parts}, `
    + `which is outside its range from ${humanMemorySize(min)} to ${humanMemorySize(max)}`,
    `Configure either the process or its parts, and Flink derives the other; or change '${options.overhead.min.key}' and '${options.overhead.max.key}'`);
}
