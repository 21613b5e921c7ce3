import { App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';

/** What our objects hold as text; the bench is about the objects, not about who composes their texts. */
export interface Texts {
  readonly [file: string]: string;
}

interface Role {
  readonly name: string;
  readonly replicas: number;
  readonly memory: Size;
  readonly ports: { readonly [name: string]: number };
  readonly config: kplus.ConfigMap;
}

/** A session cluster as one writes it with cdk8s-plus alone: the same five objects, with as much in each. */
export function handWritten(app: App, name: string, texts: Texts): void {
  const chart = new Chart(app, name, { namespace: 'streaming', labels: { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': name } });
  const config = new kplus.ConfigMap(chart, 'config', { metadata: { name: `${name}-config` }, data: { ...texts } });
  const jobManager = role(chart, { name: 'jobmanager', replicas: 1, memory: Size.mebibytes(1600), ports: { 'rpc': 6123, 'blob': 6124, 'rest': 8081, 'metrics-query': 6126 }, config });
  role(chart, { name: 'taskmanager', replicas: 3, memory: Size.gibibytes(4), ports: { 'data': 6121, 'rpc': 6122, 'metrics-query': 6126 }, config });
  for (const [service, ports] of Object.entries({ jobmanager: { rpc: 6123, blob: 6124 }, rest: { rest: 8081 } })) {
    new kplus.Service(chart, `${service}-service`, {
      metadata: { name: `${name}-${service}` },
      selector: jobManager,
      ports: Object.entries(ports).map(([port, number]) => ({ name: port, port: number, targetPort: number })),
    });
  }
}

function role(chart: Chart, { name, replicas, memory, ports, config }: Role): kplus.Deployment {
  const deployment = new kplus.Deployment(chart, name, {
    replicas,
    podMetadata: { labels: { 'app.kubernetes.io/component': name }, annotations: { 'checksum/flink-config': '0123456789abcdef' } },
    automountServiceAccountToken: false,
    securityContext: { user: 9999, group: 9999, fsGroup: 9999, ensureNonRoot: true },
  });
  const probe = kplus.Probe.fromTcpSocket({ port: 6123, failureThreshold: 5, periodSeconds: Duration.seconds(30), timeoutSeconds: Duration.seconds(5) });
  const container = deployment.addContainer({
    name: 'flink-main-container',
    image: 'flink:1.20.5-scala_2.12-java17',
    args: [name],
    ports: Object.entries(ports).map(([port, number]) => ({ name: port, number })),
    resources: { cpu: { request: kplus.Cpu.units(1) }, memory: { request: memory, limit: memory } },
    liveness: probe,
    readiness: probe,
    startup: probe,
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, ensureNonRoot: true },
  });
  container.mount('/opt/flink/conf', kplus.Volume.fromConfigMap(chart, `${name}-config-volume`, config), { readOnly: true });
  container.mount('/tmp', kplus.Volume.fromEmptyDir(chart, `${name}-tmp`, 'flink-tmp'));
  container.mount('/opt/flink/log', kplus.Volume.fromEmptyDir(chart, `${name}-log`, 'flink-log', { sizeLimit: Size.mebibytes(960) }));
  return deployment;
}
