import { k8s } from 'cdk8s-plus-27';
import { FeatureContext } from '../feature';

/** What a JobManager calls for leader election. Rules are restricted to names where Flink asks by name; `create` cannot be. */
export function jobManagerRules({ version, clusterId, jobId }: FeatureContext): k8s.PolicyRule[] {
  const { jobManagerVerbs, watchByName } = version._facts.kubernetesHa;
  if (!watchByName) return [configMaps(jobManagerVerbs)];
  const leaders = leaderConfigMap(clusterId);
  const watching = ['list', 'watch'];
  const others = jobManagerVerbs.filter((verb) => verb !== 'create' && !watching.includes(verb));
  return [
    configMaps(['create']),
    configMaps(watching, [leaders]),
    configMaps(others, jobId ? [leaders, `${clusterId}-${jobId}-config-map`] : undefined),
  ];
}

/** What a TaskManager calls to find the leader. */
export function taskManagerRules({ version, clusterId }: FeatureContext): k8s.PolicyRule[] {
  const { taskManagerVerbs, watchByName } = version._facts.kubernetesHa;
  return [configMaps(taskManagerVerbs, watchByName ? [leaderConfigMap(clusterId)] : undefined)];
}

function leaderConfigMap(clusterId: string): string {
  return `${clusterId}-cluster-config-map`;
}

function configMaps(verbs: string[], resourceNames?: string[]): k8s.PolicyRule {
  return { apiGroups: [''], resources: ['configmaps'], verbs, ...(resourceNames ? { resourceNames } : {}) };
}
