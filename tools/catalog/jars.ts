import { readFileSync, readdirSync } from 'fs';
import { basename, join } from 'path';
import { MinorVersion, minorVersionOf, versionsIn } from './versions';
import { distribution, mavenJar, withNested } from '../flink/distribution';

/** The jars of one minor version, in groups: the first is loaded by every Flink process, each other one is a plugin or an optional jar. */
export interface Jars {
  readonly home: string;
  readonly groups: string[][];
  /** The optional jars of another patch release, as `artifact:version`. */
  readonly otherPatches: string[];
}

interface Extra {
  readonly artifact: string;
  readonly versions: string;
  readonly otherPatches?: Record<string, string>;
}

const EXTRAS: Extra[] = JSON.parse(readFileSync(join(__dirname, 'jars.json'), 'utf8')).jars;

/** The version of an additional jar that is read for a minor version, or undefined when the minor version does not have the jar. */
export function extraVersion(artifact: string, minorVersion: string): string | undefined {
  const extra = EXTRAS.find((each) => each.artifact === artifact && versionsIn(each.versions).includes(minorVersion));
  return extra && (extra.otherPatches?.[minorVersion] ?? minorVersionOf(minorVersion).release);
}

/** All jars of one minor version that may declare options. */
export async function jarsOf({ minorVersion, release }: MinorVersion): Promise<Jars> {
  const home = await distribution(release);
  const lib = readdirSync(join(home, 'lib')).sort().map((name) => join(home, 'lib', name));
  const plugins = readdirSync(join(home, 'plugins'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readdirSync(join(home, 'plugins', entry.name)).map((name) => join(home, 'plugins', entry.name, name)))
    .sort();
  const optional = readdirSync(join(home, 'opt')).sort().filter((name) => name.endsWith('.jar')).map((name) => [join(home, 'opt', name)]);
  const versions = EXTRAS.map(({ artifact }) => ({ artifact, version: extraVersion(artifact, minorVersion)! })).filter(({ version }) => version);
  const extras = await Promise.all(versions.map(async ({ artifact, version }) => [await mavenJar(`org.apache.flink:${artifact}:${version}`)]));

  // The SQL client contains a gateway and does not load without its classes.
  const client = optional.find(([jar]) => basename(jar).startsWith('flink-sql-client'));
  const gateway = extras.find(([jar]) => basename(jar).startsWith('flink-sql-gateway'));
  if (client && gateway) client.push(...gateway);

  const groups = [lib, ...optional, ...plugins, ...extras.filter((group) => group !== gateway || !client)];
  return {
    home,
    groups: await Promise.all(groups.map((group) => withNested(group.filter((jar) => jar.endsWith('.jar'))))),
    otherPatches: versions.filter(({ version }) => version !== release).map(({ artifact, version }) => `${artifact}:${version}`).sort(),
  };
}
