import { EffectiveConfiguration } from './effective-configuration';
import { FlinkVersion } from '../flink-version';
import { PlanFinding, problem } from '../private/findings';

/**
 * Options of which one's name begins the other's, as in `state.backend` and `state.backend.incremental`. Whoever writes them as nested
 * YAML, as Flink does from 1.19 on, loses one of the two or fails. Of a map and an entry of it, older lines read the map alone.
 */
export function prefixConflicts(version: FlinkVersion, configuration: EffectiveConfiguration): PlanFinding[] {
  const nested = version._facts.configFile === 'config.yaml';
  const keys = new Map(configuration.all().map((option) => [option.key, option]));
  const problems: PlanFinding[] = [];
  for (const { key, owner } of keys.values()) {
    for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      const shorter = keys.get(key.slice(0, dot));
      if (shorter && (nested || shorter.option?.entries)) {
        const losing = nested ? 'cannot keep both in its configuration file' : 'reads the first alone';
        const longer = shorter.newestKey === shorter.key ? ', or leave one out' : `: '${shorter.newestKey}'`;
        problems.push(problem('prefix-conflict', `'${shorter.key}' (by ${shorter.owner}) is the beginning of '${key}' (by ${owner}), and Flink ${version.minorVersion} ${losing}`,
          shorter.option?.entries ? `Give all entries in '${shorter.key}', or each by itself` : `Use the longer name of '${shorter.key}'${longer}`, key));
      }
    }
  }
  return problems;
}
