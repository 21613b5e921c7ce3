import { RestProtection, RestService } from '../../src';
import { headlessService, jobManagerService, restService } from '../../src/standalone/services';
import { planned } from '../plan/planned';

const selector = { 'app.kubernetes.io/component': 'jobmanager' };
const ports = { rpc: 16123, blob: 16124, rest: 18081 };

test('TaskManagers find RPC and blobs of the JobManager behind its Service', () => {
  expect(jobManagerService(planned({ ports }), selector)).toMatchObject({
    kind: 'Service',
    metadata: { name: 'orders-jobmanager' },
    spec: { selector, ports: [{ name: 'rpc', port: 16123, targetPort: 'rpc' }, { name: 'blob', port: 16124, targetPort: 'blob' }] },
  });
});

test('REST stays inside the cluster', () => {
  const { metadata, spec } = restService(planned({ ports }), selector);
  expect(metadata).toMatchObject({ name: 'orders-rest', labels: { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'orders' } });
  expect(metadata).not.toHaveProperty('annotations');
  expect(spec).toEqual({ type: 'ClusterIP', selector, ports: [{ name: 'rest', port: 18081, targetPort: 'rest' }] });
});

test('REST leaves the cluster as it is told', () => {
  const nodePort = restService(planned({ rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }), selector);
  expect(nodePort.spec).toMatchObject({ type: 'NodePort', ports: [{ nodePort: 30081 }] });
  const balancer = restService(planned({ rest: RestService.loadBalancer({ protection: RestProtection.EXTERNAL, annotations: { 'example.com/internal': 'true' } }) }), selector);
  expect([balancer.spec.type, balancer.metadata.annotations]).toEqual(['LoadBalancer', { 'example.com/internal': 'true' }]);
});

test('pods that keep their names are found before they are ready', () => {
  expect(headlessService(planned(), 'orders-taskmanager', selector)).toMatchObject({
    metadata: { name: 'orders-taskmanager' }, spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector },
  });
});
