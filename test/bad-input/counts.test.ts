import { Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { application, configured, deployment, JOB, jobCluster, refuses, session, sessionJob } from './refused';

const WHOLE = 'Write a whole number, 1 or more';

refuses({
  'no TaskManager': { make: session({ taskManager: { replicas: 0 } }), id: 'invalid-replicas', what: 'taskManager.replicas is 0', remedy: WHOLE },
  'fewer than none': { make: session({ taskManager: { replicas: -1 } }), id: 'invalid-replicas', what: 'taskManager.replicas is -1', remedy: WHOLE },
  'a part of a TaskManager': { make: session({ taskManager: { replicas: 1.5 } }), id: 'invalid-replicas', what: 'taskManager.replicas is 1.5', remedy: WHOLE },
  'replicas that are no number': { make: session({ taskManager: { replicas: NaN } }), id: 'invalid-prop-type', what: 'taskManager.replicas is NaN, and must be a number', remedy: 'Use a number' },
  'replicas as text': { make: session({ taskManager: { replicas: '2' } }), id: 'invalid-prop-type', what: "taskManager.replicas is '2' (a string), and must be a number", remedy: 'Write 2 without quotes' },
  'no JobManager': { make: session({ jobManager: { replicas: 0 } }), id: 'invalid-replicas', what: 'jobManager.replicas is 0', remedy: WHOLE },
  'two JobManagers without high availability': { make: session({ jobManager: { replicas: 2 } }), id: 'standby-without-high-availability', what: 'jobManager.replicas is 2 without high availability', remedy: "Set 'highAvailability'" },
  'the same with the operator': { make: deployment({ jobManager: { replicas: 2 } }), id: 'standby-without-high-availability', what: 'jobManager.replicas is 2 without high availability', remedy: "Set 'highAvailability'" },
  'no slots': { make: session({ taskManager: { slots: 0 } }), id: 'invalid-slots', what: 'taskManager.slots is 0', remedy: 'Give a TaskManager at least 1 slot; one for each CPU is a good start' },
  'no slots by a raw option': { make: configured({ 'taskmanager.numberOfTaskSlots': 0 }), id: 'invalid-option-value', what: "'taskmanager.numberOfTaskSlots' (by configuration) must be a whole number of at least 1", remedy: "Write '1' or more" },
  'no parallelism': { make: application({ job: { ...JOB, parallelism: 0 } }), id: 'invalid-parallelism', what: 'job.parallelism is 0', remedy: WHOLE },
  'half a parallelism': { make: application({ job: { ...JOB, parallelism: 2.5 } }), id: 'invalid-parallelism', what: 'job.parallelism is 2.5', remedy: WHOLE },
  'fewer slots than the job wants': {
    make: application({ job: { ...JOB, parallelism: 8 }, taskManager: { slots: 2, replicas: 3 } }),
    id: 'too-few-slots',
    what: 'the job requires 8 slots, and 3 TaskManager(s) with 2 slot(s) have 6',
    remedy: 'Set taskManager.replicas to 4, or leave it out',
  },
  'the same with the operator, too': {
    make: deployment({ job: { ...JOB, parallelism: 8 }, taskManager: { replicas: 2 } }), id: 'too-few-slots', what: 'the job requires 8 slots', remedy: 'Set taskManager.replicas to 8',
  },
  'fewer slots than a session job wants': {
    make: sessionJob({ ...JOB, parallelism: 5 }, { taskManager: { slots: 2, replicas: 2 } }),
    where: 'chart/Orders/Count',
    id: 'too-few-slots',
    what: 'job.parallelism is 5, and the session cluster has 4 slot(s) in all',
    remedy: 'Use more TaskManagers or slots, or a lower parallelism',
  },
  'a parallelism that Flink must not reach': {
    make: application({ job: { ...JOB, parallelism: 8 }, configuration: { 'pipeline.max-parallelism': 4 } }), id: 'parallelism-over-maximum', what: "the job's parallelism is 8, and 'pipeline.max-parallelism' is 4", remedy: "Raise 'pipeline.max-parallelism' to 8 or more",
  },
  'no CPU': { make: session({ taskManager: { cpu: Cpu.units(0) } }), id: 'invalid-cpu', what: 'taskManager.cpu is 0', remedy: 'Use more than 0, for example Cpu.units(1)' },
  'a negative CPU limit': { make: session({ jobManager: { cpuLimit: Cpu.units(-1) } }), id: 'invalid-cpu', what: 'jobManager.cpuLimit is -1', remedy: 'Use more than 0' },
  'less CPU than Kubernetes measures': { make: session({ taskManager: { cpu: Cpu.units(0.0001) } }), id: 'invalid-cpu', what: 'taskManager.cpu is 0.0001, and Kubernetes measures CPU in steps of 1m', remedy: 'for example Cpu.millis(500)' },
  'no room for temporary files': { make: session({ taskManager: { ephemeralStorage: Size.mebibytes(0) } }), id: 'invalid-ephemeral-storage', what: 'taskManager.ephemeralStorage is 0', remedy: 'for example Size.gibibytes(10)' },
  'more parallelism than Flink allows': { make: application({ job: { ...JOB, parallelism: 40000 } }), id: 'invalid-parallelism', what: 'job.parallelism is 40000, and Flink allows 32768 at most', remedy: 'Write 32768 or less' },
  'the same in a session cluster': { make: sessionJob({ ...JOB, parallelism: 1e9 }), where: 'chart/Orders/Count', id: 'invalid-parallelism', what: 'job.parallelism is 1000000000, and Flink allows 32768 at most', remedy: 'Write 32768 or less' },
  'more CPU than its limit': {
    make: session({ taskManager: { cpu: Cpu.units(2), cpuLimit: Cpu.units(1) } }), id: 'cpu-over-limit', what: 'taskManager.cpu is 2 and taskManager.cpuLimit is 1', remedy: 'Set taskManager.cpu to 1 at most',
  },
  'a limit of memory below the process': { make: session({ taskManager: { memoryLimitFactor: 0.9 } }), id: 'invalid-memory-limit-factor', what: 'taskManager.memoryLimitFactor is 0.9', remedy: 'Write 1 or more, for example 1.1' },
  'a limit of memory without bound': { make: session({ taskManager: { memoryLimitFactor: Infinity } }), id: 'invalid-prop-type', what: 'taskManager.memoryLimitFactor is Infinity, and must be a number', remedy: 'Use a number' },
  'a limit below the default CPU': {
    make: session({ taskManager: { slots: 4, cpuLimit: Cpu.units(1) } }), id: 'cpu-over-limit', what: 'taskManager.cpu is 4 (its default) and taskManager.cpuLimit is 1', remedy: 'Set taskManager.cpu to 1 at most, or raise the limit',
  },
  'CPU among other resources': {
    make: session({ pod: { resources: { limits: { cpu: k8s.Quantity.fromString('2') } } } }), id: 'invalid-resources', what: 'pod.resources sets cpu, which the role sets', remedy: 'Use cpu and cpuLimit of jobManager and taskManager',
  },
  'a limit of ephemeral storage below the request of the role': {
    make: session({ pod: { resources: { limits: { 'ephemeral-storage': k8s.Quantity.fromString('3Gi') } } } }), id: 'invalid-resources', what: 'pod.resources limits ephemeral-storage to 3Gi, and taskManager requests 10240Mi', remedy: 'Set taskManager.ephemeralStorage to the limit or less',
  },
  'a request of a resource above its limit': {
    make: session({ pod: { resources: { requests: { 'acme.io/disk': k8s.Quantity.fromNumber(3) }, limits: { 'acme.io/disk': k8s.Quantity.fromNumber(2) } } } }), id: 'invalid-resources', what: 'pod.resources requests 3 of acme.io/disk, and limits it to 2', remedy: 'Request 2 or less',
  },
  'a sidecar that requests more than its limit': {
    make: session({ pod: { sidecars: [{ name: 'shipper', image: 'acme/shipper:1', resources: { requests: { memory: k8s.Quantity.fromString('1Gi') }, limits: { memory: k8s.Quantity.fromString('512Mi') } } }] } }),
    id: 'invalid-resources',
    what: "container 'shipper' requests 1Gi of memory, and limits it to 512Mi",
    remedy: 'Request 512Mi or less',
  },
  'a resource of a wrong amount': { make: session({ pod: { resources: { limits: { 'ephemeral-storage': k8s.Quantity.fromString('2 GB') } } } }), id: 'invalid-prop-type', what: "pod.resources.limits['ephemeral-storage'] is '2 GB' (a string), and must be a Kubernetes quantity", remedy: "for example '2Gi'" },
  'less than no retries of a job cluster': { make: jobCluster({ backoffLimit: -1 }), id: 'invalid-backoff-limit', what: 'backoffLimit is -1', remedy: 'Write a whole number, 0 or more' },
});
