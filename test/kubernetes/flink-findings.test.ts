import { App, Chart, Testing } from 'cdk8s';
import { apache, Boundedness, FindingSeverity, FlinkApplication, FlinkApplicationProps, FlinkFindings, FlinkSessionCluster, FlinkVersion } from '../../src';
import { NamesInUse } from '../../src/kubernetes/names-in-use';
import { IMAGE, JOB } from '../plan/planned';

const LOST = 'without high availability the job loses its progress when the JobManager is lost: it starts again from the beginning, or from job.restoreFrom. '
  + "Set 'storage' and 'highAvailability: HighAvailability.kubernetes()', or set job.boundedness if the input of the job ends. (no-high-availability)";
const application = (chart: Chart, id: string, options: Partial<FlinkApplicationProps> = {}) => (
  new FlinkApplication(chart, id, { version: FlinkVersion.V1_20, image: IMAGE, job: JOB, ...options }));
const session = (chart: Chart, id: string, options = {}) => new FlinkSessionCluster(chart, id, { version: FlinkVersion.V1_20, ...options });

/** An app of some charts. */
function charts(...ids: string[]): Chart[] {
  const app = new App();
  return ids.map((id) => new Chart(app, id));
}

/** What a synthesis of charts, one after the other, writes to stderr. */
function told(...all: Chart[]): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    for (const chart of all) Testing.synth(chart);
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

function errors(chart: Chart): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    Testing.synth(chart);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.trim());
  } finally {
    write.mockRestore();
  }
}

describe('a warning', () => {
  test('is told once, however many charts are synthesized and however often', () => {
    const [one, two] = charts('one', 'two');
    application(one, 'Orders');
    expect(told(one, two, one)).toEqual([`[one/Orders] warning: ${LOST}\n`]);
  });

  test('of several clusters is told once, with their number', () => {
    const [one, two] = charts('one', 'two');
    application(one, 'Orders');
    application(two, 'Clicks');
    expect(told(one, two)).toEqual([`[one/Orders] warning: ${LOST} This concerns 2 constructs: also 'two/Clicks'.\n`]);
    application(two, 'Views');
    expect(told(one)).toEqual([`[one/Orders] warning: ${LOST} This concerns 3 constructs: also 'two/Clicks' and 1 more.\n`]);
  });

  test('of two options is told of each', () => {
    const [one] = charts('one');
    session(one, 'Shared', { configuration: { 'state.checkpoints.dir': 's3://a/b', 'jobmanager.heap.size': '1g' } });
    session(one, 'Other', { configuration: { 'state.checkpoints.dir': 's3://a/c' } });
    const options = (texts: string[]) => texts.map((text) => /^\[one\/Shared\] warning: ('[^']+') .*\(deprecated-option\)( This concerns 2 constructs: also 'one\/Other'\.)?\n$/.exec(text)!.slice(1));
    expect(options(told(one, one)).sort()).toEqual([["'jobmanager.heap.size'", undefined], ["'state.checkpoints.dir'", " This concerns 2 constructs: also 'one/Other'."]]);
  });

  test('is that of its app alone', () => {
    const [one] = charts('one');
    const [other] = charts('other');
    application(one, 'Orders');
    expect(FlinkFindings.of(other).all).toEqual([]);
    expect(told(other)).toEqual([]);
  });

  test('comes and goes with what is said later', () => {
    const [one] = charts('one');
    const cluster = session(one, 'Shared');
    expect(FlinkFindings.of(one).all).toEqual([]);
    cluster.configuration.set('s3.endpoit', 'http://minio.storage:9000');
    expect(FlinkFindings.of(one).all.map(({ id, path }) => [id, path])).toEqual([['unknown-file-system-option', 'one/Shared']]);
    cluster.configuration.allowUnknown('s3.endpoit');
    expect(told(one)).toEqual([]);
  });

  test('is not acknowledged by itself', () => {
    const [one] = charts('one');
    expect(application(one, 'Orders').findings).toEqual([{
      id: 'no-high-availability',
      severity: FindingSeverity.WARNING,
      path: 'one/Orders',
      subject: 'highAvailability',
      message: expect.stringContaining('loses its progress'),
      remedy: "Set 'storage' and 'highAvailability: HighAvailability.kubernetes()', or set job.boundedness if the input of the job ends.",
    }]);
  });
});

describe('an acknowledged warning', () => {
  test('of one cluster is not told of it, and stays among the findings with its reason', () => {
    const [one] = charts('one');
    const orders = application(one, 'Orders');
    application(one, 'Clicks');
    orders.acknowledge('no-high-availability', 'the job is replayed from Kafka');
    expect(orders.findings).toEqual([expect.objectContaining({ acknowledged: true, reason: 'the job is replayed from Kafka' })]);
    expect(told(one)).toEqual([`[one/Clicks] warning: ${LOST}\n`]);
  });

  test('of the whole app is told of nobody, whenever the cluster was made', () => {
    const [one] = charts('one');
    application(one, 'Orders');
    FlinkFindings.of(one).acknowledge('no-high-availability', 'tests');
    application(one, 'Clicks');
    expect(told(one)).toEqual([]);
    expect(FlinkFindings.of(one).all.map(({ path, acknowledged, reason }) => [path, acknowledged, reason])).toEqual([['one/Orders', true, 'tests'], ['one/Clicks', true, 'tests']]);
  });

  test('keeps the reason of its cluster, which knows it better than the app', () => {
    const [one] = charts('one');
    application(one, 'Orders').acknowledge('no-high-availability', 'of the cluster');
    FlinkFindings.of(one).acknowledge('no-high-availability', 'of the app');
    expect(FlinkFindings.of(one).all[0].reason).toBe('of the cluster');
  });

  test('needs no reason, and hides no other', () => {
    const [one] = charts('one');
    const cluster = application(one, 'Orders', { configuration: { 'web.timeout': 600 } });
    cluster.acknowledge('no-high-availability');
    expect(told(one)).toEqual([expect.stringContaining('(unit-missing)')]);
  });

  test('of a cluster of the operator\'s is one, too', () => {
    const [one] = charts('one');
    const cluster = new apache.FlinkDeployment(one, 'Orders', { version: FlinkVersion.V1_20, image: IMAGE, job: JOB });
    for (const id of ['no-high-availability', 'stateless-upgrade']) cluster.acknowledge(id);
    expect(told(one)).toEqual([]);
  });
});

describe('warnings as errors', () => {
  test('fail the synthesis, except those that are acknowledged', () => {
    const [one] = charts('one');
    application(one, 'Orders');
    const clicks = application(one, 'Clicks', { configuration: { 'web.timeout': 600 } });
    FlinkFindings.of(one).treatWarningsAsErrors();
    clicks.acknowledge('no-high-availability', 'tests');
    expect(errors(one)).toEqual([
      `[one/Orders] ${LOST}`,
      expect.stringMatching(/^\[one\/Clicks\] 'web\.timeout' .* \(unit-missing\)$/),
    ]);
    FlinkFindings.of(one).acknowledge('no-high-availability');
    FlinkFindings.of(one).acknowledge('unit-missing');
    expect(errors(one)).toEqual([]);
  });

  test('are errors among the findings of the app, and print nothing beside', () => {
    const [one] = charts('one');
    application(one, 'Orders');
    FlinkFindings.of(one).treatWarningsAsErrors();
    expect(FlinkFindings.of(one).all.map(({ severity }) => severity)).toEqual([FindingSeverity.ERROR]);
  });
});

describe('an error', () => {
  test('that several clusters share is told once, at the first, with their number', () => {
    const [one, two] = charts('one', 'two');
    for (const [chart, id] of [[one, 'A'], [one, 'B'], [two, 'C']] as const) session(chart, id, { image: 'flink' });
    for (const chart of [one, two]) {
      expect(errors(chart)).toEqual([expect.stringMatching(/^\[one\/A\] image 'flink' .* \(moving-image-tag\) This concerns 3 constructs: also 'one\/B' and 1 more\.$/)]);
    }
  });

  test('that says something else of each cluster is told of each', () => {
    const [one] = charts('one');
    session(one, 'A', { taskManager: { replicas: 0 } });
    session(one, 'B', { taskManager: { replicas: -1 } });
    expect(errors(one)).toEqual([expect.stringMatching(/^\[one\/A\] taskManager\.replicas is 0\./), expect.stringMatching(/^\[one\/B\] taskManager\.replicas is -1\./)]);
  });

  test('leaves room for the warnings, which are told before it', () => {
    const [one] = charts('one');
    application(one, 'Orders', { taskManager: { replicas: 0 } });
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(() => Testing.synth(one)).toThrow('(invalid-replicas)');
    expect(write.mock.calls).toEqual([[`[one/Orders] warning: ${LOST}\n`]]);
    write.mockRestore();
  });

  test('is gone when it is mended', () => {
    const [one] = charts('one');
    const cluster = session(one, 'Shared', { configuration: { 'acme.flag': 1 } });
    expect(errors(one)).toHaveLength(1);
    cluster.configuration.allowUnknown('acme.flag');
    expect(errors(one)).toEqual([]);
  });

  test('of a job of a session is told at the job', () => {
    const [one] = charts('one');
    const job = session(one, 'Shared', { image: IMAGE }).addJob('Count', { ...JOB, parallelism: 9, boundedness: Boundedness.BOUNDED });
    expect(job.findings.map(({ id, path }) => [id, path])).toEqual([['bounded-session-job-runs-again', 'one/Shared/Count'], ['too-few-slots', 'one/Shared/Count']]);
    expect(FlinkFindings.of(job).all).toEqual(job.findings);
  });
});

describe('the findings of an app', () => {
  /** How often names are compared while the findings are read after each of some clusters and session jobs. */
  function comparisons(clusters: number): number {
    const [one] = charts('one');
    const conflict = jest.spyOn(NamesInUse.prototype, 'conflict');
    for (let i = 0; i < clusters; i++) {
      session(one, `Shared${i}`, { image: IMAGE }).addJob('Count', { ...JOB, boundedness: Boundedness.BOUNDED });
      expect(FlinkFindings.of(one).all).toHaveLength(i + 1);
    }
    const { length } = conflict.mock.calls;
    conflict.mockRestore();
    return length;
  }

  test('are found once for each cluster and job, however often they are read while others are made', () => {
    expect(comparisons(8)).toBe(4 * comparisons(2));
  });

  test('are found again for those that share a name with another', () => {
    const [one] = charts('one');
    const ids = () => FlinkFindings.of(one).all.map(({ id, path }) => [id, path]);
    session(one, 'Shared', { image: IMAGE });
    expect(ids()).toEqual([]);
    session(one, 'Other', { image: IMAGE, name: 'shared' });
    expect(ids()).toEqual([['name-in-use', 'one/Shared'], ['name-in-use', 'one/Other']]);
    session(one, 'Third', { image: IMAGE, name: 'shared' });
    expect(FlinkFindings.of(one).all.map(({ message }) => /by 'one.* and 1 more/.test(message))).toEqual([true, true, true]);
  });
});

describe('the report', () => {
  const app = () => {
    const [one] = charts('one');
    application(one, 'Orders').acknowledge('no-high-availability', 'tests');
    session(one, 'Shared', { image: 'flink' });
    return one;
  };

  test('is JSON of all findings, acknowledged ones with their reasons', () => {
    expect(JSON.parse(FlinkFindings.of(app()).toJson())).toEqual({
      findings: [
        {
          id: 'no-high-availability',
          severity: 'WARNING',
          path: 'one/Orders',
          subject: 'highAvailability',
          message: expect.any(String),
          remedy: expect.any(String),
          acknowledged: true,
          reason: 'tests',
        },
        { id: 'moving-image-tag', severity: 'ERROR', path: 'one/Shared', subject: 'image', message: expect.any(String), remedy: expect.any(String) },
      ],
    });
  });

  test('has its fields in a fixed order, and a line break at its end', () => {
    const text = FlinkFindings.of(app()).toJson();
    expect([...text.matchAll(/^ {6}"(\w+)"/gm)].map(([, field]) => field)).toEqual([
      'id', 'severity', 'path', 'subject', 'message', 'remedy', 'acknowledged', 'reason', 'id', 'severity', 'path', 'subject', 'message', 'remedy',
    ]);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('is the same whenever and however often it is asked for', () => {
    const one = app();
    const before = FlinkFindings.of(one).toJson();
    errors(one);
    expect(FlinkFindings.of(one).toJson()).toBe(before);
    expect(FlinkFindings.of(app()).toJson()).toBe(before);
  });
});
