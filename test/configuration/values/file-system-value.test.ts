import { Duration, Size } from 'cdk8s';
import { FlinkVersion } from '../../../src';
import { FILE_SYSTEM_OPTIONS } from '../../../src/configuration/catalog/file-system-options';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { valueText } from '../../../src/configuration/values/value-text';

const V1_20 = FlinkVersion.V1_20;
const HADOOP_DURATION = 'fs.s3a.retry.interval';
const AIRLIFT_DURATION = 's3.connect-timeout';
const HADOOP_SIZE = 's3.multipart.size';

const given = (key: string, content: any) => valueText(V1_20, key, content, resolveOptionKey(V1_20, key, [FILE_SYSTEM_OPTIONS]).option, 'a test');

test.each([
  [HADOOP_DURATION, '500ms'], [HADOOP_DURATION, '10s'], [HADOOP_DURATION, '10S'], [HADOOP_DURATION, ' 1d '], [HADOOP_DURATION, '30'], [HADOOP_DURATION, '-1'],
  [AIRLIFT_DURATION, '5s'], [AIRLIFT_DURATION, '1.50m'], [AIRLIFT_DURATION, '5 s'],
  [HADOOP_SIZE, '67108864'], [HADOOP_SIZE, '64M'], [HADOOP_SIZE, '64m'],
  ['s3.connection.maximum', '96'], ['s3.path.style.access', 'TRUE'], ['s3.sse.type', 'KMS'], ['s3.endpoint', 'http://minio:9000'],
  ['fs.azure.selfthrottling.read.factor', '0.5'], ['fs.oss.multipart.upload.size', '104857600'],
])('%s takes %j as it is', (key, text) => {
  expect(given(key, text)).toEqual({ text });
});

test.each([
  [HADOOP_DURATION, '10 s', 'a duration in the syntax of Hadoop', "Write '10s'."],
  [HADOOP_DURATION, '10 min', 'a duration in the syntax of Hadoop', "Write '600s'."],
  [HADOOP_DURATION, '1.5s', 'a duration in the syntax of Hadoop', "Write '1500ms'."],
  [HADOOP_DURATION, 'soon', 'a duration in the syntax of Hadoop', "Write a number and its unit, for example '30s' or '200ms'."],
  [AIRLIFT_DURATION, '5 min', 'a duration in the syntax of Presto', "Write '300s'."],
  [AIRLIFT_DURATION, '5000', 'a duration in the syntax of Presto', "Write '5s'."],
  [AIRLIFT_DURATION, '5S', 'a duration in the syntax of Presto', "Write '5s'."],
  [HADOOP_SIZE, '64mb', 'a number of bytes in the syntax of Hadoop', "Write '64M'."],
  [HADOOP_SIZE, '64Mi', 'a number of bytes in the syntax of Hadoop', "Write '64M'."],
  [HADOOP_SIZE, 'much', 'a number of bytes in the syntax of Hadoop', "Write a whole number and one letter, for example '64M'."],
  ['s3.connection.maximum', 'many', 'a whole number', 'Write a whole number from -2147483648 to 2147483647.'],
  ['s3.path.style.access', 'yes', 'true or false', "Write 'true'."],
  ['s3.sse.type', 'kms', "'KMS' or 'S3'", "Write 'KMS'."],
])('%s does not take %j', (key, text, expected, remedy) => {
  const { finding } = given(key, text);
  expect(finding).toMatchObject({ id: 'invalid-option-value', remedy });
  expect(finding!.message).toContain(`'${key}' (by a test) must be ${expected}; '${text}' `);
});

test.each([
  [HADOOP_DURATION, Duration.seconds(10), '10s'],
  [HADOOP_DURATION, Duration.millis(1500), '1500ms'],
  [AIRLIFT_DURATION, Duration.minutes(1), '60s'],
  [HADOOP_SIZE, Size.mebibytes(64), '64M'],
  [HADOOP_SIZE, Size.kibibytes(1), '1K'],
])('a Duration or a Size for %s is written as the file system reads it', (key, content, text) => {
  expect(given(key, content)).toEqual({ text });
  expect(given(key, text)).toEqual({ text });
});

test.each([
  ['s3.connection.maximum', Duration.seconds(10), 'the value is a Duration', 'Give a whole number.'],
  ['fs.oss.multipart.upload.size', Size.mebibytes(64), 'the value is a Size', 'Give a whole number.'],
  [HADOOP_DURATION, Size.mebibytes(64), 'the value is a Size', "Give a Duration, or text such as '30s'."],
  [HADOOP_SIZE, Duration.seconds(10), 'the value is a Duration', "Give a Size, or text such as '64M'."],
  [AIRLIFT_DURATION, ['5s'], 'the value is a list', "Give a Duration, or text such as '30s'."],
])('%s does not take %p', (key, content, what, remedy) => {
  expect(given(key, content).finding).toMatchObject({ id: 'invalid-option-value', message: expect.stringContaining(what), remedy });
});
