import { applicationJobManagerArgs } from './arguments';
import { rolePod } from './containers';
import { jobLimits, JobSettings, JobSpec } from './job-limits';
import { taskManagers } from './render';
import { jobManagerService, restService } from './services';
import { jobManagerName } from './workloads';
import { JobManagerDiscovery } from '../features/feature';
import { configMap } from '../kubernetes/config-map';
import { Manifests, objectMeta } from '../kubernetes/manifest';
import { permissions } from '../kubernetes/rbac';
import { ClusterPlan, JobPlan } from '../plan/plan';
import { roleLabels } from '../plan/pods/labels';

/** JobManager as a Job, TaskManagers as a Deployment. */
export function renderJobBesideDeployment(plan: ClusterPlan, job: JobPlan, settings: JobSettings): Manifests {
  const jobManager = roleLabels(plan, plan.jobManager);
  const template = rolePod(plan, plan.jobManager, { args: applicationJobManagerArgs(plan, job), restartPolicy: 'Never', nativeSidecars: true });
  return {
    'Config/Resource': configMap(plan),
    ...permissions(plan, plan.jobManager, 'JobManager'),
    ...permissions(plan, plan.taskManager, 'TaskManager'),
    ...(plan.discovery === JobManagerDiscovery.SERVICE ? { 'JobManager/Service': jobManagerService(plan, jobManager) } : {}),
    'Rest/Resource': restService(plan, jobManager),
    'JobManager/Resource': {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: objectMeta(plan, jobManagerName(plan.name)),
      spec: { ...jobLimits(settings), parallelism: 1, completions: 1, template } satisfies JobSpec,
    },
    ...taskManagers(plan, settings),
  };
}
