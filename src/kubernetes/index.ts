export * from './flink-cluster';
export * from './flink-cluster-base';
export * from './flink-findings';
export * from './flink-role';
export * from './permissions';
export * from './rest-endpoint';
export * from './session-job';
