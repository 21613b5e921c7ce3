import { fractionBeside, fractionOf, sum } from './arithmetic';
import { ExternalResource, externalResources } from './external-resources';
import { legacyHeap } from './legacy-heap';
import { MemoryConfigurationError } from './memory-configuration-error';
import { MemoryModel } from './memory-model';
import { LEGACY_OPTIONS, TASK_MANAGER_OPTIONS as OPTIONS } from './memory-options';
import { checkNetwork, networkOfBuffers, networkRange } from './network-memory';
import { divideProcess, FlinkMemory, JvmMemory } from './process-memory';
import { Settings } from './settings';
import { humanMemorySize } from '../private/memory-size';

/**
 * The parts of the Flink memory of a TaskManager.
 * @internal
 */
export interface TaskManagerFlink {
  readonly frameworkHeap: bigint;
  readonly frameworkOffHeap: bigint;
  readonly taskHeap: bigint;
  readonly taskOffHeap: bigint;
  readonly network: bigint;
  readonly managed: bigint;
}

/**
 * The parts of the memory of a TaskManager process, and its resources.
 * @internal
 */
export interface TaskManagerParts {
  readonly flink: TaskManagerFlink;
  readonly jvm: JvmMemory;
  readonly cpuCores: number;
  readonly slots: bigint;
  readonly resources: ExternalResource[];
}

/**
 * Computes the parts of the memory of a TaskManager process. Throws a `MemoryConfigurationError`.
 * @internal
 */
export function taskManagerParts(model: MemoryModel, configuration: { [key: string]: any }): TaskManagerParts {
  const settings = new Settings(configuration);
  const effective = model.legacyKeys ? legacyHeap(settings, LEGACY_OPTIONS.taskManager, OPTIONS.flinkSize) : settings;
  return {
    ...divideProcess(effective, taskManager(model)),
    cpuCores: cpuCores(effective),
    slots: slots(effective),
    resources: externalResources(effective, model),
  };
}

/** How a version divides the Flink memory of a TaskManager. */
function taskManager(model: MemoryModel): FlinkMemory<TaskManagerFlink> {
  return {
    options: OPTIONS,
    fineGrained: [OPTIONS.taskHeap, OPTIONS.managed],
    total: ({ frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, network, managed }) =>
      sum(frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, network, managed),

    fromFineGrained: (settings) => {
      const taskHeap = settings.size(OPTIONS.taskHeap);
      const managed = settings.size(OPTIONS.managed);
      const parts = { ...framework(settings), taskHeap, managed };
      const base = allButNetwork(parts);
      if (settings.has(OPTIONS.flinkSize)) return { ...parts, network: restForNetwork(settings, model, parts, settings.size(OPTIONS.flinkSize)) };
      const network = networkOfBuffers(settings, model) ?? fractionBeside(base, settings.range(networkRange(model)));
      return { ...parts, network };
    },

    fromTotal: (settings, total) => {
      const fixed = framework(settings);
      if (settings.has(OPTIONS.taskHeap)) {
        const parts = { ...fixed, taskHeap: settings.size(OPTIONS.taskHeap), managed: managedMemory(settings, total) };
        return { ...parts, network: restForNetwork(settings, model, parts, total) };
      }
      const managed = managedMemory(settings, total);
      const network = networkOfBuffers(settings, model) ?? fractionOf(total, settings.range(networkRange(model)));
      const parts = { ...fixed, managed, network };
      return { ...parts, taskHeap: restForTasks(parts, total) };
    },
  };
}

function framework(settings: Settings): Pick<TaskManagerFlink, 'frameworkHeap' | 'frameworkOffHeap' | 'taskOffHeap'> {
  return {
    frameworkHeap: settings.size(OPTIONS.frameworkHeap),
    frameworkOffHeap: settings.size(OPTIONS.frameworkOffHeap),
    taskOffHeap: settings.size(OPTIONS.taskOffHeap),
  };
}

function managedMemory(settings: Settings, total: bigint): bigint {
  return settings.has(OPTIONS.managed) ? settings.size(OPTIONS.managed) : fractionOf(total, settings.unbounded(OPTIONS.managedFraction));
}

function allButNetwork({ frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, managed }: Omit<TaskManagerFlink, 'network'>): bigint {
  return sum(frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, managed);
}

function restForNetwork(settings: Settings, model: MemoryModel, parts: Omit<TaskManagerFlink, 'network'>, total: bigint): bigint {
  const network = total - allButNetwork(parts);
  if (network < 0n) throw tooMuch('E-TM-SUM1', parts, total);
  checkNetwork(settings, model, network, total);
  return network;
}

function restForTasks(parts: Omit<TaskManagerFlink, 'taskHeap'>, total: bigint): bigint {
  const { frameworkHeap, frameworkOffHeap, taskOffHeap, managed, network } = parts;
  const taskHeap = total - sum(frameworkHeap, frameworkOffHeap, taskOffHeap, managed, network);
  if (taskHeap >= 0n) return taskHeap;
  throw tooMuch('E-TM-SUM2', parts, total);
}

const NAMES: { [part in keyof TaskManagerFlink]: string } = {
  frameworkHeap: 'framework heap',
  frameworkOffHeap: 'framework off-heap',
  taskHeap: 'task heap',
  taskOffHeap: 'task off-heap',
  managed: 'managed',
  network: 'network',
};

function tooMuch(kind: 'E-TM-SUM1' | 'E-TM-SUM2', parts: Partial<TaskManagerFlink>, total: bigint): MemoryConfigurationError {
  const amounts = Object.entries(parts).map(([part, bytes]) => `${NAMES[part as keyof TaskManagerFlink]} (${humanMemorySize(bytes)})`);
  return new MemoryConfigurationError(kind, undefined, `the parts exceed the total Flink memory (${humanMemorySize(total)}): ${amounts.join(', ')}`,
    `Increase '${OPTIONS.processSize.key}' or '${OPTIONS.flinkSize.key}', whichever is set, or decrease a part`);
}

/** The number of CPU cores, by default one for each slot. */
function cpuCores(settings: Settings): number {
  const cores = settings.double(OPTIONS.cpuCores) ?? Number(slots(settings));
  if (cores > 0 && Number.isFinite(cores)) return cores;
  throw new MemoryConfigurationError('E-CPU', OPTIONS.cpuCores, `a TaskManager with ${cores} CPU cores cannot start`,
    `Set '${OPTIONS.slots}' to at least 1, and leave '${OPTIONS.cpuCores}' out or set it to more than 0`);
}

function slots(settings: Settings): bigint {
  return settings.integer(OPTIONS.slots, 32) ?? 1n;
}
