import { FLINK_DEPLOYMENT } from './capabilities';
import { checkFlinkDeployment, defaultUpgradeMode } from './checks';
import { nativeOptions } from './native-options';
import { NativePermissions } from './native-permissions';
import { renderFlinkDeployment } from './render';
import { UpgradeMode } from './upgrade-mode';
import { OperatorOptions } from '../configuration/catalog/operator-options';
import { Platform } from '../features/platform';
import { KubernetesSystem } from '../kubernetes/system';
import { RoleName } from '../plan/plan';
import { PlanOptions } from '../plan/plan-options';
import { PlanTarget } from '../plan/plan-target';

/** Options of Flink's client that begin every name of a native cluster. */
const MAX_NAME_LENGTH = 45;

/** The Apache operator in native mode: the operator starts the JobManager, and Flink starts the TaskManagers. */
export function operatorSystem(options: PlanOptions, given?: UpgradeMode): KubernetesSystem {
  return {
    target: (name, namespace) => target(name, namespace, options),
    render: (plan) => renderFlinkDeployment(plan, given ?? defaultUpgradeMode(plan)),
    check: (plan) => checkFlinkDeployment(plan, given),
    workload: () => undefined,
  };
}

function target(name: string, namespace: string | undefined, options: PlanOptions): PlanTarget {
  return {
    platform: Platform._of({
      title: 'the Apache operator',
      hasKubernetes: true,
      setsClusterId: true,
      setsNamespace: true,
      setsAddresses: true,
      startsTaskManagersOnDemand: true,
      submitsJobsThroughWebApi: options.job === undefined,
    }),
    name,
    namespace,
    maxNameLength: MAX_NAME_LENGTH,
    capabilities: FLINK_DEPLOYMENT,
    places: {
      restService: `${name}-rest`,
      podSelector: podsOfFlinksClient(name),
      serviceAccount,
      scaleTarget: () => undefined,
      withoutScaleTarget: 'Leave the autoscaler out: Flink itself starts as many TaskManagers as its jobs need',
    },
    fixesJobId: false,
    addressing: () => ({ owner: 'the Apache operator' }),
    features: [new NativePermissions()],
    sizeOptions: (roles) => nativeOptions(options, roles),
    optionDictionaries: [OperatorOptions.of('apache-operator')],
  };
}

/** The ServiceAccount of jobs that the operator's chart creates. */
const JOB_ACCOUNT = 'flink';

/** Native mode has one ServiceAccount for both roles, unless an option names one of the TaskManagers. */
const serviceAccount: PlanTarget['places']['serviceAccount'] = (role, given) => given[role] ?? given.jobManager ?? JOB_ACCOUNT;

/** The labels that Flink's own Kubernetes client gives to its pods. */
function podsOfFlinksClient(name: string) {
  return (role: RoleName) => ({ matchLabels: { app: name, component: role.toLowerCase(), type: 'flink-native-kubernetes' } });
}
