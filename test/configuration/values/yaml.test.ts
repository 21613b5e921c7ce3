import { parseYaml, Yaml } from '../../../src/configuration/values/yaml';

const map = (...entries: [string | null, Yaml][]) => new Map(entries);

describe('YAML in a value is read', () => {
  test.each<[string, Yaml]>([
    ['[a, b]', ['a', 'b']],
    ['[]', []],
    ['[a, b,]', ['a', 'b']],
    ['[ "a, b" , \'it\'\'s\', c d ]', ['a, b', "it's", 'c d']],
    ['[a: b, {c: d, e}]', [map(['a', 'b']), map(['c', 'd'], ['e', null])]],
    ['{a: {b: [c]}}', map(['a', map(['b', ['c']])])],
    ['{a:b}', map(['a:b', null])],
    ['{"a":b}', map(['a', 'b'])],
    ['[a#b, c] # the rest', ['a#b', 'c']],
    ['[a,\n  b c\n  d]', ['a', 'b c d']],
    ['- a\n- b', ['a', 'b']],
    ['- a: b\n  c: d\n- e', [map(['a', 'b'], ['c', 'd']), 'e']],
    ['- - a\n  - b\n-', [['a', 'b'], null]],
    ['a: b\nc: d', map(['a', 'b'], ['c', 'd'])],
    ['a:\n- b\n- c\nd: e f\n  g', map(['a', ['b', 'c']], ['d', 'e f g'])],
    ['"a b": \'c: d\'', map(['a b', 'c: d'])],
    ['? a b\n: c\n? d\ne: f', map(['a b', 'c'], ['d', null], ['e', 'f'])],
    ['? a\n: b: c\n? d # e\n: - f', map(['a', map(['b', 'c'])], ['d', ['f']])],
    ['a:\n ? b#c\n +.5: d', map(['a', map(['b#c', null], ['0.5', 'd'])])],
    ['a', 'a'],
    ['a\n\nb', 'a\nb'],
    ['"\\u00e9\\x41\\t\\\n  b"', 'éA\tb'],
    ['', null],
    ['# nothing', null],
  ])('%j', (text, content) => {
    expect(parseYaml(text)).toEqual(content);
  });
});

describe('a scalar without quotes comes as Flink writes it again', () => {
  test.each([
    ['010', '10'], ['+5', '5'], ['-007', '-7'], ['0x1F', '31'], ['0o17', '15'], ['1e3', '1000.0'], ['1.10', '1.1'], ['.5', '0.5'], ['1e400', '.inf'], ['-.INF', '-.inf'], ['.NaN', '.nan'],
    ['True', 'true'], ['yes', 'yes'], ['12345678901234567890', '12345678901234567890'], ['1_000', '1_000'], ['2024-01-01', '2024-01-01'], ['1e10', '1.0E10'],
  ])('%s becomes %s', (text, again) => {
    expect(parseYaml(`[${text}]`)).toEqual([again]);
  });

  test.each(['~', 'null', 'NULL'])('%s is nothing', (text) => {
    expect(parseYaml(`[${text}]`)).toEqual([null]);
  });
});

describe('what is no YAML is not read', () => {
  test.each([
    '[a', ']a', '[a,,b]', '[,a]', '{a: b: c}', '{a: b', '[a]b', '[a] [b]', 'a: b: c', '- a\nb', 'a: b\n c: d', ' a: b\nc: d', 'a\nb: c', '"a', "'a", "'a'b", '"\\q"', '{a: 1, a: 2}', 'a: 1\na: 2',
    '[- a]', 'a: - b', '[a,\tb]', '@a', '`a`', '%a', 'a\0b', 'a\x85b', '+.inf', '{a\n: b}',
  ])('%j', (text) => {
    expect(parseYaml(text)).toBeUndefined();
  });

  test.each(['&a b', '*a', '!t a', '|\n a', '? - a', '--- a', '%YAML 1.2'])('%j, which nobody writes, is left out', (text) => {
    expect(parseYaml(text)).toBeUndefined();
  });
});
