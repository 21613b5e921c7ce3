import { validContent } from './contents';
import { mutated, typo } from './mutations';
import { catalogData, allHistory, OptionData } from '../../src/configuration/catalog-data';
import { Claim } from '../../src/configuration/settled';
import { spell } from '../../src/configuration/spelling';
import { valueText } from '../../src/configuration/value-text';
import { FlinkVersion } from '../../src/flink-version';
import { Random } from '../memory/random';

/** A configuration, one option of which is looked at. */
export interface Case {
  /** What was done to the option; `valid` when nothing was. */
  readonly kind: string;
  readonly subject: Claim;
  readonly others: Claim[];
  /** How the oracle prints what the option has to mean, where it is known without reading a text. */
  readonly meant?: string;
}

/** Configurations from a line's own catalog, most of them wrong in one place. They depend on the seed only. */
export function cases(version: FlinkVersion, seed: number, count: number): Case[] {
  const random = new Random(seed);
  const maker = new Maker(version, random);
  return Array.from({ length: count }, () => {
    const roll = random.next();
    return roll < 0.15 ? maker.valid() : roll < 0.25 ? maker.wrongName() : roll < 0.29 ? maker.beginningOfAnother() : maker.wrongValue();
  });
}

class Maker {
  private readonly options: [string, OptionData][];
  private readonly structured: [string, OptionData][];

  constructor(private readonly version: FlinkVersion, private readonly random: Random) {
    const { options, templates } = catalogData(version);
    const named = templates.map((template): [string, OptionData] => [template.key.replace(/<[^>]+>/g, 'own'), template]);
    this.options = [...Object.entries(options), ...named];
    this.structured = this.options.filter(([, { type, values }]) => type === 'list' || type === 'map' || values);
  }

  public valid(): Case {
    const [key, option] = this.pick();
    const { content, meant } = validContent(this.random, key, option);
    return { kind: 'valid', subject: claim(key, content), others: this.others(), meant };
  }

  public wrongValue(): Case {
    const [key, option] = this.pick();
    const good = valueText(this.version, key, validContent(this.random, key, option).content, option, 'a test').text ?? '1';
    const { kind, content } = mutated(this.random, good, option);
    return { kind, subject: claim(key, content), others: this.others() };
  }

  /** A name with a typo, in another case, of another line, or below a name that is no prefix. */
  public wrongName(): Case {
    const [key] = this.pick();
    const elsewhere = Object.keys(allHistory()).filter((name) => !catalogData(this.version).options[name]);
    const [kind, name] = this.random.pick<[string, string]>([
      ['name with a typo', typo(this.random, key)], ['name with a typo', typo(this.random, key)], ['name in another case', key.toUpperCase()], ['name in another case', key.replace(/-./g, (c) => c[1].toUpperCase())],
      ['name of another line', this.random.pick(elsewhere)], ['name of another line', this.random.pick(elsewhere)], ['name of another line', this.random.pick(elsewhere)], ['name with an end', `${key}.more`], ['name cut short', key.slice(0, key.lastIndexOf('.'))],
    ]);
    return { kind, subject: claim(name, this.random.pick(['1', 'true', '10 s', 'a', '64m'])), others: [] };
  }

  /** An option together with one whose name goes on where its own ends. */
  public beginningOfAnother(): Case {
    const older = this.options.flatMap(([, option]) => (option.deprecatedKeys ?? []).map((key): [string, OptionData] => [key, option]));
    const pairs = [...this.options, ...older].flatMap(([key, option]) => this.options
      .filter(([longer]) => longer.startsWith(`${key}.`) && spell(this.version, key).key !== longer)
      .map(([longer, other]) => [key, option, longer, other] as const));
    const [key, option, longer, other] = this.random.pick(pairs);
    const content = (name: string, of: OptionData) => claim(name, validContent(this.random, name, of).content);
    return { kind: 'beginning of another', subject: content(key, option), others: [content(longer, other)] };
  }

  /** Lists, maps and words are few, and have the most to go wrong. */
  private pick(): [string, OptionData] {
    return this.random.pick(this.random.chance(0.3) ? this.structured : this.options);
  }

  private others(): Claim[] {
    return Array.from({ length: this.random.whole(0, 3) }, () => {
      const [key, option] = this.random.pick(this.options);
      return claim(key, validContent(this.random, key, option).content);
    });
  }
}

function claim(option: string, content: any): Claim {
  return { option, content, owner: 'a test', strength: 'explicit' };
}
