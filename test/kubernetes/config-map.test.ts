import { LogLevel } from '../../src';
import { configMap, configVolume } from '../../src/kubernetes/config-map';
import { PlanOptions } from '../../src/plan/plan-options';
import { line, planned } from '../plan/planned';

const map = (options: Partial<PlanOptions> = {}) => configMap(planned(options));

test.each([
  ['1.13', 'flink-conf.yaml', 'rest.port: 8081\n'],
  ['1.18', 'flink-conf.yaml', 'rest.port: 8081\n'],
  ['1.19', 'config.yaml', 'rest.port: "8081"\n'],
  ['2.3', 'config.yaml', 'rest.port: "8081"\n'],
])('Flink %s reads its options in %s', (text, file, option) => {
  const { data, metadata } = map({ version: line(text) });
  expect(metadata.name).toBe('orders-config');
  expect(Object.keys(data).sort()).toEqual([file, 'log4j-cli.properties', 'log4j-console.properties']);
  expect(data[file]).toContain(option);
});

test('an option of one role is not in the file, which all pods read', () => {
  expect(map({ taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }).data).toEqual(map().data);
});

test('Logback is configured where that is asked for', () => {
  expect(map({ logging: { logbackConsole: '<configuration/>' } }).data['logback-console.xml']).toBe('<configuration/>');
});

test('a log level reaches the file that processes read again', () => {
  expect(map({ logging: { level: LogLevel.DEBUG } }).data['log4j-console.properties']).toContain('rootLogger.level = DEBUG\n');
});

test('pods see the configuration under the name that Flink looks for, and cannot write it', () => {
  const { volumes, mounts } = configVolume(planned());
  const names = ['config.yaml', 'log4j-cli.properties', 'log4j-console.properties'];
  expect(volumes).toEqual([{ name: 'flink-config', configMap: { name: 'orders-config', items: names.map((name) => ({ key: name, path: name })) } }]);
  expect(mounts).toEqual([{ name: 'flink-config', mountPath: '/opt/flink/conf', readOnly: true }]);
});
