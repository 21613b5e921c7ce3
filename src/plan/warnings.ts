import { ClusterPlan } from './plan';
import { FeatureWarning, JobManagerDiscovery } from '../features/feature';
import { cores } from '../private/quantity';
import { complaint } from '../private/remedy';

/** What works but should be known, and shows only when the whole cluster is seen. */
export function warningsOf(plan: ClusterPlan): FeatureWarning[] {
  const warnings: FeatureWarning[] = [];
  const text = (option: string) => plan.configuration.text(option);
  if (plan.job && !plan.job.bounded && plan.discovery === JobManagerDiscovery.SERVICE) {
    warnings.push({
      id: 'no-high-availability',
      text: complaint('a JobManager that is lost takes the job\'s progress with it: without high availability it starts from the beginning, or from job.restoreFrom again',
        "Set 'storage' and 'highAvailability: HighAvailability.kubernetes()'"),
    });
  }
  const slots = Number(plan.taskManager.configuration.text('taskmanager.numberOfTaskSlots'));
  const available = cores(plan.taskManager.cpuLimit ?? plan.taskManager.cpu);
  if (slots > Math.ceil(available)) {
    warnings.push({
      id: 'slots-over-cpu',
      text: complaint(`each TaskManager has ${slots} slots and ${plan.taskManager.cpu} CPU: under load they wait for each other, and checkpoints become slow`,
        `Set taskManager.cpu to Cpu.units(${slots}), or fewer slots`),
    });
  }
  if (slots > 1 && plan.taskManager.volumeClaims.length && text('execution.state-recovery.from-local') === 'true') {
    warnings.push({
      id: 'local-recovery-slots',
      text: complaint('localRecovery with several slots per TaskManager: a slot may be given its neighbour\'s subtask and then reads its state from the checkpoint',
        'One slot per TaskManager makes it exact'),
    });
  }
  for (const { key: option, text: port } of plan.configuration.all()) {
    if (/^metrics\.reporter\..*\.port$/.test(option) && !/^\d+$/.test(port)) {
      warnings.push({
        id: 'reporter-port-range',
        text: complaint(`'${option}' is '${port}': the process takes any of them, and whoever scrapes one port finds nothing`, 'Write one port; each process has its own pod here'),
      });
    }
  }
  return warnings;
}
