import { FlinkPlugin } from '../../src';

test.each([
  ['flink-s3-fs-presto', ['s3', 's3p']],
  ['flink-s3-fs-hadoop', ['s3', 's3a']],
  ['flink-gs-fs-hadoop', ['gs']],
  ['flink-azure-fs-hadoop', ['abfs', 'abfss', 'wasb', 'wasbs']],
  ['flink-oss-fs-hadoop', ['oss']],
  ['flink-something-else', []],
])('%s of the image\'s opt folder serves %j', (name, schemes) => {
  expect(FlinkPlugin.builtIn(name)).toMatchObject({ name, schemes, fromOpt: true });
});

test('a plugin that the image has already is left where it is', () => {
  expect(FlinkPlugin.inImage('hdfs-of-ours', ['hdfs2'])).toMatchObject({ name: 'hdfs-of-ours', schemes: ['hdfs2'], fromOpt: false });
});

test.each([['s3', 'flink-s3-fs-presto'], ['s3a', 'flink-s3-fs-hadoop'], ['abfss', 'flink-azure-fs-hadoop']])('for %s the official image has %s', (scheme, name) => {
  expect(FlinkPlugin._forScheme(scheme)!.name).toBe(name);
});

test('for a scheme of nobody there is none', () => {
  expect(FlinkPlugin._forScheme('ftp')).toBeUndefined();
});

test.each(['flink-s3-fs-presto-1.20.5.jar', 'Flink', '../x', ''])('%p is no name of a jar without version', (name) => {
  expect(() => FlinkPlugin.builtIn(name)).toThrow('the version comes from the image');
});
