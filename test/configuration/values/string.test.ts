import { given } from './given';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_14, V1_16, V1_18, V1_19, V1_20, V2_3 } = FlinkVersion;

describe('ports are numbers and ranges, separated by commas', () => {
  test.each<[FlinkVersion, string]>([
    [V1_20, '8081'], [V1_20, '0'], [V1_20, '65535'], [V1_20, '50100-50200'], [V1_20, '8081,8082'], [V1_20, '8081, 50100-50200'], [V1_20, ' 8081 '], [V1_20, '8081,'], [V1_20, ','],
    [V1_20, '+1-+2'], [V1_18, '2-1'], [V1_18, '1-1'],
  ])('%s %j', (version, text) => {
    expect(given(version, 'rest.bind-port', text)).toEqual({ text });
  });

  test.each<[FlinkVersion, string, string]>([
    [V1_20, '', ''], [V1_20, '65536', '65536'], [V1_20, '-1', '-1'], [V1_20, '8081-', '8081-'], [V1_20, '1 - 2', '1 - 2'], [V1_20, '1-2-3', '1-2-3'], [V1_20, '1-65536', '1-65536'],
    [V1_20, '1,,2', ''], [V1_20, ',1', ''], [V1_20, '8081;8082', '8081;8082'], [V1_20, '8081,web', 'web'], [V1_19, '2-1', '2-1'], [V1_19, '1-1', '1-1'],
  ])('%s %j is refused for %j', (version, text, wrong) => {
    expect(given(version, 'rest.bind-port', text).problem).toBe(
      `'rest.bind-port' (by a test) must be ports or ranges of ports; '${wrong}' is not. Write numbers from 0 to 65535, for example '8081', '50100-50200' or '8081,8082'. (invalid-option-value)`);
  });

  test('a deprecated key of a port and of a range of ports must be valid for both', () => {
    expect(given(V2_3, 'web.port', '8081-8085').problem).toContain("; '8081-8085' is not");
    expect(given(V2_3, 'web.port', '70000').problem).toContain("must be ports or ranges of ports; '70000' is not");
  });
});

describe('a duration in a text option is parsed as one', () => {
  test.each<[FlinkVersion, string, string]>([[V1_13, 'akka.ask.timeout', '10 s'], [V1_18, 'resourcemanager.job.timeout', '5 minutes'], [V1_18, 'resourcemanager.job.timeout', '5000']])('%s %s %j', (version, key, text) => {
    expect(given(version, key, text)).toEqual({ text });
  });

  test.each<[FlinkVersion, string, string, string]>([
    [V1_13, 'akka.ask.timeout', '10 sek', "must be a duration; '10 sek' has the unit 'sek', which is unknown in Flink 1.13. Write '10 s'."],
    [V1_13, 'akka.ask.timeout', '5 m', "which is unknown in Flink 1.13. Write '5 min'."],
    [V1_18, 'resourcemanager.job.timeout', 'soon', "'soon' does not begin with a whole number."],
  ])('%s %s %j: %s', (version, key, text, problem) => {
    expect(given(version, key, text).problem).toContain(problem);
  });

  test('where Flink does not parse it at start, any text is accepted', () => {
    expect(given(V1_13, 'akka.watch.heartbeat.interval', 'soon')).toEqual({ text: 'soon' });
  });
});

describe('a frame size has the units of the Akka or Pekko configuration', () => {
  test.each(['10485760b', '10m', '10M', '10MB', '10 MiB', '1 megabyte', '10k', '10kB', '10Ki', '10485760', '1.5m'])('%j', (text) => {
    expect(given(V2_3, 'pekko.framesize', text)).toEqual({ text });
  });

  test.each([['10mb', '10m'], ['10 kb', '10k'], ['10KB', '10k'], ['1gb', '1g'], ['64 x', '64b']])('%j is refused, %j would do', (text, instead) => {
    const unit = text.replace(/[\d ]/g, '');
    expect(given(V1_14, 'akka.framesize', text).problem).toBe(`'akka.framesize' (by a test) must be an amount of memory; '${text}' has the unknown unit '${unit}'. Write '${instead}'. (invalid-option-value)`);
    expect(given(V1_14, 'akka.framesize', instead)).toEqual({ text: instead });
  });

  test.each(['8Ei', '9223372036854775808', '10ZB', '1 yottabyte'])('%j is too much', (text) => {
    expect(given(V2_3, 'pekko.framesize', text).problem).toContain('is more than 2^63 - 1 bytes. Write a smaller amount');
  });
});

describe('constants of a text option', () => {
  test.each<[FlinkVersion, string, string]>([
    [V1_20, 'classloader.resolve-order', 'Parent-First'], [V1_20, 'classloader.resolve-order', 'chİld-fıRſt'], [V1_20, 'state.backend.rocksdb.predefined-options', 'FLASH_SSD_OPTIMIZED'],
    [V1_20, 'state.changelog.dstl.dfs.upload.retry-policy', 'none'], [V1_16, 'taskmanager.network.compression.codec', 'zstd'], [V1_16, 'taskmanager.network.compression.codec', 'org.acme.Codec'],
    [V1_20, 'restart-strategy.type', 'Failure-Rate'],
  ])('%s %s takes %j', (version, key, text) => {
    expect(given(version, key, text)).toEqual({ text });
  });

  test.each<[FlinkVersion, string, string, string]>([
    [V1_20, 'classloader.resolve-order', 'parentfirst', "'parentfirst' is not one of them. Write 'parent-first'."],
    [V1_20, 'classloader.resolve-order', 'parent-firßt', "Write 'parent-first'."],
    [V1_20, 'restart-strategy.type', 'fıxed-delay', "Write 'fixed-delay'."],
    [V1_20, 'state.backend.rocksdb.predefined-options', 'default', "'default' is not one of them. Write 'DEFAULT'."],
    [V1_20, 'state.backend.rocksdb.predefined-options', 'FAST', "Write 'DEFAULT', 'SPINNING_DISK_OPTIMIZED', 'SPINNING_DISK_OPTIMIZED_HIGH_MEM' or 'FLASH_SSD_OPTIMIZED'."],
    [V1_20, 'state.changelog.dstl.dfs.upload.retry-policy', 'FIXED', "must be 'fixed' or 'none'; 'FIXED' is not one of them. Write 'fixed'."],
    [V1_14, 'taskmanager.network.compression.codec', 'LZO', "must be 'LZ4', or a class name; 'LZO' is neither a short name"],
  ])('%s %s: %j is refused', (version, key, text, problem) => {
    expect(given(version, key, text).problem).toContain(problem);
  });
});
