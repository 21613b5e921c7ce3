import { Size } from 'cdk8s';
import { feature, planned } from './planned';
import { FlinkStorage, HighAvailability, LocalRecovery, MetricsReporter, PortCaller } from '../../src';

const { origins } = planned({
  storage: FlinkStorage.s3('s3://a/b'),
  highAvailability: HighAvailability.kubernetes(),
  localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)),
  metrics: [MetricsReporter.prometheus()],
  configuration: { 'web.timeout': '1 s' },
  edits: { set: { 'web.refresh-interval': '2 s' }, replaced: { 'rest.server.numThreads': 2 }, allowed: [] },
  secretConfiguration: { 's3.secret-key': { name: 'a', key: 'b' } },
  pod: { labels: { team: 'clicks' }, volumes: [{ name: 'scratch', emptyDir: {} }] },
  jobManager: { pod: { env: [{ name: 'ROLE', value: 'jm' }] } },
  labels: { team: 'clicks' },
  taskManager: { configuration: { 'taskmanager.debug.memory.log': true }, serviceAccountAnnotations: { role: 'clicks' } },
  addedToTaskManager: [
    { owner: 'taskManager.addSidecar()', pod: { sidecars: [{ name: 'shipper', image: 'shipper:1' }] } },
    { owner: 'taskManager.addInitContainer()', pod: { initContainers: [{ name: 'fetch', image: 'fetch:1' }] } },
  ],
  features: [feature({
    configFiles: { 'core-site.xml': '<configuration/>' },
    client: { configFiles: { 'client.properties': '' } },
    labels: { tier: 'gold' },
    annotations: { contact: 'clicks' },
    pod: { annotations: { cost: 'low' } },
    jobManager: { ports: [{ name: 'debug', port: 5005, callers: [PortCaller.REST_CLIENT] }], permissions: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
    taskManager: { dynamicProperties: { 'taskmanager.network.bind-policy': 'ip' } },
    objects: [{ objectsFor: () => ({ objects: [{ id: 'policy', apiVersion: 'v1', kind: 'ConfigMap', name: 'x', content: {} }] }) }],
  })],
});

test.each([
  ['an option of the library', 'configuration/rest.port', 'ports'],
  ['an option of a prop', 'configuration/high-availability.type', 'highAvailability'],
  ['an option of the user', 'configuration/web.timeout', 'configuration'],
  ['an option that was set later', 'configuration/web.refresh-interval', 'configuration.set()'],
  ['an option that was forced', 'configuration/rest.server.numThreads', 'configuration.replace()'],
  ['an option of one role', 'taskManager/arguments/taskmanager.debug.memory.log', 'taskManager.configuration'],
  ['a directory', 'configuration/execution.checkpointing.dir', 'storage'],
  ['a file', 'files/log4j-console.properties', 'logging'],
  ['a file of a feature', 'files/core-site.xml', 'Mine'],
  ['a file of clients', 'files/client.properties', 'Mine'],
  ['the volume of the library', 'jobManager/volumes/flink-tmp', 'the library'],
  ['a volume of a feature', 'taskManager/volumes/flink-log', 'logging'],
  ['a volume of the user', 'taskManager/volumes/scratch', 'pod'],
  ['a mount', 'jobManager/mounts//opt/flink/log', 'logging'],
  ['a label', 'jobManager/labels/team', 'pod'],
  ['an annotation', 'taskManager/annotations/cost', 'Mine'],
  ['a label of the cluster', 'labels/team', 'labels'],
  ['a label of a feature', 'labels/tier', 'Mine'],
  ['an annotation of the cluster', 'annotations/contact', 'Mine'],
  ['an annotation of a ServiceAccount', 'taskManager/serviceAccountAnnotations/role', 'taskManager.serviceAccountAnnotations'],
  ['a variable of one role', 'jobManager/env/ROLE', 'jobManager.pod'],
  ['a variable of the system', 'jobManager/env/POD_IP', 'leader election'],
  ['a variable of a prop', 'taskManager/env/POD_IP', 'localRecovery'],
  ['a variable from a Secret', 'taskManager/env/FLINK_OPTION_S3_SECRET_KEY', 'secretConfiguration'],
  ['a sidecar that was added', 'taskManager/sidecars/shipper', 'taskManager.addSidecar()'],
  ['an init container that was added', 'taskManager/initContainers/fetch', 'taskManager.addInitContainer()'],
  ['the init container of plugins', 'jobManager/initContainers/flink-plugins', 'plugins'],
  ['an argument', 'taskManager/arguments/taskmanager.network.bind-policy', 'Mine'],
  ['an argument of the system', 'jobManager/arguments/jobmanager.rpc.address', 'leader election'],
  ['an argument from a Secret', 'jobManager/arguments/s3.secret-key', 'secretConfiguration'],
  ['a port of Flink\'s', 'jobManager/ports/rest', 'ports'],
  ['a port of a reporter', 'taskManager/ports/metrics', "MetricsReporter 'prom'"],
  ['a port of a feature', 'jobManager/ports/debug', 'Mine'],
  ['permissions', 'jobManager/permissions/configmaps', 'highAvailability'],
  ['permissions of a feature', 'jobManager/permissions/pods', 'Mine'],
  ['a volume claim', 'taskManager/volumeClaims/flink-work', 'localRecovery'],
  ['an object', 'objects/policy', 'Mine'],
])('the plan knows who asked for %s', (_, what, owner) => {
  expect(origins[what]).toBe(owner);
});

test('what nobody asked for has no origin', () => {
  expect(Object.keys(origins).filter((what) => what.includes('undefined') || origins[what] === undefined)).toEqual([]);
  expect(origins['taskManager/env/ROLE']).toBeUndefined();
});

test('of two that ask for the same, the first is named', () => {
  const twice = planned({ features: ['One', 'Two'].map((owner) => feature({ configuration: { 'web.timeout': '1 s' }, pod: { labels: { a: 'b' } } }, owner)) });
  expect(twice.findings).toEqual([]);
  expect([twice.origins['configuration/web.timeout'], twice.origins['jobManager/labels/a']]).toEqual(['One', 'One']);
});
