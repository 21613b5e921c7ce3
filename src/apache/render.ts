import { UpgradeMode } from './upgrade-mode';
import { spell } from '../configuration/spelling';
import { valueText } from '../configuration/value-text';
import { JobManagerDiscovery } from '../features/feature';
import { JobOptions } from '../job';
import { ClusterPlan, JobPlan, RolePlan } from '../plan/plan';
import { clusterLabels, defined, podTemplate } from '../plan/pod-template';
import { cores } from '../private/quantity';
import { complaint } from '../private/remedy';

/** Files that the operator takes. */
const LOG_FILES = ['log4j-console.properties', 'logback-console.xml'];

/** Options that the operator gives by itself and refuses from others. */
const FORBIDDEN = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];

/** The custom resource, as plain data. */
export function renderFlinkDeployment(plan: ClusterPlan, upgradeMode = UpgradeMode.STATELESS) {
  const { version, jobManager, taskManager, job } = plan;
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: plan.name, labels: clusterLabels(plan) },
    spec: defined({
      image: plan.image,
      imagePullPolicy: plan.imagePullPolicy,
      flinkVersion: `v${version.line.replace('.', '_')}`,
      serviceAccount: jobManager.serviceAccountName ?? 'flink',
      mode: 'native',
      flinkConfiguration: flinkConfiguration(plan),
      logConfiguration: plan.configFiles,
      jobManager: { replicas: jobManager.replicas, ...role(plan, jobManager) },
      taskManager: defined({ replicas: taskManager.fixedReplicas, ...role(plan, taskManager) }),
      job: job && jobSpec(job, upgradeMode),
    }),
  };
}

/** Every option as flat text: it means the same to every release of the operator. */
function flinkConfiguration(plan: ClusterPlan): { [option: string]: string } {
  const options = { ...plan.configuration.toMap() };
  const inResource = [plan.jobManager, plan.taskManager].filter(hasWholeMebibytes).map(processSize);
  for (const option of [...inResource, ...(plan.job ? ['parallelism.default'] : [])]) delete options[option];
  return {
    ...options,
    ...limitFactor(plan.jobManager),
    ...limitFactor(plan.taskManager),
    ...restExposure(plan),
    ...(plan.taskManager.serviceAccountName ? { 'kubernetes.taskmanager.service-account': plan.taskManager.serviceAccountName } : {}),
  };
}

function restExposure({ version, rest }: ClusterPlan): { [option: string]: string } {
  const option = 'kubernetes.rest-service.annotations';
  const annotations = Object.keys(rest.annotations).length ? valueText(version, option, rest.annotations, spell(version, option).option, 'rest').text : undefined;
  return {
    ...(rest.serviceType === 'ClusterIP' ? {} : { 'kubernetes.rest-service.exposed.type': rest.serviceType }),
    ...(annotations ? { [option]: annotations } : {}),
  };
}

function role(plan: ClusterPlan, rolePlan: RolePlan) {
  // The JobManager asks Kubernetes for its TaskManagers; they themselves ask nothing, unless they look for a leader.
  const talks = rolePlan.role === 'jobManager' || rolePlan.permissions.length > 0;
  const spec = talks ? {} : { automountServiceAccountToken: false };
  return {
    resource: defined({
      cpu: cores(rolePlan.cpu),
      memory: hasWholeMebibytes(rolePlan) ? `${rolePlan.memory! / 2 ** 20}Mi` : undefined,
    }),
    podTemplate: {
      apiVersion: 'v1',
      kind: 'Pod',
      ...podTemplate(plan, { ...rolePlan, serviceAccountName: undefined }, { spec }),
    },
  };
}

function jobSpec(job: JobPlan, upgradeMode: UpgradeMode) {
  return defined({
    jarURI: job.artifact.uri,
    entryClass: job.mainClass,
    args: job.args.length ? job.args : undefined,
    parallelism: job.parallelism,
    upgradeMode,
    allowNonRestoredState: job.allowNonRestoredState,
    initialSavepointPath: job.restoreFrom,
    state: 'running',
  });
}

function processSize({ role: name }: RolePlan): string {
  return `${name.toLowerCase()}.memory.process.size`;
}

/** Only then can the total be said as the resource's memory, which both Flink and Kubernetes read alike. */
function hasWholeMebibytes(rolePlan: RolePlan): boolean {
  return rolePlan.configuration.text(processSize(rolePlan)) !== undefined && rolePlan.memory !== undefined && rolePlan.memory % 2 ** 20 === 0;
}

/** In native mode the limit is the request times a factor, and the factor is 1. */
function limitFactor({ role: name, cpu, cpuLimit, memoryLimitFactor }: RolePlan): { [option: string]: string } {
  return {
    ...(cpuLimit ? { [`kubernetes.${name.toLowerCase()}.cpu.limit-factor`]: String(cores(cpuLimit) / cores(cpu)) } : {}),
    ...(memoryLimitFactor === 1 ? {} : { [`kubernetes.${name.toLowerCase()}.memory.limit-factor`]: String(memoryLimitFactor) }),
  };
}

/** What the operator or its native mode refuses or would drop. */
export function deploymentProblems(plan: ClusterPlan, said: { readonly upgradeMode?: UpgradeMode; readonly job?: JobOptions } = {}): string[] {
  const { upgradeMode = UpgradeMode.STATELESS, job } = said;
  const problems: string[] = [];
  if (upgradeMode !== UpgradeMode.STATELESS && !job) {
    problems.push(complaint(`upgradeMode is ${upgradeMode}, and a session cluster has no job of its own to upgrade`, "Leave it out, or set 'job'"));
  }
  if (job?.jobId !== undefined) {
    problems.push(complaint('job.jobId is set, and the operator chooses the id of the job by itself', 'Leave it out'));
  }
  const { configuration, jobManager, taskManager } = plan;
  for (const option of FORBIDDEN.filter((o) => configuration.text(o) !== undefined)) {
    problems.push(complaint(`'${option}' is configured, and the operator refuses it: it gives it by itself`, 'Leave it out'));
  }
  for (const file of Object.keys(plan.configFiles).filter((name) => !LOG_FILES.includes(name))) {
    problems.push(complaint(`'${file}' cannot reach Flink's pods: the operator takes ${LOG_FILES.join(' and ')} alone`, 'Mount it from a ConfigMap of your own'));
  }
  if (plan.rest.fixedNodePort) {
    problems.push(complaint(`rest has nodePort ${plan.rest.fixedNodePort}, and Flink's own Kubernetes client, which makes the Service, cannot fix it`, 'Leave it out and Kubernetes chooses one'));
  }
  for (const { role: name, ownConfiguration, dynamicProperties, volumeClaims } of [jobManager, taskManager]) {
    if (ownConfiguration) problems.push(complaint(`${name}.configuration is for one role, and the operator knows one configuration`, "Put the options into 'configuration'"));
    for (const option of Object.keys(dynamicProperties)) {
      problems.push(complaint(`'${option}' must be an argument of the ${name}, and the operator writes the arguments`, 'Leave it out, or run the cluster standalone'));
    }
    if (volumeClaims.length) problems.push(complaint(`the ${name} cannot keep volumes of its own with the operator`, 'Leave them out, or run the cluster standalone'));
  }
  if (upgradeMode !== UpgradeMode.STATELESS && plan.job) {
    const needs: [string, string][] = [['execution.checkpointing.dir', 'checkpoint directory']];
    if (upgradeMode === UpgradeMode.SAVEPOINT) needs.push(['execution.checkpointing.savepoint-dir', 'savepoint directory']);
    for (const [option, what] of needs.filter(([o]) => !configuration.text(o))) {
      problems.push(complaint(`upgradeMode is ${upgradeMode}, and there is no ${what} ('${option}')`, "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')"));
    }
    if (upgradeMode === UpgradeMode.LAST_STATE && plan.discovery !== JobManagerDiscovery.LEADER_ELECTION) {
      problems.push(complaint('upgradeMode is last-state without high availability: where the JobManager is gone, nobody knows the last state', "Set 'highAvailability: HighAvailability.kubernetes()', or use UpgradeMode.SAVEPOINT"));
    }
  }
  return problems;
}
