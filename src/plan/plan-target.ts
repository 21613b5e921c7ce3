import { k8s } from 'cdk8s-plus-27';
import { Capabilities } from './capabilities';
import { ClusterPlan, RoleName, RolePlan } from './plan';
import { OptionDictionary } from '../configuration/catalog/option-key';
import { FeatureConfig, IFlinkFeature, JobManagerDiscovery } from '../features/feature';
import { WorkloadReference } from '../features/feature-objects';
import { Platform } from '../features/platform';

/** The system that a cluster is planned for: what it can express, where its objects are, and what it decides by itself. */
export interface PlanTarget {
  readonly platform: Platform;
  /** The cluster's name. */
  readonly name: string;
  /** The longest name that the system allows. */
  readonly maxNameLength: number;
  /** The namespace, when it is known at synth. */
  readonly namespace?: string;
  readonly capabilities: Capabilities;
  readonly places: Places;
  /** Whether the job starts under the id that we give it; otherwise the system chooses one. */
  readonly fixesJobId: boolean;
  /** How processes find each other. */
  readonly addressing: (discovery: JobManagerDiscovery) => FeatureConfig;
  /** What the system itself requires. */
  readonly features: IFlinkFeature[];
  /** Options that the system derives from the sizes of the roles, by whom messages name. */
  readonly sizeOptions?: (roles: { readonly [role in RoleName]: RoleSize }) => FeatureConfig;
  /** Options that the system reads in the cluster's configuration, beside Flink's. */
  readonly optionDictionaries?: readonly OptionDictionary[];
}

/** CPU and memory of a role, as far as they are known before its options are decided. */
export type RoleSize = Pick<RolePlan, 'cpu' | 'cpuLimit' | 'memoryLimitFactor'>;

/** Names and selectors of what a system creates. */
export interface Places {
  /** The Service of the REST API. */
  readonly restService: string;
  /** By which labels a role's pods are found. */
  readonly podSelector: (role: RoleName) => k8s.LabelSelector;
  /**
   * The ServiceAccount of a role's pods.
   *
   * @param given what the user names.
   * @param needsOwn whether the pods call the Kubernetes API or the account has annotations.
   */
  readonly serviceAccount: (role: RoleName, given: { readonly [role in RoleName]?: string }, needsOwn: boolean) => string | undefined;
  /** The object whose number of replicas is the number of the role's pods. */
  readonly scaleTarget: (role: RoleName, plan: ClusterPlan) => WorkloadReference | undefined;
  /** What to do where an autoscaler has no object to scale. Undefined where setting the number is the way out. */
  readonly withoutScaleTarget?: string;
}
