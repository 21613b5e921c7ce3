import { catalogData } from '../../../src/configuration/catalog/catalog-data';
import { configFileText, unwritable } from '../../../src/configuration/config-file';
import { parseValue } from '../../../src/configuration/values/parse-value';
import { valueText } from '../../../src/configuration/values/value-text';
import { FlinkVersion } from '../../../src/flink-version';
import { versionOf } from '../../../tools/flink/version';
import { Random } from '../../../tools/memory/random';
import { askedFor } from '../../../tools/values/asked';
import { AWKWARD_NAMES, AWKWARD_TEXTS } from '../../../tools/values/awkward';
import { validContent } from '../../../tools/values/contents';
import { Answer, Asked, Flink, Question } from '../../../tools/values/oracle';
import { isSame } from '../../../tools/values/same-value';

/** What one version's loader made of the files in one syntax. */
export interface LoaderCheck {
  readonly file: string;
  /** Options that we wrote and the version read as they were meant. */
  readonly equal: number;
  /** Values that the options themselves were asked for: a name with several meanings has several. */
  readonly values: number;
  /** Files that we refuse to write and that the version misreads or refuses. */
  readonly refused: number;
  readonly differences: string[];
}

/** A file, what must be read in it, or that it must not be. */
interface Case {
  readonly version: FlinkVersion;
  readonly options: { readonly [key: string]: string };
  readonly asked: readonly Asked[];
  readonly mustFail: boolean;
}

/**
 * Writes configuration files with our own writer, and has a version's own loader read them: in its own syntax; 1.19 and 1.20, which know
 * both, in both. What we write must be read as it was meant, to the character, and as the value of its option. What we refuse to write
 * must be misread or refused by the version, too.
 */
export async function checkLoader(flink: Flink, minorVersion: string, seed: number): Promise<LoaderCheck[]> {
  const version = versionOf(minorVersion);
  const legacy = inLegacySyntax(version);
  const both = version._facts.configFile === 'config.yaml' && version.minorVersion.startsWith('1.');
  const syntaxes = both ? [version, legacy] : [version];
  const cases = syntaxes.flatMap((each) => [...awkward(each), ...allOptions(each, seed)]);
  const answers = await flink.reads(cases.map(question));
  return syntaxes.map((each) => {
    const own = cases.map((_, i) => i).filter((i) => cases[i].version === each);
    return compared(each, own.map((i) => cases[i]), own.map((i) => answers[i]));
  });
}

/** The same release with the configuration file of the older versions. */
function inLegacySyntax(version: FlinkVersion): FlinkVersion {
  return Object.assign(Object.create(FlinkVersion.prototype), version, { _facts: { ...version._facts, configFile: 'flink-conf.yaml' } });
}

function question({ version, options, asked }: Case): Question {
  return { name: version._facts.configFile, text: configFileText(version, options), asked };
}

/** Every awkward text by itself, and all that can be written in one file. The same for names. */
function awkward(version: FlinkVersion): Case[] {
  const pairs = [...AWKWARD_TEXTS.map((text, i) => [`awkward.text-${i}`, text]), ...AWKWARD_NAMES.map((name) => [name, 'x'])];
  const writable = pairs.filter(([key, text]) => !unwritable(version, key, text));
  return [
    ...pairs.map(([key, text]): Case => ({ version, options: { [key]: text }, asked: [], mustFail: unwritable(version, key, text) !== undefined })),
    // Names with points may be the beginning of others, which is another matter.
    { version, options: Object.fromEntries(writable.filter(([key, text]) => text !== 'x' || !key.includes('.'))), asked: [], mustFail: false },
  ];
}

/** Every option of the version with several values of its type, all in one file a time. */
function allOptions(version: FlinkVersion, seed: number): Case[] {
  const random = new Random(seed);
  const { options, templates } = catalogData(version);
  const named = [...Object.entries(options), ...templates.map((template) => [template.key.replace(/<[^>]+>/g, 'own-name'), template] as const)];
  return Array.from({ length: 20 }, () => {
    const entries = named.flatMap(([key, option]) => {
      const { text } = valueText(version, key, validContent(random, key, option).content, option, 'a test');
      return text === undefined || unwritable(version, key, text) ? [] : [{ key, text, asked: askedFor(version, key, option) }];
    });
    // Of two names of which one is the beginning of the other, resolveConfiguration() lets one through.
    const kept = entries.filter(({ key }) => !entries.some((other) => other.key.startsWith(`${key}.`)));
    return { version, options: Object.fromEntries(kept.map(({ key, text }) => [key, text])), asked: kept.flatMap(({ asked }) => asked), mustFail: false };
  });
}

function compared(version: FlinkVersion, cases: readonly Case[], answers: readonly Answer[]): LoaderCheck {
  const differences: string[] = [];
  let equal = 0;
  let values = 0;
  let refused = 0;
  cases.forEach(({ options, asked, mustFail }, i) => {
    const { refusedFile, lost, loaded, readings } = answers[i];
    const keys = Object.keys(options);
    const wrong = keys.filter((key) => loaded[key]?.text !== options[key] || loaded[key].kind !== 'String');
    const surplus = Object.keys(loaded).filter((key) => !(key in options));
    if (mustFail) {
      if (refusedFile !== undefined || lost !== undefined || wrong.length || surplus.length) refused += 1;
      else differences.push(`refused by us, and read as meant: ${brief(options)}`);
      return;
    }
    const trouble = refusedFile ?? lost;
    if (trouble !== undefined) differences.push(`${trouble}: ${brief(options)}`);
    else differences.push(...[...wrong, ...surplus].map((key) => `${JSON.stringify(key.slice(0, 80))}: meant ${JSON.stringify(options[key])?.slice(0, 80)}, read ${JSON.stringify(loaded[key])?.slice(0, 120)}`));
    equal += keys.length - wrong.length;
    asked.forEach((each, j) => {
      const ours = parseValue(version, each.key, each, options[each.key]);
      const same = readings[j]?.kind === 'value' && isSame(each, ours as never, readings[j].text);
      // A name with several meanings is read by one of them.
      const other = asked.some((another, k) => k !== j && another.key === each.key && readings[k]?.kind === 'value');
      if (same) values += 1;
      else if (!other) differences.push(`${each.key} = ${JSON.stringify(options[each.key])}: read as ${JSON.stringify(readings[j])}`);
    });
  });
  return { file: version._facts.configFile, equal, values, refused, differences };
}

function brief(options: { readonly [key: string]: string }): string {
  return JSON.stringify(options).slice(0, 160);
}
