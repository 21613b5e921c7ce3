import { k8s } from 'cdk8s-plus-27';
import { JobManagerDiscovery, FeatureConfig, IFlinkFeature } from '../features/feature';
import { WorkloadReference } from '../features/feature-objects';
import { Platform } from '../features/platform';
import { Capabilities } from '../plan/capabilities';
import { ClusterPlan, RoleName } from '../plan/plan';
import { PlanTarget } from '../plan/plan-target';
import { roleLabels } from '../plan/pods/labels';

/** The longest name of a cluster that the strictest system, native Kubernetes, allows: a cluster can so move to any system. */
const MAX_NAME_LENGTH = 45;

/** What differs between the standalone layouts. */
export interface StandaloneLayout {
  /** How messages call the layout. */
  readonly title: string;
  readonly capabilities: Capabilities;
  /** The DNS name by which TaskManagers find a single JobManager. */
  readonly jobManagerAddress: string;
  readonly podSelector?: (role: RoleName) => k8s.LabelSelector;
  readonly scaleTarget: (role: RoleName, plan: ClusterPlan) => WorkloadReference | undefined;
  readonly withoutScaleTarget?: string;
  readonly features?: IFlinkFeature[];
}

/** Standalone Flink: the manifests contain every process, and the library writes all addresses, arguments and ids. */
export function standaloneTarget(name: string, namespace: string | undefined, layout: StandaloneLayout): PlanTarget {
  const { title, capabilities, jobManagerAddress, scaleTarget, withoutScaleTarget, features = [] } = layout;
  return {
    platform: Platform._of({
      title,
      hasKubernetes: true,
      setsClusterId: false,
      setsNamespace: false,
      setsAddresses: false,
      startsTaskManagersOnDemand: false,
      submitsJobsThroughWebApi: false,
    }),
    name,
    namespace,
    maxNameLength: MAX_NAME_LENGTH,
    capabilities,
    places: { restService: `${name}-rest`, podSelector: layout.podSelector ?? byComponent(name), serviceAccount: ownAccount(name), scaleTarget, withoutScaleTarget },
    fixesJobId: true,
    addressing: (discovery) => (discovery === JobManagerDiscovery.SERVICE ? byService(jobManagerAddress) : OWN_ADDRESS),
    features,
  };
}

/** Selects the pods of a role, where each role has a pod template of its own. */
function byComponent(name: string): (role: RoleName) => k8s.LabelSelector {
  return (role) => ({ matchLabels: roleLabels({ name }, { role }) });
}

/** Each role that needs a ServiceAccount has one of its own, unless the user names one. */
function ownAccount(name: string): PlanTarget['places']['serviceAccount'] {
  return (role, given, needsOwn) => given[role] ?? (needsOwn ? `${name}-${role.toLowerCase()}` : undefined);
}

function byService(address: string): FeatureConfig {
  return { owner: "the JobManager's Service", configuration: { 'jobmanager.rpc.address': address } };
}

/** With leader election each JobManager is found at the address of its own pod. */
const OWN_ADDRESS: FeatureConfig = {
  owner: 'leader election',
  jobManager: {
    pod: { env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] },
    dynamicProperties: { 'jobmanager.rpc.address': '$(POD_IP)' },
  },
};

