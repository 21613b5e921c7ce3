import { FlinkRest } from './harness/flink';
import { eventually } from './harness/kubernetes';
import { Namespace } from './harness/namespace';
import { COUNT_NUMBERS, small } from './harness/options';
import { named, VERSIONS_UNDER_TEST } from './harness/versions';
import { FlinkApplication, FlinkStorage, HighAvailability, VolumeAccess } from '../../src';

/** The server that Flink's distribution starts for tests, alone and in memory. */
function zooKeeper(image: string) {
  const name = 'zookeeper';
  return {
    service: { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app: name }, ports: [{ port: 2181 }] } },
    pod: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels: { app: name } },
      spec: {
        securityContext: { runAsNonRoot: true, runAsUser: 9999, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name,
          image,
          command: ['/opt/flink/bin/zookeeper.sh', 'start-foreground', '1'],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          readinessProbe: { tcpSocket: { port: 2181 } },
        }],
      },
    },
  };
}

describe.each(VERSIONS_UNDER_TEST)('an application with ZooKeeper on Flink $minorVersion', (under) => {
  let namespace: Namespace;

  beforeEach(async () => {
    namespace = await Namespace.create(named('zookeeper', under));
    await namespace.claim('storage');
    const { service, pod } = zooKeeper(under.image);
    await namespace.applyJson(service);
    await namespace.applyJson(pod);
    await eventually('ZooKeeper is ready', async () => (await namespace.get('pod', 'zookeeper')).status.containerStatuses?.[0].ready || undefined);
  });
  afterEach(() => namespace.end());

  test('keeps job id and state when it loses its JobManager, without a right at the Kubernetes API', async () => {
    let app!: FlinkApplication;
    await namespace.apply((chart) => {
      app = new FlinkApplication(chart, 'Numbers', {
        ...small(under),
        job: { ...COUNT_NUMBERS, parallelism: 2 },
        storage: FlinkStorage.persistentVolumeClaim('storage', { access: VolumeAccess.ONE_NODE }),
        highAvailability: HighAvailability.zooKeeper({ quorum: ['zookeeper:2181'] }),
        configuration: { 'execution.checkpointing.interval': '2 s', 'execution.checkpointing.min-pause': '1 s' },
      });
    });
    expect(await namespace.list('rolebindings')).toEqual([]);
    const rest = new FlinkRest(namespace, 'numbers-rest');
    await rest.completed(app.jobId, 2);

    const [leader] = await namespace.pods({ 'app.kubernetes.io/component': 'jobmanager' });
    await namespace.delete('pod', leader.metadata.name);
    const restored = await eventually('restored', async () => {
      const { counts, latest } = await rest.checkpoints(app.jobId);
      return counts.restored >= 1 && latest.restored ? latest.restored : undefined;
    });
    expect(restored.id).toBeGreaterThanOrEqual(2);
    await rest.job(app.jobId, 'RUNNING');
    await rest.completed(app.jobId, 1);
    expect(JSON.stringify(await rest.get(`/jobs/${app.jobId}/exceptions`))).not.toContain('state lost');
  });
});
