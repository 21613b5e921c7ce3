import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { Line } from './lines';
import { Declared, Reflected } from './reflect';
import { on, placesOf, SUPPLEMENT } from './supplement';

/** What is known of one option; what is false, empty or unknown is left out. */
export interface Option {
  /** One of `boolean integer long float double string duration memory enum list map`. */
  type: string;
  /** The type of a list's elements. */
  element?: string;
  /** A map's entries may be set one by one, too, as `key.entry`. */
  entries?: true;
  /** All that is taken, case aside: an enum's, or a text option's that is as closed as an enum. */
  values?: string[];
  /** With a text option's `values`: `exact` when case is not left aside after all, `ignored` when each letter's is by itself. */
  letterCase?: string;
  /** Short names that a text option takes beside class names, case aside. */
  shortcuts?: string[];
  /** What this line wants written for a newer line's value. */
  spellings?: Record<string, string>;
  /** As Flink itself writes it into a configuration. */
  default?: string;
  /** The default depends on the machine that runs Flink. */
  machineDefault?: true;
  /** Older names that are read, too, with a warning. */
  deprecatedKeys?: string[];
  /** Other options that are read when this one is not set. */
  fallbackKeys?: string[];
  deprecated?: true;
  sensitive?: true;
  /** Read by the shell scripts of bin/ and by no class. */
  scripts?: true;
  /** Flink's own, not for people to set. */
  internal?: true;
  /** The other types under which the same key is declared. */
  otherTypes?: string[];
}

/** An option whose key has a name in it that people choose. */
export interface Template extends Option {
  key: string;
  /** The setting under which the template holds, with the same chosen name. */
  when?: Record<string, string>;
}

/** All that one Flink line knows. */
export interface Catalog {
  minorVersion: string;
  release: string;
  /** The jars that were read in another patch than the release. */
  otherPatches: string[];
  /** The JVM options that the distribution's own configuration sets. */
  javaOptions: string;
  /** A key is sensitive when it contains one of these, case aside. */
  sensitive: string[];
  options: Record<string, Option>;
  templates: Template[];
  /** Prefixes of keys that are handed on unread. */
  passthrough: string[];
  /** Keys that are no cluster's options, by who takes them. */
  elsewhere: Record<string, string[]>;
}

const INTERNAL = /^(\$internal|internal|hidden|kubernetes\.internal|python\.internal|__table)\./;

/** Puts one line's catalog together from what its classes answer and what the supplement adds. */
export function catalogOf({ minorVersion: line, release }: Line, reflected: Reflected): Catalog {
  const scripts = scriptsOf(reflected.home);
  const options = new Map<string, Declared[]>();
  const templates: Template[] = [];
  const passthrough = new Set<string>();
  const elsewhere = new Map<string, Set<string>>();

  for (const declared of reflected.declared) {
    for (const place of whereabouts(line, declared)) {
      if (place.elsewhere) {
        elsewhere.set(place.elsewhere, (elsewhere.get(place.elsewhere) ?? new Set()).add(declared.key));
      } else if (/<(parameter|param|key)>$/.test(place.key)) {
        // Flink's documentation has a line for 'anything else below this prefix'.
        passthrough.add(place.key.replace(/<\w+>$/, ''));
      } else if (place.key.includes('<')) {
        templates.push({ key: place.key, ...(place.when && { when: place.when }), ...spec(reflected, { ...declared, key: place.key }) });
      } else {
        options.set(place.key, [...options.get(place.key) ?? [], { ...declared, key: place.key }]);
      }
    }
  }

  const catalog: Catalog = {
    minorVersion: line,
    release,
    otherPatches: reflected.otherPatches,
    javaOptions: reflected.shipped['env.java.opts.all'] ?? reflected.shipped['env.java.opts'] ?? '',
    sensitive: reflected.sensitive,
    options: Object.fromEntries([...options].map(([key, all]) => [key, merged(reflected, all, scripts)])),
    templates,
    passthrough: [...passthrough],
    elsewhere: Object.fromEntries([...elsewhere].map(([who, keys]) => [who, [...keys].sort()])),
  };
  supplement(line, catalog, reflected);
  return catalog;
}

interface Whereabouts {
  readonly key: string;
  readonly when?: Record<string, string>;
  readonly elsewhere?: string;
}

/** The whole keys that a declared key stands for, or who else takes it. */
function whereabouts(line: string, { class: className, key, suffixOf }: Declared): Whereabouts[] {
  const places = placesOf(line, className, key);
  if (places.length) return places.map(({ prefix, when, elsewhere }) => ({ key: `${prefix ?? ''}${key}`, when, elsewhere }));
  if (suffixOf?.includes('<')) return [{ key: `${suffixOf}.${key}` }];
  const whole = suffixOf === undefined && (key.includes('.') || className.startsWith('org.apache.flink.configuration.'));
  if (!whole) throw new Error(`${line}: '${key}' of ${className} is no whole key; say in supplement.json where it belongs`);
  return [{ key }];
}

/** One entry for a key that several fields declare: a field that is not deprecated, else the first by name. Each reads its own older names. */
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

/** Flink's own answer where it was asked; by the same fragments for keys that were put together since. */
function isSensitive(reflected: Reflected, { key, sensitive }: Declared): boolean {
  const byFragment = reflected.sensitive.some((fragment) => key.toLowerCase().includes(fragment));
  if (sensitive && !byFragment) throw new Error(`${key} is sensitive for another reason than a fragment`);
  return byFragment;
}

/** Adds what the supplement says of a line, and refuses what the classes have come to say themselves. */
function supplement(line: string, catalog: Catalog, reflected: Reflected): void {
  const redundant = (what: string) => new Error(`${line}: supplement.json need not say '${what}' any more: Flink declares it`);
  const bare = { deprecatedKeys: [], fallbackKeys: [], sensitive: false, class: '', field: '', jar: '', deprecated: false };
  for (const { key, type, default: value, deprecated, script } of on(line, SUPPLEMENT.options)) {
    if (catalog.options[key]) throw redundant(key);
    catalog.options[key] = spec(reflected, { ...bare, key, type, default: value, deprecated: deprecated ?? false });
    if (script) catalog.options[key].scripts = true;
  }
  for (const { key, type, default: value, deprecated, when } of on(line, SUPPLEMENT.templates)) {
    if (catalog.templates.some((each) => each.key === key && JSON.stringify(each.when) === JSON.stringify(when))) throw redundant(key);
    const option = spec(reflected, { ...bare, key, type, default: value, deprecated: deprecated ?? false });
    catalog.templates.push({ key, ...(when && { when }), ...option });
  }
  for (const { prefix } of on(line, SUPPLEMENT.passthrough)) {
    if (catalog.passthrough.includes(prefix)) throw redundant(prefix);
    catalog.passthrough.push(prefix);
  }
  for (const { keys, values, letterCase, shortcuts, spellings } of on(line, SUPPLEMENT.values)) {
    const known = keys.filter((key) => catalog.options[key]);
    if (!known.length) throw new Error(`${line}: supplement.json has values for ${keys}, which are unknown`);
    for (const key of known) {
      if (values && catalog.options[key].values) throw redundant(`${key}: ${values}`);
      Object.assign(catalog.options[key], values && { values }, letterCase && { letterCase }, shortcuts && { shortcuts }, spellings && { spellings });
    }
  }
}

/** The text of all scripts; what a script says in a comment it does not read. */
function scriptsOf(home: string): string {
  return readdirSync(join(home, 'bin'))
    .map((name) => readFileSync(join(home, 'bin', name), 'utf8').replace(/^\s*#.*$/gm, ''))
    .join('\n');
}
