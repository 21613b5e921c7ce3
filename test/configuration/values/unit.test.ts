import { catalogData, OptionData } from '../../../src/configuration/catalog/catalog-data';
import { MEMORY_UNITS, bytesPerUnit, nanosPerUnit, TIME_UNITS, parsedTypeOf } from '../../../src/configuration/values/unit';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_14, V1_19, V1_20, V2_3 } = FlinkVersion;
const MS = 1_000_000n;
const option = (version: FlinkVersion, key: string): OptionData => catalogData(version).options[key];

test.each<[FlinkVersion, string, bigint | undefined]>([
  [V1_19, 'heartbeat.interval', MS], [V1_20, 'heartbeat.interval', undefined], [V1_20, 'yarn.heartbeat.interval', 1000n * MS], [V1_20, 'blob.client.socket.timeout', MS], [V1_20, 'parallelism.default', undefined],
])('on Flink %s one of %s is %s nanoseconds', (version, key, nanos) => {
  expect(nanosPerUnit(key, option(version, key))).toBe(nanos);
});

test.each<[FlinkVersion, string, bigint | undefined]>([
  [V1_20, 'rest.server.max-content-length', 1n], [V1_20, 'taskmanager.heap.mb', 1024n ** 2n], [V1_20, 'taskmanager.memory.process.size', undefined], [V1_20, 'parallelism.default', undefined],
])('on Flink %s one of %s is %s bytes', (version, key, bytes) => {
  expect(bytesPerUnit(key, option(version, key))).toBe(bytes);
});

test.each<[FlinkVersion, string, string | undefined]>([
  [V1_13, 'akka.ask.timeout', 'duration'], [V1_14, 'akka.ask.timeout', undefined], [V2_3, 'pekko.framesize', 'memory'], [V1_14, 'classloader.parent-first-patterns.default', 'list'], [V1_20, 'jobmanager.rpc.address', 'string'],
])('on Flink %s the text of %s is read as %s', (version, key, type) => {
  expect(parsedTypeOf(key, option(version, key))).toBe(type);
});

test('every name with a unit is a whole number on some line', () => {
  const counts = new Set(FlinkVersion.all().flatMap((version) => {
    const { options, templates } = catalogData(version);
    return [...Object.entries(options), ...templates.map((each) => [each.key, each] as const)].filter(([, { type }]) => type === 'integer' || type === 'long').map(([key]) => key);
  }));
  expect([...Object.keys(TIME_UNITS), ...Object.keys(MEMORY_UNITS)].filter((key) => !counts.has(key))).toEqual([]);
});
