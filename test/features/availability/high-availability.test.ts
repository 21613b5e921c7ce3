import { Duration } from 'cdk8s';
import { FeatureContext, FlinkVersion, HighAvailability, JobManagerDiscovery, KubernetesHighAvailabilityOptions } from '../../../src';
import { told } from '../../harness/findings';
import { CONTEXT, OPERATOR, STORAGE, WITHOUT_KUBERNETES } from '../context';

const stored: FeatureContext = { ...CONTEXT, storage: STORAGE };
const bind = (context: Partial<FeatureContext> = {}, options?: KubernetesHighAvailabilityOptions) => (
  HighAvailability.kubernetes(options).bind({ ...stored, ...context }));

test('leaders are elected over ConfigMaps, and metadata goes to the storage', () => {
  expect(bind().configuration).toEqual({
    'high-availability.type': 'kubernetes',
    'high-availability.storageDir': 's3://acme/orders/ha',
    'kubernetes.cluster-id': 'orders',
    'high-availability.cluster-id': 'orders',
  });
  expect(bind().discovery).toBe(JobManagerDiscovery.LEADER_ELECTION);
});

test('each role asks its pod for the namespace that synth does not know', () => {
  const { jobManager, taskManager } = bind();
  for (const { dynamicProperties, pod } of [jobManager!, taskManager!]) {
    expect(dynamicProperties).toEqual({ 'kubernetes.namespace': '$(POD_NAMESPACE)' });
    expect(pod!.env).toEqual([{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }]);
  }
});

test('a namespace that synth knows is an option, and no argument', () => {
  const { configuration, jobManager, taskManager } = bind({ namespaceName: 'streaming' });
  expect(configuration!['kubernetes.namespace']).toBe('streaming');
  for (const role of [jobManager!, taskManager!]) expect(role).toEqual({ permissions: role.permissions });
});

test('where Flink itself assigns identity, only the election is said', () => {
  const { configuration, jobManager, taskManager } = bind({ platform: OPERATOR });
  expect(configuration).toEqual({ 'high-availability.type': 'kubernetes', 'high-availability.storageDir': 's3://acme/orders/ha' });
  expect(jobManager!.dynamicProperties).toBeUndefined();
  expect(taskManager!.pod).toBeUndefined();
});

const changes = ['get', 'list', 'watch', 'create', 'update', 'delete'];
const rule = (verbs: string[], resourceNames?: string[]) => ({ apiGroups: [''], resources: ['configmaps'], verbs, ...(resourceNames ? { resourceNames } : {}) });
const leaders = ['orders-cluster-config-map'];

test.each([
  ['1.13', [rule(changes)], [rule(['get', 'list', 'watch'])]],
  ['1.17', [rule(changes)], [rule(['get', 'list', 'watch'])]],
  ['1.18', [rule(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'])], [rule(['list', 'watch'])]],
  ['1.19', [rule(['create']), rule(['list', 'watch'], leaders), rule(['get', 'update', 'patch', 'delete'])], [rule(['list', 'watch'], leaders)]],
  ['2.3', [rule(['create']), rule(['list', 'watch'], leaders), rule(['get', 'update', 'patch', 'delete'])], [rule(['list', 'watch'], leaders)]],
])('on Flink %s each role gets exactly what it calls', (line, jobManager, taskManager) => {
  const version = FlinkVersion.all().find((v) => v.minorVersion === line)!;
  const bound = bind({ version });
  expect(bound.jobManager!.permissions).toEqual(jobManager);
  expect(bound.taskManager!.permissions).toEqual(taskManager);
});

test('where one job is known, all rights but create are pinned to the two ConfigMaps there are', () => {
  expect(bind({ jobId: 'a'.repeat(32) }).jobManager!.permissions!.map((r) => r.resourceNames)).toEqual([
    undefined, leaders, [...leaders, `orders-${'a'.repeat(32)}-config-map`],
  ]);
});

test.each<[keyof KubernetesHighAvailabilityOptions, KubernetesHighAvailabilityOptions, string]>([
  ['leaseDuration', { leaseDuration: Duration.seconds(30) }, 'lease-duration'],
  ['renewDeadline', { renewDeadline: Duration.seconds(10) }, 'renew-deadline'],
  ['retryPeriod', { retryPeriod: Duration.seconds(2) }, 'retry-period'],
])('%s becomes an option of the election', (name, options, suffix) => {
  const said = Object.entries(bind({}, options).configuration!).filter(([key]) => key.includes('leader-election'));
  expect(said).toEqual([[`high-availability.kubernetes.leader-election.${suffix}`, options[name]]]);
});

test('without storage it is refused with the prop that mends it', () => {
  expect(told(bind({ storage: undefined }).problems)).toEqual([
    "highAvailability requires durable storage. Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix'). (high-availability-without-storage)",
  ]);
});

test('a directory that the user configures is storage enough', () => {
  expect(bind({ storage: undefined, configuration: { 'high-availability.storageDir': 's3://acme/ha' } }).problems).toEqual([]);
});

test.each<[string, KubernetesHighAvailabilityOptions]>([
  ['a renew deadline above the lease', { renewDeadline: Duration.seconds(16) }],
  ['a lease below the renew deadline', { leaseDuration: Duration.seconds(14) }],
  ['a retry period that is the renew deadline', { retryPeriod: Duration.seconds(15) }],
])('refuses %s', (_, options) => {
  expect(told(bind({}, options).problems)).toEqual([expect.stringContaining('Keep retryPeriod < renewDeadline ≤ leaseDuration')]);
});

test('is refused on YARN, with another service in its place', () => {
  const { problems, ...config } = bind({ platform: WITHOUT_KUBERNETES });
  expect(config).toEqual({ owner: 'highAvailability' });
  expect(told(problems)).toEqual(["HighAvailability.kubernetes() cannot work on YARN. Use HighAvailability.zooKeeper({ quorum: ['zookeeper-0:2181'] }). (unsupported-high-availability)"]);
});
