import { applicationJobManagerArgs, taskManagerArgs } from './arguments';
import { Process, rolePod } from './containers';
import { INDEX_LABEL, labelsOfIndexedJob, podsOfIndexedJob } from './indexed-pods';
import { jobLimits, JobSettings, JobSpec } from './job-limits';
import { headlessService, restService } from './services';
import { JobManagerDiscovery } from '../features/feature';
import { configMap } from '../kubernetes/config-map';
import { Manifests, objectMeta } from '../kubernetes/manifest';
import { covers, permissions } from '../kubernetes/rbac';
import { ClusterPlan, JobPlan, Probes, RolePlan } from '../plan/plan';
import { probesByCommand } from '../plan/pods/probes';
import { withTemporaryFiles } from '../plan/pods/temporary-files';
import { cores } from '../private/quantity';

/** One indexed Job: the pod of index 0 is the JobManager, and the Job completes when that pod does. */
export function renderIndexedJob(plan: ClusterPlan, job: JobPlan, settings: JobSettings): Manifests {
  const name = plan.name;
  const byService = plan.discovery === JobManagerDiscovery.SERVICE;
  const pods = labelsOfIndexedJob(name);
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
        ...jobLimits(settings),
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
    restartPolicy: 'Never',
    nativeSidecars: true,
  };
}

/** One pod template for either role. What cannot be reconciled is a finding, by the capabilities of this layout. */
function oneForBoth(plan: ClusterPlan): RolePlan {
  const { jobManager, taskManager } = plan;
  const numbers = new Set(jobManager.ports.map(({ port }) => port));
  const { permissions: allowed, pod: { env: variables = [] } } = jobManager;
  const env = [...variables, ...(taskManager.pod.env ?? []).filter(({ name }) => !variables.some((e) => e.name === name))];
  const ephemeralStorage = Math.max(jobManager.ephemeralStorage, taskManager.ephemeralStorage);
  return {
    ...jobManager,
    selector: podsOfIndexedJob(plan.name),
    ephemeralStorage,
    pod: withTemporaryFiles({ ...jobManager.pod, ...(env.length ? { env } : {}) }, ephemeralStorage),
    // One account for both roles, named as the JobManager's: also where the TaskManagers alone call the Kubernetes API.
    serviceAccountName: jobManager.serviceAccountName ?? (taskManager.serviceAccountName && `${plan.name}-jobmanager`),
    permissions: [...allowed, ...taskManager.permissions.filter((rule) => !allowed.some((other) => covers(other, rule)))],
    memory: jobManager.memory && taskManager.memory && Math.max(jobManager.memory, taskManager.memory),
    memoryLimitFactor: Math.max(jobManager.memoryLimitFactor, taskManager.memoryLimitFactor),
    cpu: larger(taskManager.cpu, jobManager.cpu),
    probes: eitherProbes(plan),
    ports: [
      ...jobManager.ports,
      ...taskManager.ports.filter(({ port }) => !numbers.has(port)).map((port) => (port.name === 'rpc' ? { ...port, name: 'taskmanager-rpc' } : port)),
    ],
  };
}

function larger(one: string, other: string): string {
  return cores(one) > cores(other) ? one : other;
}

/** A probe names one port, so a shell chooses it by the pod's index. */
function eitherProbes({ jobManager, ports }: ClusterPlan): Probes {
  const listens = (ofJobManager: number) => (
    ['bash', '-c', `exec 3<>"/dev/tcp/127.0.0.1/$([ "$JOB_COMPLETION_INDEX" = 0 ] && echo ${ofJobManager} || echo ${ports.taskManagerRpc})"`]);
  return probesByCommand(jobManager.pod, listens(ports.rest), listens(ports.rpc));
}
