import { App, Chart } from 'cdk8s';
import { apache, FlinkApplication, FlinkFindings, FlinkSessionCluster, FlinkVersion, JobArtifact } from 'cdk8s-flink';
import { RestTls } from './rest-tls';

const job = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
const base = { version: FlinkVersion.V1_20, image: 'registry.acme.io/orders:1' };
const PASSWORDS = ['keystore-password', 'key-password', 'truststore-password'].map((name) => `security.ssl.rest.${name}`);

function session(mutual: boolean) {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'streaming' });
  const cluster = new FlinkSessionCluster(chart, 'Shared', { ...base, features: [new RestTls('tls', mutual)] });
  cluster.addJob('Orders', job);
  const objects = chart.toJson() as any[];
  const container = (kind: string, name: RegExp) => objects.find((o) => o.kind === kind && name.test(o.metadata.name)).spec.template.spec.containers[0];
  return { app, cluster, objects, container };
}

describe('TLS on the REST API, as a feature of a user\'s own', () => {
  test('is in the URL and the Service of the cluster', () => {
    const { cluster, objects } = session(false);
    expect(cluster.restService.url).toBe('https://shared-rest.streaming:8081');
    expect(objects.find((o) => o.metadata.name === 'shared-rest').spec.ports).toEqual([{ name: 'rest', port: 8081, targetPort: 'rest', appProtocol: 'https' }]);
  });

  test('is what the probes speak, as far as they can', () => {
    const jobManager = session(false).container('Deployment', /-jobmanager$/);
    expect(jobManager.readinessProbe.httpGet).toEqual({ path: '/config', port: 'rest', scheme: 'HTTPS' });
    const mutual = session(true).container('Deployment', /-jobmanager$/);
    expect(mutual.readinessProbe).toMatchObject({ tcpSocket: { port: 'rest' } });
    expect(mutual.readinessProbe.httpGet).toBeUndefined();
  });

  test('reaches the client that submits jobs: its stores, its passwords and its protocol', () => {
    const { container } = session(true);
    const client = container('Job', /^shared-orders-/);
    expect(client.volumeMounts).toContainEqual({ name: 'rest-tls', mountPath: '/opt/flink-tls', readOnly: true });
    expect(client.command[2]).toContain('flink list --all --target remote');
    for (const option of PASSWORDS) expect(client.args.find((arg: string) => arg.startsWith(`-D${option}=`))).toMatch(/=\$\(FLINK_OPTION_[A-Z_]+\)$/);
    expect(client.args.indexOf('/opt/flink/usrlib/orders.jar')).toBe(client.args.length - 1);
  });

  test('puts no password where it can be read', () => {
    const { objects, container } = session(false);
    const config = objects.find((o) => o.kind === 'ConfigMap').data['config.yaml'];
    for (const option of PASSWORDS) expect(config).not.toContain(option);
    expect(container('Deployment', /-jobmanager$/).env).toContainEqual({ name: 'FLINK_OPTION_SECURITY_SSL_REST_KEY_PASSWORD', valueFrom: { secretKeyRef: { name: 'tls', key: 'password' } } });
  });

  test('works in an application, too, and is refused by name where a system cannot pass Secrets', () => {
    const app = new App();
    const chart = new Chart(app, 'chart', { namespace: 'streaming' });
    const features = [new RestTls('tls')];
    new FlinkApplication(chart, 'Orders', { ...base, job, features }).acknowledge('no-high-availability');
    new apache.FlinkDeployment(chart, 'Managed', { ...base, job, features });
    const errors = FlinkFindings.of(app).all.filter(({ severity }) => severity === 'ERROR');
    expect(errors.map(({ path, id, message }) => [path, id, message])).toEqual([['chart/Managed', 'unsupported-by-system',
      `RestTls requires ${PASSWORDS.map((option) => `'${option}' from a Secret`).join(', ')}, which the Apache operator does not support.`]]);
  });
});
