import { Settled } from './settled';
import { FlinkVersion } from '../flink-version';
import { complaint } from '../private/remedy';

/**
 * Options of which one's name begins the other's, as in `state.backend` and `state.backend.incremental`. Whoever writes them as nested
 * YAML, as Flink does from 1.19 on, loses one of the two or fails. Of a map and an entry of it, older lines read the map alone.
 */
export function prefixClashes(version: FlinkVersion, settled: Settled): string[] {
  const nested = version._facts.configFile === 'config.yaml';
  const keys = new Map(settled.all().map((option) => [option.key, option]));
  const problems: string[] = [];
  for (const { key, owner } of keys.values()) {
    for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      const shorter = keys.get(key.slice(0, dot));
      if (shorter && (nested || shorter.option?.entries)) {
        const losing = nested ? 'cannot keep both in its configuration file' : 'reads the first alone';
        const longer = shorter.newest === shorter.key ? ', or leave one out' : `: '${shorter.newest}'`;
        problems.push(complaint(`'${shorter.key}' (by ${shorter.owner}) is the beginning of '${key}' (by ${owner}), and Flink ${version.line} ${losing}`,
          shorter.option?.entries ? `Give all entries in '${shorter.key}', or each by itself` : `Use the longer spelling of '${shorter.key}'${longer}`));
      }
    }
  }
  return problems;
}
