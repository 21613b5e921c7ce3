import { FlinkRest } from './harness/flink';
import { eventually } from './harness/kubernetes';
import { Namespace } from './harness/namespace';
import { COUNT_WORDS, countNumbers, small } from './harness/options';
import { VersionUnderTest, VERSIONS_UNDER_TEST, named } from './harness/versions';
import { Boundedness, FlinkJobCluster, FlinkJobClusterProps, FlinkStorage, HighAvailability, JobClusterLayout, VolumeAccess } from '../../src';

const PODS = { 'app.kubernetes.io/instance': 'batch' };

function batch(under: VersionUnderTest, more: Partial<FlinkJobClusterProps>): FlinkJobClusterProps {
  const { taskManager, ...rest } = small(under);
  return { ...rest, taskManager: { ...taskManager, replicas: 2 }, job: { ...COUNT_WORDS, parallelism: 2 }, ...more };
}

describe.each(VERSIONS_UNDER_TEST)('a job cluster on Flink $minorVersion', (under) => {
  let namespace: Namespace;

  beforeEach(async () => {
    namespace = await Namespace.create(named('job', under));
  });
  afterEach(() => namespace.end());

  test('is complete when its job is, and takes its TaskManagers with it', async () => {
    await namespace.apply((chart) => new FlinkJobCluster(chart, 'Batch', batch(under, {})));
    await namespace.condition('job', 'batch', 'Complete');
    await eventually('no pod runs any more', async () => (await namespace.pods(PODS)).length === 0 || undefined, 60);
  });

  test('is complete when its job is, although a sidecar runs beside each process for ever', async () => {
    const sidecar = { name: 'idle', image: under.image, command: ['sleep', 'infinity'], securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } };
    await namespace.apply((chart) => new FlinkJobCluster(chart, 'Batch', batch(under, { pod: { sidecars: [sidecar] } })));
    await namespace.condition('job', 'batch', 'Complete');
    await eventually('no pod runs any more', async () => (await namespace.pods(PODS)).length === 0 || undefined, 90);
  });

  test('fails at once when its job fails for good, and takes its TaskManagers with it', async () => {
    await namespace.apply((chart) => new FlinkJobCluster(chart, 'Batch', batch(under, {
      job: { ...countNumbers('--until', '1000', '--fail-at', '5'), parallelism: 2, boundedness: Boundedness.BOUNDED },
    })));
    await namespace.condition('job', 'batch', 'Failed');
    const { status } = await namespace.get('job', 'batch');
    expect(status.conditions).toContainEqual(expect.objectContaining({ type: 'Failed', reason: 'PodFailurePolicy' }));
    await eventually('no pod runs any more', async () => (await namespace.pods(PODS)).length === 0 || undefined, 60);
  });

  test('replaces a lost JobManager beside the same TaskManagers, and finishes from its latest checkpoint', async () => {
    await namespace.claim('storage');
    let cluster!: FlinkJobCluster;
    await namespace.apply((chart) => {
      cluster = new FlinkJobCluster(chart, 'Batch', batch(under, {
        job: { ...countNumbers('--until', '25000'), parallelism: 2, boundedness: Boundedness.BOUNDED },
        storage: FlinkStorage.persistentVolumeClaim('storage', { access: VolumeAccess.ONE_NODE }),
        highAvailability: HighAvailability.kubernetes(),
        configuration: { 'execution.checkpointing.interval': '2 s', 'execution.checkpointing.min-pause': '1 s' },
      }));
    });
    const rest = new FlinkRest(namespace, cluster.restService.serviceName);
    await eventually('checkpoints', async () => (await rest.checkpoints(cluster.jobId)).counts.completed >= 2 || undefined);
    const before = await namespace.pods({ ...PODS, 'batch.kubernetes.io/job-completion-index': '1' });
    const [jobManager] = await namespace.pods({ ...PODS, 'batch.kubernetes.io/job-completion-index': '0' });
    await namespace.delete('pod', jobManager.metadata.name, '--grace-period=0', '--force');
    const restored = await eventually('restored', async () => (await rest.checkpoints(cluster.jobId)).latest.restored ?? undefined);
    expect(restored.id).toBeGreaterThanOrEqual(2);
    const after = await namespace.pods({ ...PODS, 'batch.kubernetes.io/job-completion-index': '1' });
    expect(after.map((pod) => [pod.metadata.name, pod.status.containerStatuses[0].restartCount])).toEqual(before.map((pod) => [pod.metadata.name, 0]));
    await namespace.condition('job', 'batch', 'Complete');
    await eventually('nothing is left of high availability', async () => (await namespace.list('configmaps', { app: 'batch' })).length === 0 || undefined, 60);
  });

  test('in the classic layout is complete when its job is, and leaves the TaskManagers to whoever deploys', async () => {
    await namespace.apply((chart) => new FlinkJobCluster(chart, 'Batch', batch(under, { layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT })));
    await namespace.condition('job', 'batch-jobmanager', 'Complete');
    expect(await namespace.pods({ ...PODS, 'app.kubernetes.io/component': 'taskmanager' })).toHaveLength(2);
  });
});
