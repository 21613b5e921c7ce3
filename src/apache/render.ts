import { k8s } from 'cdk8s-plus-27';
import { UpgradeMode } from './upgrade-mode';
import { Manifest, Manifests, objectMeta } from '../kubernetes/manifest';
import { covers, permissions } from '../kubernetes/rbac';
import { ClusterPlan, JobPlan, PlannedPort, Probes, RolePlan } from '../plan/plan';
import { defined, podTemplate } from '../plan/pods/pod-template';
import { cores } from '../private/quantity';

const JOB_VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** What the operator's chart allows the ServiceAccount of jobs. */
const CHART_RULES: k8s.PolicyRule[] = [
  { apiGroups: [''], resources: ['pods', 'configmaps'], verbs: JOB_VERBS },
  { apiGroups: ['apps'], resources: ['deployments', 'deployments/finalizers'], verbs: JOB_VERBS },
];

/** The custom resource, and what the ServiceAccounts of its pods are not allowed yet. */
export function renderFlinkDeployment(plan: ClusterPlan, upgradeMode: UpgradeMode): Manifests {
  const { jobManager, taskManager } = plan;
  return {
    ...permissions(plan, withoutChartRules(jobManager, jobManager.givenServiceAccount), 'JobManager'),
    ...permissions(plan, withoutChartRules(taskManager, taskManager.givenServiceAccount ?? jobManager.givenServiceAccount), 'TaskManager'),
    Resource: resource(plan, upgradeMode),
  };
}

/** The chart's ServiceAccount is granted only what the chart does not grant; one of the user's own, everything. */
function withoutChartRules(rolePlan: RolePlan, account: string | undefined): RolePlan {
  if (account !== undefined) return rolePlan;
  return { ...rolePlan, permissions: rolePlan.permissions.filter((rule) => !CHART_RULES.some((granted) => covers(granted, rule))) };
}

function resource(plan: ClusterPlan, upgradeMode: UpgradeMode): Manifest {
  const { version, jobManager, taskManager, job } = plan;
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: objectMeta(plan, plan.name),
    spec: defined({
      image: plan.image,
      imagePullPolicy: plan.imagePullPolicy,
      flinkVersion: `v${version.minorVersion.replace('.', '_')}`,
      serviceAccount: jobManager.serviceAccountName,
      mode: 'native',
      flinkConfiguration: flinkConfiguration(plan),
      logConfiguration: plan.configFiles,
      jobManager: { replicas: jobManager.replicas, ...role(plan, jobManager) },
      taskManager: defined({ replicas: taskManager.fixedReplicas, ...role(plan, taskManager) }),
      job: job && jobSpec(job, upgradeMode),
    }),
  };
}

/** Options as flat text, which every release of the operator reads alike; without those that fields of the resource set. */
function flinkConfiguration(plan: ClusterPlan): { [option: string]: string } {
  const options = { ...plan.configuration.toMap() };
  const inResource = [plan.jobManager, plan.taskManager].filter(hasWholeMebibytes).map(processSize);
  for (const option of [...inResource, ...(plan.job ? ['parallelism.default'] : [])]) delete options[option];
  return options;
}

function role(plan: ClusterPlan, rolePlan: RolePlan) {
  // A ServiceAccount may say otherwise, and a role that calls Kubernetes cannot do without the token.
  const spec = { automountServiceAccountToken: rolePlan.permissions.length > 0 };
  return {
    resource: defined({
      cpu: cores(rolePlan.cpu),
      memory: hasWholeMebibytes(rolePlan) ? `${rolePlan.memory! / 2 ** 20}Mi` : undefined,
    }),
    podTemplate: {
      apiVersion: 'v1',
      kind: 'Pod',
      ...podTemplate(plan, declaredByTemplate(rolePlan), { spec }),
    },
  };
}

/** Flink's client declares Flink's own ports by itself, and sets the ServiceAccount. */
function declaredByTemplate(rolePlan: RolePlan): RolePlan {
  const { ports, probes } = rolePlan;
  return { ...rolePlan, serviceAccountName: undefined, ports: ports.filter(({ builtIn }) => !builtIn), probes: withNumbers(probes, ports) };
}

/** Flink's client names its ports in its own way, so probes use their numbers. */
function withNumbers(probes: Probes, ports: PlannedPort[]): Probes {
  return JSON.parse(JSON.stringify(probes), (key, content) => (key === 'port' ? ports.find(({ name }) => name === content)?.port ?? content : content));
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

/** Only then can the total be the resource's memory, which Flink and Kubernetes read alike. */
function hasWholeMebibytes(rolePlan: RolePlan): boolean {
  return rolePlan.configuration.text(processSize(rolePlan)) !== undefined && rolePlan.memory !== undefined && rolePlan.memory % 2 ** 20 === 0;
}
