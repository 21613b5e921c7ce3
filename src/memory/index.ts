export * from './job-manager-memory';
export * from './task-manager-memory';
