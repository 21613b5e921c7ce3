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
  const total = slots * plan.taskManager.replicas;
  const wanted = Number(text('parallelism.default') ?? 1);
  if (!plan.job && wanted > total && (plan.taskManager.fixedReplicas !== undefined || !plan.platform.assignsIdentity)) {
    warnings.push({
      id: 'parallelism-over-slots',
      text: complaint(`'parallelism.default' is ${wanted}, and the session cluster has ${total} slot(s) in all: a job that says nothing else waits for slots until it fails`,
        'Give the cluster more TaskManagers or slots, or set a lower parallelism'),
    });
  }
  if (text('state.backend.rocksdb.memory.managed') === 'false' && !boundsRocksDb(plan)) {
    warnings.push({
      id: 'rocksdb-memory-unmanaged',
      text: complaint("'state.backend.rocksdb.memory.managed' is false: RocksDB takes native memory that no part of the process size holds, and the container may be killed for it",
        'Leave it out, so that RocksDB stays within managed memory; or give it room with taskManager.jvmOverhead or taskManager.memoryLimitFactor'),
    });
  }
  if (slots > 1 && plan.taskManager.volumeClaims.length && text('execution.state-recovery.from-local') === 'true') {
    warnings.push({
      id: 'local-recovery-slots',
      text: complaint('localRecovery with several slots per TaskManager: a slot may be given its neighbour\'s subtask and then reads its state from the checkpoint',
        'One slot per TaskManager makes it exact'),
    });
  }
  for (const { key } of plan.configuration.all().filter((o) => /^metrics\.reporter\.[^.]+\.class$/.test(o.key) && o.option?.deprecated)) {
    warnings.push({
      id: 'deprecated-option',
      text: complaint(`'${key}' is deprecated in Flink ${plan.version.line}, and gone in Flink 2.0`, `Write '${key.replace(/class$/, 'factory.class')}' with the name of the factory`),
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

/** Whether somebody has thought of RocksDB's memory all the same: by a size of its own, or by room beside Flink's memory. */
function boundsRocksDb({ taskManager: { configuration, memoryLimitFactor } }: ClusterPlan): boolean {
  return memoryLimitFactor > 1
    || ['state.backend.rocksdb.memory.fixed-per-slot', 'state.backend.rocksdb.memory.fixed-per-tm', 'taskmanager.memory.jvm-overhead.min']
      .some((option) => configuration.text(option) !== undefined);
}
