import { readFileSync, readdirSync } from 'fs';
import { basename, join } from 'path';
import { Line, lineOf, linesIn } from './lines';
import { distribution, mavenJar, withNested } from '../flink/distribution';

/** The jars of one line, in groups: the first is what every Flink process loads, each other one a plugin or an extra. */
export interface Jars {
  readonly home: string;
  readonly groups: string[][];
  /** The extra jars that are not of the line's own release, as `artifact:version`. */
  readonly otherPatches: string[];
}

interface Extra {
  readonly artifact: string;
  readonly lines: string;
  readonly instead?: Record<string, string>;
}

const EXTRAS: Extra[] = JSON.parse(readFileSync(join(__dirname, 'jars.json'), 'utf8')).jars;

/** Which version of a jar beside the distribution is read for a line, or undefined when the line has no such jar. */
export function extraVersion(artifact: string, line: string): string | undefined {
  const extra = EXTRAS.find((each) => each.artifact === artifact && linesIn(each.lines).includes(line));
  return extra && (extra.instead?.[line] ?? lineOf(line).release);
}

/** Everything of one line that can declare an option. */
export async function jarsOf({ minorVersion: line, release }: Line): Promise<Jars> {
  const home = await distribution(release);
  const lib = readdirSync(join(home, 'lib')).sort().map((name) => join(home, 'lib', name));
  const plugins = readdirSync(join(home, 'plugins'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readdirSync(join(home, 'plugins', entry.name)).map((name) => join(home, 'plugins', entry.name, name)))
    .sort();
  const optional = readdirSync(join(home, 'opt')).sort().filter((name) => name.endsWith('.jar')).map((name) => [join(home, 'opt', name)]);
  const versions = EXTRAS.map(({ artifact }) => ({ artifact, version: extraVersion(artifact, line)! })).filter(({ version }) => version);
  const extras = await Promise.all(versions.map(async ({ artifact, version }) => [await mavenJar(`org.apache.flink:${artifact}:${version}`)]));

  // The SQL client runs a gateway inside itself and does not load without its classes.
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
