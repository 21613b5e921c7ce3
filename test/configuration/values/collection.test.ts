import { joined, readList, readMap, readMaps } from '../../../src/configuration/values/collection';
import { InvalidValue } from '../../../src/configuration/values/invalid-value';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_18, V1_19, V1_20, V2_0 } = FlinkVersion;
const said = (read: unknown) => (read instanceof InvalidValue ? `${read.what}. ${read.remedy}` : read);

describe('a list', () => {
  test.each<[FlinkVersion, string, string[]]>([
    [V1_18, 'a;b', ['a', 'b']], [V1_19, 'a;b', ['a', 'b']], [V1_18, " a ; 'b;c' ;'it''s'", ['a', 'b;c', "it's"]], [V1_18, '', []], [V1_18, ';', []], [V1_18, 'a;;b', ['a', '', 'b']],
    [V1_19, '[a, "b;c"]', ['a', 'b;c']], [V1_19, '- a\n- b', ['a', 'b']], [V1_19, '[]', []], [V1_20, '[[a], {b: c}]', ['["a"]', '{"b":"c"}']],
    // what is no list in YAML, or has nothing in it, is one of the older form
    [V1_20, '[a', ['[a']], [V1_20, '[a, ~]', ['[a, ~]']], [V1_20, '{a: b}', ['{a: b}']],
  ])('on Flink %s: %j', (version, text, entries) => {
    expect(readList(version, text)).toEqual(entries);
  });

  test('in brackets is one entry to older lines, and the message has the older form', () => {
    expect(said(readList(V1_18, '[a, "b;c"]'))).toBe("'[a, \"b;c\"]' is one entry to Flink 1.18, brackets and all. Write `a;'b;c'`");
    expect(readList(V1_18, '[a')).toEqual(['[a']);
  });

  test('with an open quote is none', () => {
    expect(said(readList(V1_13, "a;'b"))).toContain('never closed');
  });
});

describe('a map', () => {
  test.each<[FlinkVersion, string, { [name: string]: string }]>([
    [V1_18, 'a:b,c:d', { a: 'b', c: 'd' }], [V1_19, 'a:b,c:d', { a: 'b', c: 'd' }], [V1_19, '{a: b, c: 010}', { a: 'b', c: '10' }],
    [V1_19, 'a: b\nc: [1, 2]', { a: 'b', c: '["1","2"]' }], [V1_18, '', {}],
  ])('on Flink %s: %j', (version, text, entries) => {
    expect(readMap(version, text)).toEqual(entries);
  });

  test.each<[FlinkVersion, string, string]>([
    [V1_18, '{a: b}', "is read by Flink 1.18 with its braces as part of the names. Write 'a:b'"],
    [V1_18, '{a:b,c:d}', "Write 'a:b,c:d'"],
    [V1_18, '{a}', "Give a map, or write 'name:text,name:text'"],
    [V1_20, 'a', "'a' in it is a name without a text. Give a map, or write 'name:text,name:text'"],
    [V1_20, 'a = b', "Write 'a:b'"],
    [V1_20, 'a:b:c', "is more than one name and one text. Write `'a:''b:c'''`"],
    [V1_20, 'a:b,a:c', "has 'a' twice. Leave one out"],
    [V1_20, "'a:b", 'never closed'],
    [V1_20, "a:'b", 'never closed'],
  ])('on Flink %s %j is none: %s', (version, text, what) => {
    expect(said(readMap(version, text))).toContain(what);
  });
});

describe('a list of maps', () => {
  test.each<[FlinkVersion, string, { [name: string]: string }[]]>([
    [V1_13, 'a:b,c:d;e:f', [{ a: 'b', c: 'd' }, { e: 'f' }]], [V1_20, '[{a: b}, {c: d}]', [{ a: 'b' }, { c: 'd' }]], [V2_0, '{a: b};{c: d}', [{ a: 'b' }, { c: 'd' }]], [V1_20, '', []],
  ])('on Flink %s: %j', (version, text, maps) => {
    expect(readMaps(version, text)).toEqual(maps);
  });

  test.each<[FlinkVersion, string, string]>([
    [V1_20, '{a: b};{c: d}', "Give a list of maps, or write 'name:text,name:text;name:text'"],
    [V1_20, 'a:b;c', "'c' in it is a name without a text."],
    [V1_20, "a:b;'c", 'never closed'],
  ])('on Flink %s %j is none: %s', (version, text, what) => {
    expect(said(readMaps(version, text))).toContain(what);
  });
});

test.each<[{ [name: string]: string }]>([[{ a: 'b' }], [{ a: 'b', c: 'd: e' }], [{ 'x,y': "it's" }], [{ '': '' }], [{ a: '[b]' }], [{}]])('what is joined is read again: %j', (entries) => {
  for (const version of [V1_13, V1_18, V1_20, V2_0]) expect(readMap(version, joined(entries))).toEqual(entries);
});
