import { readdirSync } from 'fs';
import { join } from 'path';
import { FlinkVersion } from '../src';

const LINES = ['1.13', '1.14', '1.15', '1.16', '1.17', '1.18', '1.19', '1.20', '2.0', '2.1', '2.2', '2.3'];

test('all supported lines are there, oldest first', () => {
  expect(FlinkVersion.all().map(({ minorVersion }) => minorVersion)).toEqual(LINES);
});

test.each(LINES)('the constant of Flink %s is the newest patch of its line', (line) => {
  const constant: FlinkVersion = (FlinkVersion as any)[`V${line.replace('.', '_')}`];
  expect(constant.release).toBe(FlinkVersion.all().find((v) => v.minorVersion === line)!.release);
  expect(constant.minorVersion).toBe(line);
});

test('every line has the catalog of its options', () => {
  const catalogs = readdirSync(join(__dirname, '..', 'catalog')).filter((file) => /^flink-.*\.json$/.test(file)).map((file) => file.slice('flink-'.length, -'.json'.length));
  expect(catalogs.sort()).toEqual([...LINES].sort());
});

test('a release is exact, and its image is the official one for the Java of its line', () => {
  const version = FlinkVersion.of('1.20.3');
  expect([version.release, version.minorVersion, `${version}`]).toEqual(['1.20.3', '1.20', '1.20.3']);
  expect(version.image).toBe('flink:1.20.3-scala_2.12-java17');
  expect(FlinkVersion.of('1.17.0').image).toBe('flink:1.17.0-scala_2.12-java11');
});

test.each(['1.20', '1.20.x', '1.20.5-scala_2.12', 'v1.20.5', '', '1.20.5.1'])('%p is no exact release', (release) => {
  expect(() => FlinkVersion.of(release)).toThrow(`[FlinkVersion.of] '${release}' is not an exact release. Write all three numbers, for example '2.3.0'. (invalid-flink-version)`);
});

test.each(['1.12.7', '1.21.0', '3.0.0'])('%s is of no supported line', (release) => {
  const line = release.slice(0, release.lastIndexOf('.'));
  expect(() => FlinkVersion.of(release)).toThrow(`[FlinkVersion.of] Flink ${line} is not supported. Supported minor versions: ${LINES.join(', ')}. (unsupported-flink-version)`);
});
