import { App, Chart } from 'cdk8s';
import { apache, FlinkApplication, FlinkSessionCluster, FlinkVersion, JobArtifact } from '../../src';

const JOB = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
const chart = () => new Chart(new App(), 'chart');
const ids = ({ findings }: { readonly findings: { readonly id: string; readonly subject?: string }[] }) => findings.map(({ id, subject }) => `${id} ${subject}`);

/** What a compiler would refuse. */
const loosely = (props: object) => props as any;

test('props are checked once, however often a cluster is planned', () => {
  let reads = 0;
  const pod = { get labels() { reads += 1; return { team: 'payments' }; } };
  const cluster = new FlinkSessionCluster(chart(), 'Orders', { version: FlinkVersion.V1_20, pod });
  const afterwards = reads;
  cluster.configuration.set('web.timeout', '10 s');
  cluster.taskManager.addEnv({ name: 'A', value: 'b' });
  expect(cluster.findings).toEqual([]);
  expect(reads).toBe(afterwards);
});

test('without a version or a job nothing but the props is reported, and the construct answers', () => {
  const application = new FlinkApplication(chart(), 'Orders', loosely({ image: 'flink:latest', jobManager: { replicas: 3 }, labls: {} }));
  expect(ids(application)).toEqual(['unknown-prop labls', 'missing-prop version', 'missing-prop job']);
  expect([application.jobId.length, application.taskManager.replicas, application.restService.url]).toEqual([32, 1, 'http://orders-rest:8081']);
  const deployment = new apache.FlinkDeployment(chart(), 'Orders', loosely({ version: FlinkVersion.V1_20, job: { artifact: 'orders.jar' }, upgradeMode: apache.UpgradeMode.LAST_STATE }));
  expect(ids(deployment)).toEqual(['invalid-prop-type job.artifact']);
  expect(deployment.resource.kind).toBe('FlinkDeployment');
});

test('what is wrong otherwise is reported beside the props, and with what was added later', () => {
  const cluster = new FlinkSessionCluster(chart(), 'Orders', loosely({ version: FlinkVersion.V1_20, image: 'flink:latest', taskManager: { slot: 2 }, ports: { rest: 80 } }));
  cluster.taskManager.addSidecar(loosely({ name: 'shipper', imge: 'a:1' }));
  expect(ids(cluster)).toEqual([
    'unknown-prop taskManager.slot', 'unknown-prop container.imge', 'invalid-port ports.rest', 'moving-image-tag image', 'invalid-container shipper',
  ]);
});

test('a job of a session is checked by itself', () => {
  const cluster = new FlinkSessionCluster(chart(), 'Orders', { version: FlinkVersion.V1_20, image: 'registry.acme.io/orders:1', taskManager: { replicas: 2 } });
  const job = cluster.addJob('Count', loosely({ ...JOB, parallelism: '2', arg: [], boundedness: 'BOUNDED' }));
  const none = cluster.addJob('None', loosely({}));
  expect([ids(cluster), ids(job), ids(none)]).toEqual([
    [], ['invalid-prop-type job.parallelism', 'unknown-prop job.arg', 'bounded-session-job-runs-again job.boundedness'], ['missing-prop job.artifact'],
  ]);
  expect([none.jobId.length, none.submission.kind]).toEqual([32, 'Job']);
});

test('a job of a session whose version is missing says nothing of what follows from it', () => {
  const cluster = new FlinkSessionCluster(chart(), 'Orders', loosely({}));
  expect(ids(cluster.addJob('Count', { ...JOB, parallelism: 100 }))).toEqual([]);
  expect(ids(cluster)).toEqual(['missing-prop version']);
});
