export * from './flink-deployment';
export * from './upgrade-mode';
