import { MinorVersionFacts, FlinkVersion } from '../flink-version';

type Facts = MinorVersionFacts['memory'];

/**
 * What differs between the lines in how they divide memory.
 * @internal
 */
export interface MemoryModel extends Facts {
  /** Whether a list may be written `[a, b]`, as YAML has it. */
  readonly yamlLists: boolean;
}

/**
 * The model of a line.
 * @internal
 */
export function memoryModelOf(version: FlinkVersion): MemoryModel {
  const { memory, configFile } = version._facts;
  return { ...memory, yamlLists: configFile === 'config.yaml' };
}
