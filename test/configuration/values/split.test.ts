import { InvalidValue } from '../../../src/configuration/values/invalid-value';
import { join, split } from '../../../src/configuration/values/split';

describe('a text is taken apart', () => {
  test.each<[string, string[]]>([
    ['a;b', ['a', 'b']],
    [' a ; b c ', ['a', 'b c']],
    ['', []],
    [';', []],
    [';;', ['']],
    ['a;;b', ['a', '', 'b']],
    [';a;', ['a']],
    ["'a;b' ; \"c\"", ['a;b', 'c']],
    ["'it''s';\"say \"\"x\"\"\"", ["it's", 'say "x"']],
    ["it's;a", ["it's", 'a']],
    ["''", ['']],
    ['\u2003a\u2003;\u00a0b', ['a\u2003', '\u00a0b']],
  ])('%j', (text, parts) => {
    expect(split(text, ';')).toEqual(parts);
  });

  test.each(["'a", "a;'b", "'a'b", "'a' 'b'", "'a''"])('%j has its quotes wrong', (text) => {
    expect(split(text, ';')).toBeInstanceOf(InvalidValue);
  });
});

test.each<[string[]]>([
  [[]], [['a']], [['']], [['', '']], [['a;b', "it's", '"', ' a', 'b\t', '\u2003']], [['[a]']], [['- a']], [['{a: b}']], [['a: b']], [['a', 'b: c']], [['#']], [['a\nb']], [['*', '&', '!', '?']],
])('what is joined of %j is taken apart to the same', (parts) => {
  expect(split(join(parts, ';'), ';')).toEqual(parts);
});
