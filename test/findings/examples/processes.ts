import { Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { application, configured, JOB, jobCluster, session } from '../../bad-input/refused';
import { Area } from '../example';

export const PROCESSES: Area = {
  title: 'Processes: memory, CPU, slots and replicas',
  examples: {
    'cpu-over-limit': session({ taskManager: { cpu: Cpu.units(2), cpuLimit: Cpu.units(1) } }),
    'invalid-cpu': session({ taskManager: { cpu: Cpu.units(0) } }),
    'invalid-memory': session({ taskManager: { memory: Size.mebibytes(300) } }),
    'invalid-memory-limit-factor': session({ taskManager: { memoryLimitFactor: 0.9 } }),
    'invalid-replicas': session({ taskManager: { replicas: 0 } }),
    'invalid-resources': session({ pod: { resources: { limits: { cpu: k8s.Quantity.fromString('2') } } } }),
    'invalid-slots': session({ taskManager: { slots: 0 } }),
    'not-scalable': (chart) => jobCluster()(chart).taskManager.toScalingTarget(),
    'parallelism-over-maximum': application({ job: { ...JOB, parallelism: 8 }, configuration: { 'pipeline.max-parallelism': 4 } }),
    'default-parallelism-over-slots': configured({ 'parallelism.default': 3 }, { taskManager: { replicas: 2 } }),
    'rocksdb-memory-unmanaged': configured({ 'state.backend.rocksdb.memory.managed': false }),
    'slots-over-cpu': session({ taskManager: { slots: 4, cpu: Cpu.units(2) } }),
    'smaller-than-other-role': jobCluster({ jobManager: { cpu: Cpu.millis(500) } }),
    'too-few-slots': application({ job: { ...JOB, parallelism: 8 }, taskManager: { slots: 2, replicas: 3 } }),
  },
};
