import { FlinkRest } from './harness/flink';
import { eventually } from './harness/kubernetes';
import { Line, LINES, named } from './harness/lines';
import { Namespace } from './harness/namespace';
import { small } from './harness/options';
import { FlinkClusterOptions, FlinkSessionCluster, LogLevel, MetricsReporter } from '../../src';

const COMPONENT = 'app.kubernetes.io/component';

describe.each(LINES)('a running cluster on Flink $line', (line) => {
  let namespace: Namespace;
  let rest: FlinkRest;

  beforeAll(async () => {
    namespace = await Namespace.create(named('operations', line));
    rest = new FlinkRest(namespace, 'shared-rest');
    await namespace.apply(shared(line));
    await settled(namespace);
  });
  afterAll(() => namespace.end());

  test('is exactly what was synthesized: nothing is left to apply', async () => {
    expect(await namespace.diff(shared(line))).toBe('');
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
    await namespace.apply(shared(line, { configuration: { 'web.history': 7 } }));
    await settled(namespace);
    const after = await uids(namespace);
    expect(after.taskmanager).toEqual(before.taskmanager);
    expect(after.jobmanager).not.toEqual(before.jobmanager);
  });

  test('replaces the TaskManagers alone when only those read the change', async () => {
    const before = await uids(namespace);
    await namespace.apply(shared(line, { configuration: { 'web.history': 7, 'taskmanager.memory.network.max': '80m' } }));
    await settled(namespace);
    const after = await uids(namespace);
    expect(after.jobmanager).toEqual(before.jobmanager);
    expect(after.taskmanager).not.toEqual(before.taskmanager);
  });

  test('follows another log level without replacing a pod', async () => {
    const before = await uids(namespace);
    const chart = shared(line, { configuration: { 'web.history': 7, 'taskmanager.memory.network.max': '80m' }, logging: { level: LogLevel.DEBUG } });
    await namespace.apply(chart);
    const [pod] = await namespace.pods({ [COMPONENT]: 'taskmanager' });
    await eventually('debug messages', async () => (await namespace.logs(pod.metadata.name, '--tail=200')).includes(' DEBUG ') || undefined);
    expect(await uids(namespace)).toEqual(before);
    expect(await namespace.diff(chart)).toBe('');
  });
});

function shared(line: Line, more: Partial<FlinkClusterOptions> = {}) {
  return (chart: any) => {
    new FlinkSessionCluster(chart, 'Shared', { ...small(line), metrics: [MetricsReporter.prometheus()], ...more });
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
