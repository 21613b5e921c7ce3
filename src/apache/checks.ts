import { UpgradeMode } from './upgrade-mode';
import { JobManagerDiscovery } from '../features/feature';
import { ClusterPlan } from '../plan/plan';
import { PlanFinding, problem } from '../private/findings';

/** Options that the operator sets by itself and refuses from others. */
const FORBIDDEN = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];

/** What the operator refuses. */
export function checkFlinkDeployment(plan: ClusterPlan, upgradeMode = UpgradeMode.STATELESS): PlanFinding[] {
  const findings = FORBIDDEN.filter((option) => plan.configuration.text(option) !== undefined).map((option) => problem('option-set-by-operator',
    `'${option}' is configured, and the operator refuses it because it sets it by itself`, 'Leave it out', option));
  if (upgradeMode === UpgradeMode.STATELESS) return findings;
  return [...findings, ...(plan.job ? checkUpgrade(plan, upgradeMode) : [problem('upgrade-mode-without-job',
    `upgradeMode is ${upgradeMode}, and a session cluster has no job to upgrade`, "Leave it out, or set 'job'", 'upgradeMode')])];
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
