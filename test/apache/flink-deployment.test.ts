import { App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { apache, FlinkApplication, FlinkVersion, MetricsReporter } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const version = FlinkVersion.V1_20;
const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace });

test('the resource goes by the construct\'s id, or by its name', () => {
  const one = chart('streaming');
  expect(new apache.FlinkDeployment(one, 'OrdersManaged', { version }).name).toBe('orders-managed');
  expect(new apache.FlinkDeployment(one, 'Other', { version, name: 'clicks' }).name).toBe('clicks');
  expect((one.toJson() as any[]).map(({ kind, metadata }) => [kind, metadata.name, metadata.namespace])).toEqual([
    ['FlinkDeployment', 'orders-managed', 'streaming'], ['FlinkDeployment', 'clicks', 'streaming'],
  ]);
});

test('what is said later counts', () => {
  const one = chart();
  const deployment = new apache.FlinkDeployment(one, 'Orders', { version });
  deployment.configuration.set('web.refresh-interval', 5000);
  deployment.addFeature(MetricsReporter.prometheus());
  const [{ spec }] = one.toJson() as any[];
  expect(spec.flinkConfiguration).toMatchObject({ 'web.refresh-interval': '5000', 'metrics.reporter.prom.port': '9249' });
  expect(deployment.resource.name).toBe('orders');
});

test('all problems stand in one synthesis', () => {
  const one = chart();
  new apache.FlinkDeployment(one, 'Orders', { version, job: JOB, image: 'orders:latest', upgradeMode: apache.UpgradeMode.SAVEPOINT });
  const synthesize = () => one.toJson();
  for (const part of ["[chart/Orders] image 'orders:latest' has a tag that moves", '[chart/Orders] upgradeMode is savepoint']) expect(synthesize).toThrow(part);
});

test('a warning is told until it is acknowledged', () => {
  const deployment = new apache.FlinkDeployment(chart(), 'Orders', { version, image: IMAGE, job: JOB, upgradeMode: apache.UpgradeMode.STATELESS });
  const warnings = () => deployment.findings.map(({ id, acknowledged, reason }) => [id, acknowledged, reason]);
  expect(warnings()).toEqual([['no-high-availability', undefined, undefined]]);
  deployment.acknowledge('no-high-availability', 'a test');
  expect(warnings()).toEqual([['no-high-availability', true, 'a test']]);
});

test('two clusters of one name and namespace are refused, whatever systems run them', () => {
  const one = chart('streaming');
  new apache.FlinkDeployment(one, 'Orders', { version });
  new FlinkApplication(one, 'Second', { version, image: IMAGE, name: 'orders', job: JOB });
  expect(() => one.toJson()).toThrow(/\[chart\/Orders\] .*used by .*chart\/Second.* \(name-in-use\)/);
});

describe('the roles of the pods that Flink and the operator make', () => {
  const made = (options: Partial<apache.FlinkDeploymentProps> = {}, namespace?: string) => {
    const one = chart(namespace);
    const cluster = new apache.FlinkDeployment(one, 'Orders', { version, ...options });
    const objects = () => one.toJson() as any[];
    const template = (role: 'jobManager' | 'taskManager') => objects().find(({ kind }) => kind === 'FlinkDeployment').spec[role].podTemplate;
    return { one, cluster, objects, template };
  };

  test('what is added to a role is in the template of that role alone', () => {
    const { cluster, template } = made();
    cluster.taskManager.addEnv({ name: 'A', value: 'b' });
    cluster.taskManager.addVolume({ name: 'models', emptyDir: {} }, { name: 'models', mountPath: '/models' });
    cluster.taskManager.addSidecar({ name: 'shipper', image: 'shipper:1' });
    cluster.taskManager.addInitContainer({ name: 'fetch', image: 'fetch:1' });
    cluster.taskManager.addPodLabels({ team: 'clicks' });
    cluster.taskManager.addPodAnnotations({ 'example.com/team': 'clicks' });
    const { metadata, spec } = template('taskManager');
    expect(metadata).toMatchObject({ labels: { team: 'clicks' }, annotations: { 'example.com/team': 'clicks' } });
    expect(spec.containers.map(({ name }: any) => name)).toEqual(['flink-main-container', 'shipper']);
    expect(spec.containers[0].env).toEqual([{ name: 'A', value: 'b' }]);
    expect(spec.containers[0].volumeMounts).toContainEqual({ name: 'models', mountPath: '/models' });
    expect(spec.initContainers.map(({ name }: any) => name)).toEqual(['fetch']);
    expect(JSON.stringify(template('jobManager'))).not.toMatch(/models|shipper|fetch|clicks/);
  });

  test('their labels are those that Flink\'s own client gives to pods', () => {
    const { one, cluster, objects } = made({}, 'streaming');
    new kplus.NetworkPolicy(one, 'Policy', { selector: cluster.jobManager, ingress: { rules: [{ peer: cluster.taskManager, ports: [kplus.NetworkPolicyPort.tcp(6123)] }] } });
    const pods = (component: string) => ({ matchLabels: { app: 'orders', component, type: 'flink-native-kubernetes' } });
    const { spec } = objects().find(({ kind }) => kind === 'NetworkPolicy');
    expect(spec.podSelector).toEqual(pods('jobmanager'));
    expect(spec.ingress[0].from[0].podSelector).toEqual(pods('taskmanager'));
  });

  test('they know their ports, their options and their memory', () => {
    const { cluster } = made({ taskManager: { slots: 2 } });
    expect(cluster.jobManager.ports.map(({ name, port }) => [name, port])).toEqual([['rpc', 6123], ['blob', 6124], ['rest', 8081], ['metrics-query', 6126]]);
    expect(cluster.taskManager.configuration['taskmanager.numberOfTaskSlots']).toBe('2');
    expect(cluster.taskManager.describe()).toContain('1.688gb');
  });

  test.each(['jobManager', 'taskManager'] as const)('there is no object of the %s that could be patched, and the error says what to do', (role) => {
    const { cluster } = made();
    const where = `[chart/Orders/${role === 'jobManager' ? 'JobManager' : 'TaskManager'}]`;
    const message = `${where} the Apache operator makes the pods itself, so that no manifest does. Change the pods with the role's methods, or patch the resource of the construct. (workload-not-in-manifests)`;
    expect(() => cluster[role].workload).toThrow(message);
    expect(() => cluster[role].addJsonPatch(JsonPatch.remove('/spec'))).toThrow(message);
    cluster.resource.addJsonPatch(JsonPatch.add('/spec/restartNonce', 1));
    expect(Chart.of(cluster).toJson()[0].spec.restartNonce).toBe(1);
  });

  test('an autoscaler of Kubernetes finds nothing to scale, and the error says what to do', () => {
    expect(() => made().cluster.taskManager.toScalingTarget()).toThrow(
      '[chart/Orders/TaskManager] the Apache operator has no object whose number of replicas is that of the TaskManagers. '
      + 'Leave the autoscaler out: Flink itself starts as many TaskManagers as its jobs need. (not-scalable)');
  });
});

describe('the ServiceAccounts', () => {
  const account = (one: Chart) => new kplus.ServiceAccount(one, 'Account', { metadata: { name: 'mine' } });

  test('the permissions can be read by role', () => {
    const { jobManager, taskManager } = new apache.FlinkDeployment(chart(), 'Orders', { version }).permissions;
    expect(jobManager.rules.map(({ resources }) => resources)).toEqual([['pods'], ['deployments'], ['deployments/finalizers']]);
    expect(taskManager.rules).toEqual([]);
  });

  test('one of the user\'s, which mounts no token by itself, gets the permissions', () => {
    const one = chart();
    new apache.FlinkDeployment(one, 'Orders', { version, jobManager: { serviceAccount: account(one) } });
    const objects = one.toJson() as any[];
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(expect.arrayContaining([
      'ServiceAccount mine', 'Role orders-jobmanager', 'RoleBinding orders-jobmanager', 'FlinkDeployment orders',
    ]));
    expect(objects.find(({ kind }) => kind === 'RoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'mine' }]);
    expect(objects.find(({ kind }) => kind === 'FlinkDeployment').spec.serviceAccount).toBe('mine');
  });
});
