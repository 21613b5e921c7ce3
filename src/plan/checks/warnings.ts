import { JobManagerDiscovery } from '../../features/feature';
import { PlanFinding, warning } from '../../private/findings';
import { cores } from '../../private/quantity';
import { ClusterPlan } from '../plan';

/** What works, with a consequence that only the whole cluster shows. */
export function checkConsequences(plan: ClusterPlan): PlanFinding[] {
  return [...jobManagerLoss(plan), ...slots(plan), ...memoryOfRocksDb(plan), ...localRecovery(plan), ...reporters(plan)];
}

function jobManagerLoss({ job, discovery }: ClusterPlan): PlanFinding[] {
  if (!job || job.bounded || discovery !== JobManagerDiscovery.SERVICE) return [];
  return [warning('no-high-availability', 'without high availability the job loses its progress when the JobManager is lost: it starts again from the beginning, or from job.restoreFrom',
    "Set 'storage' and 'highAvailability: HighAvailability.kubernetes()', or set job.boundedness if the input of the job ends", 'highAvailability')];
}

function slots(plan: ClusterPlan): PlanFinding[] {
  const findings: PlanFinding[] = [];
  const { taskManager } = plan;
  const ofEach = Number(taskManager.configuration.text('taskmanager.numberOfTaskSlots'));
  if (ofEach > Math.ceil(cores(taskManager.cpuLimit ?? taskManager.cpu))) {
    findings.push(warning('slots-over-cpu', `each TaskManager has ${ofEach} slots and ${taskManager.cpu} CPU: under load the slots wait for each other, and checkpoints become slow`,
      `Set taskManager.cpu to Cpu.units(${ofEach}), or use fewer slots`, 'taskManager.slots'));
  }
  const total = ofEach * taskManager.replicas;
  const parallelism = Number(plan.configuration.text('parallelism.default') ?? 1);
  if (!plan.job && parallelism > total && (taskManager.fixedReplicas !== undefined || !plan.platform.startsTaskManagersOnDemand)) {
    findings.push(warning('default-parallelism-over-slots', `'parallelism.default' is ${parallelism}, and the session cluster has ${total} slot(s) in all: a job with the default parallelism waits for slots until it fails`,
      'Use more TaskManagers or slots, or a lower parallelism', 'parallelism.default'));
  }
  return findings;
}

function memoryOfRocksDb(plan: ClusterPlan): PlanFinding[] {
  if (plan.configuration.text('state.backend.rocksdb.memory.managed') !== 'false' || boundsRocksDb(plan)) return [];
  return [warning('rocksdb-memory-unmanaged', "'state.backend.rocksdb.memory.managed' is false: RocksDB uses native memory outside the process size, and the container may be killed for it",
    'Leave it out, so that RocksDB uses managed memory; or give it room with taskManager.jvmOverhead or taskManager.memoryLimitFactor', 'state.backend.rocksdb.memory.managed')];
}

/** Whether RocksDB's memory is bounded in another way: by a size of its own, or by room beside Flink's memory. */
function boundsRocksDb({ taskManager: { configuration, memoryLimitFactor } }: ClusterPlan): boolean {
  return memoryLimitFactor > 1
    || ['state.backend.rocksdb.memory.fixed-per-slot', 'state.backend.rocksdb.memory.fixed-per-tm', 'taskmanager.memory.jvm-overhead.min']
      .some((option) => configuration.text(option) !== undefined);
}

function localRecovery({ configuration, taskManager }: ClusterPlan): PlanFinding[] {
  const ofEach = Number(taskManager.configuration.text('taskmanager.numberOfTaskSlots'));
  if (ofEach <= 1 || !taskManager.volumeClaims.length || configuration.text('execution.state-recovery.from-local') !== 'true') return [];
  return [warning('local-recovery-slots', 'localRecovery with several slots in each TaskManager: a slot may be assigned another subtask than before, which then reads its state from the checkpoint',
    'Use one slot in each TaskManager', 'localRecovery')];
}

function reporters({ configuration, version }: ClusterPlan): PlanFinding[] {
  const options = configuration.all();
  return [
    ...options.filter(({ key, option }) => /^metrics\.reporter\.[^.]+\.class$/.test(key) && option?.deprecated).map(({ key }) => warning('deprecated-option',
      `'${key}' is deprecated in Flink ${version.minorVersion}, and removed in Flink 2.0`, `Write '${key.replace(/class$/, 'factory.class')}' with the name of the factory`, key)),
    ...options.filter(({ key, text }) => /^metrics\.reporter\..*\.port$/.test(key) && !/^\d+$/.test(text)).map(({ key, text }) => warning('reporter-port-range',
      `'${key}' is '${text}': the process listens on any of them, and a monitoring system that scrapes one port may find nothing`, 'Write one port; each process has its own pod', key)),
  ];
}
