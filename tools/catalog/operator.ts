import { readFileSync } from 'fs';
import { basename, join } from 'path';
import { merged, Option, Template } from './catalog';
import { jarsOf } from './jars';
import { Declared, Reflected, reflectGroups } from './reflect';
import { matches } from './supplement';
import { minorVersionOf } from './versions';
import { mavenJar } from '../flink/distribution';

/** An option that an operator reads, and the configuration in which it reads it, where that is not the cluster's. */
export interface OperatorOption extends Option {
  /** `operator`: only the operator's own configuration. `blue-green`: only that of a FlinkBlueGreenDeployment. */
  scope?: string;
}

/** All options that one minor release of an operator reads beside Flink's. */
export interface OperatorCatalog {
  /** The operator's name in messages, without the release. */
  title: string;
  minorVersion: string;
  release: string;
  /** The Flink minor versions that it runs. */
  flinkVersions: string;
  /** The jars that were read in another release. */
  otherPatches: string[];
  /** The prefixes of the operator's options. */
  prefixes: string[];
  options: Record<string, OperatorOption>;
  templates: (Template & OperatorOption)[];
}

/** One release of the operator, and the jars that are read. */
export interface OperatorRelease {
  readonly minorVersion: string;
  readonly release: string;
  readonly flink: string;
  readonly flinkVersions: string;
  readonly jars: string[];
  readonly classPath: string[];
}

/** The configuration in which options of some sections, of a class or with some keys are read. */
interface Scope {
  readonly scope: string;
  readonly sections?: string[];
  readonly class?: string;
  readonly keys?: string[];
}

/** Options that no available class declares. */
export interface OperatorSupplement {
  readonly releases: string[];
  readonly why: string;
  /** The class that contains the key or the literal, where it is available. */
  readonly class?: string;
  readonly literal?: string;
  /** Every option here is also read by its key below this prefix. */
  readonly fallbackBelow?: string;
  readonly options: (Template & OperatorOption)[];
}

/** The content of `apache-operator.json`. */
export const OPERATOR: {
  readonly title: string;
  readonly prefixes: string[];
  readonly releases: OperatorRelease[];
  readonly scopes: Scope[];
  readonly supplement: OperatorSupplement[];
} = JSON.parse(readFileSync(join(__dirname, 'apache-operator.json'), 'utf8'));

/** One release by its minor version. */
export function operatorRelease(name: string): OperatorRelease {
  const found = OPERATOR.releases.find(({ minorVersion }) => minorVersion === name);
  if (!found) throw new Error(`no release ${name} of the Apache operator; there are ${OPERATOR.releases.map(({ minorVersion }) => minorVersion).join(', ')}`);
  return found;
}

/** The jars of a release that declare options. */
export function operatorJars(release: OperatorRelease): Promise<string[]> {
  return Promise.all(release.jars.map(mavenJar));
}

/** Reads the options that the classes of one release declare. */
export async function reflectOperator(release: OperatorRelease): Promise<Reflected> {
  const flink = await jarsOf(minorVersionOf(release.flink));
  const jars = await operatorJars(release);
  const classPath = await Promise.all(release.classPath.map(mavenJar));
  // The operator uses only the classes of Flink's distribution jar, and loading the others takes long.
  const links = flink.groups[0].filter((jar) => /^(flink-dist|log4j)/.test(basename(jar)));
  const reflected = await reflectGroups(`Apache operator ${release.minorVersion}`, flink.home, [links, [...jars, ...classPath]]);
  const own = new Set(jars.map((jar) => basename(jar)));
  return { ...reflected, declared: reflected.declared.filter(({ jar }) => own.has(jar)), otherPatches: otherPatches(release) };
}

function otherPatches({ release, jars }: OperatorRelease): string[] {
  return jars.filter((jar) => !jar.endsWith(`:${release}`)).map((jar) => jar.split(':').slice(1).join(':')).sort();
}

/** Creates the catalog of one release. Options that its classes declare outside its prefixes are Flink's, or internal. */
export function operatorCatalogOf({ minorVersion, release, flinkVersions }: OperatorRelease, reflected: Reflected): OperatorCatalog {
  const { title, prefixes } = OPERATOR;
  const declared = reflected.declared.filter(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  const supplement = OPERATOR.supplement.filter(({ releases }) => releases.includes(minorVersion));
  const added = supplement.flatMap(({ fallbackBelow, options }) => options.map((option) => withFallback(option, fallbackBelow)));
  const renamed = new Set(added.flatMap(({ deprecatedKeys = [] }) => deprecatedKeys));
  const all = new Map<string, OperatorOption>();
  for (const key of new Set(declared.map((each) => each.key))) {
    const fields = declared.filter((each) => each.key === key);
    if (!renamed.has(key)) all.set(key, { ...merged(reflected, fields, ''), ...scopeOf(fields[0]) });
  }
  for (const { key, ...option } of added) {
    if (JSON.stringify(all.get(key)) === JSON.stringify(option)) throw new Error(`'${key}' in apache-operator.json is redundant: ${release} declares it`);
    all.set(key, option);
  }
  const options = [...all].filter(([key]) => !key.includes('<'));
  const templates = [...all].filter(([key]) => key.includes('<')).map(([key, option]) => ({ key, ...option }));
  return { title, minorVersion, release, flinkVersions, otherPatches: reflected.otherPatches, prefixes, options: Object.fromEntries(options), templates };
}

function withFallback<T extends Template>(option: T, below: string | undefined): T {
  return below ? { ...option, fallbackKeys: [option.key, ...option.deprecatedKeys ?? []].map((key) => below + key) } : option;
}

function scopeOf({ class: className, key, sections = [] }: Declared): { scope?: string } {
  const found = OPERATOR.scopes.find((each) => each.keys?.includes(key) || (each.class && matches(each.class, className)) || each.sections?.some((section) => sections.includes(section)));
  return found ? { scope: found.scope } : {};
}
