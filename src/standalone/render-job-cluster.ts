import { k8s } from 'cdk8s-plus-27';
import { applicationJobManagerArgs, taskManagerArgs } from './arguments';
import { configMap } from './config-map';
import { Process, rolePod } from './containers';
import { Manifests, objectMeta } from './manifest';
import { indexedProbes, jobManagerProbes } from './probes';
import { permissions } from './rbac';
import { RenderSettings, taskManagers } from './render';
import { headlessService, jobManagerService, restService } from './services';
import { JobManagerDiscovery } from '../features/feature';
import { ClusterPlan, JobPlan, RolePlan } from '../plan/plan';
import { clusterLabels, COMPONENT, MAIN_CONTAINER, roleLabels } from '../plan/pod-template';
import { Plain } from '../private/plain';
import { cores } from '../private/quantity';

/** What a Kubernetes Job of a cluster may be told. */
export interface JobSettings extends RenderSettings {
  readonly backoffLimit: number;
  readonly ttlSecondsAfterFinished?: number;
}

/** The Job of Kubernetes 1.31, of which the structs of 1.27 know all but the success policy. */
type JobSpec = Plain<k8s.JobSpec> & { readonly successPolicy?: { readonly rules: { readonly succeededIndexes?: string }[] } };

/** Kubernetes puts the index of an indexed Job's pod into this label. */
export const INDEX_LABEL = 'batch.kubernetes.io/job-completion-index';

/** Exit code of a JobManager whose job has failed for good. To run it again would do the same. */
const JOB_FAILED = 163;

/** The classic layout: JobManager as a Job, TaskManagers as a Deployment. */
export function renderJobBesideDeployment(plan: ClusterPlan, job: JobPlan, settings: JobSettings): Manifests {
  const jobManager = roleLabels(plan, plan.jobManager);
  const template = rolePod(plan, plan.jobManager, { args: applicationJobManagerArgs(plan, job), probes: jobManagerProbes(plan), restartPolicy: 'Never' });
  return {
    'Config/Resource': configMap(plan),
    ...permissions(plan, plan.jobManager, 'JobManager'),
    ...permissions(plan, plan.taskManager, 'TaskManager'),
    ...(plan.discovery === JobManagerDiscovery.SERVICE ? { 'JobManager/Service': jobManagerService(plan, jobManager) } : {}),
    'Rest/Resource': restService(plan, jobManager),
    'JobManager/Resource': {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: objectMeta(plan, `${plan.name}-jobmanager`),
      spec: { ...limits(settings), parallelism: 1, completions: 1, template } satisfies JobSpec,
    },
    ...taskManagers(plan, settings),
  };
}

/** One indexed Job: the pod of index 0 is the JobManager, and the Job is complete when that one is. */
export function renderIndexedJob(plan: ClusterPlan, job: JobPlan, settings: JobSettings): Manifests {
  const name = plan.name;
  const byService = plan.discovery === JobManagerDiscovery.SERVICE;
  const pods = { ...clusterLabels(plan), [COMPONENT]: 'job-cluster' };
  const size = 1 + plan.taskManager.replicas;
  const both = oneForBoth(plan);
  const template = rolePod(plan, both, processes(plan, job));
  return {
    'Config/Resource': configMap(plan),
    ...permissions(plan, both, 'JobManager'),
    ...(byService ? { 'JobManager/Service': headlessService(plan, name, pods) } : {}),
    'Rest/Resource': restService(plan, { ...pods, [INDEX_LABEL]: '0' }),
    'JobManager/Resource': {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: objectMeta(plan, name),
      spec: {
        ...limits(settings),
        completionMode: 'Indexed',
        completions: size,
        parallelism: size,
        successPolicy: { rules: [{ succeededIndexes: '0' }] },
        template: {
          metadata: { ...template.metadata, labels: { ...template.metadata.labels, ...pods } },
          spec: { ...template.spec, ...(byService ? { subdomain: name } : {}) },
        },
      } satisfies JobSpec,
    },
  };
}

/** By which name the TaskManagers of an indexed Job find pod 0. */
export function indexedJobManagerAddress(cluster: string): string {
  return `${cluster}-0.${cluster}`;
}

/** The one container is JobManager or TaskManager, as its index says. */
function processes(plan: ClusterPlan, job: JobPlan): Process {
  const quote = (arg: string) => `'${arg.replace(/'/g, "'\\''")}'`;
  return {
    command: ['bash', '-c', [
      'if [ "$JOB_COMPLETION_INDEX" = 0 ]; then exec /docker-entrypoint.sh "$@"; fi',
      `exec /docker-entrypoint.sh ${taskManagerArgs(plan).map(quote).join(' ')}`,
    ].join('\n'), 'flink'],
    args: applicationJobManagerArgs(plan, job),
    probes: indexedProbes(plan),
    restartPolicy: 'Never',
  };
}

/** What one pod template must be to hold either role. `oneTemplateProblems` has refused what cannot be reconciled. */
function oneForBoth(plan: ClusterPlan): RolePlan {
  const { jobManager, taskManager } = plan;
  const names = new Set(jobManager.containerPorts.map((port) => port.containerPort));
  const { permissions: allowed, pod: { env: variables = [] } } = jobManager;
  const env = [...variables, ...(taskManager.pod.env ?? []).filter(({ name }) => !variables.some((e) => e.name === name))];
  return {
    ...jobManager,
    pod: { ...jobManager.pod, ...(env.length ? { env } : {}) },
    permissions: [...allowed, ...taskManager.permissions.filter((rule) => !allowed.some((other) => covers(other, rule)))],
    memory: jobManager.memory && taskManager.memory && Math.max(jobManager.memory, taskManager.memory),
    memoryLimitFactor: Math.max(jobManager.memoryLimitFactor, taskManager.memoryLimitFactor),
    cpu: larger(taskManager.cpu, jobManager.cpu),
    cpuLimit: taskManager.cpuLimit && jobManager.cpuLimit && larger(taskManager.cpuLimit, jobManager.cpuLimit),
    containerPorts: [
      ...jobManager.containerPorts,
      ...taskManager.containerPorts.filter((port) => !names.has(port.containerPort)).map((port) => (port.name === 'rpc' ? { ...port, name: 'taskmanager-rpc' } : port)),
    ],
  };
}

function larger(one: string, other: string): string {
  return cores(one) > cores(other) ? one : other;
}

/** Whether one rule allows all that another does. */
function covers(wide: k8s.PolicyRule, narrow: k8s.PolicyRule): boolean {
  const has = (all: string[] = [], some: string[] = []) => some.every((each) => all.includes(each));
  const named = !wide.resourceNames || (narrow.resourceNames !== undefined && has(wide.resourceNames, narrow.resourceNames));
  return named && has(wide.apiGroups, narrow.apiGroups) && has(wide.resources, narrow.resources) && has(wide.verbs, narrow.verbs);
}

function limits({ backoffLimit, ttlSecondsAfterFinished }: JobSettings) {
  return {
    backoffLimit,
    ...(ttlSecondsAfterFinished === undefined ? {} : { ttlSecondsAfterFinished }),
    podFailurePolicy: {
      rules: [
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        // The schema of Kubernetes up to 1.27 wants the empty list, too.
        { action: 'FailJob', onExitCodes: { containerName: MAIN_CONTAINER, operator: 'In', values: [JOB_FAILED] }, onPodConditions: [] },
      ],
    },
  };
}
