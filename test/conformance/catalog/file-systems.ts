import { readFileSync } from 'fs';
import { CatalogCheck, unique } from './check';
import { includesVersion } from '../../../src/configuration/catalog/catalog-data';
import { FILE_SYSTEMS, FileSystem, FileSystemSource, factsOf } from '../../../tools/catalog/file-systems';
import { extraVersion } from '../../../tools/catalog/jars';
import { FILE_SYSTEMS_FILE } from '../../../tools/catalog/write';
import { mavenJar } from '../../../tools/flink/distribution';
import { run } from '../../../tools/flink/run';

const PYTHON = process.env.PYTHON ?? 'python3';

/**
 * The whole texts in a jar's classes that begin with a prefix, and the names in Hadoop's defaults, with no more known of a class than that
 * a text has its length before it. Google's properties go without the prefix and begin with a point; they are marked, for other texts of
 * theirs may look the same.
 */
const TEXTS = `
import re, sys, zipfile
prefix = re.escape(sys.argv[2].encode())
def whole(data, expression):
    for found in re.finditer(expression, data):
        start, end = found.span()
        if data[start - 3:start] == bytes([1]) + (end - start).to_bytes(2, 'big'): yield found.group().decode()
with zipfile.ZipFile(sys.argv[1]) as jar:
    for name in jar.namelist():
        if name == 'core-default.xml':
            for key in re.findall(rb'<name>\\s*(' + prefix + rb'[^<\\s]*)\\s*</name>', jar.read(name)): print(key.decode())
        if not name.endswith('.class'): continue
        data = jar.read(name)
        for key in whole(data, prefix + rb'[\\w.-]*'): print(key)
        if b'HadoopConfigurationProperty' in data:
            for end in whole(data, rb'[.][a-z][\\w.-]*'): print('~' + end[1:])
`;

/** Compares the options of all file systems, as far as one version's plugins have them, with the texts in the plugins. */
export async function checkFileSystems(minorVersion: string): Promise<CatalogCheck> {
  const catalog: FileSystem[] = JSON.parse(readFileSync(FILE_SYSTEMS_FILE, 'utf8'));
  const checks = await Promise.all(FILE_SYSTEMS.map(async (source): Promise<CatalogCheck> => {
    const version = extraVersion(source.plugin, minorVersion);
    const system = catalog.find(({ plugin }) => plugin === source.plugin)!;
    if (version) return checkFileSystem(minorVersion, source, version, system);
    return { declared: 0, missing: [], extra: inVersion(minorVersion, system).size ? [`${source.plugin} on a version that has none`] : [], supplement: [] };
  }));
  return {
    declared: checks.reduce((sum, { declared }) => sum + declared, 0),
    missing: checks.flatMap(({ missing }) => missing),
    extra: checks.flatMap(({ extra }) => extra),
    supplement: [],
  };
}

async function checkFileSystem(minorVersion: string, source: FileSystemSource, version: string, system: FileSystem): Promise<CatalogCheck> {
  const { plugin, prefix, except } = source;
  const printed = await run(PYTHON, ['-c', TEXTS, await mavenJar(`org.apache.flink:${plugin}:${version}`), prefix]);
  const lines = printed.split('\n');
  const texts = new Set(lines.filter((text) => text.startsWith(prefix)).map((text) => text.slice(prefix.length)).filter((text) => text !== ''));
  const ends = new Set(lines.filter((text) => text.startsWith('~')).map((text) => text.slice(1)));
  const known = inVersion(minorVersion, system);
  const { prefixes, types } = await factsOf(source, version);
  const isKnown = (text: string) => known.has(text) || (except && new RegExp(except.pattern).test(text));
  const named = (fault: string) => `${plugin}: ${fault}`;
  return {
    declared: Object.keys(types).length,
    missing: unique([...texts].filter((text) => !isKnown(text)).concat(differing(types, known), prefixes.filter((each) => !system.prefixes.includes(each)))).map(named),
    extra: unique([...known.keys()].filter((key) => !texts.has(key) && !ends.has(key)).concat(differing(known, types), system.prefixes.filter((each) => !prefixes.includes(each)))).map(named),
    supplement: [],
  };
}

/** The options that the catalog has for one version, with their types. */
function inVersion(minorVersion: string, { versions, options }: FileSystem): Map<string, string> {
  return new Map(Object.entries(options).flatMap(([key, types]) => Object.entries(typeof types === 'string' ? Object.fromEntries(versions.map((range) => [range, types])) : types)
    .filter(([range]) => includesVersion(range, minorVersion)).map(([, type]): [string, string] => [key, type])));
}

function differing(one: Map<string, string> | Record<string, string>, other: Map<string, string> | Record<string, string>): string[] {
  const [these, those] = [one, other].map((each) => (each instanceof Map ? each : new Map(Object.entries(each))));
  return [...these].filter(([key, type]) => those.get(key) !== type).map(([key, type]) => `differs: ${key} is ${type}`);
}
