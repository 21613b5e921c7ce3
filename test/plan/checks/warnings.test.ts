import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Boundedness, FlinkStorage, HighAvailability, LocalRecovery, MetricsReporter } from '../../../src';
import { PlanOptions } from '../../../src/plan/plan-options';
import { warningIdsOf } from '../../harness/findings';
import { JOB, planned } from '../planned';

/** RocksDB on its own account. */
const UNMANAGED = { 'state.backend.rocksdb.memory.managed': false };

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['a session without high availability', {}, []],
  ['an endless job without high availability', { job: JOB }, ['no-high-availability']],
  ['a bounded job without high availability', { job: { ...JOB, boundedness: Boundedness.BOUNDED } }, []],
  ['an endless job with high availability', { job: JOB, storage: FlinkStorage.s3('s3://a/b'), highAvailability: HighAvailability.kubernetes() }, []],
  ['more slots than CPU', { taskManager: { slots: 4, cpu: Cpu.units(2) } }, ['slots-over-cpu']],
  ['more slots than CPU at most', { taskManager: { slots: 4, cpuLimit: Cpu.units(2) } }, ['slots-over-cpu']],
  ['more slots than CPU, which may burst', { taskManager: { slots: 4, cpu: Cpu.units(2), cpuLimit: Cpu.units(4) } }, []],
  ['more slots than CPU, by an option of the TaskManagers alone', { taskManager: { cpu: Cpu.units(2), configuration: { 'taskmanager.numberOfTaskSlots': 4 } } }, ['slots-over-cpu']],
  ['one slot on a fraction of a CPU', { taskManager: { slots: 1, cpu: Cpu.millis(200) } }, []],
  ['a reporter on a range of ports', { metrics: [MetricsReporter.of('x', 'io.acme.Factory', { settings: { port: '9250-9260' } })] }, ['reporter-port-range']],
  ['a reporter on one port', { metrics: [MetricsReporter.of('x', 'io.acme.Factory', { settings: { port: 9250 } })] }, []],
  ['several slots that recover locally', { taskManager: { slots: 2 }, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, ['local-recovery-slots']],
  ['several slots by a raw option that recover locally', { configuration: { 'taskmanager.numberOfTaskSlots': 2 }, taskManager: { cpu: Cpu.units(2) }, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, ['local-recovery-slots']],
  ['a session whose default parallelism has too few slots', { configuration: { 'parallelism.default': 3 }, taskManager: { replicas: 2 } }, ['default-parallelism-over-slots']],
  ['a session whose default parallelism has its slots', { configuration: { 'parallelism.default': 2 }, taskManager: { replicas: 2 } }, []],
  ['RocksDB outside managed memory', { configuration: UNMANAGED }, ['rocksdb-memory-unmanaged']],
  ['RocksDB outside managed memory, of a size of its own', { configuration: { ...UNMANAGED, 'state.backend.rocksdb.memory.fixed-per-tm': '1g' } }, []],
  ['RocksDB outside managed memory, below a limit with room', { configuration: UNMANAGED, taskManager: { memoryLimitFactor: 1.5 } }, []],
  ['a reporter by its class', { configuration: { 'metrics.reporter.x.class': 'io.acme.Reporter' } }, ['deprecated-option']],
  ['one slot that recovers locally', { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, []],
])('%s: %j', (_, options, ids) => {
  expect(warningIdsOf(planned(options))).toEqual(ids);
});

test.each<[string, Partial<PlanOptions>, string]>([
  ['no-high-availability', { job: JOB }, "Set 'storage' and 'highAvailability: HighAvailability.kubernetes()', or set job.boundedness if the input of the job ends."],
  ['slots-over-cpu', { taskManager: { slots: 4, cpu: Cpu.units(2) } }, 'Set taskManager.cpu to Cpu.units(4), or use fewer slots.'],
  ['reporter-port-range', { metrics: [MetricsReporter.of('x', 'io.acme.Factory', { settings: { port: '9250-9260' } })] }, 'Write one port; each process has its own pod.'],
  ['local-recovery-slots', { taskManager: { slots: 2 }, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, 'Use one slot in each TaskManager.'],
  ['default-parallelism-over-slots', { configuration: { 'parallelism.default': 3 } }, 'Use more TaskManagers or slots, or a lower parallelism.'],
  ['rocksdb-memory-unmanaged', { configuration: UNMANAGED }, 'or give it room with taskManager.jvmOverhead or taskManager.memoryLimitFactor.'],
  ['deprecated-option', { configuration: { 'metrics.reporter.x.class': 'io.acme.Reporter' } }, "Write 'metrics.reporter.x.factory.class' with the name of the factory."],
])('%s says how to avoid it', (id, options, remedy) => {
  expect(planned(options).findings.find((finding) => finding.id === id)!.remedy.endsWith(remedy)).toBe(true);
});
