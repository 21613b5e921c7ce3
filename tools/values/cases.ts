import { validContent } from './contents';
import { mutated, typo } from './mutations';
import { catalogData, allHistory, OptionData } from '../../src/configuration/catalog/catalog-data';
import { FILE_SYSTEM_OPTIONS } from '../../src/configuration/catalog/file-system-options';
import { newestKeyOf, resolveOptionKey } from '../../src/configuration/catalog/resolve-option-key';
import { OptionAssignment } from '../../src/configuration/effective-configuration';
import { valueText } from '../../src/configuration/values/value-text';
import { FlinkVersion } from '../../src/flink-version';
import { Random } from '../memory/random';

/** A configuration, one option of which is looked at. */
export interface Case {
  /** What was done to the option; `valid` when nothing was. */
  readonly kind: string;
  readonly subject: OptionAssignment;
  readonly others: OptionAssignment[];
  /** How the oracle prints what the option has to mean, where it is known without reading a text. */
  readonly meant?: string;
  /** The good text of which the content was made. */
  readonly good?: string;
}

/** Configurations from a version's own catalog, most of them wrong in one place. They depend on the seed only. */
export function cases(version: FlinkVersion, seed: number, count: number): Case[] {
  const random = new Random(seed);
  const maker = new Maker(version, random);
  return Array.from({ length: count }, () => {
    const roll = random.next();
    if (roll < 0.12) return maker.valid();
    if (roll < 0.16) return maker.otherName();
    if (roll < 0.26) return maker.wrongName();
    if (roll < 0.30) return maker.beginningOfAnother();
    if (roll < 0.34) return maker.setTwice();
    return roll < 0.42 ? maker.ofAnotherVersion() : maker.wrongValue();
  });
}

type Named = readonly [key: string, option: OptionData];

class Maker {
  private readonly options: Named[];
  private readonly structured: Named[];
  /** Options that have, or had, another type or other words on another version. */
  private readonly changed: (readonly [key: string, version: FlinkVersion, there: string, option: OptionData])[];
  private readonly older: Named[];

  constructor(private readonly version: FlinkVersion, private readonly random: Random) {
    const { options, templates } = catalogData(version);
    const named = templates.map((template): Named => [template.key.replace(/<[^>]+>/g, 'own'), template]);
    this.options = [...Object.entries(options), ...named];
    this.structured = this.options.filter(([, { type, values }]) => type === 'list' || type === 'map' || values);
    this.older = Object.values(options).flatMap((option) => (option.deprecatedKeys ?? []).filter((key) => !options[key]).map((key): Named => [key, option]));
    const own = new Map(Object.keys(options).map((key) => [newestKeyOf(key), key]));
    this.changed = FlinkVersion.all().filter(({ minorVersion }) => minorVersion !== version.minorVersion).flatMap((other) => Object.entries(catalogData(other).options)
      .map(([there, option]) => [own.get(newestKeyOf(there)) ?? '', other, there, option] as const)
      .filter(([key, , , option]) => options[key] && (options[key].type !== option.type || String(options[key].values) !== String(option.values))));
  }

  public valid(): Case {
    const [key, option] = this.pick();
    const { content, meant } = validContent(this.random, key, option);
    return { kind: 'valid', subject: claim(key, content), others: this.others(), meant };
  }

  /** A good value under an older name that the version still reads, or under the newest, which it may not know yet. */
  public otherName(): Case {
    const { options } = catalogData(this.version);
    const newer = this.options.map(([key, option]): Named => [newestKeyOf(key), option]).filter(([key, option]) => !('key' in option) && !options[key]);
    const kind = newer.length && this.random.chance(0.5) ? 'newer name' : 'older name';
    const [key, option] = this.random.pick(kind === 'newer name' ? newer : this.older);
    const { content, meant } = validContent(this.random, resolveOptionKey(this.version, key).key, option);
    return { kind, subject: claim(key, content), others: this.others(), meant };
  }

  public wrongValue(): Case {
    const [key, option] = this.pick();
    const good = valueText(this.version, key, validContent(this.random, key, option).content, option, 'a test').text ?? '1';
    const { kind, content } = mutated(this.random, good, option);
    return { kind, subject: claim(key, content), others: this.others(), good };
  }

  /** A value as another version writes it, where the option is of another type or has other words. */
  public ofAnotherVersion(): Case {
    const [key, version, there, option] = this.random.pick(this.changed);
    const { text } = valueText(version, there, validContent(this.random, there, option).content, option, 'a test');
    return { kind: 'value of another version', subject: claim(key, text ?? '1'), others: this.others() };
  }

  /** A name with a typo, in another case, of another version, or below a name that is no prefix. */
  public wrongName(): Case {
    const [key] = this.pick();
    // Options of file systems are left out: Flink's core passes them on as text.
    const elsewhere = Object.keys(allHistory()).filter((name) => !catalogData(this.version).options[name] && !FILE_SYSTEM_OPTIONS.resolve(this.version, name)?.option);
    const [kind, name] = this.random.pick<[string, string]>([
      ['name with a typo', typo(this.random, key)], ['name with a typo', typo(this.random, key)], ['name in another case', key.toUpperCase()], ['name in another case', key.replace(/-./g, (c) => c[1].toUpperCase())],
      ['name of another version', this.random.pick(elsewhere)], ['name of another version', this.random.pick(elsewhere)], ['name of another version', this.random.pick(elsewhere)], ['name with an end', `${key}.more`], ['name cut short', key.slice(0, key.lastIndexOf('.'))],
    ]);
    return { kind, subject: claim(name, this.random.pick(['1', 'true', '10 s', 'a', '64m'])), others: [] };
  }

  /** An option together with one whose name goes on where its own ends. */
  public beginningOfAnother(): Case {
    const pairs = [...this.options, ...this.older].flatMap(([key, option]) => this.options
      .filter(([longer]) => longer.startsWith(`${key}.`) && resolveOptionKey(this.version, key).key !== longer)
      .map(([longer, other]) => [key, option, longer, other] as const));
    const [key, option, longer, other] = this.random.pick(pairs);
    const content = (name: string, of: OptionData) => claim(name, validContent(this.random, name, of).content);
    return { kind: 'beginning of another', subject: content(key, option), others: [content(longer, other)] };
  }

  /** Two owners that want different values of one option, which may go by two names. */
  public setTwice(): Case {
    for (;;) {
      const [name, option] = this.random.pick(this.random.chance(0.5) ? this.older : this.options);
      const { key } = resolveOptionKey(this.version, name);
      const [one, other] = [1, 2].map(() => validContent(this.random, key, option).content);
      const [a, b] = [one, other].map((content) => valueText(this.version, key, content, option, 'a test').text);
      if (a !== undefined && b !== undefined && a !== b) return { kind: 'set twice', subject: claim(name, one), others: [{ ...claim(key, other), owner: 'somebody else' }] };
    }
  }

  /** Lists, maps and words are few, and have the most to go wrong. */
  private pick(): Named {
    return this.random.pick(this.random.chance(0.3) ? this.structured : this.options);
  }

  private others(): OptionAssignment[] {
    return Array.from({ length: this.random.whole(0, 3) }, () => {
      const [key, option] = this.random.pick(this.options);
      return claim(key, validContent(this.random, key, option).content);
    });
  }
}

function claim(option: string, content: any): OptionAssignment {
  return { option, content, owner: 'a test', precedence: 'explicit' };
}
