import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, IFlinkFeature } from '../features/feature';

/** What the JobManager calls because Flink itself creates the TaskManagers and owns them by its Deployment. */
const RULES: k8s.PolicyRule[] = [
  { apiGroups: [''], resources: ['pods'], verbs: ['create', 'delete', 'list', 'watch'] },
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'delete'] },
  // Clusters that protect owner references, as OpenShift does, ask for it.
  { apiGroups: ['apps'], resources: ['deployments/finalizers'], verbs: ['update'] },
];

/**
 * Permissions of a JobManager in native mode.
 * @internal
 */
export class NativePermissions implements IFlinkFeature {
  public bind(): FeatureConfig {
    return { owner: 'native mode', optional: true, jobManager: { permissions: RULES } };
  }
}
