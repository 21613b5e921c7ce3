import { Settled } from './settled';
import { FlinkVersion } from '../flink-version';
import { complaint } from '../private/remedy';

/**
 * Options of which one's name begins the other's, as in `state.backend` and `state.backend.incremental`. Whoever writes them as nested
 * YAML, as Flink does from 1.19 on, loses one of the two or fails.
 */
export function prefixClashes(version: FlinkVersion, settled: Settled): string[] {
  if (version._facts.configFile !== 'config.yaml') return [];
  const keys = new Map(settled.all().map((option) => [option.key, option]));
  const problems: string[] = [];
  for (const { key, owner } of keys.values()) {
    for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      const shorter = keys.get(key.slice(0, dot));
      if (shorter) {
        problems.push(complaint(`'${shorter.key}' (by ${shorter.owner}) is the beginning of '${key}' (by ${owner}), and Flink ${version.line} cannot keep both in its configuration file`,
          `Use the longer spelling of '${shorter.key}'${shorter.newest === shorter.key ? ', or leave one out' : `: '${shorter.newest}'`}`));
      }
    }
  }
  return problems;
}
