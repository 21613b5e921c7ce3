import { RoleName, RolePlan } from './plan';
import { EffectiveConfiguration } from '../configuration/effective-configuration';
import { FlinkVersion } from '../flink-version';
import { JobManagerMemory, TaskManagerMemory } from '../memory';
import { MemoryConfigurationError } from '../memory/memory-configuration-error';
import { PlanFinding, problem } from '../private/findings';

/** The process of a role by Flink's own memory model; what the model refuses is a problem. */
export function memoryOf(
  role: RoleName, version: FlinkVersion, configuration: EffectiveConfiguration, findings: PlanFinding[],
): Pick<RolePlan, 'memory' | 'memoryBreakdown'> {
  const memory = (role === 'jobManager' ? JobManagerMemory : TaskManagerMemory)._attempt(version, configuration.toMap());
  if (!(memory instanceof MemoryConfigurationError)) return { memory: memory.totalProcess, memoryBreakdown: memory.describe() };
  findings.push(problem('invalid-memory', memory.reason, memory.remedy, memory.option ?? `${role}.memory`));
  return { memoryBreakdown: memory.message };
}
