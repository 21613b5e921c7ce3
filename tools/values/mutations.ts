import { Duration, Size } from 'cdk8s';
import { OptionData } from '../../src/configuration/catalog/catalog-data';
import { Random } from '../memory/random';

/** What goes wrong with a value when people write it: each makes another text of a good one. */
const MUTATIONS: { readonly [kind: string]: (random: Random, text: string, option: OptionData) => string } = {
  'typo': (random, text) => typo(random, text),
  'case': (random, text) => random.pick([text.toUpperCase(), text.toLowerCase(), swapped(text), text[0] + text.slice(1).toUpperCase()]),
  'blank': (random, text) => random.pick([` ${text}`, `${text} `, `\t${text}`, `${text}\t`, `${text}\n`, `\u00a0${text}`, `${text}\u3000`, '', ' ', '\t', insert(random, text, ' '), insert(random, text, '\u2003')]),
  'sign': (random, text) => random.pick([`-${text}`, `+${text}`, `--${text}`, `- ${text}`, `\u2212${text}`, '-1', '-0', '+0']),
  'decimal': (random, text) => random.pick([`${digits(text)}.0`, `${digits(text)}.5`, `${digits(text)},5`, `.${digits(text)}`, `${digits(text)}.`, text.replace(/\d+/, '$&.5'), text.replace(/\d+/, '$&,25'), '50%', '1/2', '0.1f', '0.5d', '1e-3', '0x1p3', 'NaN', 'Infinity', '-Infinity', '1e400', '1e-400', '3.4028236e38']),
  'overflow': (random, text) => random.pick(['2147483647', '2147483648', '-2147483649', '9223372036854775807', '9223372036854775808', '-9223372036854775809', '18446744073709551616', '99999999999999999999', '106751991167300 d', '106751991167301 d', '9223372036854775807 s', '9223372036854775808 s', '9223372036854775 ms', '9223372036854775807 ns', '8388607t', '8388608t', '9007199254740992k', text.replace(/\d+/, '$&000000000000000')]),
  'notation': (random, text) => random.pick([`${digits(text)}e3`, '1_000', '1,000', '1000L', '0x10', '010', '０１２', '\u0661\u0662', '1 000', "1'000", '1e3', '0b1', '1.0e2', '\u{1d7d9}', '١٢ s']),
  'unit dropped': (_, text) => text.replace(/[^\d]+$/, ''),
  'another unit': (random, text) => `${digits(text)}${random.pick(['', ' ', '  ', '\t', '\u00a0'])}${random.pick(TIME_UNITS)}`,
  'memory unit': (random, text) => `${digits(text)}${random.pick(['', ' '])}${random.pick(MEMORY_UNITS)}`,
  'several units': (random, text) => random.pick(['1h30m', '1h 30min', '1 h 30 min', '1m30s', '2 weeks', '1:30', '10 s 5', `${text} ${text}`, `${text}s`]),
  'ISO duration': (random) => random.pick(ISO),
  'quotes': (random, text) => random.pick([`'${text}'`, `"${text}"`, `'${text}`, `${text}'`, `"${text}`, `\`${text}\``, `''${text}''`, `'${text.replace(/'/g, "''")}';${text}`, `'${text}' x`, insert(random, text, "'"), insert(random, text, '"')]),
  'wrong type': (random) => random.pick(OTHER_TYPES),
  'word of another option': (random, _, option) => random.pick([...option.values ?? [], 'EXACTLY_ONCE', 'SNAPPY_COMPRESSION', 'SLOTS', 'rocksdb', 'fixed-delay', 'NO_CLAIM', 'LZ4', 'AUTO', 'Adaptive', 'AUTOMATIC']).replace(/_/g, random.pick(['_', '-', ' ', ''])),
  'separators': (random, text) => insert(random, text, random.pick([';', ';;', ',', ',,', ':', '=', '|', '#', ' #', ': ', '\n'])),
  'brackets': (random, text) => random.pick([`[${text}]`, `[${text.replace(/;/g, ', ')}]`, `{${text}}`, `{${text.replace(/:/g, ': ').replace(/,/g, ', ')}}`, `[${text}`, `${text}]`, `[{${text.replace(/:/g, ': ')}}]`, `- ${text.replace(/;/g, '\n- ')}`, text.replace(/:/g, ': ').replace(/,/g, '\n')]),
  'YAML': (random) => yamlish(random),
  'letters beyond ASCII': (random, text) => random.pick([text.replace(/s/g, 'ſ'), text.replace(/k/gi, '\u212a'), text.replace(/i/gi, 'ı'), text.replace(/i/gi, 'İ'), text.replace(/(\d)/g, (d) => String.fromCharCode(0xff10 + Number(d))), `${digits(text)} \u00b5s`, `${digits(text)} \u03bcs`, `${digits(text)} \u039cS`, `\ufeff${text}`, `${text}\u0000`]),
};

const TIME_UNITS = ['d', 'day', 'days', 'h', 'hr', 'hours', 'm', 'min', 'mins', 'minute', 's', 'sec', 'secs', 'sek', 'second', 'seconds', 'ms', 'milli', 'millis', 'msec', 'milliseconds', 'us', 'µs', 'micros', 'ns', 'nanos', 'w', 'week', 'y', 'M', 'S', 'MS', 'H', 'Min', 's.', 'x'];
const MEMORY_UNITS = ['b', 'B', 'bytes', 'k', 'K', 'kb', 'KB', 'Ki', 'KiB', 'kibibytes', 'm', 'M', 'mb', 'Mi', 'MiB', 'mebibytes', 'megabytes', 'g', 'G', 'gb', 'Gi', 'GiB', 't', 'tb', 'Ti', 'p', 'P', 'Pi', 'e', 'x'];
const ISO = ['PT10S', 'P1D', 'PT1H30M', 'PT-1S', '-PT1S', '-PT-5S', '+PT1S', 'P1Y', 'P1M', 'P1W', 'pt1.5s', 'P1DT', 'P1Dt', 'PT', 'P', 'PT0S', 'PT-0S', 'PT0.000000001S', 'PT0.0000000001S', 'PT1,5S', 'PT.5S', 'PT1.S', 'P106751991167300D', 'P106751991167301D', 'PT9223372036854775807S', 'PT9223372036854775808S', 'PT1M-1S', 'PT-1M120S', 'P-1DT25H', ' PT1S ', 'PT 1S', 'PT-0.5S', 'P1DT1H1M1.123456789S', 'PT+5S'];
const OTHER_TYPES = ['true', 'false', 'yes', 'no', 'on', 'off', '1', '0', '10', '-1', '0.5', '1.0', '10 s', '512m', 'a', 'a;b', 'a:b', 'a:b,c:d', 'a,b', '[a, b]', '{a: b}', '[]', '{}', '', 'null', '~', 'none', 'NONE', 'PT10S', 'org.example.Thing', '*', 'http://h:1/p', 'a: b', 'a: b, c: d', '- a', "''", '""', ';', ',', ':'];

/** Contents of other types than text, one of which fits any option at best. */
const TYPED: (() => any)[] = [
  () => true, () => 1, () => 0, () => -1, () => 0.5, () => 1e21, () => NaN, () => Infinity,
  () => Duration.seconds(10), () => Duration.millis(1500), () => Duration.days(3), () => Size.mebibytes(64), () => Size.gibibytes(2),
  () => [], () => ['a', 'b'], () => [1, true], () => [['a']], () => [{ a: 'b' }], () => [Duration.seconds(1)],
  () => ({}), () => ({ a: 'b', c: 1 }), () => ({ a: ['b'] }), () => null, () => [null], () => ({ a: null }), () => new Date(0), () => new Map([['a', 'b']]), () => (() => 1),
];

/** A text that is wrong in one way more than a good one, if at all, and in which way. */
export function mutated(random: Random, text: string, option: OptionData): { kind: string; content: any } {
  if (random.chance(0.1)) return { kind: 'typed content', content: random.pick(TYPED)() };
  const kinds = Object.keys(MUTATIONS);
  const structured = option.type === 'list' || option.type === 'map';
  const kind = structured && random.chance(0.6) ? random.pick(['YAML', 'brackets', 'separators', 'quotes']) : random.pick(kinds);
  return { kind, content: MUTATIONS[kind](random, text, option) };
}

/** A name with a slip of the finger. */
export function typo(random: Random, text: string): string {
  if (text === '') return 'x';
  const at = random.whole(0, text.length - 1);
  return random.pick([
    text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + text[at] + text.slice(at), text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
    text.slice(0, at) + random.pick([...'aeis-_.10']) + text.slice(at + 1), text.slice(0, at) + random.pick([...'aeis-_.10 ']) + text.slice(at),
  ]);
}

function insert(random: Random, text: string, what: string): string {
  const at = random.whole(0, text.length);
  return text.slice(0, at) + what + text.slice(at);
}

function digits(text: string): string {
  return /\d+/.exec(text)?.[0] ?? '7';
}

function swapped(text: string): string {
  return [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
}

const WORDS = ['a', 'b', '1', '010', '1.10', '1e3', '0x1F', '-5', '+.5', '.inf', 'true', 'False', 'null', '~', "'q'", '"q"', "'it''s'", '"\\u0041\\n"', 'a b', 'k:v', 'x#y', '-x', ':y', '?z', 'é', '$' + '{A}', ''];

/** Something that YAML reads as a collection, or that is only a bit off. */
function yamlish(random: Random): string {
  const noise = () => (random.chance(0.06) ? random.pick(['#', ' #', '&a ', '*a', '!t ', '|', '\t', "'", '"', ',', ':', ': ', ' ', '\n', '\n ', '-', '- ', '? ', '%', '\\', '---\n', ';', '[', ']', '{', '}']) : '');
  const word = () => noise() + random.pick(WORDS) + noise();
  const gap = () => random.pick(['', '', ' ', ' ', '  ', '\n', '\n  ', ' # c\n']);
  const flow = (depth: number): string => {
    if (depth === 0 || random.chance(0.6)) return word();
    const items = Array.from({ length: random.whole(0, 3) }, () => flow(depth - 1));
    return random.chance(0.5)
      ? `[${gap()}${items.map((item) => (random.chance(0.15) ? `${word()}: ${item}` : item)).join(`${gap()},${gap()}`)}${gap()}]`
      : `{${gap()}${items.map((item) => `${word()}${random.pick([':', ': ', ': ', ' : '])}${item}`).join(`${gap()},${gap()}`)}${gap()}}`;
  };
  const block = (depth: number, indent: string): string => {
    if (depth === 0 || random.chance(0.3)) return flow(1);
    const deeper = indent + random.pick([' ', '  ']);
    const lines = Array.from({ length: random.whole(1, 3) }, () => (random.chance(0.5)
      ? `- ${block(depth - 1, `${indent}  `)}`
      : `${word()}:${random.chance(0.5) ? ` ${flow(1)}` : `\n${deeper}${block(depth - 1, deeper)}`}`));
    return (random.chance(0.5) ? lines.map((line) => (line.startsWith('- ') ? line : `- ${line}`)) : lines).join(`\n${indent}${random.chance(0.05) ? ' ' : ''}`);
  };
  return random.chance(0.5) ? gap() + flow(3) + gap() : block(3, '');
}
