import { Duration } from 'cdk8s';
import { FeatureContext, FlinkVersion, HighAvailability, JobManagerDiscovery, ZooKeeperAcl, ZooKeeperHighAvailabilityOptions } from '../../../src';
import { CONTEXT, OPERATOR, STORAGE, WITHOUT_KUBERNETES } from '../context';

const stored: FeatureContext = { ...CONTEXT, storage: STORAGE };
const QUORUM = { quorum: ['zookeeper-0.zookeeper:2181', 'zookeeper-1.zookeeper:2181'] };
const bind = (context: Partial<FeatureContext> = {}, options: Partial<ZooKeeperHighAvailabilityOptions> = {}) => (
  HighAvailability.zooKeeper({ ...QUORUM, ...options }).bind({ ...stored, ...context }));

test('leaders are elected by the servers, below a node of the cluster, and TaskManagers find them at the declared port', () => {
  expect(bind()).toEqual({
    owner: 'highAvailability',
    configuration: {
      'high-availability.type': 'zookeeper',
      'high-availability.zookeeper.quorum': 'zookeeper-0.zookeeper:2181,zookeeper-1.zookeeper:2181',
      'high-availability.storageDir': 's3://acme/orders/ha',
      'high-availability.cluster-id': 'orders',
    },
    defaults: { 'high-availability.jobmanager.port': CONTEXT.ports.rpc },
    discovery: JobManagerDiscovery.LEADER_ELECTION,
    problems: [],
  });
});

test('no role calls the Kubernetes API, and it works where there is none', () => {
  expect(bind().jobManager).toBeUndefined();
  expect(bind({ platform: WITHOUT_KUBERNETES }).problems).toEqual([]);
});

test('where the system names the cluster, its node is not named', () => {
  expect(bind({ platform: OPERATOR }).configuration).not.toHaveProperty('high-availability.cluster-id');
});

test('every option reaches the configuration', () => {
  const options: Partial<ZooKeeperHighAvailabilityOptions> = {
    rootPath: '/acme/flink',
    acl: ZooKeeperAcl.CREATOR,
    sessionTimeout: Duration.seconds(30),
    connectionTimeout: Duration.seconds(5),
    retryWait: Duration.seconds(1),
    maxRetryAttempts: 5,
    tolerateSuspendedConnections: true,
  };
  expect(bind({ version: FlinkVersion.V1_20 }, options).configuration).toMatchObject({
    'high-availability.zookeeper.path.root': '/acme/flink',
    'high-availability.zookeeper.client.acl': 'creator',
    'high-availability.zookeeper.client.session-timeout': Duration.seconds(30),
    'high-availability.zookeeper.client.connection-timeout': Duration.seconds(5),
    'high-availability.zookeeper.client.retry-wait': Duration.seconds(1),
    'high-availability.zookeeper.client.max-retry-attempts': 5,
    'high-availability.zookeeper.client.tolerate-suspended-connections': true,
  });
});

test.each<[string, Partial<FeatureContext>, Partial<ZooKeeperHighAvailabilityOptions>, string]>([
  ['no storage', { storage: undefined }, {}, 'high-availability-without-storage'],
  ['no servers', {}, { quorum: [] }, 'invalid-zookeeper-quorum'],
  ['all servers in one text', {}, { quorum: ['a:2181,b:2181'] }, 'invalid-zookeeper-quorum'],
  ['a URL', {}, { quorum: ['zk://a:2181'] }, 'invalid-zookeeper-quorum'],
  ['fewer attempts than none', {}, { maxRetryAttempts: -1 }, 'invalid-zookeeper-attempts'],
  ['a relative path', {}, { rootPath: 'flink' }, 'invalid-zookeeper-path'],
])('%s is a problem', (_, context, options, id) => {
  expect(bind(context, options).problems!.map((found) => found.id)).toEqual([id]);
});

test.each(['zookeeper', 'zookeeper:2181', '10.0.0.1:2181', '[fd00::1]:2181'])('%s is a server', (server) => {
  expect(bind({}, { quorum: [server] }).problems).toEqual([]);
});
