import { App, Chart } from 'cdk8s';
import { FindingSeverity, FlinkSessionCluster, FlinkStorage, FlinkVersion, S3Credentials } from '../../src';
import { checkArguments } from '../../src/props/check-arguments';

test('arguments that are right are what they were', () => {
  const args = { uri: 's3://acme/orders', options: { endpoint: 'http://minio:9000' } };
  expect(checkArguments('FlinkStorage.s3', args)).toEqual({ given: args, findings: [] });
  expect(checkArguments('FlinkStorage.s3', { uri: 's3://acme/orders', options: undefined })).toEqual({ given: { uri: 's3://acme/orders' }, findings: [] });
});

test('an argument without which nothing can be made is an error at once, with the construct whose method it is', () => {
  expect(() => checkArguments('FlinkStorage.s3', { uri: 5 })).toThrow('[FlinkStorage.s3] uri is 5 (a number), and must be a string. Write it in quotes. (invalid-prop-type)');
  expect(() => checkArguments('FlinkClusterBase.addFeature', { feature: undefined }, 'chart/Orders')).toThrow('[chart/Orders] addFeature(): feature is undefined.');
  expect(() => checkArguments('RestService.nodePort', { options: { protection: 'none of them' } })).toThrow('[RestService.nodePort] options.protection is ');
});

test('what is wrong with options is left out of them, and told of the call', () => {
  expect(checkArguments('FlinkStorage.s3', { uri: 's3://acme/orders', options: { endpont: 'x', fileSystem: undefined } })).toEqual({
    given: { uri: 's3://acme/orders', options: {} },
    findings: [
      { id: 'unknown-prop', severity: FindingSeverity.ERROR, message: 'FlinkStorage.s3(): options.endpont is not a prop of S3StorageOptions.', remedy: "Did you mean 'endpoint'?", subject: 'options.endpont' },
      expect.objectContaining({ id: 'undefined-prop', severity: FindingSeverity.WARNING }),
    ],
  });
});

test('what is wrong with the arguments of a feature is told by the cluster that it is given to, wherever it stands', () => {
  const credentials = S3Credentials.fromSecret({ name: 'storage' } as any, { accessKey: 'a' } as any);
  const inner = FlinkStorage.s3('s3://acme/orders', { credentials, endpont: 'x' } as any);
  const storage = FlinkStorage.byPurpose({ checkpoints: inner, others: FlinkStorage.persistentVolumeClaim('state', { acess: 'x' } as any), other: inner } as any);
  const cluster = new FlinkSessionCluster(new Chart(new App(), 'chart'), 'Orders', { version: FlinkVersion.V1_20, storage });
  const unknown = cluster.findings.filter(({ id }) => id === 'unknown-prop');
  expect(unknown.map(({ path, message }) => `${path} ${message}`)).toEqual([
    'chart/Orders FlinkStorage.byPurpose(): options.other is not a prop of StorageByPurposeOptions.',
    'chart/Orders FlinkStorage.s3(): options.endpont is not a prop of S3StorageOptions.',
    'chart/Orders S3Credentials.fromSecret(): keys.accessKey is not a prop of S3SecretKeys.',
    'chart/Orders FlinkStorage.persistentVolumeClaim(): options.acess is not a prop of VolumeStorageOptions.',
  ]);
});
