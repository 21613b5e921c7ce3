import { readFileSync } from 'fs';
import { join } from 'path';
import { FlinkRest } from './harness/flink';
import { eventually } from './harness/kubernetes';
import { Namespace } from './harness/namespace';
import { COUNT_WORDS, small } from './harness/options';
import { storesSecret } from './harness/stores';
import { VERSIONS_UNDER_TEST, named } from './harness/versions';
import { FlinkSessionCluster, SessionJob } from '../../src';
import { RestTls } from '../own-feature/rest-tls';

const WORDS = readFileSync(join(__dirname, '..', '..', 'LICENSE'), 'utf8').toLowerCase().split(/[^a-z]+/).filter((word) => word);

/** Plain, and with the TLS feature that a user would write. */
const CASES = VERSIONS_UNDER_TEST.flatMap((of) => (['http', 'https'] as const).map((scheme) => ({ under: of, name: of.minorVersion, scheme })));

describe.each(CASES)('a session cluster on Flink $name through $scheme', ({ under, scheme }) => {
  let namespace: Namespace;
  let rest: FlinkRest;
  let words: SessionJob;

  beforeAll(async () => {
    namespace = await Namespace.create(named(`session-${scheme}`, under));
    rest = new FlinkRest(namespace, 'shared-rest', scheme);
    await namespace.applyJson(storesSecret('tls', ['shared-rest', `shared-rest.${namespace.name}`]));
    await namespace.apply((chart) => {
      const features = scheme === 'https' ? [new RestTls('tls')] : [];
      const shared = new FlinkSessionCluster(chart, 'Shared', { ...small(under), taskManager: { ...small(under).taskManager, replicas: 2, slots: 2 }, features });
      words = shared.addJob('Words', { ...COUNT_WORDS, parallelism: 3 });
    });
  });
  afterAll(() => namespace.end());

  test('rolls out, and both TaskManagers bring the slots they were given', async () => {
    await namespace.rollout('deployment/shared-jobmanager');
    await namespace.rollout('deployment/shared-taskmanager');
    // Ready means that a TaskManager listens; it registers soon after.
    const overview = await eventually('registered', async () => {
      const seen = await rest.get('/overview');
      // A TaskManager is counted before it has reported its slots.
      return seen.taskmanagers === 2 && seen['slots-total'] >= 4 ? seen : undefined;
    });
    expect(overview['slots-total']).toBe(4);
    expect(overview['flink-version']).toBe(under.version.release);
  });

  test('shows its UI through the Service', async () => {
    expect(await rest.text('/')).toContain('<title>Apache Flink Web Dashboard</title>');
  });

  test('neither submits jars nor cancels jobs through its UI', async () => {
    expect((await rest.get('/config')).features).toMatchObject({ 'web-submit': false, 'web-cancel': false });
  });

  test('takes a job from addJob, which runs to its end and counts right', async () => {
    await namespace.condition('job', words.name, 'Complete');
    await rest.job(words.jobId, 'FINISHED');
    expect(await rest.accumulators(words.jobId)).toEqual({ counted: WORDS.length, distinct: new Set(WORDS).size });
  });

  test('leaves a job alone that was submitted before', async () => {
    const again = 'words-again';
    const { spec } = await namespace.get('job', words.name);
    const { containers, volumes, securityContext } = spec.template.spec;
    await namespace.applyJson({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: again },
      spec: { backoffLimit: 0, template: { spec: { containers, volumes, securityContext, restartPolicy: 'Never' } } },
    });
    await namespace.condition('job', again, 'Complete');
    expect(await namespace.logs(`job/${again}`)).toContain('is there already');
    expect(await rest.jobs()).toHaveLength(1);
  });
});
