import { fractionBeside, fractionOf, sum } from './arithmetic';
import { MemoryConfigurationError } from './memory-configuration-error';
import { ProcessOptions, SizeOption } from './memory-options';
import { Settings } from './settings';
import { humanMemorySize } from '../private/memory-size';

/**
 * How one role divides what is Flink's.
 * @internal
 */
export interface FlinkMemory<P> {
  readonly options: ProcessOptions;
  /** Options that together say all of Flink's memory. */
  readonly fineGrained: SizeOption[];
  fromFineGrained(settings: Settings): P;
  fromTotal(settings: Settings, total: bigint): P;
  total(parts: P): bigint;
}

/**
 * What the JVM takes beside Flink's memory.
 * @internal
 */
export interface JvmMemory {
  readonly metaspace: bigint;
  readonly overhead: bigint;
}

/**
 * Divides the memory of a process. The most detailed options that are set lead: the parts, then Flink's total, then the process's.
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
    `nothing says how much memory the process has: neither '${processSize.key}' nor '${flinkSize.key}' nor ${parts} is set`,
    `Set '${processSize.key}', which is also the container's memory`);
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
    `Give the process more than ${humanMemorySize(both)}, or lower '${options.metaspace.key}' or '${(overhead === range.min ? options.overhead.min : options.overhead.fraction).key}'`);
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
      `Raise it, or leave '${options.processSize.key}' away: Flink then derives it`);
  }
  const { min, max } = settings.range(options.overhead);
  if (overhead >= min && overhead <= max) return overhead;
  throw new MemoryConfigurationError('E-OVERHEAD-RANGE', options.processSize.key,
    `'${options.processSize.key}' (${humanMemorySize(process)}) leaves ${humanMemorySize(overhead)} for the JVM overhead beside ${parts}, `
    + `which is outside its range from ${humanMemorySize(min)} to ${humanMemorySize(max)}`,
    `Configure either the process or its parts and let Flink derive the other, or move '${options.overhead.min.key}' and '${options.overhead.max.key}'`);
}
