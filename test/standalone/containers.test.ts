import { Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { FlinkStorage, HighAvailability, LocalRecovery } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { rolePod } from '../../src/standalone/containers';
import { planned } from '../plan/planned';

const pod = (options: Partial<PlanOptions> = {}, process: Partial<Parameters<typeof rolePod>[2]> = {}) => {
  const plan = planned(options);
  return rolePod(plan, plan.taskManager, { args: ['taskmanager'], ...process });
};
const container = (...args: Parameters<typeof pod>) => pod(...args).spec.containers[0];
const elected = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };

test('the container runs the image with the arguments of its process', () => {
  expect(container()).toMatchObject({ name: 'flink-main-container', image: 'flink:1.20.5-scala_2.12-java17', args: ['taskmanager'] });
  expect(container()).not.toHaveProperty('command');
  expect(container({ image: 'a:1', imagePullPolicy: 'Always' }, { command: ['bash'] })).toMatchObject({ image: 'a:1', imagePullPolicy: 'Always', command: ['bash'] });
});

test('memory is the process, as request and as limit; CPU is a request', () => {
  expect(container({ taskManager: { memory: Size.gibibytes(4), slots: 2 } }).resources).toEqual({
    requests: { 'cpu': '2', 'memory': '4096Mi', 'ephemeral-storage': '10240Mi' }, limits: { memory: '4096Mi' },
  });
});

test('memory has headroom where that is asked for', () => {
  expect(container({ taskManager: { memory: Size.gibibytes(4), memoryLimitFactor: 1.1 } }).resources).toMatchObject({ requests: { memory: '4096Mi' }, limits: { memory: '4506Mi' } });
});

test('CPU is a limit where that is asked for', () => {
  expect(container({ taskManager: { cpu: Cpu.millis(500), cpuLimit: Cpu.units(2) } }).resources).toMatchObject({ requests: { cpu: '500m' }, limits: { cpu: '2' } });
});

test('other resources lie beside them', () => {
  const resources = { requests: { 'ephemeral-storage': k8s.Quantity.fromString('1Gi') }, limits: { 'nvidia.com/gpu': k8s.Quantity.fromNumber(1) } };
  expect(container({ pod: { resources } }).resources).toEqual({
    requests: { 'cpu': '1', 'memory': '1728Mi', 'ephemeral-storage': '1Gi' }, limits: { 'memory': '1728Mi', 'nvidia.com/gpu': 1 },
  });
});

test('a change of the configuration shows on the pod', () => {
  const checksum = (options: Partial<PlanOptions>) => pod(options).metadata.annotations!['checksum/flink-config'];
  expect(checksum({})).toMatch(/^[0-9a-f]{16}$/);
  expect(checksum({ configuration: { 'pekko.ask.timeout': '20 s' } })).not.toBe(checksum({}));
});

test('a role that calls nothing has no token; one that does has an account of its own', () => {
  expect(pod().spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
  expect(pod().spec).not.toHaveProperty('serviceAccountName');
  expect(pod(elected).spec).toMatchObject({ automountServiceAccountToken: true, serviceAccountName: 'orders-taskmanager' });
});

test('volumes that each pod owns are mounted, and declared by whoever makes the pods', () => {
  const options = { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) };
  expect(container(options).volumeMounts).toContainEqual({ name: 'flink-work', mountPath: '/flink-work' });
  expect(pod(options).spec.volumes!.map(({ name }) => name)).not.toContain('flink-work');
});

test('only the pods of a Job end for good', () => {
  expect(pod().spec).not.toHaveProperty('restartPolicy');
  expect(pod({}, { restartPolicy: 'Never' }).spec.restartPolicy).toBe('Never');
});
