import { FlinkRest } from './harness/flink';
import { eventually } from './harness/kubernetes';
import { Namespace } from './harness/namespace';
import { COUNT_NUMBERS, small } from './harness/options';
import { VersionUnderTest, VERSIONS_UNDER_TEST, named } from './harness/versions';
import { FlinkApplication, FlinkStorage, HighAvailability, VolumeAccess } from '../../src';

const JOB_MANAGER = { 'app.kubernetes.io/component': 'jobmanager' };
const TASK_MANAGER = { 'app.kubernetes.io/component': 'taskmanager' };

/** A job that never ends, with state on a volume and leaders elected by Kubernetes. */
class Numbers {
  public app!: FlinkApplication;
  public readonly rest: FlinkRest;

  public constructor(public readonly namespace: Namespace, private readonly under: VersionUnderTest, private readonly jobManagers: number) {
    this.rest = new FlinkRest(namespace, 'numbers-rest');
  }

  public apply(restoreFrom?: string): Promise<string> {
    const { jobManager, ...rest } = small(this.under);
    return this.namespace.apply((chart) => {
      this.app = new FlinkApplication(chart, 'Numbers', {
        ...rest,
        jobManager: { ...jobManager, replicas: this.jobManagers },
        job: { ...COUNT_NUMBERS, parallelism: 2, restoreFrom },
        storage: FlinkStorage.persistentVolumeClaim('storage', { access: VolumeAccess.ONE_NODE }),
        highAvailability: HighAvailability.kubernetes(),
        configuration: { 'execution.checkpointing.interval': '2 s', 'execution.checkpointing.min-pause': '1 s' },
      });
    });
  }

  /** Waits until the job runs after a restore, and gives what it was restored from. */
  public restored(count = 1): Promise<any> {
    return eventually('restored', async () => {
      const { counts, latest } = await this.rest.checkpoints(this.app.jobId);
      return counts.restored >= count && latest.restored ? latest.restored : undefined;
    });
  }

  /** The pod of the JobManager that leads: Flink writes its address into the ConfigMap of the election. */
  public async leader(): Promise<string | undefined> {
    const map = await this.namespace.get('configmap', 'numbers-cluster-config-map');
    const address = Object.entries(map.data as { [key: string]: string }).find(([key]) => key.endsWith('.dispatcher'))![1];
    const pods = await this.namespace.pods(JOB_MANAGER);
    return pods.find((pod) => address.includes(`@${pod.status.podIP}:`))?.metadata.name;
  }

  /** That no task has ever seen its state and its source come apart. */
  public async expectStateKept(): Promise<void> {
    expect(JSON.stringify(await this.rest.get(`/jobs/${this.app.jobId}/exceptions`))).not.toContain('state lost');
  }
}

describe.each(VERSIONS_UNDER_TEST)('an application with high availability on Flink $minorVersion', (under) => {
  let namespace: Namespace;

  beforeEach(async () => {
    namespace = await Namespace.create(named('application', under));
    await namespace.claim('storage');
  });
  afterEach(() => namespace.end());

  test('keeps job id and state when it loses its JobManager, a TaskManager, and when it is stopped and restored', async () => {
    const numbers = new Numbers(namespace.unknownToSynth(), under, 1);
    await numbers.apply();
    const { jobId } = numbers.app;
    await numbers.rest.completed(jobId, 2);

    await namespace.delete('pod', (await numbers.leader())!);
    expect((await numbers.restored()).id).toBeGreaterThanOrEqual(2);
    await numbers.rest.job(jobId, 'RUNNING');
    const taken = (await numbers.rest.checkpoints(jobId)).latest.completed?.id ?? 2;
    await numbers.rest.completed(jobId, 1);

    const [taskManager] = await namespace.pods(TASK_MANAGER);
    await namespace.delete('pod', taskManager.metadata.name);
    expect((await numbers.restored(2)).id).toBeGreaterThanOrEqual(taken);
    await numbers.rest.job(jobId, 'RUNNING');
    await numbers.expectStateKept();
    const { counts } = await numbers.rest.checkpoints(jobId);
    await numbers.rest.completed(jobId, counts.completed + 1);

    const savepoint = await numbers.rest.stop(jobId);
    await numbers.rest.job(jobId, 'FINISHED');
    const [stopped] = await namespace.pods(JOB_MANAGER);
    expect(stopped.status.containerStatuses[0].restartCount).toBe(0);

    await numbers.apply(savepoint);
    // Until it has ended, the JobManager of before answers, too.
    await eventually('restored from the savepoint', async () => (await numbers.restored()).external_path === savepoint || undefined);
    await numbers.rest.job(jobId, 'RUNNING');
    await numbers.rest.completed(jobId, 1);
    await numbers.expectStateKept();
  });

  test('goes on with a standby under the same job id when the leader is lost', async () => {
    const numbers = new Numbers(namespace, under, 2);
    await numbers.apply();
    await namespace.rollout('deployment/numbers-jobmanager');
    await numbers.rest.completed(numbers.app.jobId, 2);

    const leader = (await numbers.leader())!;
    const standbys = (await namespace.pods(JOB_MANAGER)).map((pod) => pod.metadata.name).filter((name) => name !== leader);
    // The pod that replaces the leader takes part in the election, too: it may not come before the standby has won.
    await namespace.applyJson({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'no-new-pods' }, spec: { hard: { pods: '1' } } });
    await eventually('the quota counts', async () => (await namespace.get('resourcequota', 'no-new-pods')).status?.hard);
    await namespace.delete('pod', leader, '--wait=false');
    const next = await eventually('another leads', async () => {
      const now = await numbers.leader();
      return now === leader ? undefined : now;
    });
    expect(standbys).toContain(next);
    await namespace.delete('resourcequota', 'no-new-pods');
    expect((await numbers.restored()).id).toBeGreaterThanOrEqual(2);
    await numbers.rest.job(numbers.app.jobId, 'RUNNING');
    await numbers.rest.completed(numbers.app.jobId, 1);
    await numbers.expectStateKept();
  });
});
