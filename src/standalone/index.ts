export * from './flink-application';
export * from './flink-job-cluster';
export * from './flink-role';
export * from './flink-session-cluster';
export * from './job-cluster-layout';
export * from './permissions';
export * from './rest-endpoint';
export * from './session-job';
