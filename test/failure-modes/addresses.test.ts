import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { configuration, flink, objects, pod, pods, selects, the, warnings } from './synthesized';
import { FlinkVersion, HighAvailability, LocalRecovery, RestProtection, RestService } from '../../src';
import { application, complaintsAbout, configured, JOB, jobCluster, S3, session, sessionJob } from '../bad-input/refused';

const elected = { storage: S3, highAvailability: HighAvailability.kubernetes() };

test('1 the address of the JobManager is that of a Service which finds its pods', () => {
  const all = objects(session());
  const service = the('Service', all, '-jobmanager');
  expect(configuration(all)['jobmanager.rpc.address']).toBe(service.metadata.name);
  expect(configuration(all)['jobmanager.rpc.port']).toBe(String(service.spec.ports.find(({ name }: any) => name === 'rpc').port));
  expect(selects(service.spec.selector, pod(all, 'jobmanager'))).toBe(true);
});

test('2 the configuration of every line has an address, so that no pod falls back to its own', () => {
  for (const version of FlinkVersion.all()) {
    for (const make of [session({ version }), application({ version }), jobCluster({ version })]) {
      expect(configuration(objects(make))['jobmanager.rpc.address']).toMatch(/^orders/);
    }
  }
  expect(complaintsAbout((chart) => session()(chart).configuration.replace('jobmanager.rpc.address', 'localhost'))).toHaveLength(1);
});

test('3 JobManagers go by a Service or by their pods\' addresses, never by both', () => {
  const byService = objects(application());
  expect(flink(pod(byService, 'jobmanager')).args.join(' ')).not.toContain('POD_IP');
  const byAddress = objects(application(elected));
  expect(configuration(byAddress)['jobmanager.rpc.address']).toBeUndefined();
  expect(flink(pod(byAddress, 'jobmanager')).args).toContain('jobmanager.rpc.address=$(POD_IP)');
  expect(byAddress.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual(['orders-rest']);
});

test('4 TaskManagers never share a host: a literal is refused, and where one is needed it is the pod\'s own', () => {
  expect(complaintsAbout(configured({ 'taskmanager.host': 'worker' }, { taskManager: { replicas: 2 } }))).toHaveLength(1);
  const container = flink(pod(objects(application({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) })), 'taskmanager'));
  expect(container.args).toContain('taskmanager.host=$(POD_IP)');
  expect(container.env).toContainEqual({ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } });
});

test('5 pods that go by their names have a headless Service that publishes them before they are ready', () => {
  const keeping = objects(application({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }));
  const { serviceName, template } = the('StatefulSet', keeping).spec;
  const indexed = objects(jobCluster());
  const { subdomain } = the('Job', indexed).spec.template.spec;
  for (const [all, name, pods_] of [[keeping, serviceName, template], [indexed, subdomain, the('Job', indexed).spec.template]]) {
    const service = all.find((o: any) => o.kind === 'Service' && o.metadata.name === name);
    expect(service.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    expect(selects(service.spec.selector, pods_)).toBe(true);
  }
});

test('6 every process listens on all addresses', () => {
  for (const version of FlinkVersion.all()) {
    const options = configuration(objects(session({ version })));
    expect(['rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host'].map((option) => options[option])).toEqual(['0.0.0.0', '0.0.0.0', '0.0.0.0']);
  }
});

test('7 no port is random, and what others call is declared on the container', () => {
  const all = objects(session());
  const options = configuration(all);
  const of = (role: 'jobmanager' | 'taskmanager') => Object.fromEntries(flink(pod(all, role)).ports.map((port: any) => [port.name, String(port.containerPort)]));
  expect(of('jobmanager')).toEqual({
    'rpc': options['jobmanager.rpc.port'], 'blob': options['blob.server.port'], 'rest': options['rest.port'], 'metrics-query': options['metrics.internal.query-service.port'],
  });
  expect(of('taskmanager')).toEqual({
    'data': options['taskmanager.data.port'],
    'rpc': options['taskmanager.rpc.port'],
    'metrics-query': options['metrics.internal.query-service.port'],
    'collect-sink': options['taskmanager.collect-sink.port'],
  });
  expect(Object.keys(options).filter((option) => /\.port$/.test(option) && !/^[1-9]\d+$/.test(options[option]))).toEqual([]);
});

test('8 a network policy takes its pods from the roles and not from a list kept by hand', () => {
  const all = objects((chart) => {
    const { jobManager, taskManager } = session()(chart);
    const policy = new kplus.NetworkPolicy(chart, 'Policy', { selector: taskManager });
    policy.addIngressRule(taskManager, [kplus.NetworkPolicyPort.tcp(6121)]);
    policy.addIngressRule(jobManager, [kplus.NetworkPolicyPort.tcp(6122)]);
  });
  const { podSelector, ingress } = the('NetworkPolicy', all).spec;
  const found = (selector: any) => pods(all).filter((template) => selects(selector.matchLabels, template));
  expect(found(podSelector)).toEqual([pod(all, 'taskmanager')]);
  expect(ingress.map((rule: any) => found(rule.from[0].podSelector))).toEqual([[pod(all, 'taskmanager')], [pod(all, 'jobmanager')]]);
});

test('11 no pod gets the variables of Services', () => {
  const all = objects(sessionJob(JOB));
  expect(pods(all)).toHaveLength(3);
  for (const { spec } of [...pods(all), ...pods(objects(jobCluster()))]) expect(spec.enableServiceLinks).toBe(false);
});

test('12 a blob port of one\'s own is the same everywhere, and the image cannot write another into the file', () => {
  const all = objects(session({ ports: { blob: 7124 } }));
  const jobManager = flink(pod(all, 'jobmanager'));
  expect(configuration(all)['blob.server.port']).toBe('7124');
  expect(jobManager.ports).toContainEqual({ name: 'blob', containerPort: 7124 });
  expect(the('Service', all, '-jobmanager').spec.ports).toContainEqual({ name: 'blob', port: 7124, targetPort: 'blob' });
  expect(jobManager.volumeMounts).toContainEqual({ name: 'flink-config', mountPath: '/opt/flink/conf', readOnly: true });
});

test('14 a fixed port on the nodes is a warning, and nobody gets one without asking', () => {
  const exposed = (nodePort?: number) => session({ rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort }) });
  expect(warnings(exposed(30081))).toEqual(['rest-fixed-node-port']);
  expect(warnings(exposed())).toEqual([]);
  expect(the('Service', objects(exposed()), '-rest').spec.ports[0].nodePort).toBeUndefined();
  expect(the('Service', objects(session()), '-rest').spec.type).toBe('ClusterIP');
});
