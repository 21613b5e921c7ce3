import { readFileSync } from 'fs';
import { join } from 'path';
import { extraVersion } from './jars';
import { MINOR_VERSIONS, rangesOf } from './versions';
import { mavenJar } from '../flink/distribution';
import { run } from '../flink/run';

/** The options of one file system. */
export interface FileSystem {
  plugin: string;
  /** The Flink versions that have the plugin. */
  versions: string[];
  /** The prefixes of the file system's options. */
  prefixes: string[];
  /** The prefix of options of one bucket, before the bucket's name. */
  scope?: string;
  /** Whether the name of an account may follow an option's name. */
  suffix?: true;
  /** The types of the options by their names: one for all versions, or by ranges of versions. A name that ends with a dot stands for all names that begin with it. */
  options: Record<string, string | Record<string, string>>;
}

/** A plugin in `file-systems.json`. */
export interface FileSystemSource {
  readonly plugin: string;
  readonly factory: string;
  readonly prefix: string;
  readonly scope?: { readonly prefix: string };
  readonly suffix?: object;
  readonly except?: { readonly pattern: string };
}

/** The options in the classes of one plugin. */
export interface FileSystemFacts {
  readonly prefixes: string[];
  readonly types: Record<string, string>;
}

/** All plugins that are read. */
export const FILE_SYSTEMS: FileSystemSource[] = JSON.parse(readFileSync(join(__dirname, 'file-systems.json'), 'utf8')).fileSystems;

/** The options of all file systems in all versions. */
export async function fileSystemsCatalog(): Promise<FileSystem[]> {
  const systems: FileSystem[] = [];
  for (const source of FILE_SYSTEMS) systems.push(await fileSystemOf(source));
  return systems;
}

async function fileSystemOf(source: FileSystemSource): Promise<FileSystem> {
  const { plugin, scope, suffix } = source;
  const facts = new Map<string, FileSystemFacts>();
  for (const { minorVersion } of MINOR_VERSIONS) {
    const version = extraVersion(plugin, minorVersion);
    if (version) facts.set(minorVersion, await factsOf(source, version));
  }
  const minorVersions = [...facts.keys()];
  const { prefixes } = facts.get(minorVersions[0])!;
  for (const [minorVersion, each] of facts) {
    if (each.prefixes.join() !== prefixes.join()) throw new Error(`${plugin} has the prefixes ${each.prefixes} in ${minorVersion}, and not ${prefixes}`);
  }
  const keys = [...new Set([...facts.values()].flatMap(({ types }) => Object.keys(types)))].sort();
  const options = Object.fromEntries(keys.map((key) => [key, typesByVersion(minorVersions, (minorVersion) => facts.get(minorVersion)!.types[key])]));
  return { plugin, versions: rangesOf(minorVersions), prefixes, ...(scope && { scope: scope.prefix }), ...(suffix && { suffix: true }), options };
}

/** The type of an option in all versions of the plugin, or its types by ranges of versions. */
function typesByVersion(minorVersions: string[], typeIn: (minorVersion: string) => string | undefined): string | Record<string, string> {
  const types = [...new Set(minorVersions.map(typeIn))];
  if (types.length === 1) return types[0]!;
  return Object.fromEntries(types.filter((type) => type !== undefined)
    .flatMap((type) => rangesOf(minorVersions.filter((minorVersion) => typeIn(minorVersion) === type)).map((range) => [range, type!])));
}

const cache = new Map<string, Promise<FileSystemFacts>>();

/** Reads the classes of one plugin of one version, once. */
export function factsOf(source: FileSystemSource, version: string): Promise<FileSystemFacts> {
  const name = `${source.plugin}:${version}`;
  if (!cache.has(name)) cache.set(name, read(source, version));
  return cache.get(name)!;
}

async function read({ plugin, factory, prefix, except }: FileSystemSource, version: string): Promise<FileSystemFacts> {
  const asm = await Promise.all(['asm', 'asm-tree', 'asm-analysis'].map((part) => mavenJar(`org.ow2.asm:${part}:9.7.1`)));
  const jar = await mavenJar(`org.apache.flink:${plugin}:${version}`);
  const printed = await run('java', ['-cp', asm.join(':'), join(__dirname, 'FileSystems.java'), factory, prefix, jar]);
  const facts = printed.trim().split('\n').map((line) => line.split('\t'));
  const of = (kind: string) => facts.filter(([first]) => first === kind).map(([, ...rest]) => rest);
  const own = (key: string) => {
    if (!key.startsWith(prefix)) throw new Error(`${plugin}: '${key}' is not below ${prefix}`);
    return key.slice(prefix.length);
  };
  const kinds = new Map<string, string[]>();
  for (const [key, kind] of [...of('declared'), ...of('read')]) kinds.set(own(key), [...kinds.get(own(key)) ?? [], kind ?? 'string']);
  const isOption = ([key]: [string, string[]]) => !(except && new RegExp(except.pattern).test(key));
  const types = Object.fromEntries([...kinds].filter(isOption).map(([key, each]) => [key, typeOf(each)]));
  // Mirrored keys are copied before the file system reads them.
  for (const [from, to] of of('mirror')) types[own(from)] ??= types[own(to)] ?? 'string';
  return { prefixes: of('prefix').map(([text]) => text).sort(), types };
}

/** Types of which each accepts the values of those before it. Of several types of an option the last is used; string, when they are not all in this list. */
const WIDER = ['integer', 'long', 'hadoopSize', 'hadoopDuration'];

function typeOf(kinds: string[]): string {
  const types = [...new Set(kinds)].filter((kind) => kind !== 'string');
  if (types.length < 2) return types[0] ?? 'string';
  const places = types.map((type) => WIDER.indexOf(type));
  const both = types.includes('hadoopSize') && types.includes('hadoopDuration');
  return both || places.includes(-1) ? 'string' : WIDER[Math.max(...places)];
}
