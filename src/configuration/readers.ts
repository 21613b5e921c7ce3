/** The role that reads an option. A change of the option replaces the pods of this role only. */
export type Reader = 'jobManager' | 'taskManager';

/** Prefixes of options that only one role reads. Both roles read all other options. */
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

/** Options below these prefixes that both roles read: the JobManager computes shuffle memory from them. */
const READ_BY_BOTH = ['taskmanager.memory.segment-size', 'taskmanager.memory.min-segment-size'];

/** Whether a role reads an option. */
export function reads(role: Reader, option: string): boolean {
  const other: Reader = role === 'jobManager' ? 'taskManager' : 'jobManager';
  return READ_BY_BOTH.includes(option) || !ONLY[other].some((prefix) => option.startsWith(prefix));
}
