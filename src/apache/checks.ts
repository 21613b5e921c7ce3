import { checkReplacedOptions } from './replaced-options';
import { UpgradeMode } from './upgrade-mode';
import { OperatorOptions } from '../configuration/catalog/operator-options';
import { JobManagerDiscovery } from '../features/feature';
import { FlinkVersion } from '../flink-version';
import { ClusterPlan } from '../plan/plan';
import { PlanFinding, problem, warning } from '../private/findings';

/** Options that the operator sets by itself and refuses from others. */
const FORBIDDEN = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];

/** The upgrade that keeps most of the job's state with what the cluster has. */
export function defaultUpgradeMode({ discovery, configuration }: ClusterPlan): UpgradeMode {
  if (!configuration.text('execution.checkpointing.dir')) return UpgradeMode.STATELESS;
  if (discovery === JobManagerDiscovery.LEADER_ELECTION) return UpgradeMode.LAST_STATE;
  return configuration.text('execution.checkpointing.savepoint-dir') ? UpgradeMode.SAVEPOINT : UpgradeMode.STATELESS;
}

/** What the operator refuses, and what an upgrade loses. */
export function checkFlinkDeployment(plan: ClusterPlan, given: UpgradeMode | undefined): PlanFinding[] {
  const forbidden = FORBIDDEN.filter((option) => plan.configuration.text(option) !== undefined).map((option) => problem('option-set-by-operator',
    `'${option}' is configured, and the operator refuses it because it sets it by itself`, 'Leave it out', option));
  const findings = [...checkVersion(plan), ...forbidden, ...checkReplacedOptions(plan), ...checkLabels(plan), ...checkReplicas(plan)];
  if (!plan.job) {
    return given === undefined ? findings : [...findings, problem('upgrade-mode-without-job',
      `upgradeMode is ${given}, and a session cluster has no job to upgrade`, "Leave it out, or set 'job'", 'upgradeMode')];
  }
  if (given === undefined && !plan.job.bounded && defaultUpgradeMode(plan) === UpgradeMode.STATELESS) {
    findings.push(warning('stateless-upgrade', 'there is no storage for savepoints: at every change of the resource the job starts with empty state',
      "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix'), or UpgradeMode.STATELESS if the job has no state, or job.boundedness if its input ends", 'upgradeMode'));
  }
  return given === undefined || given === UpgradeMode.STATELESS ? findings : [...findings, ...checkUpgrade(plan, given)];
}

/** The operator's webhook refuses what it has dropped. */
function checkVersion({ version, platform }: ClusterPlan): PlanFinding[] {
  const operator = OperatorOptions.of('apache-operator');
  if (operator.supports(version)) return [];
  const oldest = FlinkVersion.all().find((each) => operator.supports(each))!;
  return [problem('unsupported-by-system', `Flink ${version.minorVersion} is not supported by ${platform}`, `Use Flink ${oldest.minorVersion} or newer, or run the cluster standalone`, 'version')];
}

/** Labels that Flink's client gives to the pods, whatever the templates say. */
const OF_CLIENT = ['app', 'component', 'type'];

function checkLabels({ labels, jobManager, taskManager }: ClusterPlan): PlanFinding[] {
  const given = [['labels', labels], ['jobManager.pod.labels', jobManager.pod.labels ?? {}], ['taskManager.pod.labels', taskManager.pod.labels ?? {}]] as const;
  return given.flatMap(([where, names]) => OF_CLIENT.filter((name) => Object.hasOwn(names, name)).map((name) => problem('reserved-label',
    `${where} sets '${name}', which Flink's own client sets on the pods to another value`, "Use a label of your own, for example 'acme.io/app'", where)));
}

/** The operator derives the parallelism of the job from the number of TaskManagers; those of a session start as jobs need them. */
function checkReplicas({ taskManager, job }: ClusterPlan): PlanFinding[] {
  const { fixedReplicas: replicas, configuration } = taskManager;
  if (replicas === undefined) return [];
  if (!job) {
    return [warning('replicas-on-demand', `taskManager.replicas is ${replicas}, and has no effect: Flink starts the TaskManagers of a session when jobs need them`,
      'Leave it out', 'taskManager.replicas')];
  }
  const slots = Number(configuration.text('taskmanager.numberOfTaskSlots'));
  // Too few slots are found on every system.
  return replicas * slots > job.parallelism ? [problem('replicas-over-parallelism',
    `taskManager.replicas is ${replicas} with ${slots} slot(s) each, and the operator would run the job with parallelism ${replicas * slots} instead of ${job.parallelism}`,
    `Set job.parallelism to ${replicas * slots}, or leave taskManager.replicas out`, 'taskManager.replicas')] : [];
}

/** What a stateful upgrade requires. */
function checkUpgrade({ configuration, discovery }: ClusterPlan, upgradeMode: UpgradeMode): PlanFinding[] {
  const required: [string, string][] = [['execution.checkpointing.dir', 'checkpoint directory']];
  if (upgradeMode === UpgradeMode.SAVEPOINT) required.push(['execution.checkpointing.savepoint-dir', 'savepoint directory']);
  const findings = required.filter(([option]) => !configuration.text(option)).map(([option, what]) => problem('upgrade-without-storage',
    `upgradeMode is ${upgradeMode}, and there is no ${what} ('${option}')`, "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')", 'upgradeMode'));
  if (upgradeMode === UpgradeMode.LAST_STATE && discovery !== JobManagerDiscovery.LEADER_ELECTION) {
    findings.push(problem('last-state-without-high-availability', 'upgradeMode is last-state without high availability: when the JobManager is lost, the last state is not known',
      "Set 'highAvailability: HighAvailability.kubernetes()', or use UpgradeMode.SAVEPOINT", 'upgradeMode'));
  }
  return findings;
}
