import { FlinkVersion, RestProtection, RestService } from '../../../src';
import { told } from '../../harness/findings';
import { CONTEXT } from '../context';

const EXTERNAL = { protection: RestProtection.EXTERNAL };

test('inside the cluster nobody is warned', () => {
  const rest = RestService.clusterIp();
  expect([rest.serviceType, rest.annotations, rest.fixedNodePort]).toEqual(['ClusterIP', {}, undefined]);
  expect(rest.bind(CONTEXT)).toEqual({ owner: 'rest', problems: [], warnings: [] });
});

test.each([
  ['NodePort', RestService.nodePort(EXTERNAL)],
  ['LoadBalancer', RestService.loadBalancer(EXTERNAL)],
])('a %s that something protects is taken as it is', (serviceType, rest) => {
  expect(rest.serviceType).toBe(serviceType);
  expect(rest.bind(CONTEXT)).toEqual({ owner: 'rest', problems: [], warnings: [] });
});

test('where no option forbids it, that the UI cancels jobs is a warning', () => {
  const { warnings } = RestService.nodePort(EXTERNAL).bind({ ...CONTEXT, version: FlinkVersion.V1_13 });
  expect(told(warnings)).toEqual([
    'the web UI of Flink 1.13 cancels jobs for every client that reaches it, and no option forbids that. Restrict who reaches it, or use Flink 1.14 or newer. (rest-cancels-jobs)',
  ]);
  expect(RestService.clusterIp().bind({ ...CONTEXT, version: FlinkVersion.V1_13 }).warnings).toEqual([]);
});

test.each([
  ['NodePort', RestService.nodePort({ protection: RestProtection.NONE })],
  ['LoadBalancer', RestService.loadBalancer({ protection: RestProtection.NONE })],
])('a %s that nobody protects is a warning with two ways out', (serviceType, rest) => {
  const [{ id, message, remedy }, ...others] = rest.bind(CONTEXT).warnings!;
  expect([id, others]).toEqual(['rest-unprotected', []]);
  expect(message).toContain(`every client that reaches the ${serviceType} Service`);
  expect(remedy).toContain('use RestProtection.EXTERNAL, or use RestService.clusterIp()');
});

test('a fixed port on the nodes is kept, and warned of', () => {
  const rest = RestService.nodePort({ ...EXTERNAL, nodePort: 30081 });
  expect(rest.fixedNodePort).toBe(30081);
  expect(rest.bind(CONTEXT).warnings!.map(({ id }) => id)).toEqual(['rest-fixed-node-port']);
});

test.each([0, 65536, 30000.5])('refuses nodePort %d', (nodePort) => {
  expect(told(RestService.nodePort({ ...EXTERNAL, nodePort }).bind(CONTEXT).problems)).toEqual([expect.stringMatching(/Leave it out, and Kubernetes chooses one, .* \(invalid-port\)$/)]);
});

test('annotations are handed out as a copy', () => {
  const rest = RestService.loadBalancer({ ...EXTERNAL, annotations: { a: 'b' } });
  rest.annotations.a = 'c';
  expect(rest.annotations).toEqual({ a: 'b' });
});
