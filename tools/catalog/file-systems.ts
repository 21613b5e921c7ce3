import { readFileSync } from 'fs';
import { join } from 'path';
import { extraVersion } from './jars';
import { LINES, rangesOf } from './lines';
import { mavenJar } from '../flink/distribution';
import { run } from '../flink/run';

/** What one file system reads among Flink's options. */
export interface FileSystem {
  plugin: string;
  /** The lines whose plugin was read. */
  lines: string[];
  /** Flink's prefixes: what follows them is an option of the file system. */
  prefixes: string[];
  /** What stands before an option that is set for one bucket. */
  scope?: string;
  /** Anything may follow an option's name: that of an account. */
  suffix?: true;
  /** The type of each option, by each name that it is read by: on all lines of the plugin, or by ranges of lines. A name that ends with a point stands for all that begin so. */
  options: Record<string, string | Record<string, string>>;
}

/** What `file-systems.json` says of one plugin. */
export interface FileSystemSource {
  readonly plugin: string;
  readonly factory: string;
  readonly prefix: string;
  readonly scope?: { readonly prefix: string };
  readonly suffix?: object;
  readonly except?: { readonly pattern: string };
}

/** What the classes of one plugin say. */
export interface FileSystemFacts {
  readonly prefixes: string[];
  readonly types: Record<string, string>;
}

/** All plugins that are looked into. */
export const FILE_SYSTEMS: FileSystemSource[] = JSON.parse(readFileSync(join(__dirname, 'file-systems.json'), 'utf8')).fileSystems;

/** The options of all file systems on all lines. */
export async function fileSystemsCatalog(): Promise<FileSystem[]> {
  const systems: FileSystem[] = [];
  for (const source of FILE_SYSTEMS) systems.push(await fileSystemOf(source));
  return systems;
}

async function fileSystemOf(source: FileSystemSource): Promise<FileSystem> {
  const { plugin, scope, suffix } = source;
  const facts = new Map<string, FileSystemFacts>();
  for (const { minorVersion } of LINES) {
    const version = extraVersion(plugin, minorVersion);
    if (version) facts.set(minorVersion, await factsOf(source, version));
  }
  const lines = [...facts.keys()];
  const { prefixes } = facts.get(lines[0])!;
  for (const [line, each] of facts) {
    if (each.prefixes.join() !== prefixes.join()) throw new Error(`${plugin} hands on ${each.prefixes} on ${line}, and not ${prefixes}`);
  }
  const keys = [...new Set([...facts.values()].flatMap(({ types }) => Object.keys(types)))].sort();
  const options = Object.fromEntries(keys.map((key) => [key, overLines(lines, (line) => facts.get(line)!.types[key])]));
  return { plugin, lines: rangesOf(lines), prefixes, ...(scope && { scope: scope.prefix }), ...(suffix && { suffix: true }), options };
}

/** The one type that an option has wherever the plugin is, or its types by ranges of lines. */
function overLines(lines: string[], typeOn: (line: string) => string | undefined): string | Record<string, string> {
  const types = [...new Set(lines.map(typeOn))];
  if (types.length === 1) return types[0]!;
  return Object.fromEntries(types.filter((type) => type !== undefined)
    .flatMap((type) => rangesOf(lines.filter((line) => typeOn(line) === type)).map((range) => [range, type!])));
}

const asked = new Map<string, Promise<FileSystemFacts>>();

/** Reads the classes of one plugin of one version, once. */
export function factsOf(source: FileSystemSource, version: string): Promise<FileSystemFacts> {
  const name = `${source.plugin}:${version}`;
  if (!asked.has(name)) asked.set(name, read(source, version));
  return asked.get(name)!;
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
  // What is set by another name is copied before the file system reads it.
  for (const [from, to] of of('mirror')) types[own(from)] ??= types[own(to)] ?? 'string';
  return { prefixes: of('prefix').map(([text]) => text).sort(), types };
}

/** Of several types that readers of one option ask for, the one that takes most; text, when they have nothing in common. */
const WIDER = ['integer', 'long', 'hadoopSize', 'hadoopDuration'];

function typeOf(kinds: string[]): string {
  const types = [...new Set(kinds)].filter((kind) => kind !== 'string');
  if (types.length < 2) return types[0] ?? 'string';
  const places = types.map((type) => WIDER.indexOf(type));
  const both = types.includes('hadoopSize') && types.includes('hadoopDuration');
  return both || places.includes(-1) ? 'string' : WIDER[Math.max(...places)];
}
