import { App, Chart, Duration } from 'cdk8s';
import { FlinkSessionCluster, FlinkSessionClusterProps, FlinkVersion } from '../../src';

const minimal: FlinkSessionClusterProps = { version: FlinkVersion.V1_20 };
const cluster = (props: Partial<FlinkSessionClusterProps> = {}) => new FlinkSessionCluster(new Chart(new App(), 'chart'), 'Shared', { ...minimal, ...props });
const synthesize = (c: FlinkSessionCluster) => Chart.of(c).toJson();
const file = (c: FlinkSessionCluster): string => synthesize(c).find((o) => o.kind === 'ConfigMap').data['config.yaml'];

test('set() after construction counts', () => {
  const shared = cluster();
  shared.configuration.set('heartbeat.timeout', Duration.seconds(30));
  expect(shared.configuration.toMap()['heartbeat.timeout']).toBe('30 s');
  expect(file(shared)).toContain('heartbeat.timeout: "30 s"\n');
});

test('set() against somebody else is an error that names both', () => {
  const shared = cluster({ configuration: { 'heartbeat.timeout': '10 s' } });
  shared.configuration.set('heartbeat.timeout', '30 s');
  expect(() => synthesize(shared)).toThrow("[chart/Shared] 'heartbeat.timeout' is set twice: '10 s' by configuration and '30 s' by configuration.set().");
});

test('replace() forces what a feature owns', () => {
  const shared = cluster();
  shared.configuration.replace('taskmanager.data.port', 16121);
  expect(file(shared)).toContain('taskmanager.data.port: "16121"\n');
});

test('replace() wins over set(), whichever comes last', () => {
  const shared = cluster();
  shared.configuration.replace('heartbeat.timeout', '30 s');
  shared.configuration.set('heartbeat.timeout', '10 s');
  expect(shared.configuration.toMap()['heartbeat.timeout']).toBe('30 s');
});

test('allowUnknown() lets an option through, before or after it is set', () => {
  const shared = cluster();
  shared.configuration.set('io.acme.retries', 3);
  expect(() => synthesize(shared)).toThrow("configuration.allowUnknown('io.acme.retries')");
  shared.configuration.allowUnknown('io.acme.');
  expect(file(shared)).toContain('io.acme.retries: "3"\n');
});

test.each(['set', 'replace'] as const)('%s() of nothing is refused at once', (method) => {
  for (const nothing of [undefined, null]) {
    expect(() => cluster().configuration[method]('rest.port', nothing)).toThrow(`[chart/Shared] 'rest.port' is set to ${nothing}. Give it a value, or remove the call. (option-without-value)`);
  }
});

test('toMap() is a copy', () => {
  const shared = cluster();
  shared.configuration.toMap()['rest.port'] = '1';
  expect(shared.configuration.toMap()['rest.port']).toBe('8081');
});

test('toMap() speaks the words of the line', () => {
  const shared = cluster({ version: FlinkVersion.V1_13, configuration: { 'state.backend.type': 'rocksdb' } });
  expect(shared.configuration.toMap()).toMatchObject({ 'state.backend': 'rocksdb' });
});
