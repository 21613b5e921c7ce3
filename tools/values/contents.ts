import { Duration, Size } from 'cdk8s';
import { OptionData } from '../../src/configuration/catalog/catalog-data';
import { bytesPerUnit, nanosPerUnit, parsedTypeOf } from '../../src/configuration/values/unit';
import { Random } from '../memory/random';

/** What somebody gives, and how the oracle prints what Flink has to make of it; nothing where only our own reading can tell. */
export interface Content {
  readonly content: any;
  readonly meant?: string;
}

const WORDS = ['a', 'orders', 'x;y', 'k:v', 'a,b', "it's", '"q"', ' b ', '- x', '[a]', '{a: b}', 'a: b', '1.10', '010', 'true', 'null', '~', '*', '&a', '!t', '#c', 'a #b', 'größe', '日本', '😀', '', "''", ';', ':', ',',
  'http://h:1/p?q=1', 'NoSchedule', 'a\nb', '\tb', '%', '@', '|', '? a', '\u00a0', '\u2003x', '-', '---', "'", 'a:', ': a', '{', '}', '[', ']', '__proto__', 'constructor'];

/** A value of an option's own type, typed or as text, that every version can hold. */
export function validContent(random: Random, key: string, option: OptionData): Content {
  const amount = random.whole(0, 5000);
  switch (option.type) {
    case 'boolean': return random.pick<Content>([{ content: true, meant: 'true' }, { content: false, meant: 'false' }, { content: 'TRUE', meant: 'true' }, { content: 'fAlse', meant: 'false' }]);
    case 'integer': case 'long': return count(random, key, option, amount);
    case 'float': case 'double': return random.pick<Content>([{ content: amount / 8, meant: decimal(amount / 8) }, { content: `${amount}.5`, meant: decimal(amount + 0.5) }, { content: `.${amount}` }]);
    case 'duration': return duration(random, amount);
    case 'memory': return random.pick<Content>([
      { content: Size.mebibytes(amount), meant: String(amount * 1024 ** 2) }, { content: Size.kibibytes(amount), meant: String(amount * 1024) },
      { content: amount, meant: String(amount) }, { content: `${amount} ${random.pick(['kb', 'M', 'GB', 'mebibytes', 'b'])}` }, { content: `${amount}` },
    ]);
    case 'enum': return cased(random, random.pick(option.values!));
    case 'list': return list(random, option);
    case 'map': return random.chance(0.8) ? { content: map(random) } : { content: random.pick(['a:b', 'a:b,c:d', ' a : b ', "'a':b", 'a:\'b:c\'', "'a:''b,c'''"]) };
    default: return text(random, key, option, amount);
  }
}

function count(random: Random, key: string, option: OptionData, amount: number): Content {
  const nanos = nanosPerUnit(key, option);
  const bytes = bytesPerUnit(key, option);
  const choices: Content[] = [{ content: amount, meant: String(amount) }, { content: `${amount}`, meant: String(amount) }, { content: `+${amount}`, meant: String(amount) }];
  if (nanos) choices.push({ content: Duration.millis(amount * Number(nanos / 1_000_000n)), meant: String(amount) });
  if (bytes) choices.push({ content: Size.kibibytes(amount * Math.max(Number(bytes) / 1024, 1)), meant: String(bytes === 1n ? amount * 1024 : amount) });
  return random.pick(choices);
}

function duration(random: Random, amount: number): Content {
  const seconds = (of: number) => `${of} s 0 ns`;
  return random.pick<Content>([
    { content: Duration.seconds(amount), meant: seconds(amount) }, { content: Duration.minutes(amount), meant: seconds(amount * 60) },
    { content: Duration.days(amount), meant: seconds(amount * 86400) },
    { content: Duration.millis(amount), meant: `${Math.floor(amount / 1000)} s ${amount % 1000 * 1e6} ns` }, { content: amount },
    { content: `${amount} ${random.pick(['s', 'min', 'h', 'd', 'ms', 'micros', 'nanoseconds', 'MS', 'Days'])}` }, { content: ` ${amount}s ` },
  ]);
}

function list(random: Random, option: OptionData): Content {
  const some = <T>(make: () => T) => Array.from({ length: random.whole(0, 4) }, make);
  if (option.element === 'map') return { content: some(() => map(random)) };
  if (option.element === 'enum') {
    const words = some(() => random.pick(option.values!));
    return { content: random.chance(0.5) ? words : words.join(';') };
  }
  const entries = some(() => random.pick(WORDS));
  return { content: entries, meant: JSON.stringify(entries) };
}

function map(random: Random): { [name: string]: string | number | boolean } {
  const entries = Array.from({ length: random.whole(0, 3) }, () => [random.pick(WORDS), random.pick<string | number | boolean>([...WORDS, 1, true])]);
  return Object.fromEntries(entries.filter(([name]) => name !== '__proto__'));
}

function text(random: Random, key: string, option: OptionData, amount: number): Content {
  if (option.values) return cased(random, random.pick(option.values));
  const { shortcuts } = option as { shortcuts?: string[] };
  if (shortcuts) return cased(random, random.pick(shortcuts));
  const later = parsedTypeOf(key, option);
  if (later === 'duration' && random.chance(0.5)) return { content: Duration.seconds(amount), meant: `${amount} s` };
  if (later === 'memory' && random.chance(0.5)) return { content: Size.kibibytes(amount), meant: `${amount * 1024}b` };
  return random.pick<Content>([{ content: 'a', meant: 'a' }, { content: amount, meant: String(amount) }, { content: 'a b: c, d;e', meant: 'a b: c, d;e' }, { content: '{a: 1}', meant: '{a: 1}' }]);
}

function cased(random: Random, word: string): Content {
  return { content: random.pick([word, word.toLowerCase(), word.toUpperCase(), [...word].map((c, i) => (i % 2 ? c.toUpperCase() : c.toLowerCase())).join('')]) };
}

function decimal(number: number): string {
  return Number.isInteger(number) ? `${number}.0` : String(number);
}
