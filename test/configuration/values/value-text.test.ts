import { Duration, Size } from 'cdk8s';
import { given } from './given';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_14, V1_15, V1_18, V1_19, V1_20, V2_0, V2_1, V2_3 } = FlinkVersion;

describe('typed content is formatted as the version parses it', () => {
  test.each<[FlinkVersion, string, any, string]>([
    [V1_20, 'heartbeat.interval', Duration.seconds(90), '90 s'],
    [V1_20, 'heartbeat.interval', Duration.minutes(2), '2 min'],
    [V1_20, 'heartbeat.interval', Duration.days(1), '1 d'],
    [V1_20, 'client.timeout', Duration.millis(0), '0 ms'],
    // whole numbers of milliseconds, seconds, bytes, mebibytes
    [V1_19, 'heartbeat.interval', Duration.seconds(90), '90000'],
    [V1_13, 'heartbeat.interval', Duration.seconds(90), '90000'],
    [V2_3, 'yarn.heartbeat.interval', Duration.minutes(1), '60'],
    [V1_20, 'taskmanager.network.netty.client.connectTimeoutSec', Duration.minutes(2), '120'],
    [V1_13, 'metrics.reporter.influx.connectTimeout', Duration.seconds(1), '1000'],
    [V2_3, 'metrics.reporter.influx.connectTimeout', Duration.seconds(1), '1 s'],
    [V2_3, 'fs.s3.limit.timeout', Duration.seconds(1), '1000'],
    [V1_20, 'rest.server.max-content-length', Size.mebibytes(1), '1048576'],
    [V1_20, 'taskmanager.heap.mb', Size.gibibytes(2), '2048'],
    // text options that are parsed as durations, amounts or lists
    [V1_13, 'akka.ask.timeout', Duration.minutes(1), '60 s'],
    [V1_14, 'akka.ask.timeout', Duration.minutes(1), '1 min'],
    [V1_20, 'high-availability.job.delay', Duration.millis(1500), '1500 ms'],
    [V1_20, 'pekko.framesize', Size.mebibytes(10), '10485760b'],
    [V1_14, 'classloader.parent-first-patterns.additional', ['org.acme.', 'io.'], 'org.acme.;io.'],
    // memory, numbers, booleans
    [V1_20, 'taskmanager.memory.process.size', Size.mebibytes(1728), '1728m'],
    [V1_20, 'pipeline.object-reuse', true, 'true'],
    [V1_20, 'jobstore.cache-size', 1e15, '1000000000000000'],
    [V1_20, 'taskmanager.memory.network.fraction', 0.25, '0.25'],
    [V1_20, 'blob.server.port', 6124, '6124'],
    // lists and maps, in quotes where a separator or YAML would get in the way
    [V1_20, 'pipeline.jars', ['a.jar', 'b.jar'], 'a.jar;b.jar'],
    [V1_20, 'pipeline.jars', ["it's", 'a;b', '', ' c '], "'it''s';'a;b';'';' c '"],
    [V1_20, 'pipeline.jars', ['[a]'], "'[a]'"],
    [V1_20, 'pipeline.jars', ['- a', 'b'], "'- a';b"],
    [V1_20, 'pipeline.jars', [1, true, Duration.seconds(1)], '1;true;1 s'],
    [V1_13, 'pipeline.jars', [], ';'],
    [V1_20, 'kubernetes.jobmanager.labels', { app: 'orders', version: '1.10' }, 'app:orders,version:1.10'],
    [V1_20, 'kubernetes.jobmanager.labels', { url: 'http://h' }, "'url:''http://h'''"],
    [V1_20, 'kubernetes.jobmanager.labels', { a: 'b', c: 'd: e' }, "'a:b','''c'':''d: e'''"],
    [V1_20, 'kubernetes.jobmanager.labels', { a: '' }, "'a:'''''"],
    [V1_13, 'kubernetes.jobmanager.labels', {}, ','],
    [V1_20, 'kubernetes.jobmanager.tolerations', [{ key: 'a', operator: 'Exists' }, { key: 'b' }], 'key:a,operator:Exists;key:b'],
    [V2_3, 'metrics.job.status.enable', ['STATE', 'total_time'], 'STATE;total_time'],
    // an option that is not in the catalog
    [V1_20, 's3.anything', Duration.seconds(1), '1 s'],
    [V1_20, 's3.anything', ['a', 'b'], 'a;b'],
  ])('%s %s %j → %s', (version, option, content, text) => {
    expect(given(version, option, content)).toEqual({ text });
  });
});

describe('a text that the version parses is kept', () => {
  test.each<[FlinkVersion, string, string]>([
    [V1_20, 'pipeline.object-reuse', 'True'],
    [V1_20, 'heartbeat.interval', ' 10 Seconds '],
    [V1_20, 'client.timeout', '5 µs'],
    [V1_15, 'heartbeat.interval', '10000'],
    [V1_15, 'client.timeout', '5 m'],
    [V2_1, 'client.timeout', 'PT1M30.5S'],
    [V2_0, 'client.timeout', '99999999999999999999 ms'],
    [V1_20, 'taskmanager.memory.process.size', '1728 MB'],
    [V1_20, 'parallelism.default', '+4'],
    [V1_20, 'taskmanager.memory.network.fraction', ' 1e-1f '],
    [V1_20, 'execution.checkpointing.mode', 'exactly_Once'],
    [V1_20, 'restart-strategy.type', 'FixedDelay'],
    [V1_20, 'state.backend.type', 'RocksDB'],
    [V1_20, 'state.backend.type', 'org.acme.Backend$Factory'],
    [V1_20, 'metrics.reporter.prom.port', '9250-9260'],
    [V1_20, 'pipeline.jars', "[a, 'b c', \"d\"]"],
    [V1_20, 'pipeline.jars', '- a\n- b'],
    [V1_20, 'pipeline.jars', 'a;;b'],
    [V1_20, 'metrics.job.status.enable', '[state, TOTAL_TIME]'],
    [V1_20, 'kubernetes.jobmanager.labels', '{a: b, c: d}'],
    [V1_20, 'kubernetes.jobmanager.labels', 'a: b\nc: d'],
    [V1_18, 'kubernetes.jobmanager.labels', 'a:b, c: d'],
    [V2_0, 'kubernetes.jobmanager.tolerations', '{key: a};{key: b}'],
    [V1_20, 'blob.storage.directory', 'anything at all'],
  ])('%s %s %j', (version, option, text) => {
    expect(given(version, option, text)).toEqual({ text });
  });

  test('white space that flink-conf.yaml cannot represent is trimmed, except in text options', () => {
    expect(given(V1_18, 'pipeline.object-reuse', ' true ')).toEqual({ text: 'true' });
    expect(given(V1_18, 'blob.server.port', ' 1 ')).toEqual({ text: ' 1 ' });
  });

  test('a value that had another name in the version is written by that name', () => {
    expect(given(V1_13, 'jobmanager.scheduler', 'DEFAULT')).toEqual({ text: 'Ng' });
    expect(given(V1_13, 'high-availability', 'kubernetes').text).toMatch(/KubernetesHaServicesFactory$/);
  });
});

describe('a number without a unit is taken, with a warning', () => {
  test.each<[FlinkVersion, string, any, string]>([
    [V1_20, 'heartbeat.interval', 60, "'heartbeat.interval' (by a test) is '60' without a unit, which Flink reads as milliseconds. Write the unit, for example '60 s' or '60 ms'."],
    [V1_20, 'heartbeat.interval', ' 60 ', "is '60' without a unit, which Flink reads as milliseconds."],
    [V1_20, 'taskmanager.memory.process.size', 1728, "is '1728' without a unit, which Flink reads as bytes. Write the unit, for example '1728 mb' or '1728 bytes'."],
  ])('%s %s %j: %s', (version, option, content, warning) => {
    expect(given(version, option, content)).toEqual({ text: String(content), warning: expect.stringContaining(warning) });
  });

  test.each<[FlinkVersion, string, any]>([
    [V1_19, 'heartbeat.interval', 60000], [V1_20, 'heartbeat.interval', '60 ms'], [V1_20, 'client.timeout', 0], [V1_20, 'taskmanager.memory.task.off-heap.size', '0'], [V1_20, 'parallelism.default', 4], [V1_20, 's3.anything', 60],
  ])('but nothing is wrong with %s %s %j', (version, option, content) => {
    expect(given(version, option, content).warning).toBeUndefined();
  });
});

describe('content of another type is refused, with the type that fits', () => {
  test.each<[FlinkVersion, string, any, string]>([
    [V1_20, 'heartbeat.interval', Size.mebibytes(1), "must be a duration; the value is a Size. Give a Duration, or text such as '10 s'."],
    [V1_20, 'taskmanager.memory.process.size', Duration.seconds(1), "must be an amount of memory; the value is a Duration. Give a Size, or text such as '512m'."],
    [V1_20, 'parallelism.default', Duration.seconds(1), 'must be a whole number; the value is a Duration. Give a whole number.'],
    [V1_13, 'heartbeat.interval', Size.mebibytes(1), 'must be a whole number; the value is a Size. Give a Duration, or a number of milliseconds.'],
    [V1_20, 'yarn.heartbeat.interval', Duration.millis(1500), 'a Duration of 1500 milliseconds is not a whole number of seconds. Give whole seconds.'],
    [V1_20, 'taskmanager.heap.mb', Size.kibibytes(1), 'a Size of 1024 bytes is not a whole number of mebibytes. Give whole mebibytes.'],
    [V1_20, 'heartbeat.interval', Duration.millis(0.5), 'a Duration of 0.5 milliseconds is not a whole number of milliseconds. Give whole milliseconds.'],
    [V1_20, 'execution.checkpointing.mode', Duration.seconds(1), "must be 'EXACTLY_ONCE' or 'AT_LEAST_ONCE'; the value is a Duration. Give one of them as text."],
    [V1_20, 'blob.server.port', ['1', '2'], 'must be text; the value is a list. Give text.'],
    [V1_20, 'pipeline.jars', { a: 'b' }, 'must be a list; the value is a map. Give a list.'],
    [V1_20, 'kubernetes.jobmanager.tolerations', ['a'], 'must be a list of maps; an entry of the list is not a map. Give a list of maps.'],
    [V1_20, 'pipeline.jars', [['a']], 'a nested list cannot be a value.'],
    [V1_20, 'pipeline.jars', [null], 'null cannot be a value.'],
    [V1_20, 'parallelism.default', NaN, 'NaN cannot be a value.'],
    [V1_20, 'parallelism.default', new Map([['a', 1]]), 'an object cannot be a value.'],
    [V1_20, 'parallelism.default', 1.5, "must be a whole number; '1.5' is not."],
    [V1_20, 'pipeline.object-reuse', 1, "must be true or false; '1' is neither. Write 'true'."],
    [V1_14, 'classloader.parent-first-patterns.additional', ['a;b'], "the entry 'a;b' is empty or contains ';'. Leave the entry out."],
  ])('%s %s %j: %s', (version, option, content, problem) => {
    expect(given(version, option, content).problem).toContain(problem);
  });
});

describe('a text that the version does not parse is refused, with one that it parses', () => {
  test.each<[FlinkVersion, string, string, string]>([
    [V1_20, 'pipeline.object-reuse', 'ture', "must be true or false; 'ture' is neither. Write 'true'."],
    [V1_20, 'pipeline.object-reuse', 'no', "Write 'false'."],
    [V1_20, 'pipeline.object-reuse', 'maybe', "Write 'true' or 'false'."],
    [V1_20, 'pipeline.object-reuse', '"true"', "Write 'true'."],
    [V1_20, 'parallelism.default', '4.0', "must be a whole number; '4.0' is not written as one. Write '4'."],
    [V1_20, 'parallelism.default', '1_000', "Write '1000'."],
    [V1_20, 'parallelism.default', '1e3', "Write '1000'."],
    [V1_20, 'parallelism.default', '3000000000', "'3000000000' does not fit into 32 bits. Write a whole number from -2147483648 to 2147483647."],
    [V1_20, 'parallelism.default', 'four', "'four' is not."],
    [V1_18, 'heartbeat.interval', '10 s', "must be a whole number; '10 s' has a unit, and the option is a number of milliseconds. Write '10000'."],
    [V1_20, 'rest.server.max-content-length', '100Mi', "the option is a number of bytes. Write '104857600'."],
    [V1_20, 'taskmanager.memory.network.fraction', '0,1', "must be a number; '0,1' is not. Write '0.1'."],
    [V1_20, 'taskmanager.memory.network.fraction', '10%', "Write '0.1'."],
    [V1_20, 'heartbeat.interval', '10 sek', "must be a duration; '10 sek' has the unit 'sek', which is unknown in Flink 1.20. Write '10 s'."],
    [V1_20, 'heartbeat.interval', '1h30m', "Write '90 min'."],
    [V1_20, 'heartbeat.interval', '1.5 h', "Write '90 min'."],
    [V1_20, 'heartbeat.interval', '2 weeks', "Write '14 d'."],
    [V1_14, 'client.timeout', '5 m', "has the unit 'm', which is unknown in Flink 1.14. Write '5 min'."],
    [V2_0, 'client.timeout', 'PT10S', "does not begin with a whole number. Write '10 s'."],
    [V1_20, 'client.timeout', '-1', "'-1' is negative. Write zero or more, for example '0 ms', or leave the option out."],
    [V2_1, 'client.timeout', 'PT-1S', 'is negative.'],
    [V1_20, 'client.timeout', '99999999999999999999', 'is longer than Flink can represent. Write a shorter one.'],
    [V1_20, 'client.timeout', '', "'' is empty. Write a whole number and one of d, h, min, s, ms, for example '10 s'."],
    [V1_20, 'client.timeout', 'soon', 'Write a whole number and one of d, h, min, s, ms'],
    [V1_20, 'taskmanager.memory.process.size', '2Gi', "has the unknown unit 'Gi'. Write '2g'"],
    [V1_20, 'taskmanager.memory.process.size', '1.5g', "Write '1536m'"],
    [V1_20, 'execution.checkpointing.mode', 'exactly-once', "is not one of them. Write 'EXACTLY_ONCE'."],
    [V1_20, 'execution.checkpointing.mode', 'sometimes', "is not one of them. Write 'EXACTLY_ONCE' or 'AT_LEAST_ONCE'."],
    [V1_20, 'restart-strategy.type', 'fixed delay', "Write 'fixed-delay'."],
    [V1_20, 'state.backend.type', 'rockdb', "nor a class name with a package. Write 'rocksdb'."],
    [V2_3, 'metrics.job.status.enable', 'STATE;TOTAL', "must be a list of enum constants; 'TOTAL' is not one of them."],
    [V1_18, 'pipeline.jars', '[a, b]', "as one entry that includes the brackets. Write 'a;b'."],
    [V1_20, 'pipeline.jars', "a;'b", 'has an unclosed quote at character 3. Give a list or a map instead of text'],
    [V1_20, 'pipeline.jars', "'a'b", 'continues after the closing quote at character 3.'],
    [V1_18, 'kubernetes.jobmanager.labels', '{a: b, c: d}', "Flink 1.18 parses the braces of '{a: b, c: d}' as part of the keys. Write 'a:b,c:d'."],
    [V1_20, 'kubernetes.jobmanager.labels', '{a:b}', "Write 'a:b'."],
    [V1_20, 'kubernetes.jobmanager.labels', 'a=b', "the entry 'a=b' has no value. Write 'a:b'."],
    [V1_20, 'kubernetes.jobmanager.labels', 'u:http://h', "has more than one ':'. Write `'u:''http://h'''`."],
    [V1_20, 'kubernetes.jobmanager.labels', 'a:b,a:c', "contains the key 'a' twice. Leave one out."],
  ])('%s %s %j: %s', (version, option, text, problem) => {
    expect(given(version, option, text).problem).toContain(problem);
  });

  test('the message names the option and its owner', () => {
    expect(given(V1_20, 'parallelism.default', 'x').problem).toMatch(/^'parallelism.default' \(by a test\) must be a whole number; 'x' is not\. Write /);
  });

  test('a deprecated key of several options is parsed as each of them', () => {
    expect(given(V1_18, 'jobmanager.web.port', '8081')).toEqual({ text: '8081' });
    expect(given(V1_18, 'jobmanager.web.port', '8081-8085').problem).toContain("must be a whole number; '8081-8085' is not.");
  });

  test('a secret is not repeated', () => {
    const { problem } = given(V1_20, 'kubernetes.secrets', 'hush');
    expect(problem).toContain('its value, which is a secret and therefore not shown, is not. Write another value.');
    expect(problem).not.toContain('hush');
  });

  test('a long text is cut', () => {
    expect(given(V1_20, 'parallelism.default', 'x'.repeat(1000)).problem!.length).toBeLessThan(250);
  });
});
