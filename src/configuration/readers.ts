/** Who reads an option. A change of it concerns that role's pods and no others. */
export type Reader = 'jobManager' | 'taskManager';

/** By prefix, and only where we are sure: what is not listed concerns both roles. */
const ONLY: { [role in Reader]: string[] } = {
  jobManager: [
    'application-result-store.', 'env.java.opts.jobmanager', 'execution.shutdown-on-application-finish', 'historyserver.', 'job-result-store.',
    'jobmanager.adaptive-', 'jobmanager.archive.', 'jobmanager.execution.', 'jobmanager.memory.', 'jobmanager.scheduler',
    'process.jobmanager.', 'resourcemanager.', 'rest.', 'restart-strategy', 'scheduler-mode', 'slotmanager.', 'web.',
  ],
  taskManager: [
    'env.java.opts.taskmanager', 'process.taskmanager.', 'taskmanager.bind-', 'taskmanager.collect-sink.', 'taskmanager.cpu.', 'taskmanager.data.',
    'taskmanager.debug.', 'taskmanager.host', 'taskmanager.jvm-exit-on-oom', 'taskmanager.memory.', 'taskmanager.registration.',
    'taskmanager.resource-id', 'taskmanager.rpc.',
  ],
};

/** The JobManager counts shuffle memory in these. */
const BOTH_ALL_THE_SAME = ['taskmanager.memory.segment-size', 'taskmanager.memory.min-segment-size'];

/** Whether a role reads an option. */
export function reads(role: Reader, option: string): boolean {
  const other: Reader = role === 'jobManager' ? 'taskManager' : 'jobManager';
  return BOTH_ALL_THE_SAME.includes(option) || !ONLY[other].some((prefix) => option.startsWith(prefix));
}
