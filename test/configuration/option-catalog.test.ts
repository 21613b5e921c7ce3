import { FlinkOptionCatalog, FlinkOptionType, FlinkVersion } from '../../src';

const catalog = FlinkOptionCatalog.of(FlinkVersion.V1_20);

test('a catalog is its line\'s', () => {
  expect(FlinkOptionCatalog.of(FlinkVersion.of('1.13.0')).line).toBe('1.13');
});

test.each(FlinkVersion.all().map((v) => [v.line, v] as const))('Flink %s declares hundreds of options, in order, and finds each by its name', (_, version) => {
  const { keys } = FlinkOptionCatalog.of(version);
  expect(keys.length).toBeGreaterThan(600);
  expect(keys).toEqual([...keys].sort());
  expect(keys.filter((key) => FlinkOptionCatalog.of(version).find(key)?.key !== key)).toEqual([]);
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
    lines: ['1.13-'],
  });
});

test('a list has the type of its entries', () => {
  expect(catalog.find('pipeline.cached-files')).toMatchObject({ valueType: FlinkOptionType.LIST, element: FlinkOptionType.STRING });
});

test('an option without a default has none', () => {
  expect(catalog.find('execution.checkpointing.dir')!.defaultText).toBeUndefined();
});

test('an option is found by an older name, and tells its own', () => {
  expect(catalog.find('state.checkpoints.dir')).toMatchObject({ key: 'execution.checkpointing.dir', deprecatedKeys: expect.arrayContaining(['state.checkpoints.dir']), lines: ['1.20-'] });
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

test('every type of every option is one that users can name', () => {
  const types = new Set<string>(Object.values(FlinkOptionType));
  const strange = FlinkVersion.all().flatMap((version) => {
    const options = FlinkOptionCatalog.of(version);
    return options.keys.map((key) => options.find(key)!).filter(({ valueType, element }) => !types.has(valueType) || (element && !types.has(element)));
  });
  expect(strange).toEqual([]);
});
