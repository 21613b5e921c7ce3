// Flink itself
export * from './flink-version';
export * from './job';
export * from './cluster';
export * from './configuration/flink-configuration';
export * from './configuration/flink-option';
export * from './configuration/option-catalog';
export * from './memory';

// Its concerns
export * from './features/feature';
export * from './features/platform';
export * from './features/checkpoints';
export * from './features/high-availability';
export * from './features/jvm';
export * from './features/local-recovery';
export * from './features/logging';
export * from './features/metrics';
export * from './features/plugin';
export * from './features/process-memory';
export * from './features/rest-service';
export * from './features/storage';
export * from './features/storage-s3';
export * from './features/storage-volume';
export * from './pod';
export * from './ports';

// Standalone clusters
export * from './standalone';

// Systems that run Flink for you
export * as apache from './apache';
