import { JobArtifact } from '../src';

test('a jar in the image is known by its path', () => {
  const { uri, scheme, imagePath } = JobArtifact.fromImage('/opt/flink/usrlib/orders.jar');
  expect({ uri, scheme, imagePath }).toEqual({ uri: 'local:///opt/flink/usrlib/orders.jar', scheme: 'local', imagePath: '/opt/flink/usrlib/orders.jar' });
});

test.each([
  ['s3://acme/jobs/orders.jar', 's3'],
  ['https://repo.acme.io/orders.jar', 'https'],
])('a jar that Flink fetches is known by its URI: %s', (uri, scheme) => {
  const artifact = JobArtifact.fromUri(uri);
  expect([artifact.uri, artifact.scheme, artifact.imagePath]).toEqual([uri, scheme, undefined]);
});

test('a URI of a jar in the image is that jar', () => {
  expect(JobArtifact.fromUri('local:///opt/flink/usrlib/orders.jar').imagePath).toBe('/opt/flink/usrlib/orders.jar');
});

test.each(['usrlib/orders.jar', '/opt/flink/usrlib/orders', '/opt/a b.jar', ''])('%p is no jar in the image', (path) => {
  expect(() => JobArtifact.fromImage(path)).toThrow(
    `[JobArtifact.fromImage] '${path}' is not an absolute path of a jar. Write the path in the image, for example '/opt/flink/usrlib/orders.jar'. (invalid-artifact)`);
});

test.each(['/opt/flink/usrlib/orders.jar', 'orders.jar', 's3:/acme/x.jar', ''])('%p is no URI', (uri) => {
  expect(() => JobArtifact.fromUri(uri)).toThrow('or use JobArtifact.fromImage() for a path in the image. (invalid-artifact)');
});
