import { readFileSync } from 'fs';
import { join } from 'path';
import { FlinkOptionCatalog, FlinkVersion } from '../../../src';
import { catalogData, includesVersion } from '../../../src/configuration/catalog/catalog-data';
import { FILE_SYSTEM_OPTIONS } from '../../../src/configuration/catalog/file-system-options';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { FILE_SYSTEMS, FileSystem } from '../../../tools/catalog/file-systems';

const DATA: FileSystem[] = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'catalog', 'file-systems.json'), 'utf8'));
const VERSIONS = FlinkVersion.all();

const version = (minorVersion: string) => VERSIONS.find((each) => each.minorVersion === minorVersion)!;
const handed = (minorVersion: string, key: string) => resolveOptionKey(version(minorVersion), key, [FILE_SYSTEM_OPTIONS]);

test.each([
  ['s3.endpoint', 'string'],
  ['s3a.connection.maximum', 'integer'],
  ['fs.s3a.multipart.size', 'hadoopSize'],
  ['fs.s3a.retry.interval', 'hadoopDuration'],
  ['s3.max-connections', 'integer'],
  ['presto.s3.connect-timeout', 'airliftDuration'],
  ['gs.batch.threads', 'integer'],
  ['fs.gs.grpc.enable', 'boolean'],
  ['azure.always.use.https', 'boolean'],
  ['fs.azure.write.request.size', 'integer'],
  ['fs.oss.connection.secure.enabled', 'boolean'],
])('%s is handed on, and read as %s', (key, type) => {
  expect(handed('1.20', key)).toEqual({ key, newestKey: key, known: true, option: { type } });
});

test.each(['s3.access-key', 's3.access.key', 'fs.s3a.secret-key', 'fs.s3a.secret.key', 'presto.s3.access.key', 's3.path.style.access', 's3.path-style-access'])('%s is one of two spellings that S3 knows', (key) => {
  expect(handed('1.20', key).option).toBeDefined();
  expect(handed('1.20', key).warning).toBeUndefined();
});

test.each([
  ['s3.endpoit', "Did you mean 's3.endpoint'?"],
  ['s3.acces-key', "Did you mean 's3.access-key' or 's3.access.key'?"],
  ['s3.path.style.acces', "Did you mean 's3.path.style.access'?"],
  ['s3.pathStyleAccess', "Did you mean 's3.path-style-access' or 's3.path.style.access'?"],
  ['s3.max.connections', "Did you mean 's3.max-connections'?"],
  ['s3.entropy.lenght', "Did you mean 's3.entropy.length'?"],
  ['fs.s3a.connection.maxmum', "Did you mean 'fs.s3a.connection.maximum'?"],
  ['gs.inputstream.fadvice', "Did you mean 'gs.inputstream.fadvise'?"],
  ['azure.account.auth.typ', "Did you mean 'azure.account.auth.type'?"],
  ['fs.oss.endpont', "Did you mean 'fs.oss.endpoint'?"],
])('%s passes with a warning', (key, meant) => {
  const { known, warning } = handed('1.20', key);
  expect(known).toBe(true);
  expect(warning).toMatchObject({ id: 'unknown-file-system-option', message: `no file system of Flink 1.20 declares '${key}', so it may have no effect.` });
  expect(warning!.remedy).toBe(`${meant} Otherwise allow it with configuration.allowUnknown('${key}').`);
});

test.each(['s3.something.of.mine', 'fs.s3a.zzz', 'azure.zzz', 'gs.zzz.yyy', 'fs.oss.zzz'])('%s passes in silence, for file systems read more than they declare', (key) => {
  expect(handed('1.20', key)).toEqual({ key, newestKey: key, known: true });
});

test.each([
  ['1.15', 's3.audit.enabled', 'Flink 1.16 and newer'],
  ['1.20', 's3.region', 'Flink 2.3 and newer'],
  ['1.20', 'fs.s3a.endpoint.value', 'Flink 2.3 and newer'],
  ['1.16', 'fs.s3a.committer.staging.uuid', 'Flink 1.13 to 1.15'],
])('on Flink %s, %s passes with a warning that it is an option of %s', (minorVersion, key, ranges) => {
  expect(handed(minorVersion, key)).toMatchObject({
    known: true,
    warning: { id: 'unknown-file-system-option', message: `no file system of Flink ${minorVersion} declares '${key}': it is an option of ${ranges}.` },
  });
});

test('a type follows the version', () => {
  expect(handed('1.13', 'fs.s3a.s3guard.ddb.background.sleep').option).toEqual({ type: 'integer' });
  expect(handed('1.14', 'fs.s3a.s3guard.ddb.background.sleep').option).toEqual({ type: 'hadoopDuration' });
});

test('what Flink itself declares goes before what a file system does', () => {
  expect(handed('2.3', 's3.connection.timeout').option).toMatchObject({ type: 'duration' });
  expect(handed('1.20', 's3.connection.timeout').option).toMatchObject({ type: 'integer' });
});

test('an enumeration of Java has its words, in the case that they have there', () => {
  expect(handed('1.20', 's3.sse.type').option).toEqual({ type: 'string', values: ['KMS', 'S3'], letterCase: 'exact' });
  expect(handed('1.15', 'fs.azure.account.auth.type').option).toMatchObject({ values: ['SharedKey', 'OAuth', 'Custom'] });
});

test.each([
  ['fs.s3a.bucket.my.bucket.connection.maximum', 'integer'],
  ['s3.bucket.orders.path.style.access', 'boolean'],
  ['s3.bucket.orders.something', 'string'],
  ['fs.azure.account.auth.type.account.dfs.core.windows.net', 'string'],
  ['fs.azure.always.use.https.account.dfs.core.windows.net', 'boolean'],
  ['azure.account.key.account.blob.core.windows.net', 'string'],
  ['fs.gs.storage.http.headers.x-mine', 'string'],
])('%s has a name of the user\'s in it, and the type %s', (key, type) => {
  expect(handed('1.20', key)).toMatchObject({ known: true, option: { type } });
  expect(handed('1.20', key).warning).toBeUndefined();
});

test.each(['s3.', 'fs.s3a.', 'presto.s3.'])('the prefix %s alone is no option', (key) => {
  expect(handed('1.20', key).known).toBe(false);
});

test('before there was a plugin for Google Cloud Storage nothing was handed on to it', () => {
  expect(handed('1.14', 'gs.batch.threads').known).toBe(false);
});

test('a name that lacks the prefix by a letter is told the file system\'s', () => {
  expect(handed('1.20', 's4.endpoint').problem!.remedy).toContain("Did you mean 's3.endpoint'");
});

test('other prefixes are no business of file systems', () => {
  expect(handed('1.20', 'metrics.reporter.mine.anything')).toEqual({ key: 'metrics.reporter.mine.anything', newestKey: 'metrics.reporter.mine.anything', known: true });
});

test('the public catalog has Flink\'s own options alone', () => {
  const catalog = FlinkOptionCatalog.of(FlinkVersion.V1_20);
  expect(catalog.find('s3.endpoint')).toBeUndefined();
  expect(catalog.find('s3.entropy.key')).toBeDefined();
});

test.each(VERSIONS.map((each) => [each.minorVersion, each] as const))('Flink %s hands on what the file systems of that version are said to get', (minorVersion, each) => {
  const present = DATA.filter(({ versions }) => versions.some((range) => includesVersion(range, minorVersion)));
  const prefixes = [...new Set(present.flatMap((system) => system.prefixes))];
  expect(prefixes.length).toBeGreaterThan(6);
  expect(prefixes.filter((prefix) => !catalogData(each).passthrough.includes(prefix))).toEqual([]);
});

test('the data has types that values are checked by, and ranges of versions that there are', () => {
  expect(DATA.map(({ plugin }) => plugin)).toEqual(FILE_SYSTEMS.map(({ plugin }) => plugin));
  const entries = DATA.flatMap(({ plugin, versions, options }) => Object.entries(options).map(([key, types]) => ({ plugin, versions, key, types: typeof types === 'string' ? { '1.13-': types } : types })));
  expect(entries.length).toBeGreaterThan(400);
  const types = ['boolean', 'integer', 'long', 'float', 'double', 'string', 'hadoopDuration', 'hadoopSize', 'airliftDuration'];
  expect(entries.filter((entry) => Object.values(entry.types).some((type) => !types.includes(type) && !/^enum:\w+(,\w+)+$/.test(type)))).toEqual([]);
  const nowhere = entries.filter((entry) => Object.keys(entry.types).some((range) => !VERSIONS.some(({ minorVersion }) => includesVersion(range, minorVersion))));
  expect(nowhere).toEqual([]);
});
