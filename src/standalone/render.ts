import { k8s } from 'cdk8s-plus-27';
import { applicationJobManagerArgs, sessionJobManagerArgs, taskManagerArgs } from './arguments';
import { rolePod } from './containers';
import { headlessService, jobManagerService, restService } from './services';
import { jobManagerName, taskManagerName } from './workloads';
import { JobManagerDiscovery } from '../features/feature';
import { configMap } from '../kubernetes/config-map';
import { Manifest, Manifests, objectMeta } from '../kubernetes/manifest';
import { permissions } from '../kubernetes/rbac';
import { RenderState } from '../kubernetes/system';
import { ClusterPlan } from '../plan/plan';
import { roleLabels } from '../plan/pods/labels';
import { Plain, plain } from '../private/plain';

/** A cluster whose JobManager is a Deployment: a session, or an application whose job does not end. */
export function renderDeployments(plan: ClusterPlan, { autoscaled }: RenderState): Manifests {
  const jobManager = roleLabels(plan, plan.jobManager);
  return {
    'Config/Resource': configMap(plan),
    ...permissions(plan, plan.jobManager, 'JobManager'),
    ...permissions(plan, plan.taskManager, 'TaskManager'),
    ...(plan.discovery === JobManagerDiscovery.SERVICE ? { 'JobManager/Service': jobManagerService(plan, jobManager) } : {}),
    'Rest/Resource': restService(plan, jobManager),
    'JobManager/Resource': jobManagerDeployment(plan),
    ...taskManagers(plan, { autoscaled }),
  };
}

function jobManagerDeployment(plan: ClusterPlan): Manifest {
  const { jobManager, job } = plan;
  const spec: Plain<k8s.DeploymentSpec> = {
    replicas: jobManager.replicas,
    selector: { matchLabels: roleLabels(plan, jobManager) },
    // Without election two JobManagers behind one Service would each take half of the TaskManagers.
    strategy: plan.discovery === JobManagerDiscovery.SERVICE
      ? { type: 'Recreate' }
      : { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    template: rolePod(plan, jobManager, {
      args: job ? applicationJobManagerArgs(plan, job) : sessionJobManagerArgs(plan),
    }),
  };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: objectMeta(plan, jobManagerName(plan.name)), spec };
}

/** TaskManagers: a Deployment, or a StatefulSet when each keeps a volume. */
export function taskManagers(plan: ClusterPlan, { autoscaled }: RenderState): Manifests {
  const { taskManager } = plan;
  const name = taskManagerName(plan.name);
  const selector = roleLabels(plan, taskManager);
  const common: Plain<k8s.DeploymentSpec> = {
    ...(autoscaled ? {} : { replicas: taskManager.replicas }),
    selector: { matchLabels: selector },
    template: rolePod(plan, taskManager, { args: taskManagerArgs(plan) }),
  };
  if (!taskManager.volumeClaims.length) {
    // One by one, each replaced TaskManager would restart the job; all together they restart it once.
    const all = { ...common, strategy: { type: 'Recreate' } };
    return { 'TaskManager/Resource': { apiVersion: 'apps/v1', kind: 'Deployment', metadata: objectMeta(plan, name), spec: all } };
  }
  const spec: Plain<k8s.StatefulSetSpec> = {
    ...common,
    serviceName: name,
    podManagementPolicy: 'Parallel',
    // What lies there is a cache.
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' },
    volumeClaimTemplates: taskManager.volumeClaims.map(({ name: claim, spec: claimed }) => (
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: claim }, spec: plain(claimed) as Plain<k8s.PersistentVolumeClaimSpec> })),
  };
  return {
    'TaskManager/Service': headlessService(plan, name, selector),
    'TaskManager/Resource': { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: objectMeta(plan, name), spec },
  };
}
