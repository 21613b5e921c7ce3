import { RoleName, RolePlan } from './plan';
import { Settled } from '../configuration/settled';
import { FlinkVersion } from '../flink-version';
import { JobManagerMemory, TaskManagerMemory } from '../memory';
import { Refusal } from '../memory/refusal';

/** A role's process by Flink's own arithmetic; what that refuses is a problem. */
export function memoryOf(
  role: RoleName, version: FlinkVersion, configuration: Settled, problems: string[],
): Pick<RolePlan, 'memory' | 'memoryBreakdown'> {
  const memory = (role === 'jobManager' ? JobManagerMemory : TaskManagerMemory)._attempt(version, configuration.toMap());
  if (!(memory instanceof Refusal)) return { memory: memory.totalProcess, memoryBreakdown: memory.describe() };
  problems.push(memory.message);
  return { memoryBreakdown: memory.message };
}
