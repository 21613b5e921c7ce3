import { LogLevel } from '../../src';
import { configMap, configVolume } from '../../src/kubernetes/config-map';
import { PlanOptions } from '../../src/plan/plan-options';
import { line, planned } from '../plan/planned';

const map = (options: Partial<PlanOptions> = {}) => configMap(planned(options));
const ask = { 'pekko.ask.timeout': '20 s' };

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

test('a role with options of its own has a file of its own', () => {
  const { data } = map({ taskManager: { configuration: ask } });
  expect(Object.keys(data).filter((name) => name.endsWith('config.yaml'))).toEqual(['config.yaml', 'taskmanager-config.yaml']);
  expect(data['taskmanager-config.yaml'].split('\n').filter((option: string) => !data['config.yaml'].includes(option))).toEqual(['pekko.ask.timeout: "20 s"']);
});

test('Logback is configured where that is asked for', () => {
  expect(map({ logging: { logbackConsole: '<configuration/>' } }).data['logback-console.xml']).toBe('<configuration/>');
});

test('a log level reaches the file that processes read again', () => {
  expect(map({ logging: { level: LogLevel.DEBUG } }).data['log4j-console.properties']).toContain('rootLogger.level = DEBUG\n');
});

test('pods see the configuration under the name that Flink looks for, and cannot write it', () => {
  const plan = planned({ taskManager: { configuration: ask } });
  const item = (role: 'jobManager' | 'taskManager') => configVolume(plan, plan[role]).volumes[0].configMap!.items![0];
  expect(item('jobManager')).toEqual({ key: 'config.yaml', path: 'config.yaml' });
  expect(item('taskManager')).toEqual({ key: 'taskmanager-config.yaml', path: 'config.yaml' });
  expect(configVolume(plan).volumes[0].configMap!.name).toBe('orders-config');
  expect(configVolume(plan).mounts).toEqual([{ name: 'flink-config', mountPath: '/opt/flink/conf', readOnly: true }]);
});
