import { Duration } from 'cdk8s';
import { FlinkVersion, MetricsReporter, PortCaller, PrometheusOptions } from '../../../src';
import { told } from '../../harness/findings';
import { CONTEXT } from '../context';

const bind = (options?: PrometheusOptions, version = CONTEXT.version) => MetricsReporter.prometheus(options).bind({ ...CONTEXT, version });

test('Prometheus scrapes port 9249 of every process, which is called metrics', () => {
  const { configuration, jobManager, taskManager } = bind();
  expect(configuration).toEqual({
    'metrics.reporter.prom.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
    'metrics.reporter.prom.port': 9249,
  });
  expect(jobManager).toEqual({ ports: [{ name: 'metrics', port: 9249, callers: [PortCaller.MONITORING] }] });
  expect(taskManager).toEqual(jobManager);
});

test.each<[string, PrometheusOptions, any]>([
  ['includes', { includes: ['*:a', 'jobmanager:*'] }, { 'metrics.reporter.prom.filter.includes': ['*:a', 'jobmanager:*'] }],
  ['excludes', { excludes: ['*:b'] }, { 'metrics.reporter.prom.filter.excludes': ['*:b'] }],
  ['excludeVariables', { excludeVariables: ['task_id', 'host'] }, { 'metrics.reporter.prom.scope.variables.excludes': 'task_id;host' }],
])('%s is an option of the reporter', (_, options, expected) => {
  expect(bind(options).configuration).toMatchObject(expected);
});

test('another name names the options', () => {
  expect(Object.keys(bind({ name: 'second', port: 9250 }).configuration!)).toEqual(['metrics.reporter.second.factory.class', 'metrics.reporter.second.port']);
});

test.each([
  ['second', 'metrics-second'],
  ['the_reporter_of_another_team', 'metrics-therepo'],
  ['Team-B', 'metrics-teamb'],
  ['_', 'metrics-x'],
])('the port of a reporter called %s has a name that Kubernetes takes: %s', (name, port) => {
  expect(bind({ name, port: 9250 }).taskManager!.ports).toEqual([{ name: port, port: 9250, callers: [PortCaller.MONITORING] }]);
});

test('filters are refused on lines that read none', () => {
  const filters = { includes: ['*:a'], excludes: ['*:b'] };
  expect(told(bind(filters, FlinkVersion.V1_15).problems)).toEqual(['includes', 'excludes'].map((filter) => (
    `Flink 1.15 has no option 'metrics.reporter.prom.filter.${filter}', and would report all metrics. Leave it out, or use Flink 1.16 or newer. (unsupported-by-flink-version)`)));
  expect(bind(filters, FlinkVersion.V1_16).problems).toEqual([]);
});

test.each([80, 65536, 9249.5])('refuses port %d', (port) => {
  expect(told(bind({ port }).problems)).toEqual([`MetricsReporter.prometheus() has port ${port}. Choose a whole number from 1024 to 65535. (invalid-port)`]);
});

test('any reporter goes by its factory, its interval and its settings', () => {
  const reporter = MetricsReporter.of('log', 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', { interval: Duration.seconds(30), settings: { x: 1 } });
  expect(reporter.bind(CONTEXT)).toEqual({
    owner: "MetricsReporter 'log'",
    configuration: {
      'metrics.reporter.log.factory.class': 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory',
      'metrics.reporter.log.interval': Duration.seconds(30),
      'metrics.reporter.log.x': 1,
    },
  });
});

test.each(['a.b', 'a b', ''])('a reporter cannot be called %p', (name) => {
  expect(() => MetricsReporter.of(name, 'x.Factory')).toThrow('Use letters, digits, hyphen and underscore');
});
