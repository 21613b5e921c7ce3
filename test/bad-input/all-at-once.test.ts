import { Chart } from 'cdk8s';
import { complaintsAbout, deployment, JOB, S3, session } from './refused';
import { HighAvailability } from '../../src';

test('everything that is wrong with a cluster is said in one synth', () => {
  const complaints = complaintsAbout(session({
    name: 'Orders',
    image: 'flink:latest',
    highAvailability: HighAvailability.kubernetes(),
    taskManager: { replicas: 0 },
    ports: { rest: 80 },
    configuration: { 'rest.prot': 1, 's3.secret-key': 'x', 'web.timeout': 'soon' },
    pod: { env: [{ name: 'FLINK_PROPERTIES', value: 'x' }], labels: { team: 'a b' }, mounts: [{ name: 'x', mountPath: 'y' }] },
  }));
  const said = [
    "its name 'Orders' is no DNS-1123 label", "image 'flink:latest' moves", 'highAvailability needs durable storage', 'taskManager.replicas is 0', 'ports.rest is 80',
    "does not know 'rest.prot'", "'s3.secret-key' (by configuration) is a secret", "'web.timeout' (by configuration) wants a duration", 'pod.env sets FLINK_PROPERTIES',
    "'a b' is no value of a label", "a volume 'x' that the pod does not have", 'which is no absolute path',
  ];
  expect(complaints).toHaveLength(said.length);
  for (const what of said) expect(complaints).toContainEqual(expect.stringContaining(what));
});

test('and with every cluster of an app, each under its path', () => {
  const complaints = complaintsAbout((chart) => {
    session({ image: 'flink' }, 'Shared')(chart).addJob('Count', { ...JOB, parallelism: 9 });
    deployment({ image: 'flink' }, 'Managed')(chart);
    session({ image: 'flink' }, 'Other')(new Chart(chart, 'inner'));
  });
  expect(complaints.map((complaint) => /^\[(.*?)\]/.exec(complaint)![1]).sort()).toEqual(['chart/Managed', 'chart/Shared', 'chart/Shared/Count', 'chart/inner/Other']);
});

test('what is said after construction is checked, too', () => {
  const complaints = complaintsAbout((chart) => {
    const cluster = session({ storage: S3 })(chart);
    cluster.configuration.set('rest.prot', 1);
    cluster.taskManager.addEnv({ name: '1', value: 'x' });
    cluster.jobManager.addSidecar({ name: 'a' });
  });
  expect(complaints).toEqual(["does not know 'rest.prot'", "container 'a' has no image", "'1', which is no name of a variable"].map((what) => expect.stringContaining(what)));
});

test('what is mended later is no longer said', () => {
  expect(complaintsAbout((chart) => {
    const cluster = session({ configuration: { 'acme.flag': 1, 'web.timeout': 'soon' } })(chart);
    cluster.configuration.allowUnknown('acme.flag');
    cluster.configuration.replace('web.timeout', 1000);
  })).toEqual([expect.stringContaining("'web.timeout' (by configuration) wants a duration")]);
});
