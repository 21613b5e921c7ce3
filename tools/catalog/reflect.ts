import { join } from 'path';
import { jarsOf } from './jars';
import { MinorVersion } from './versions';
import { mavenJar } from '../flink/distribution';
import { run } from '../flink/run';

/** A field that declares an option, as reflection on Flink's class returns it. */
export interface Declared {
  readonly key: string;
  readonly type: string;
  readonly element?: string;
  readonly values?: string[];
  /** Whether a map's entries can be set one by one. */
  readonly entries?: boolean;
  readonly default?: string;
  readonly deprecatedKeys: string[];
  readonly fallbackKeys: string[];
  readonly sensitive: boolean;
  readonly class: string;
  readonly field: string;
  readonly deprecated: boolean;
  /** The prefix of a key that is only a suffix; empty where Flink does not document it. */
  readonly suffixOf?: string;
  /** Whether the default depends on the machine that runs Flink. It is then left out. */
  readonly machineDefault?: boolean;
  /** The jar of the class. */
  readonly jar: string;
  /** The sections of the documentation that list it. */
  readonly sections?: string[];
}

/** The options that the classes of one minor version declare. */
export interface Reflected {
  readonly declared: Declared[];
  /** The fields that some class reads, as `class.FIELD`. */
  readonly read: Set<string>;
  /** A key is sensitive when it contains one of these, case-insensitive. */
  readonly sensitive: string[];
  /** The configuration that comes with the distribution. */
  readonly shipped: Record<string, string>;
  readonly otherPatches: string[];
  readonly home: string;
}

/** Two machines that differ in everything on which a default may depend. */
const MACHINES = ['1', '3'].map((cores) => [
  `-XX:ActiveProcessorCount=${cores}`, `-Xmx${cores}g`,
  `-Djava.io.tmpdir=/nowhere/tmp-${cores}`, `-Duser.home=/nowhere/home-${cores}`, `-Duser.dir=/nowhere/dir-${cores}`, `-Duser.name=user-${cores}`,
  `-Duser.timezone=${cores === '1' ? 'UTC' : 'Asia/Tokyo'}`, `-Dfile.encoding=${cores === '1' ? 'UTF-8' : 'ISO-8859-1'}`,
]);

/** Reads the options that the classes of one minor version declare. */
export async function reflect(version: MinorVersion): Promise<Reflected> {
  const { home, groups, otherPatches } = await jarsOf(version);
  return { ...await reflectGroups(version.minorVersion, home, groups), otherPatches };
}

/** Reads the options that the classes of some jars declare. The first group is Flink's own. A class that declares options and cannot be loaded is an error. */
export async function reflectGroups(title: string, home: string, groups: string[][]): Promise<Omit<Reflected, 'otherPatches'>> {
  const classPath = ['-cp', await mavenJar('org.ow2.asm:asm:9.7.1'), join(__dirname, 'Options.java')];
  const [here, there] = await Promise.all(MACHINES.map(async (machine) => {
    const printed = await run('java', [...machine, ...classPath, join(home, 'conf'), ...groups.map((jars) => jars.join(':'))]);
    return printed.trim().split('\n').map((text) => JSON.parse(text));
  }));
  const failures = here.filter((record) => record.failure);
  if (failures.length) throw new Error(`${title}: classes that cannot be read:\n${failures.map((f) => JSON.stringify(f.failure)).join('\n')}`);

  const options = (records: any[]): Declared[] => records.filter((record) => record.option).map((record) => record.option);
  const elsewhere = options(there);
  return {
    home,
    declared: options(here).map((option, i) => withoutMachine(option, elsewhere[i])),
    read: new Set(here.find((record) => record.read).read),
    sensitive: here.find((record) => record.sensitive).sensitive,
    shipped: here.find((record) => record.shipped).shipped,
  };
}

/** The option without a default that differs on another machine. Any other difference is an error. */
function withoutMachine(here: Declared, there: Declared | undefined): Declared {
  const { default: value, ...rest } = here;
  const { default: otherValue, ...otherRest } = there ?? {};
  if (JSON.stringify(rest) !== JSON.stringify(otherRest)) throw new Error(`two runs disagree: ${JSON.stringify(here)} ${JSON.stringify(there)}`);
  return value === otherValue ? here : { ...rest, machineDefault: true };
}
