import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { Declared, Reflected } from './reflect';
import { entriesFor, placesOf, SUPPLEMENT } from './supplement';
import { MinorVersion } from './versions';

/** An option in a catalog. Fields that are false, empty or unknown are left out. */
export interface Option {
  /** One of `boolean integer long float double string duration memory enum list map`. */
  type: string;
  /** The type of a list's elements. */
  element?: string;
  /** Whether a map's entries may also be set one by one, as `key.entry`. */
  entries?: true;
  /** All accepted values, case-insensitive: the constants of an enum, or those of a text option that accepts no others. */
  values?: string[];
  /** How `values` of a text option are compared: `exact` is case-sensitive, `ignored` is `equalsIgnoreCase`. */
  letterCase?: string;
  /** Short names that a text option accepts in addition to class names, case-insensitive. */
  shortcuts?: string[];
  /** What this version requires in place of values of newer versions. */
  legacyValues?: Record<string, string>;
  /** The default as Flink writes it into a configuration. */
  default?: string;
  /** Whether the default depends on the machine that runs Flink. */
  machineDefault?: true;
  /** Deprecated keys that are read as well, with a warning. */
  deprecatedKeys?: string[];
  /** Keys of other options that are read when this one is not set. */
  fallbackKeys?: string[];
  deprecated?: true;
  sensitive?: true;
  /** Whether only the shell scripts of bin/ read it. */
  scripts?: true;
  /** Whether it is internal to Flink, and not for users. */
  internal?: true;
  /** The other types under which the same key is declared. */
  otherTypes?: string[];
}

/** An option whose key contains a name that users choose. */
export interface Template extends Option {
  key: string;
  /** The option that must be set, with the same name, for the template to apply. */
  when?: Record<string, string>;
}

/** All options of one Flink minor version. */
export interface Catalog {
  minorVersion: string;
  release: string;
  /** The jars that were read in another patch release. */
  otherPatches: string[];
  /** The JVM options in the configuration file of the distribution. */
  javaOptions: string;
  /** A key is sensitive when it contains one of these, case-insensitive. */
  sensitive: string[];
  options: Record<string, Option>;
  templates: Template[];
  /** Prefixes of keys that Flink passes on without reading them. */
  passthrough: string[];
  /** Keys that are not options of a cluster, by where they are used. */
  elsewhere: Record<string, string[]>;
}

const INTERNAL = /^(\$internal|internal|hidden|kubernetes\.internal|python\.internal|__table)\./;

/** Creates the catalog of a minor version from the options that its classes declare and those of the supplement. */
export function catalogOf({ minorVersion, release }: MinorVersion, reflected: Reflected): Catalog {
  const scripts = scriptsOf(reflected.home);
  const options = new Map<string, Declared[]>();
  const templates: Template[] = [];
  const passthrough = new Set<string>();
  const elsewhere = new Map<string, Set<string>>();

  for (const declared of reflected.declared) {
    for (const place of keysOf(minorVersion, declared)) {
      if (place.elsewhere) {
        elsewhere.set(place.elsewhere, (elsewhere.get(place.elsewhere) ?? new Set()).add(declared.key));
      } else if (/<(parameter|param|key)>$/.test(place.key)) {
        // In Flink's documentation this stands for any key below the prefix.
        passthrough.add(place.key.replace(/<\w+>$/, ''));
      } else if (place.key.includes('<')) {
        templates.push({ key: place.key, ...(place.when && { when: place.when }), ...spec(reflected, { ...declared, key: place.key }) });
      } else {
        options.set(place.key, [...options.get(place.key) ?? [], { ...declared, key: place.key }]);
      }
    }
  }

  const catalog: Catalog = {
    minorVersion,
    release,
    otherPatches: reflected.otherPatches,
    javaOptions: reflected.shipped['env.java.opts.all'] ?? reflected.shipped['env.java.opts'] ?? '',
    sensitive: reflected.sensitive,
    options: Object.fromEntries([...options].map(([key, all]) => [key, merged(reflected, all, scripts)])),
    templates,
    passthrough: [...passthrough],
    elsewhere: Object.fromEntries([...elsewhere].map(([where, keys]) => [where, [...keys].sort()])),
  };
  supplement(minorVersion, catalog, reflected);
  return catalog;
}

interface PlacedKey {
  readonly key: string;
  readonly when?: Record<string, string>;
  readonly elsewhere?: string;
}

/** The complete keys of a declared key, which may be a suffix, or where else it is used. */
function keysOf(minorVersion: string, { class: className, key, suffixOf }: Declared): PlacedKey[] {
  const places = placesOf(minorVersion, className, key);
  if (places.length) return places.map(({ prefix, when, elsewhere }) => ({ key: `${prefix ?? ''}${key}`, when, elsewhere }));
  if (suffixOf?.includes('<')) return [{ key: `${suffixOf}.${key}` }];
  const whole = suffixOf === undefined && (key.includes('.') || className.startsWith('org.apache.flink.configuration.'));
  if (!whole) throw new Error(`${minorVersion}: '${key}' of ${className} is not a complete key; add its place to supplement.json`);
  return [{ key }];
}

/** One entry for a key that several fields declare: that of a field that is not deprecated, otherwise of the first by name. Deprecated keys are those of all fields. */
export function merged(reflected: Reflected, all: Declared[], scripts: string): Option {
  const name = (field: Declared) => `${field.deprecated ? 1 : 0} ${field.class}.${field.field}`;
  const fields = [...all].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const [first] = fields;
  const names = (of: (field: Declared) => string[]) => [...new Set(fields.flatMap(of))];
  const option = spec(reflected, { ...first, deprecatedKeys: names((field) => field.deprecatedKeys), fallbackKeys: names((field) => field.fallbackKeys) });
  const others = new Set(fields.filter((field) => !field.suffixOf).map(typeName).filter((type) => type !== typeName(first)));
  if (others.size) option.otherTypes = [...others].sort();
  const inScripts = new RegExp(`(?<![\\w.-])${first.key.replace(/[.$]/g, '\\$&')}(?![\\w-]|\\.\\w)`).test(scripts);
  if (inScripts && fields.every((field) => !reflected.read.has(`${field.class}.${field.field}`))) option.scripts = true;
  return option;
}

function typeName({ type, element }: Declared): string {
  return element ? `${type} of ${element}` : type;
}

function spec(reflected: Reflected, declared: Declared): Option {
  const { type, element, values, deprecatedKeys, fallbackKeys } = declared;
  return {
    type,
    ...(element && { element }),
    ...(declared.entries && { entries: true }),
    ...(values && { values }),
    ...(declared.default !== undefined && { default: declared.default }),
    ...(declared.machineDefault && { machineDefault: true }),
    ...(deprecatedKeys.length && { deprecatedKeys }),
    ...(fallbackKeys.length && { fallbackKeys }),
    ...(declared.deprecated && { deprecated: true }),
    ...(isSensitive(reflected, declared) && { sensitive: true }),
    ...(INTERNAL.test(declared.key) && { internal: true }),
  };
}

/** Whether Flink masks a key. Complete keys of suffixes are compared with the same fragments. */
function isSensitive(reflected: Reflected, { key, sensitive }: Declared): boolean {
  const byFragment = reflected.sensitive.some((fragment) => key.toLowerCase().includes(fragment));
  if (sensitive && !byFragment) throw new Error(`${key} is sensitive for a reason other than a fragment`);
  return byFragment;
}

/** Adds the entries of the supplement for a minor version. An entry that the classes themselves declare is an error. */
function supplement(minorVersion: string, catalog: Catalog, reflected: Reflected): void {
  const redundant = (entry: string) => new Error(`${minorVersion}: '${entry}' in supplement.json is redundant: Flink declares it`);
  const bare = { deprecatedKeys: [], fallbackKeys: [], sensitive: false, class: '', field: '', jar: '', deprecated: false };
  for (const { key, type, default: value, deprecated, script } of entriesFor(minorVersion, SUPPLEMENT.options)) {
    if (catalog.options[key]) throw redundant(key);
    catalog.options[key] = spec(reflected, { ...bare, key, type, default: value, deprecated: deprecated ?? false });
    if (script) catalog.options[key].scripts = true;
  }
  for (const { key, type, default: value, deprecated, when } of entriesFor(minorVersion, SUPPLEMENT.templates)) {
    if (catalog.templates.some((each) => each.key === key && JSON.stringify(each.when) === JSON.stringify(when))) throw redundant(key);
    const option = spec(reflected, { ...bare, key, type, default: value, deprecated: deprecated ?? false });
    catalog.templates.push({ key, ...(when && { when }), ...option });
  }
  for (const { prefix } of entriesFor(minorVersion, SUPPLEMENT.passthrough)) {
    if (catalog.passthrough.includes(prefix)) throw redundant(prefix);
    catalog.passthrough.push(prefix);
  }
  for (const { keys, values, letterCase, shortcuts, legacyValues } of entriesFor(minorVersion, SUPPLEMENT.values)) {
    const known = keys.filter((key) => catalog.options[key]);
    if (!known.length) throw new Error(`${minorVersion}: supplement.json has values for ${keys}, which are unknown`);
    for (const key of known) {
      if (values && catalog.options[key].values) throw redundant(`${key}: ${values}`);
      Object.assign(catalog.options[key], values && { values }, letterCase && { letterCase }, shortcuts && { shortcuts }, legacyValues && { legacyValues });
    }
  }
}

/** The text of all scripts without comments. */
function scriptsOf(home: string): string {
  return readdirSync(join(home, 'bin'))
    .map((name) => readFileSync(join(home, 'bin', name), 'utf8').replace(/^\s*#.*$/gm, ''))
    .join('\n');
}
