import { ApplicationEnd, checkApplicationEnd } from './application-end';
import { checkArguments } from './arguments';
import { DEPLOYMENTS } from './capabilities';
import { renderDeployments } from './render';
import { standaloneTarget } from './target';
import { checkWorkloads, jobManagerName, taskManagerReference, workloadOf } from './workloads';
import { IFlinkFeature } from '../features/feature';
import { KubernetesSystem } from '../kubernetes/system';
import { ClusterPlan } from '../plan/plan';
import { PlanFinding } from '../private/findings';

/** What a kind of cluster adds to what all have in common. */
interface OwnParts {
  readonly features?: IFlinkFeature[];
  readonly check?: (plan: ClusterPlan) => PlanFinding[];
}

/** A cluster whose JobManager is a Deployment: a session, or an application whose job does not end. */
export function deploymentsSystem(own: OwnParts = {}): KubernetesSystem {
  return {
    target: (name, namespace) => standaloneTarget(name, namespace, {
      title: 'standalone Kubernetes',
      capabilities: DEPLOYMENTS,
      jobManagerAddress: jobManagerName(name),
      scaleTarget: (role, plan) => (role === 'taskManager' ? taskManagerReference(plan) : { apiVersion: 'apps/v1', kind: 'Deployment', name: jobManagerName(name) }),
      features: own.features,
    }),
    render: renderDeployments,
    check: (plan) => [...checkArguments(plan), ...checkWorkloads(plan), ...(own.check?.(plan) ?? [])],
    workload: workloadOf,
    restService: 'Rest/Resource',
  };
}

/** An application, whose JobManager stays when its job has ended. */
export function applicationSystem(): KubernetesSystem {
  return deploymentsSystem({ features: [new ApplicationEnd()], check: checkApplicationEnd });
}
