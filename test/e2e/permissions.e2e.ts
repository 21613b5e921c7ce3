import { FlinkRest } from './harness/flink';
import { eventually, kubectl } from './harness/kubernetes';
import { Namespace } from './harness/namespace';
import { COUNT_NUMBERS, small } from './harness/options';
import { VersionUnderTest, VERSIONS_UNDER_TEST, named } from './harness/versions';
import { FlinkApplication, FlinkStorage, HighAvailability, VolumeAccess } from '../../src';

type Component = 'jobmanager' | 'taskmanager';

/** An application whose Roles lose one verb at a time. */
class Permitted {
  public app!: FlinkApplication;
  public readonly rest: FlinkRest;
  private readonly roles: { [name: string]: any } = {};

  public constructor(private readonly namespace: Namespace, private readonly under: VersionUnderTest) {
    this.rest = new FlinkRest(namespace, 'numbers-rest');
  }

  public async start(): Promise<void> {
    await this.namespace.claim('storage');
    await this.namespace.apply((chart) => {
      this.app = new FlinkApplication(chart, 'Numbers', {
        ...small(this.under),
        job: COUNT_NUMBERS,
        storage: FlinkStorage.persistentVolumeClaim('storage', { access: VolumeAccess.ONE_NODE }),
        highAvailability: HighAvailability.kubernetes(),
        configuration: { 'execution.checkpointing.interval': '2 s', 'execution.checkpointing.min-pause': '1 s' },
      });
    });
    for (const component of ['jobmanager', 'taskmanager']) {
      const { metadata, ...role } = await this.namespace.get('role', `numbers-${component}`);
      this.roles[component] = { ...role, metadata: { name: metadata.name } };
    }
    await this.rest.completed(this.app.jobId, 1);
  }

  /** The verbs that a component is granted. */
  public verbs(component: Component): string[] {
    return [...new Set<string>(this.roles[component].rules.flatMap((rule: any) => rule.verbs))];
  }

  public async without(component: Component, verb: string): Promise<void> {
    const role = this.roles[component];
    const rules = role.rules.map((rule: any) => ({ ...rule, verbs: rule.verbs.filter((v: string) => v !== verb) })).filter((rule: any) => rule.verbs.length);
    await this.namespace.applyJson({ ...role, rules });
  }

  public async withAll(component: Component): Promise<void> {
    await this.namespace.applyJson(this.roles[component]);
  }

  /** A new pod, as after the loss of a node. */
  public async restart(component: Component): Promise<void> {
    for (const pod of await this.namespace.pods({ 'app.kubernetes.io/component': component })) {
      await this.namespace.delete('pod', pod.metadata.name, '--grace-period=2');
    }
  }

  /** Makes the cluster forget what it knows, so that it begins with creating it. */
  public async forget(): Promise<void> {
    await kubectl(['delete', 'configmap', '--namespace', this.namespace.name, '--selector', 'app=numbers,type=flink-native-kubernetes']);
  }

  /** Waits until a component says that it may not. */
  public async refused(component: Component, verb: string): Promise<void> {
    // A watch is a web socket, whose refusal has no text of the API server's.
    const refusal = verb === 'watch' ? /configmaps\?\S*watch=true\S* Message: Forbidden/ : new RegExp(`cannot ${verb} resource "configmaps"`);
    await eventually(`${component} is refused ${verb}`, async () => {
      for (const pod of await this.namespace.list('pods', { 'app.kubernetes.io/component': component })) {
        const logs = await this.namespace.logs(pod.metadata.name) + await this.namespace.logs(pod.metadata.name, '--previous');
        if (refusal.test(logs)) return true;
      }
      return undefined;
    }, 120);
  }

  public async runs(): Promise<void> {
    await this.rest.job(this.app.jobId, 'RUNNING');
  }

  /** Whether the job gets any further. */
  public async stands(): Promise<boolean> {
    const count = async () => (await this.rest.checkpoints(this.app.jobId)).counts.completed as number;
    try {
      const before = await count();
      await new Promise((resolve) => setTimeout(resolve, 6000));
      return await count() === before;
    } catch {
      return true; // nobody answers, or nobody knows the job
    }
  }
}

describe.each(VERSIONS_UNDER_TEST)('every verb that Flink $minorVersion is granted is needed', (under) => {
  let namespace: Namespace;
  let permitted: Permitted;

  beforeAll(async () => {
    namespace = await Namespace.create(named('permissions', under));
    permitted = new Permitted(namespace, under);
    await permitted.start();
  });
  afterAll(() => namespace.end());

  test('with all of them the job runs, and nobody is refused anything', async () => {
    await permitted.runs();
    for (const pod of await namespace.list('pods')) expect(await namespace.logs(pod.metadata.name)).not.toMatch(/cannot \w+ resource|Forbidden/);
    expect(permitted.verbs('jobmanager').sort()).toEqual(['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']);
    expect(permitted.verbs('taskmanager').sort()).toEqual(['list', 'watch']);
  });

  test.each(['list', 'watch'])('a TaskManager without %s ends at once', async (verb) => {
    try {
      await permitted.without('taskmanager', verb);
      await permitted.restart('taskmanager');
      await permitted.refused('taskmanager', verb);
      expect(await permitted.stands()).toBe(true);
    } finally {
      await permitted.withAll('taskmanager');
      await permitted.restart('taskmanager');
    }
    await permitted.runs();
  });

  test.each(['get', 'list', 'watch', 'create', 'update', 'patch'])('a JobManager without %s does not run the job', async (verb) => {
    try {
      await permitted.without('jobmanager', verb);
      if (verb === 'create') await permitted.forget();
      await permitted.restart('jobmanager');
      await permitted.refused('jobmanager', verb);
      expect(await permitted.stands()).toBe(true);
    } finally {
      await permitted.withAll('jobmanager');
      await permitted.restart('jobmanager');
    }
    await permitted.runs();
  });

  test('a JobManager without delete leaves the metadata of a job that is gone', async () => {
    await permitted.without('jobmanager', 'delete');
    await permitted.rest.cancel(permitted.app.jobId);
    await permitted.refused('jobmanager', 'delete');
    await namespace.get('configmap', `numbers-${permitted.app.jobId}-config-map`);
  });
});
