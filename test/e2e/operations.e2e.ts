import { FlinkRest } from './harness/flink';
import { eventually } from './harness/kubernetes';
import { Namespace } from './harness/namespace';
import { COUNT_NUMBERS, small } from './harness/options';
import { VersionUnderTest, VERSIONS_UNDER_TEST, named } from './harness/versions';
import { FlinkClusterOptions, FlinkSessionCluster, LogLevel, MetricsReporter, SessionJob } from '../../src';

const COMPONENT = 'app.kubernetes.io/component';

describe.each(VERSIONS_UNDER_TEST)('a running cluster on Flink $minorVersion', (under) => {
  let namespace: Namespace;
  let rest: FlinkRest;

  beforeAll(async () => {
    namespace = await Namespace.create(named('operations', under));
    rest = new FlinkRest(namespace, 'shared-rest');
    await namespace.apply(shared(under));
    await settled(namespace);
  });
  afterAll(() => namespace.end());

  test('is exactly what was synthesized: nothing is left to apply', async () => {
    expect(await namespace.diff(shared(under))).toBe('');
  });

  test('writes the log files that its UI shows', async () => {
    for (const role of ['jobmanager', 'taskmanager']) {
      const [pod] = await namespace.pods({ [COMPONENT]: role });
      expect(await namespace.exec(pod.metadata.name, 'bash', '-c', 'cat /opt/flink/log/*.log')).toContain('INFO');
    }
    expect(await rest.text('/jobmanager/log')).toContain('INFO');
    const [taskManager] = await eventually('registered', async () => {
      const { taskmanagers } = await rest.get('/taskmanagers');
      return taskmanagers.length ? taskmanagers : undefined;
    });
    expect(await rest.text(`/taskmanagers/${taskManager.id}/log`)).toContain('INFO');
  });

  test('answers Prometheus on the port that its pods declare', async () => {
    for (const [role, metric] of [['jobmanager', 'flink_jobmanager_taskSlotsTotal'], ['taskmanager', 'flink_taskmanager_Status_JVM_Memory_Heap_Used']]) {
      const [pod] = await namespace.pods({ [COMPONENT]: role });
      const port = pod.spec.containers[0].ports.find((p: any) => p.name === 'metrics').containerPort;
      expect(await namespace.scrape(pod.metadata.name, port)).toContain(metric);
    }
  });

  test('replaces the JobManager alone when only that reads the change', async () => {
    const before = await uids(namespace);
    await namespace.apply(shared(under, { configuration: { 'web.history': 7 } }));
    await settled(namespace);
    const after = await uids(namespace);
    expect(after.taskmanager).toEqual(before.taskmanager);
    expect(after.jobmanager).not.toEqual(before.jobmanager);
  });

  test('replaces the TaskManagers alone when only those read the change', async () => {
    const before = await uids(namespace);
    await namespace.apply(shared(under, { configuration: { 'web.history': 7, 'taskmanager.memory.network.max': '80m' } }));
    await settled(namespace);
    const after = await uids(namespace);
    expect(after.jobmanager).toEqual(before.jobmanager);
    expect(after.taskmanager).not.toEqual(before.taskmanager);
  });

  test('follows another log level without replacing a pod', async () => {
    const before = await uids(namespace);
    const chart = shared(under, { configuration: { 'web.history': 7, 'taskmanager.memory.network.max': '80m' }, logging: { level: LogLevel.DEBUG } });
    await namespace.apply(chart);
    const [pod] = await namespace.pods({ [COMPONENT]: 'taskmanager' });
    await eventually('debug messages', async () => (await namespace.logs(pod.metadata.name, '--tail=200')).includes(' DEBUG ') || undefined);
    expect(await uids(namespace)).toEqual(before);
    expect(await namespace.diff(chart)).toBe('');
  });

  test('gives options of one role to that role alone', async () => {
    await namespace.apply(shared(under, { taskManager: { ...small(under).taskManager, configuration: { 'taskmanager.debug.memory.log': true } } }));
    await settled(namespace);
    const [[jobManager], [taskManager]] = [await namespace.pods({ [COMPONENT]: 'jobmanager' }), await namespace.pods({ [COMPONENT]: 'taskmanager' })];
    const said = 'Loading dynamic configuration property: taskmanager.debug.memory.log, true';
    await eventually('the option', async () => (await namespace.logs(taskManager.metadata.name)).includes(said) || undefined);
    expect(await namespace.logs(jobManager.metadata.name)).not.toContain('taskmanager.debug.memory.log');
  });

  test('restarts a job once when its TaskManagers change', async () => {
    let job!: SessionJob;
    const cluster = (more: Partial<FlinkClusterOptions>) => (chart: any) => {
      const session = new FlinkSessionCluster(chart, 'Shared', {
        ...small(under), taskManager: { ...small(under).taskManager, replicas: 3 }, configuration: { 'restart-strategy.type': 'exponential-delay' }, ...more,
      });
      job = session.addJob('Numbers', { ...COUNT_NUMBERS, parallelism: 3 });
    };
    await namespace.apply(cluster({}));
    await settled(namespace);
    await rest.job(job.jobId, 'RUNNING');
    await eventually('three tasks', async () => (await rest.get(`/jobs/${job.jobId}`))['status-counts'].RUNNING >= 1 || undefined);
    const before = await uids(namespace);
    await namespace.apply(cluster({ taskManager: { ...small(under).taskManager, replicas: 3, pod: { labels: { changed: 'yes' } } } }));
    await settled(namespace);
    expect((await uids(namespace)).taskmanager).not.toEqual(before.taskmanager);
    await rest.job(job.jobId, 'RUNNING');
    const restarts = await eventually('a restart', async () => (await rest.metric(job.jobId, 'numRestarts')) || undefined);
    expect(restarts).toBe(1);
  });
});

function shared(under: VersionUnderTest, more: Partial<FlinkClusterOptions> = {}) {
  return (chart: any) => {
    new FlinkSessionCluster(chart, 'Shared', { ...small(under), metrics: [MetricsReporter.prometheus()], ...more });
  };
}

async function settled(namespace: Namespace): Promise<void> {
  await namespace.rollout('deployment/shared-jobmanager');
  await namespace.rollout('deployment/shared-taskmanager');
}

/** Who the pods are: a replaced pod is another. */
async function uids(namespace: Namespace): Promise<{ [role: string]: string[] }> {
  const of = async (role: string) => (await namespace.pods({ [COMPONENT]: role })).map((pod) => pod.metadata.uid).sort();
  return { jobmanager: await of('jobmanager'), taskmanager: await of('taskmanager') };
}
