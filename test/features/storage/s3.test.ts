import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { FlinkStorage, S3Credentials, S3FileSystem, S3StorageOptions } from '../../../src';
import { CONTEXT } from '../context';

const bind = (options?: S3StorageOptions) => FlinkStorage.s3('s3://acme/orders', options).bind(CONTEXT);

test('takes the file system that is best for checkpoints, and no credentials of its own', () => {
  expect(bind().plugins!.map(({ name }) => name)).toEqual(['flink-s3-fs-presto']);
  expect(bind().pod).toEqual({ env: [] });
});

test('takes the other file system when told', () => {
  expect(bind({ fileSystem: S3FileSystem.HADOOP }).plugins!.map(({ name }) => name)).toEqual(['flink-s3-fs-hadoop']);
});

test('another service is reached by its endpoint, with the bucket in the path', () => {
  expect(bind({ endpoint: 'http://minio.storage:9000' }).configuration).toEqual({ 's3.endpoint': 'http://minio.storage:9000', 's3.path.style.access': true });
});

test.each([
  [undefined, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
  [{ accessKeyId: 'id' }, ['id', 'AWS_SECRET_ACCESS_KEY']],
  [{ accessKeyId: 'id', secretAccessKey: 'key' }, ['id', 'key']],
])('an access key comes from a Secret as environment, from the entries %j', (keys, entries) => {
  const secret = Secret.fromSecretName(new Chart(new App(), 'chart'), 'Secret', 'storage');
  expect(bind({ credentials: S3Credentials.fromSecret(secret, keys) }).pod!.env).toEqual(
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((name, i) => ({ name, valueFrom: { secretKeyRef: { name: 'storage', key: entries[i] } } })));
});

test.each(['acme/orders', 's3:/acme', 's3://', 'https://acme.s3.amazonaws.com', 's3://acme/a b'])('%p is no S3 URI', (uri) => {
  expect(() => FlinkStorage.s3(uri)).toThrow("Write bucket and prefix, for example 's3://acme-flink/orders'");
});

test.each(['s3://a', 's3a://a/b', 's3p://a/b'])('%p is an S3 URI', (uri) => {
  expect(FlinkStorage.s3(uri).locations.checkpoints).toBe(`${uri}/checkpoints`);
});

test('an endpoint has its protocol', () => {
  expect(() => bind({ endpoint: 'minio:9000' })).toThrow("Write it with its protocol, for example 'http://minio.storage:9000'");
});
