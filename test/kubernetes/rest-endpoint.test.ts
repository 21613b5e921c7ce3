import { App, Chart } from 'cdk8s';
import { apache, FlinkSessionCluster, FlinkSessionClusterProps, FlinkVersion, RestProtocol } from '../../src';
import { feature } from '../plan/planned';

const version = FlinkVersion.V1_20;
const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace });
const session = (options: Partial<FlinkSessionClusterProps> = {}, namespace?: string) => new FlinkSessionCluster(chart(namespace), 'Shared', { version, ...options });

test('REST is found by name, from any namespace where the chart says its own', () => {
  const { restService } = session({ ports: { rest: 18081 } }, 'streaming');
  expect([restService.serviceName, restService.port, restService.url]).toEqual(['shared-rest', 18081, 'http://shared-rest.streaming:18081']);
  expect(session().restService.url).toBe('http://shared-rest:8081');
});

test.each([RestProtocol.HTTPS, RestProtocol.MUTUAL_HTTPS])('the URL has the protocol of the cluster: %s', (restProtocol) => {
  const { restService } = session({ features: [feature({ restProtocol })] });
  expect([restService.protocol, restService.url]).toEqual([restProtocol, 'https://shared-rest:8081']);
});

test('a protocol that a feature brings later counts', () => {
  const cluster = session();
  expect(cluster.restService.protocol).toBe(RestProtocol.HTTP);
  cluster.addFeature(feature({ restProtocol: RestProtocol.HTTPS }));
  expect(cluster.restService.url).toBe('https://shared-rest:8081');
});

test('the Service is an object of the cluster\'s, under its name', () => {
  const { restService } = session();
  expect([restService.service.kind, restService.service.name]).toEqual(['Service', restService.serviceName]);
});

test('where the system makes the Service, its name is known, and the object is an error with the way out', () => {
  const { restService } = new apache.FlinkDeployment(chart('streaming'), 'Orders', { version });
  expect([restService.serviceName, restService.url]).toEqual(['orders-rest', 'http://orders-rest.streaming:8081']);
  expect(() => restService.service).toThrow(
    "[chart/Orders/Rest] the Service 'orders-rest' is created by the Apache operator and is not among the manifests. Use serviceName, port and url. (service-not-in-manifests)");
});
