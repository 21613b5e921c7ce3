import { readFileSync } from 'fs';
import { basename, join } from 'path';
import { merged, Option, Template } from './catalog';
import { jarsOf } from './jars';
import { lineOf } from './lines';
import { Declared, Reflected, reflectGroups } from './reflect';
import { matches } from './supplement';
import { mavenJar } from '../flink/distribution';

/** An option that an operator reads, and in which configuration, where it is not the cluster's. */
export interface OperatorOption extends Option {
  /** `operator`: the operator's own configuration alone. `blue-green`: that of a FlinkBlueGreenDeployment alone. */
  scope?: string;
}

/** All options that one minor release of an operator reads beside Flink's. */
export interface OperatorCatalog {
  /** What messages call it, without the release. */
  title: string;
  minorVersion: string;
  release: string;
  /** The jars that were read in another patch than the release. */
  otherPatches: string[];
  /** Everything that begins so is the operator's. */
  prefixes: string[];
  options: Record<string, OperatorOption>;
  templates: (Template & OperatorOption)[];
}

/** One release of the operator, and which jars it is read from. */
export interface OperatorRelease {
  readonly minorVersion: string;
  readonly release: string;
  readonly flink: string;
  readonly jars: string[];
  readonly classPath: string[];
}

/** Where options of some sections, of a class or by their names are read. */
interface Scope {
  readonly scope: string;
  readonly sections?: string[];
  readonly class?: string;
  readonly keys?: string[];
}

/** What no class declares that can be asked. */
export interface OperatorSupplement {
  readonly releases: string[];
  readonly why: string;
  /** The class that holds the key, or the literal, where there is one to look into. */
  readonly class?: string;
  readonly literal?: string;
  /** Every option here is read by its name below this prefix, too. */
  readonly fallbackBelow?: string;
  readonly options: (Template & OperatorOption)[];
}

/** What `apache-operator.json` says. */
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

/** Asks the classes of one release. */
export async function reflectOperator(release: OperatorRelease): Promise<Reflected> {
  const flink = await jarsOf(lineOf(release.flink));
  const jars = await operatorJars(release);
  const classPath = await Promise.all(release.classPath.map(mavenJar));
  // Of Flink the operator links with the distribution's own classes alone, and asking the others takes its time.
  const links = flink.groups[0].filter((jar) => /^(flink-dist|log4j)/.test(basename(jar)));
  const reflected = await reflectGroups(`Apache operator ${release.minorVersion}`, flink.home, [links, [...jars, ...classPath]]);
  const own = new Set(jars.map((jar) => basename(jar)));
  return { ...reflected, declared: reflected.declared.filter(({ jar }) => own.has(jar)), otherPatches: otherPatches(release) };
}

function otherPatches({ release, jars }: OperatorRelease): string[] {
  return jars.filter((jar) => !jar.endsWith(`:${release}`)).map((jar) => jar.split(':').slice(1).join(':')).sort();
}

/** Puts one release's catalog together. What its classes declare outside its prefixes is Flink's, or internal. */
export function operatorCatalogOf({ minorVersion, release }: OperatorRelease, reflected: Reflected): OperatorCatalog {
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
    if (JSON.stringify(all.get(key)) === JSON.stringify(option)) throw new Error(`apache-operator.json need not say '${key}': ${release} declares it`);
    all.set(key, option);
  }
  const options = [...all].filter(([key]) => !key.includes('<'));
  const templates = [...all].filter(([key]) => key.includes('<')).map(([key, option]) => ({ key, ...option }));
  return { title, minorVersion, release, otherPatches: reflected.otherPatches, prefixes, options: Object.fromEntries(options), templates };
}

function withFallback<T extends Template>(option: T, below: string | undefined): T {
  return below ? { ...option, fallbackKeys: [option.key, ...option.deprecatedKeys ?? []].map((key) => below + key) } : option;
}

function scopeOf({ class: className, key, sections = [] }: Declared): { scope?: string } {
  const found = OPERATOR.scopes.find((each) => each.keys?.includes(key) || (each.class && matches(each.class, className)) || each.sections?.some((section) => sections.includes(section)));
  return found ? { scope: found.scope } : {};
}
