import { FeatureContext, FlinkVersion, Platform, StorageLocations } from '../../src';

/** A cluster as a feature sees it: plain data, no construct. */
export const CONTEXT: FeatureContext = {
  path: 'chart/Orders',
  version: FlinkVersion.V1_20,
  platform: Platform.KUBERNETES,
  clusterId: 'orders',
  ports: {},
  configuration: {},
};

export const STORAGE: StorageLocations = {
  root: 's3://acme/orders',
  checkpoints: 's3://acme/orders/checkpoints',
  savepoints: 's3://acme/orders/savepoints',
  highAvailability: 's3://acme/orders/ha',
};
