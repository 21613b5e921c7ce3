import { CONTEXT } from '../context';
import { FlinkVersion, RestProtection, RestService } from '../../../src';

const EXTERNAL = { protection: RestProtection.EXTERNAL };

test('inside the cluster nothing is forbidden and nobody is warned', () => {
  const rest = RestService.clusterIp();
  expect([rest.serviceType, rest.annotations, rest.fixedNodePort]).toEqual(['ClusterIP', {}, undefined]);
  expect(rest.bind(CONTEXT)).toEqual({ owner: 'rest', defaults: {}, problems: [], warnings: [] });
});

test.each([
  ['NodePort', RestService.nodePort(EXTERNAL)],
  ['LoadBalancer', RestService.loadBalancer(EXTERNAL)],
])('as %s the UI neither takes jars nor cancels jobs, unless configured', (serviceType, rest) => {
  expect(rest.serviceType).toBe(serviceType);
  expect(rest.bind(CONTEXT).defaults).toEqual({ 'web.submit.enable': false, 'web.cancel.enable': false });
  expect(rest.bind(CONTEXT).warnings).toEqual([]);
});

test('where no option forbids it, that the UI cancels jobs is a warning', () => {
  const { defaults, warnings } = RestService.nodePort(EXTERNAL).bind({ ...CONTEXT, version: FlinkVersion.V1_13 });
  expect(defaults).toEqual({ 'web.submit.enable': false });
  expect(warnings).toEqual([{
    id: 'rest-cancels-jobs',
    text: 'the UI of Flink 1.13 cancels jobs for everybody who reaches it, and no option forbids that. Mind whom you let through, or use Flink 1.14 or newer.',
  }]);
  expect(RestService.clusterIp().bind({ ...CONTEXT, version: FlinkVersion.V1_13 }).warnings).toEqual([]);
});

test.each([
  ['NodePort', RestService.nodePort({ protection: RestProtection.NONE })],
  ['LoadBalancer', RestService.loadBalancer({ protection: RestProtection.NONE })],
])('a %s that nobody protects is a warning with two ways out', (serviceType, rest) => {
  const [{ id, text }, ...others] = rest.bind(CONTEXT).warnings!;
  expect([id, others]).toEqual(['rest-unprotected', []]);
  expect(text).toContain(`everybody who reaches the ${serviceType}`);
  expect(text).toContain('say RestProtection.EXTERNAL, or use RestService.clusterIp()');
});

test('a fixed port on the nodes is kept, and warned of', () => {
  const rest = RestService.nodePort({ ...EXTERNAL, nodePort: 30081 });
  expect(rest.fixedNodePort).toBe(30081);
  expect(rest.bind(CONTEXT).warnings!.map(({ id }) => id)).toEqual(['rest-fixed-node-port']);
});

test.each([0, 65536, 30000.5])('refuses nodePort %d', (nodePort) => {
  expect(RestService.nodePort({ ...EXTERNAL, nodePort }).bind(CONTEXT).problems).toEqual([expect.stringContaining('Leave it out and Kubernetes chooses one')]);
});

test('annotations are handed out as a copy', () => {
  const rest = RestService.loadBalancer({ ...EXTERNAL, annotations: { a: 'b' } });
  rest.annotations.a = 'c';
  expect(rest.annotations).toEqual({ a: 'b' });
});
