import { MinorVersionFacts, FlinkVersion } from '../flink-version';

type Facts = MinorVersionFacts['memory'];

/**
 * The differences between minor versions in how they divide memory.
 * @internal
 */
export interface MemoryModel extends Facts {
  /** Whether a list may be a YAML flow sequence: `[a, b]`. */
  readonly yamlLists: boolean;
}

/**
 * The memory model of a Flink version.
 * @internal
 */
export function memoryModelOf(version: FlinkVersion): MemoryModel {
  const { memory, configFile } = version._facts;
  return { ...memory, yamlLists: configFile === 'config.yaml' };
}
