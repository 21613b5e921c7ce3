export * from './flink-version';
