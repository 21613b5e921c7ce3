export * from './flink-application';
export * from './flink-job-cluster';
export * from './flink-session-cluster';
export * from './job-cluster-layout';
