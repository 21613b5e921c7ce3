import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { FlinkStorage, FlinkVersion, HighAvailability, JobOptions, MetricsReporter } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { indexedJobManagerAddress, renderIndexedJob } from '../../src/standalone/render-indexed-job';
import { feature, JOB, plannedForJobCluster } from '../plan/planned';

const rendered = (options: Partial<PlanOptions> = {}, settings = {}) => {
  const plan = plannedForJobCluster(options);
  return renderIndexedJob(plan, plan.job!, { autoscaled: false, backoffLimit: 6, ...settings });
};
const names = (objects: ReturnType<typeof rendered>) => Object.fromEntries(Object.entries(objects).map(([path, { kind, metadata }]) => [path, `${kind} ${metadata.name}`]));
const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const three: JobOptions = { ...JOB, parallelism: 3 };

test('the names and paths of the objects never change', () => {
  expect(names(rendered())).toEqual({
    'Config/Resource': 'ConfigMap orders-config',
    'JobManager/Service': 'Service orders',
    'Rest/Resource': 'Service orders-rest',
    'JobManager/Resource': 'Job orders',
  });
});

test('elected JobManagers have no Service of their own, and both roles of one Job the rights of one account', () => {
  expect(names(rendered(elected))).toEqual({
    'Config/Resource': 'ConfigMap orders-config',
    'Rest/Resource': 'Service orders-rest',
    'JobManager/Resource': 'Job orders',
    'JobManager/ServiceAccount': 'ServiceAccount orders-jobmanager',
    'JobManager/Role': 'Role orders-jobmanager',
    'JobManager/RoleBinding': 'RoleBinding orders-jobmanager',
  });
  expect(rendered(elected)['JobManager/Resource'].spec.template.spec).not.toHaveProperty('subdomain');
});

test('an indexed Job has a pod for the JobManager and one for each TaskManager, and is complete when the first is', () => {
  expect(rendered({ job: three })['JobManager/Resource'].spec).toMatchObject({
    completionMode: 'Indexed', completions: 4, parallelism: 4, successPolicy: { rules: [{ succeededIndexes: '0' }] },
  });
});

test('TaskManagers find the pod of index 0 by its name', () => {
  const { 'JobManager/Service': service, 'JobManager/Resource': job } = rendered();
  expect(indexedJobManagerAddress('orders')).toBe('orders-0.orders');
  expect(job.spec.template.spec.subdomain).toBe('orders');
  expect(service).toMatchObject({ metadata: { name: 'orders' }, spec: { clusterIP: 'None', selector: { 'app.kubernetes.io/component': 'job-cluster' } } });
});

test('the REST Service finds the JobManager among the pods of an indexed Job', () => {
  const { 'Rest/Resource': rest, 'JobManager/Resource': job } = rendered();
  const { 'batch.kubernetes.io/job-completion-index': index, ...labels } = rest.spec.selector;
  expect(index).toBe('0');
  expect(job.spec.template.metadata.labels).toMatchObject(labels);
});

test('a pod is what its index says', () => {
  const { command, args } = rendered({ job: { ...JOB, args: ['--name', "it's"] } })['JobManager/Resource'].spec.template.spec.containers[0];
  expect(command.slice(0, 2)).toEqual(['bash', '-c']);
  expect(command[2].split('\n')).toEqual([
    'if [ "$JOB_COMPLETION_INDEX" = 0 ]; then exec /docker-entrypoint.sh "$@"; fi',
    "exec /docker-entrypoint.sh 'taskmanager'",
  ]);
  expect([command[3], args[0], ...args.slice(-2)]).toEqual(['flink', 'standalone-job', '--name', "it's"]);
});

test('one template for two roles has the larger of both sizes, and the ports of both', () => {
  const sizes = { jobManager: { memory: Size.gibibytes(2), cpu: Cpu.millis(500) }, taskManager: { memory: Size.gibibytes(4), cpu: Cpu.units(3) } };
  const [container] = rendered({ ...sizes, metrics: [MetricsReporter.prometheus()] })['JobManager/Resource'].spec.template.spec.containers;
  expect(container.resources).toEqual({ requests: { 'cpu': '3', 'memory': '4096Mi', 'ephemeral-storage': '10240Mi' }, limits: { memory: '4096Mi' } });
  expect(container.ports.map((port: any) => [port.name, port.containerPort])).toEqual([
    ['rpc', 6123], ['blob', 6124], ['rest', 8081], ['metrics-query', 6126], ['metrics', 9249], ['data', 6121], ['taskmanager-rpc', 6122], ['collect-sink', 6127],
  ]);
});

test('one template for two roles has what either asks of its pod and of Kubernetes', () => {
  const env = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
  const rule = (verbs: string[], resourceNames?: string[]) => ({ apiGroups: [''], resources: ['pods'], verbs, ...(resourceNames ? { resourceNames } : {}) });
  const { 'JobManager/Resource': job, 'JobManager/Role': role } = rendered({
    jobManager: { pod: { env: [env('NODE', 'spec.nodeName')] } },
    taskManager: { pod: { env: [env('HOST', 'status.hostIP'), env('NODE', 'spec.nodeName')] } },
    features: [feature({ jobManager: { permissions: [rule(['get', 'list']), rule(['watch'], ['a'])] }, taskManager: { permissions: [rule(['get'], ['a']), rule(['watch'], ['b']), rule(['watch'])] } })],
  });
  expect(job.spec.template.spec.containers[0].env.map(({ name }: any) => name)).toEqual(['NODE', 'HOST']);
  expect(role.rules).toEqual([rule(['get', 'list']), rule(['watch'], ['a']), rule(['watch'], ['b']), rule(['watch'])]);
});

test('both roles have one account, also where the TaskManagers alone call the Kubernetes API', () => {
  const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
  const objects = rendered({ features: [feature({ taskManager: { permissions: [rule] } })] });
  expect(objects['JobManager/ServiceAccount'].metadata.name).toBe('orders-jobmanager');
  expect(objects['JobManager/RoleBinding'].subjects).toEqual([{ kind: 'ServiceAccount', name: 'orders-jobmanager' }]);
  expect(objects['JobManager/Role'].rules).toEqual([rule]);
  expect(objects['JobManager/Resource'].spec.template.spec).toMatchObject({ serviceAccountName: 'orders-jobmanager', automountServiceAccountToken: true });
});

test('the rights of an elected JobManager are enough for its TaskManagers', () => {
  for (const version of FlinkVersion.all()) {
    expect(rendered({ ...elected, version })['JobManager/Role'].rules).toEqual(plannedForJobCluster({ ...elected, version }).jobManager.permissions);
  }
});

test('a probe asks the port of what the pod is, unless the user says another', () => {
  const probes = (options: Partial<PlanOptions>) => rendered(options)['JobManager/Resource'].spec.template.spec.containers[0];
  const { startupProbe, readinessProbe, livenessProbe } = probes({ ports: { rest: 18081, rpc: 16123, taskManagerRpc: 16122 } });
  for (const probe of [startupProbe, readinessProbe]) expect(probe.exec.command.join(' ')).toContain('[ "$JOB_COMPLETION_INDEX" = 0 ] && echo 18081 || echo 16122');
  expect(livenessProbe.exec.command.join(' ')).toContain('[ "$JOB_COMPLETION_INDEX" = 0 ] && echo 16123 || echo 16122');
  const mine = { exec: { command: ['true'] } };
  expect(probes({ pod: { livenessProbe: mine } })).toMatchObject({ startupProbe: probes({}).startupProbe, livenessProbe: mine });
});

test('a sidecar ends with Flink\'s container, so that the Job can complete', () => {
  const { containers, initContainers } = rendered({ pod: { sidecars: [{ name: 'proxy', image: 'x:1' }], initContainers: [{ name: 'first', image: 'y:1' }] } })['JobManager/Resource'].spec.template.spec;
  expect(containers.map(({ name }: any) => name)).toEqual(['flink-main-container']);
  expect(initContainers).toEqual([{ name: 'first', image: 'y:1' }, { name: 'proxy', image: 'x:1', restartPolicy: 'Always' }]);
});

test('there is room for the temporary files of the role that needs more', () => {
  const { containers, volumes } = rendered({ jobManager: { ephemeralStorage: Size.gibibytes(30) } })['JobManager/Resource'].spec.template.spec;
  expect(containers[0].resources.requests['ephemeral-storage']).toBe('30720Mi');
  expect(volumes).toContainEqual({ name: 'flink-tmp', emptyDir: { sizeLimit: '30720Mi' } });
});

test('options of one role are arguments of the pods that have it', () => {
  const { command, args } = rendered({
    jobManager: { configuration: { 'web.history': 7 } }, taskManager: { configuration: { 'taskmanager.debug.memory.log': true } },
  })['JobManager/Resource'].spec.template.spec.containers[0];
  expect(args).toContain('web.history=7');
  expect(command[2]).toContain("'-D' 'taskmanager.debug.memory.log=true'");
  expect(command[2]).not.toContain('web.history');
});
