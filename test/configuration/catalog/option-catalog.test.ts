import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { FlinkOptionCatalog, FlinkOptionType, FlinkVersion } from '../../../src';

const ROOT = join(__dirname, '..', '..', '..');
const FOLDER = join(ROOT, 'catalog');
const catalog = FlinkOptionCatalog.of(FlinkVersion.V1_20);

test('a catalog is its line\'s', () => {
  expect(FlinkOptionCatalog.of(FlinkVersion.of('1.13.0')).minorVersion).toBe('1.13');
});

test.each(FlinkVersion.all().map((v) => [v.minorVersion, v] as const))('Flink %s declares hundreds of options, in order, and finds each by its name', (_, version) => {
  const { keys } = FlinkOptionCatalog.of(version);
  expect(keys.length).toBeGreaterThan(600);
  expect(keys).toEqual([...keys].sort());
  expect(keys.filter((key) => FlinkOptionCatalog.of(version).find(key)?.key !== key)).toEqual([]);
});

test('every listed line has a catalog, of the release that is listed, and no other line has', () => {
  const listed: { minorVersion: string; release: string }[] = JSON.parse(readFileSync(join(ROOT, 'flink-versions.json'), 'utf8')).minorVersions;
  expect(listed.length).toBeGreaterThan(0);
  expect(readdirSync(FOLDER).filter((file) => file.startsWith('flink-')).sort()).toEqual(listed.map(({ minorVersion }) => `flink-${minorVersion}.json`).sort());
  for (const { minorVersion, release } of listed) {
    expect(JSON.parse(readFileSync(join(FOLDER, `flink-${minorVersion}.json`), 'utf8'))).toMatchObject({ minorVersion, release });
  }
});

test('all catalogs together are packed into less than 1 MB', () => {
  const packed = readdirSync(FOLDER).map((file) => gzipSync(readFileSync(join(FOLDER, file))).length);
  expect(packed.reduce((sum, bytes) => sum + bytes)).toBeLessThan(1024 ** 2);
});

test('an enumeration has its words and its default', () => {
  expect(catalog.find('execution.runtime-mode')).toEqual({
    key: 'execution.runtime-mode',
    valueType: FlinkOptionType.ENUM,
    element: undefined,
    values: ['STREAMING', 'BATCH', 'AUTOMATIC'],
    defaultText: 'STREAMING',
    deprecatedKeys: [],
    fallbackKeys: [],
    deprecated: false,
    sensitive: false,
    newestKey: 'execution.runtime-mode',
    versions: ['1.13-'],
  });
});

test('a list has the type of its entries', () => {
  expect(catalog.find('pipeline.cached-files')).toMatchObject({ valueType: FlinkOptionType.LIST, element: FlinkOptionType.STRING });
});

test('an option without a default has none', () => {
  expect(catalog.find('execution.checkpointing.dir')!.defaultText).toBeUndefined();
});

test('an option is found by an older name, and tells its own', () => {
  expect(catalog.find('state.checkpoints.dir')).toMatchObject({ key: 'execution.checkpointing.dir', deprecatedKeys: expect.arrayContaining(['state.checkpoints.dir']), versions: ['1.20-'] });
});

test('an option is found by a newer name, and tells both', () => {
  expect(FlinkOptionCatalog.of(FlinkVersion.V1_13).find('execution.checkpointing.dir')).toMatchObject({ key: 'state.checkpoints.dir', newestKey: 'execution.checkpointing.dir' });
});

test('a secret is known as one', () => {
  expect(catalog.find('security.ssl.rest.key-password')!.sensitive).toBe(true);
});

test('an option on its way out is known as one', () => {
  expect(catalog.find('jobmanager.heap.size')!.deprecated).toBe(true);
});

test.each(['io.acme.x', 'application-result-store.delete-on-commit', 's3.endpoint'])('%s is no option that Flink 1.20 declares', (key) => {
  expect(catalog.find(key)).toBeUndefined();
});

test('an entry of a map is text, and a text option that takes a few words has them', () => {
  expect(catalog.find('kubernetes.jobmanager.labels.app')).toMatchObject({ key: 'kubernetes.jobmanager.labels.app', valueType: FlinkOptionType.STRING, versions: [] });
  expect(catalog.find('classloader.resolve-order')).toMatchObject({ valueType: FlinkOptionType.STRING, values: ['parent-first', 'child-first'], defaultText: 'child-first' });
});

test('every type of every option is one that users can name', () => {
  const types = new Set<string>(Object.values(FlinkOptionType));
  const strange = FlinkVersion.all().flatMap((version) => {
    const options = FlinkOptionCatalog.of(version);
    return options.keys.map((key) => options.find(key)!).filter(({ valueType, element }) => !types.has(valueType) || (element && !types.has(element)));
  });
  expect(strange).toEqual([]);
});
