import { Size } from 'cdk8s';
import { FlinkVersion, LoggingOptions, LogLevel } from '../../../src';
import { Logging } from '../../../src/features/observability/logging';
import { told } from '../../harness/findings';
import { CONTEXT } from '../context';

const bind = (options?: LoggingOptions, version = FlinkVersion.V1_20) => new Logging(options).bind({ ...CONTEXT, version });
const lines = (options?: LoggingOptions, version?: FlinkVersion) => bind(options, version).configFiles!['log4j-console.properties'].split('\n');

test('logs INFO to the console and to a file that rolls at 20 MiB, of which 5 are kept', () => {
  expect(lines()).toEqual(expect.arrayContaining([
    'rootLogger.level = INFO',
    'rootLogger.appenderRef.console.ref = ConsoleAppender',
    'rootLogger.appenderRef.rolling.ref = RollingFileAppender',
    'appender.rolling.policies.size.size = 20480KB',
    'appender.rolling.strategy.max = 5',
  ]));
});

test('log4j looks for changes, so that a level reaches running pods', () => {
  expect(lines()).toContain('monitorInterval = 30');
});

test.each<[string, LoggingOptions, string]>([
  ['the level', { level: LogLevel.WARN }, 'rootLogger.level = WARN'],
  ['the file size, rounded up to KiB', { maxFileSize: Size.mebibytes(1) }, 'appender.rolling.policies.size.size = 1024KB'],
  ['the number of files', { maxFiles: 9 }, 'appender.rolling.strategy.max = 9'],
])('%s is written', (_, options, line) => {
  expect(lines(options)).toContain(line);
});

test('loggers come behind those that are too loud, and have the last word on them', () => {
  const named = lines({ loggers: { 'io.acme': LogLevel.DEBUG, 'org.apache.kafka': LogLevel.TRACE } }).filter((l) => l.startsWith('logger.'));
  expect(named).toEqual([
    'logger.org_apache_pekko.name = org.apache.pekko', 'logger.org_apache_pekko.level = INFO',
    'logger.org_apache_kafka.name = org.apache.kafka', 'logger.org_apache_kafka.level = TRACE',
    'logger.org_apache_hadoop.name = org.apache.hadoop', 'logger.org_apache_hadoop.level = INFO',
    'logger.org_apache_zookeeper.name = org.apache.zookeeper', 'logger.org_apache_zookeeper.level = INFO',
    'logger.io_acme.name = io.acme', 'logger.io_acme.level = DEBUG',
  ]);
});

test('loggers whose names differ in a point and an underscore keep their own levels', () => {
  expect(lines({ loggers: { 'a.b': LogLevel.DEBUG, 'a_b': LogLevel.WARN } }).filter((l) => /^logger\.a/.test(l))).toEqual([
    'logger.a_b.name = a.b', 'logger.a_b.level = DEBUG',
    'logger.a__b.name = a_b', 'logger.a__b.level = WARN',
  ]);
});

test('the order in which loggers are given changes nothing', () => {
  expect(lines({ loggers: { b: LogLevel.DEBUG, a: LogLevel.WARN } })).toEqual(lines({ loggers: { a: LogLevel.WARN, b: LogLevel.DEBUG } }));
});

test.each([[FlinkVersion.V1_17, 'akka'], [FlinkVersion.V1_18, 'org.apache.pekko']])('Flink %s quiets the RPC library that it has', (version, logger) => {
  expect(lines({}, version)).toContain(`logger.${logger.replace(/\./g, '_')}.name = ${logger}`);
});

test('clients have a file of their own, and the same log folder', () => {
  const { configFiles, client, pod } = bind();
  expect(Object.keys(configFiles!)).toEqual(['log4j-console.properties']);
  expect(Object.keys(client!.configFiles!)).toEqual(['log4j-cli.properties']);
  expect(client!.pod).toEqual(pod);
});

test('a system that takes no files may use the image\'s, unless the user says something', () => {
  expect(bind().optional).toBe(true);
  expect(bind({}).optional).toBe(false);
});

test('a file of one\'s own replaces ours', () => {
  const text = 'rootLogger.level = OFF\n';
  expect(bind({ log4jConsole: text }).configFiles!['log4j-console.properties']).toBe(text);
});

test('a Logback file comes beside', () => {
  expect(bind({ logbackConsole: '<configuration/>' }).configFiles!['logback-console.xml']).toBe('<configuration/>');
});

test.each<[LoggingOptions, string]>([
  [{}, '960Mi'],
  [{ maxFiles: 1, maxFileSize: Size.mebibytes(1) }, '16Mi'],
  [{ maxFiles: 1, maxFileSize: Size.kibibytes(1) }, '1Mi'],
])('the log folder has room for what is kept, eight times over', (options, sizeLimit) => {
  expect(bind(options).pod).toEqual({
    volumes: [{ name: 'flink-log', emptyDir: { sizeLimit } }],
    mounts: [{ name: 'flink-log', mountPath: '/opt/flink/log' }],
  });
});

test.each<[string, LoggingOptions, string]>([
  ['the syntax of Log4j 1', { log4jConsole: 'log4j.rootLogger=INFO' }, "Write it for Log4j 2, beginning with 'rootLogger.level = INFO'."],
  ['no file', { maxFiles: 0 }, 'Keep at least 1.'],
  ['what is no logger', { loggers: { 'org apache': LogLevel.INFO } }, "Write a package or class, for example 'org.apache.flink'."],
])('refuses %s', (_, options, remedy) => {
  expect(told(bind(options).problems)).toEqual([expect.stringContaining(remedy)]);
});

test('warns of options that a complete file replaces', () => {
  const { warnings } = bind({ level: LogLevel.TRACE, maxFiles: 2, log4jConsole: 'rootLogger.level = INFO' });
  expect(warnings!.map(({ id }) => id)).toEqual(['replaced-logging-options']);
  expect(told(warnings)).toEqual([expect.stringContaining('logging.level and logging.maxFiles would not change it. Write it in log4jConsole, and remove logging.level and logging.maxFiles; or remove logging.log4jConsole.')]);
  expect(bind({ log4jConsole: 'rootLogger.level = INFO' }).warnings).toEqual([]);
});
