import { Duration, Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { configured, refuses, session } from './refused';

refuses({
  'a TaskManager below Flink\'s minimum': {
    make: session({ taskManager: { memory: Size.mebibytes(300) } }), id: 'invalid-memory', what: "exceed the whole process, 'taskmanager.memory.process.size' (300.000mb", remedy: 'Give the process more than 448.000mb',
  },
  'a JobManager below Flink\'s minimum': {
    make: session({ jobManager: { memory: Size.mebibytes(300) } }), id: 'invalid-memory', what: "exceed the whole process, 'jobmanager.memory.process.size' (300.000mb", remedy: 'Give the process more than 448.000mb',
  },
  'no memory': { make: session({ jobManager: { memory: Size.mebibytes(0) } }), id: 'invalid-memory', what: "exceed the whole process, 'jobmanager.memory.process.size' (0 bytes)", remedy: 'Give the process more than' },
  'a number that lost its unit': { make: configured({ 'taskmanager.memory.process.size': 1728 }), id: 'invalid-memory', what: "'taskmanager.memory.process.size' (1.688kb (1728 bytes))", remedy: 'Give the process more than' },
  'Kubernetes\' units': {
    make: configured({ 'taskmanager.memory.process.size': '2Gi' }), id: 'invalid-option-value', what: "'taskmanager.memory.process.size' (by configuration) must be an amount of memory; '2Gi' has the unknown unit 'Gi'", remedy: "Write '2g'",
  },
  'Kubernetes\' units in a prop': { make: session({ taskManager: { memory: '2Gi' } }), id: 'invalid-prop-type', what: "taskManager.memory is '2Gi' (a string), and must be a Size", remedy: 'Use Size.gibibytes(2)' },
  'a duration': { make: configured({ 'taskmanager.memory.managed.size': Duration.days(1) }), id: 'invalid-option-value', what: 'must be an amount of memory; the value is a Duration', remedy: "Give a Size, or text such as '512m'" },
  'a part larger than the whole': {
    make: session({ taskManager: { memory: Size.gibibytes(2), managedMemory: Size.gibibytes(3) } }), id: 'invalid-memory', what: 'the parts exceed the total Flink memory', remedy: "Increase 'taskmanager.memory.process.size'",
  },
  'a fraction of more than one': { make: configured({ 'taskmanager.memory.managed.fraction': 1.5 }), id: 'invalid-memory', what: "'taskmanager.memory.managed.fraction' must be a fraction from 0 to less than 1; it is 1.5", remedy: 'Write, for example, 0.4' },
  'a minimum above its maximum': {
    make: configured({ 'taskmanager.memory.network.min': '2g', 'taskmanager.memory.network.max': '1g' }), id: 'invalid-memory', what: "'taskmanager.memory.network.min' (2.000gb", remedy: 'Decrease the minimum or increase the maximum',
  },
  'a limit below the process': { make: session({ taskManager: { memoryLimitFactor: 0.5 } }), id: 'invalid-memory-limit-factor', what: "taskManager.memoryLimitFactor is 0.5, and the container's limit cannot be below its process", remedy: 'Write 1 or more, for example 1.1' },
  'the total said twice': {
    make: configured({ 'taskmanager.memory.process.size': '3g' }, { taskManager: { memory: Size.gibibytes(2) } }),
    id: 'conflicting-options',
    what: "'taskmanager.memory.process.size' is set twice: '2g' by taskManager (memory) and '3g' by configuration",
    remedy: 'Remove one of the two',
  },
  'memory among other resources': {
    make: session({ taskManager: { pod: { resources: { limits: { memory: k8s.Quantity.fromString('2Gi') } } } } }), id: 'invalid-resources', what: 'pod.resources sets memory, which the role sets', remedy: 'Use memory of jobManager and taskManager',
  },
  'the heap as a JVM option': { make: session({ jvmOptions: { taskManager: ['-Xmx1g'] } }), id: 'jvm-option-sets-memory', what: "jvmOptions.taskManager has '-Xmx1g', which Flink computes from its memory model", remedy: 'Set the memory of the role instead' },
  'the heap as a JVM option by a raw option': {
    make: configured({ 'env.java.opts.taskmanager': '-XX:+UseG1GC -Xmx1g' }), id: 'jvm-option-sets-memory', what: "'env.java.opts.taskmanager' has '-Xmx1g', which Flink computes from its memory model", remedy: 'Set the memory of the role instead',
  },
});
