import { Chart } from 'cdk8s';
import { complaintsAbout, deployment, JOB, outcomeOf, S3, session } from './refused';
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
    "its name 'Orders' is not a DNS-1123 label", "image 'flink:latest' has a tag that moves", 'highAvailability requires durable storage', 'taskManager.replicas is 0', 'ports.rest is 80',
    "has no option 'rest.prot'", "'s3.secret-key' (by configuration) is a secret", "'web.timeout' (by configuration) must be a duration", 'pod.env sets FLINK_PROPERTIES',
    "'a b' is not a valid value of the label", "a volume 'x' that the pod does not have", 'which is not an absolute path',
  ];
  expect(complaints).toHaveLength(said.length);
  for (const what of said) expect(complaints).toContainEqual(expect.stringContaining(what));
});

test('and with every cluster of an app: each has its findings, and what several share is told once', () => {
  const { complaints, errors } = outcomeOf((chart) => {
    session({ image: 'flink' }, 'Shared')(chart).addJob('Count', { ...JOB, parallelism: 9 });
    deployment({ image: 'flink' }, 'Managed')(chart);
    session({ image: 'flink' }, 'Other')(new Chart(chart, 'inner'));
  });
  expect(errors!.map(({ path, id }) => [path, id])).toEqual([
    ['chart/Shared', 'moving-image-tag'], ['chart/Shared/Count', 'jar-not-in-image'], ['chart/Shared/Count', 'too-few-slots'], ['chart/Managed', 'moving-image-tag'], ['chart/inner/Other', 'moving-image-tag'],
  ]);
  expect(complaints).toEqual([
    expect.stringMatching(/^\[chart\/Shared\] image 'flink' .*\. \(moving-image-tag\) This concerns 3 constructs: also 'chart\/Managed' and 1 more\.$/),
    expect.stringMatching(/^\[chart\/Shared\/Count\] job\.artifact .* \(jar-not-in-image\)$/),
    expect.stringMatching(/^\[chart\/Shared\/Count\] job\.parallelism is 9.* \(too-few-slots\)$/),
  ]);
});

test('what is said after construction is checked, too', () => {
  const complaints = complaintsAbout((chart) => {
    const cluster = session({ storage: S3 })(chart);
    cluster.configuration.set('rest.prot', 1);
    cluster.taskManager.addEnv({ name: '1', value: 'x' });
    cluster.jobManager.addSidecar({ name: 'a' });
  });
  expect(complaints).toEqual(["has no option 'rest.prot'", "container 'a' has no image", "'1', which is not the name of an environment variable"].map((what) => expect.stringContaining(what)));
});

test('what is mended later is no longer said', () => {
  expect(complaintsAbout((chart) => {
    const cluster = session({ configuration: { 'acme.flag': 1, 'web.timeout': 'soon' } })(chart);
    cluster.configuration.allowUnknown('acme.flag');
    cluster.configuration.replace('web.timeout', 1000);
  })).toEqual([expect.stringContaining("'web.timeout' (by configuration) must be a duration")]);
});
