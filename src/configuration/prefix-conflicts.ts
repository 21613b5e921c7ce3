import { EffectiveConfiguration } from './effective-configuration';
import { FlinkVersion } from '../flink-version';
import { PlanFinding, problem } from '../private/findings';

/**
 * Options of which one's key is a prefix of the other's, as in `state.backend` and `state.backend.incremental`. Nested YAML, which Flink
 * writes from 1.19 on, cannot contain both. Of a map and an entry of it, older versions read only the map.
 */
export function prefixConflicts(version: FlinkVersion, configuration: EffectiveConfiguration): PlanFinding[] {
  const nested = version._facts.configFile === 'config.yaml';
  const keys = new Map(configuration.all().map((option) => [option.key, option]));
  const problems: PlanFinding[] = [];
  for (const { key, owner } of keys.values()) {
    for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      const shorter = keys.get(key.slice(0, dot));
      if (shorter && (nested || shorter.option?.entries)) {
        const consequence = nested ? 'cannot keep both in its configuration file' : 'reads only the first';
        const alternative = shorter.newestKey === shorter.key ? ', or leave one out' : `: '${shorter.newestKey}'`;
        problems.push(problem('prefix-conflict', `'${shorter.key}' (by ${shorter.owner}) is a prefix of '${key}' (by ${owner}), and Flink ${version.minorVersion} ${consequence}`,
          shorter.option?.entries ? `Give all entries in '${shorter.key}', or each by itself` : `Use the longer key of '${shorter.key}'${alternative}`, key));
      }
    }
  }
  return problems;
}
