import { App, Chart, Size } from 'cdk8s';
import { feature, JOB, line, planned, plannedForOperator } from './planned';
import {
  apache, FeatureObjects, FlinkSessionCluster, FlinkVersion, HighAvailability, IFlinkFeature, KubernetesObject, LocalRecovery, MetricsReporter, PlannedCluster, PortCaller, RestProtocol,
} from '../../src';
import { never } from '../../src/plan/capabilities';
import { DEPLOYMENTS } from '../../src/standalone/capabilities';
import { problemsOf, warningsOf } from '../harness/findings';

const POLICY: KubernetesObject = { id: 'policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'orders-policy', content: { spec: { podSelector: {} } } };

/** A feature that adds the same objects to every cluster. */
function adds(objects: KubernetesObject[], more: Omit<FeatureObjects, 'objects'> = {}, owner = 'Mine'): IFlinkFeature {
  return feature({ objects: [{ objectsFor: () => ({ objects, ...more }) }] }, owner);
}

/** What a feature sees of a planned cluster. */
function seen(plan: typeof planned, ...[options = {}, target]: Parameters<typeof planned>): PlannedCluster {
  const clusters: PlannedCluster[] = [];
  plan({ ...options, features: [...options.features ?? [], feature({ objects: [{ objectsFor: (cluster) => { clusters.push(cluster); return {}; } }] })] }, target);
  expect(clusters).toHaveLength(1);
  return clusters[0];
}

test('a feature sees names, labels, ports, selectors and addresses of the whole cluster', () => {
  const cluster = seen(planned, { labels: { team: 'clicks' }, taskManager: { replicas: 3 }, metrics: [MetricsReporter.prometheus()], configuration: { 'web.timeout': '1 s' } }, { namespace: 'streaming' });
  const selector = (component: string) => ({ matchLabels: { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': component } });
  expect(cluster).toMatchObject({
    name: 'orders',
    namespaceName: 'streaming',
    labels: { 'team': 'clicks', 'app.kubernetes.io/instance': 'orders' },
    rest: { serviceName: 'orders-rest', port: 8081, protocol: RestProtocol.HTTP, url: 'http://orders-rest.streaming:8081' },
    jobManager: { selector: selector('jobmanager'), replicas: 1, callsKubernetes: false, scaleTarget: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders-jobmanager' } },
    taskManager: { selector: selector('taskmanager'), replicas: 3, scaleTarget: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders-taskmanager' } },
    configuration: { 'web.timeout': '1 s' },
  });
  expect(cluster.version.minorVersion).toBe('1.20');
  expect(cluster.taskManager.ports).toContainEqual({ name: 'metrics', port: 9249, callers: [PortCaller.MONITORING] });
});

test('it sees what other features have brought, whatever their order', () => {
  const cluster = seen(planned, { features: [feature({ restProtocol: RestProtocol.HTTPS, jobManager: { permissions: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] } })] });
  expect([cluster.rest.url, cluster.jobManager.callsKubernetes, cluster.taskManager.callsKubernetes]).toEqual(['https://orders-rest:8081', true, false]);
});

test('options have the names of the Flink version', () => {
  expect(seen(planned, { version: line('1.13'), configuration: { 'execution.checkpointing.dir': 's3://a/b' } }).configuration).toHaveProperty(['state.checkpoints.dir'], 's3://a/b');
});

test('the object that an autoscaler scales follows from the cluster', () => {
  expect(seen(planned, { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }).taskManager.scaleTarget!.kind).toBe('StatefulSet');
  expect(seen(plannedForOperator).taskManager.scaleTarget).toBeUndefined();
});

test('the job\'s id is known where the library fixes it', () => {
  const jobId = 'a'.repeat(32);
  expect(seen(planned, { job: { ...JOB, jobId } }).jobId).toBe(jobId);
  expect(seen(plannedForOperator, { job: JOB }).jobId).toBeUndefined();
});

test('objects are part of the plan, as plain data and with their owner', () => {
  const plan = planned({ features: [adds([POLICY])] });
  expect(plan.objects).toEqual([POLICY]);
  expect(plan.findings).toEqual([]);
  expect(plan.origins['objects/policy']).toBe('Mine');
});

test('what a provider finds wrong is found with the cluster', () => {
  const plan = planned({ features: [adds([], { problems: [{ id: 'broken', message: 'it is broken', remedy: 'Mend it' }], warnings: [{ id: 'slow', message: 'it is slow', remedy: 'Wait' }] })] });
  expect([problemsOf(plan), warningsOf(plan)]).toEqual([['it is broken. Mend it. (broken)'], ['it is slow. Wait. (slow)']]);
});

test('two objects of one id are an error that names both owners, even if both are one', () => {
  const twice = (...owners: string[]) => problemsOf(planned({ features: owners.map((owner) => adds([POLICY], {}, owner)) }));
  expect(twice('One', 'Two')).toEqual(["two objects have the id 'policy': of One and of Two. Use another id. (conflicting-objects)"]);
  expect(problemsOf(planned({ features: [adds([POLICY, { ...POLICY, name: 'other' }])] }))).toEqual(["two objects have the id 'policy': of Mine and of Mine. Use another id. (conflicting-objects)"]);
});

test.each(['', 'Orders', 'a_b', '-a'])('an object cannot have the name %p', (name) => {
  expect(problemsOf(planned({ features: [adds([{ ...POLICY, name }])] }))).toEqual([
    `Mine has an object with the name '${name}'. Use lower-case letters, digits, inner hyphens and dots. (invalid-object-name)`,
  ]);
});

test('a system that takes no objects asks for none', () => {
  const asked = jest.fn(() => ({}));
  const capabilities = { ...DEPLOYMENTS, feature: { ...DEPLOYMENTS.feature, objects: never('Leave it out') } };
  expect(planned({ features: [feature({ objects: [{ objectsFor: asked }] })] }, { capabilities }).objects).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

describe('below the construct', () => {
  const chart = () => new Chart(new App(), 'chart', { namespace: 'streaming' });
  const version = FlinkVersion.V1_20;

  test.each<[string, (one: Chart, features: IFlinkFeature[]) => FlinkSessionCluster | apache.FlinkDeployment]>([
    ['a standalone cluster', (one, features) => new FlinkSessionCluster(one, 'Orders', { version, features, labels: { team: 'clicks' }, annotations: { a: 'b' } })],
    ['a resource of the operator', (one, features) => new apache.FlinkDeployment(one, 'Orders', { version, features, labels: { team: 'clicks' }, annotations: { a: 'b' } })],
  ])('of %s an object has its own path, the labels of the cluster and its own', (_, make) => {
    const one = chart();
    const cluster = make(one, [adds([{ ...POLICY, labels: { mine: 'yes' }, annotations: { c: 'd' } }])]);
    expect(cluster.node.findChild('Objects').node.findChild('policy').node.path).toBe('chart/Orders/Objects/policy');
    expect(one.toJson()).toContainEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: 'orders-policy',
        namespace: 'streaming',
        labels: {
          'mine': 'yes',
          'team': 'clicks',
          'app.kubernetes.io/name': 'flink',
          'app.kubernetes.io/instance': 'orders',
          'app.kubernetes.io/version': '1.20.5',
          'app.kubernetes.io/managed-by': 'cdk8s-flink',
        },
        annotations: { a: 'b', c: 'd' },
      },
      spec: { podSelector: {} },
    });
  });

  test('an object of a feature that comes later is there, and follows what is said later', () => {
    const one = chart();
    const cluster = new FlinkSessionCluster(one, 'Orders', { version });
    cluster.addFeature(feature({ objects: [{ objectsFor: ({ configuration }) => ({ objects: [{ ...POLICY, content: { spec: { timeout: configuration['web.timeout'] } } }] }) }] }));
    cluster.configuration.set('web.timeout', '7 s');
    expect((one.toJson() as any[]).find(({ kind }) => kind === 'NetworkPolicy').spec).toEqual({ timeout: '7 s' });
  });

  test('two clusters that make one object are refused', () => {
    const one = chart();
    for (const id of ['A', 'B']) new FlinkSessionCluster(one, id, { version, features: [adds([POLICY])] });
    expect(() => one.toJson()).toThrow("the name of NetworkPolicy orders-policy is used by 'chart/A' and by 'chart/B'");
  });

  test('high availability that comes later shows in the objects', () => {
    const one = chart();
    const cluster = new FlinkSessionCluster(one, 'Orders', { version, configuration: { 'high-availability.storageDir': 's3://a/b' } });
    cluster.addFeature(feature({ objects: [{ objectsFor: ({ jobManager }) => ({ objects: jobManager.callsKubernetes ? [POLICY] : [] }) }] }));
    expect((one.toJson() as any[]).map(({ kind }) => kind)).not.toContain('NetworkPolicy');
    cluster.addFeature(HighAvailability.kubernetes());
    expect((one.toJson() as any[]).map(({ kind }) => kind)).toContain('NetworkPolicy');
  });
});
