import { FeatureContext, FlinkVersion, Platform, StorageLocations } from '../../src';
import { operatorSystem } from '../../src/apache/operator-system';
import { deploymentsSystem } from '../../src/standalone/deployments-system';

const version = FlinkVersion.V1_20;

/** The systems that there are, as features see them. */
export const STANDALONE = deploymentsSystem().target('orders').platform;
export const OPERATOR = operatorSystem({ version }).target('orders').platform;

/** A system without Kubernetes. */
export const WITHOUT_KUBERNETES = Platform._of({
  title: 'YARN',
  hasKubernetes: false,
  setsClusterId: true,
  setsNamespace: true,
  setsAddresses: true,
  startsTaskManagersOnDemand: true,
  submitsJobsThroughWebApi: false,
});

/** A cluster as a feature sees it: plain data, no construct. */
export const CONTEXT: FeatureContext = {
  path: 'chart/Orders',
  version,
  platform: STANDALONE,
  clusterId: 'orders',
  ports: {},
  configuration: {},
};

export const STORAGE: StorageLocations = {
  checkpoints: 's3://acme/orders/checkpoints',
  savepoints: 's3://acme/orders/savepoints',
  highAvailability: 's3://acme/orders/ha',
  changelog: 's3://acme/orders/changelog',
  archives: 's3://acme/orders/archives',
};
