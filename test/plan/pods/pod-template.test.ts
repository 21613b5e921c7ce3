import { Duration } from 'cdk8s';
import { PodOptions } from '../../../src';
import { podTemplate, SystemPod } from '../../../src/plan/pods/pod-template';
import { planned } from '../planned';

const template = (pod: PodOptions = {}, system: SystemPod = {}) => {
  const plan = planned({ taskManager: { pod } });
  return podTemplate(plan, plan.taskManager, system);
};
const container = (pod: PodOptions = {}, system: SystemPod = {}): any => template(pod, system).spec.containers[0];

test('a pod has the labels by which it is found, and no annotations by itself', () => {
  expect(template().metadata).toEqual({
    labels: {
      'app.kubernetes.io/name': 'flink',
      'app.kubernetes.io/instance': 'orders',
      'app.kubernetes.io/component': 'taskmanager',
      'app.kubernetes.io/version': '1.20.5',
      'app.kubernetes.io/managed-by': 'cdk8s-flink',
    },
  });
});

test('nobody\'s label replaces one by which pods are found', () => {
  expect(template({ labels: { 'app.kubernetes.io/component': 'mine', 'team': 'clicks' } }).metadata.labels).toMatchObject({ 'app.kubernetes.io/component': 'taskmanager', 'team': 'clicks' });
});

test('a pod meets the restricted Pod Security Standard', () => {
  expect(template().spec.securityContext).toEqual({
    runAsNonRoot: true, runAsUser: 9999, runAsGroup: 9999, fsGroup: 9999, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(container().securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
});

test('security contexts are laid over the default, field by field', () => {
  const pod: PodOptions = { securityContext: { runAsUser: 1000, seccompProfile: { type: 'Localhost', localhostProfile: 'flink.json' } }, containerSecurityContext: { readOnlyRootFilesystem: false } };
  expect(template(pod).spec.securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 9999, seccompProfile: { type: 'Localhost', localhostProfile: 'flink.json' } });
  expect(container(pod).securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: false, capabilities: { drop: ['ALL'] } });
});

test('no variables tell a pod of the namespace\'s Services', () => {
  expect(template().spec.enableServiceLinks).toBe(false);
});

test('every process can write to /tmp and to its log folder, and nowhere else', () => {
  expect(template().spec.volumes!.map((v) => v.name)).toEqual(['flink-tmp', 'flink-log']);
  expect(container().volumeMounts).toEqual([{ name: 'flink-tmp', mountPath: '/tmp' }, { name: 'flink-log', mountPath: '/opt/flink/log' }]);
});

test.each<[keyof PodOptions, any]>([
  ['nodeSelector', { pool: 'x' }],
  ['tolerations', [{ key: 'a', operator: 'Exists' }]],
  ['affinity', { podAntiAffinity: {} }],
  ['priorityClassName', 'high'],
  ['schedulerName', 'volcano'],
  ['runtimeClassName', 'gvisor'],
  ['imagePullSecrets', [{ name: 'registry' }]],
  ['hostAliases', [{ ip: '10.0.0.1', hostnames: ['kafka'] }]],
  ['dnsPolicy', 'None'],
  ['dnsConfig', { nameservers: ['10.0.0.2'] }],
  ['initContainers', [{ name: 'first', image: 'x:1' }]],
])('%s goes to the pod as it is, and is not there by itself', (field, content) => {
  expect(template({ [field]: content }).spec).toHaveProperty(field, content);
  expect(template().spec).not.toHaveProperty(field);
});

test.each<[keyof PodOptions, string, any]>([
  ['env', 'env', [{ name: 'A', value: 'b' }]],
  ['envFrom', 'envFrom', [{ secretRef: { name: 'a' } }]],
])('%s goes to Flink\'s container as it is, and is not there by itself', (field, name, content) => {
  expect(container({ [field]: content })[name]).toEqual(content);
  expect(container()).not.toHaveProperty(name);
});

test('resources go to Flink\'s container beside the room for temporary files', () => {
  expect(container({ resources: { requests: { 'nvidia.com/gpu': 1 as any } } }).resources).toEqual({ requests: { 'ephemeral-storage': '10240Mi', 'nvidia.com/gpu': 1 } });
  expect(container({ resources: { requests: { 'ephemeral-storage': '1Gi' as any } } }).resources).toEqual({ requests: { 'ephemeral-storage': '1Gi' } });
});

test('the grace period becomes seconds', () => {
  expect(template({ terminationGracePeriod: Duration.minutes(2) }).spec.terminationGracePeriodSeconds).toBe(120);
});

test('sidecars come behind Flink\'s container, whose name is Flink\'s own', () => {
  expect(template({ sidecars: [{ name: 'proxy', image: 'x:1' }] }).spec.containers.map(({ name }) => name)).toEqual(['flink-main-container', 'proxy']);
});

test('annotations of pod and system come together', () => {
  expect(template({ annotations: { a: 'b' } }, { annotations: { c: 'd' } }).metadata.annotations).toEqual({ a: 'b', c: 'd' });
});

test('what the system knows comes on top, its volumes and mounts before the pod\'s', () => {
  const system: SystemPod = { container: { args: ['taskmanager'] }, spec: { restartPolicy: 'Never' }, volumes: [{ name: 'flink-config' }], mounts: [{ name: 'flink-config', mountPath: '/opt/flink/conf' }] };
  const { spec } = template({}, system);
  expect([spec.restartPolicy, spec.containers[0].args]).toEqual(['Never', ['taskmanager']]);
  expect([spec.volumes![0].name, spec.containers[0].volumeMounts![0].name]).toEqual(['flink-config', 'flink-config']);
});
