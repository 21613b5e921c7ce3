// Flink: versions, jobs, options of a cluster, configuration and memory
export * from './flink-version';
export * from './job';
export * from './cluster';
export * from './pod';
export * from './ports';
export * from './configuration/flink-configuration';
export * from './configuration/catalog/flink-option';
export * from './configuration/catalog/option-catalog';
export * from './memory';

// Features
export * from './features/feature';
export * from './features/feature-objects';
export * from './features/flink-port';
export * from './features/platform';
export * from './features/plugin';
export * from './features/availability/high-availability';
export * from './features/availability/kubernetes-high-availability';
export * from './features/availability/zookeeper-high-availability';
export * from './features/network/rest-service';
export * from './features/network/web-ui';
export * from './features/observability/logging';
export * from './features/observability/metrics';
export * from './features/process/jvm';
export * from './features/process/process-memory';
export * from './features/state/checkpoints';
export * from './features/state/local-recovery';
export * from './features/storage/s3';
export * from './features/storage/storage';
export * from './features/storage/volume';

// What is found wrong
export * from './finding';

// Clusters on Kubernetes
export * from './kubernetes';

// Standalone clusters
export * from './standalone';

// Operators
export * as apache from './apache';
