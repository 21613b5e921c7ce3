import { RoleName } from './plan';
import { Settled } from '../configuration/settled';
import { FlinkVersion } from '../flink-version';
import { JobManagerMemory, TaskManagerMemory } from '../memory';
import { Refusal } from '../memory/refusal';

/** Bytes of a role's process by Flink's own arithmetic; what it refuses is a problem. */
export function memoryOf(role: RoleName, version: FlinkVersion, configuration: Settled, problems: string[]): number | undefined {
  const memory = (role === 'jobManager' ? JobManagerMemory : TaskManagerMemory)._attempt(version, configuration.toMap());
  if (!(memory instanceof Refusal)) return memory.totalProcess;
  problems.push(memory.message);
  return undefined;
}
