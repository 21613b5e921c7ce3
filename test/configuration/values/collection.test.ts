import { formatMap, parseList, parseMap, parseMaps } from '../../../src/configuration/values/collection';
import { InvalidValue } from '../../../src/configuration/values/invalid-value';
import { FlinkVersion } from '../../../src/flink-version';

const { V1_13, V1_18, V1_19, V1_20, V2_0 } = FlinkVersion;
const result = (parsed: unknown) => (parsed instanceof InvalidValue ? `${parsed.reason}. ${parsed.remedy}` : parsed);

describe('a list', () => {
  test.each<[FlinkVersion, string, string[]]>([
    [V1_18, 'a;b', ['a', 'b']], [V1_19, 'a;b', ['a', 'b']], [V1_18, " a ; 'b;c' ;'it''s'", ['a', 'b;c', "it's"]], [V1_18, '', []], [V1_18, ';', []], [V1_18, 'a;;b', ['a', '', 'b']],
    [V1_19, '[a, "b;c"]', ['a', 'b;c']], [V1_19, '- a\n- b', ['a', 'b']], [V1_19, '[]', []], [V1_20, '[[a], {b: c}]', ['["a"]', '{"b":"c"}']],
    // what is not a list in YAML, or has a null entry, is parsed in the older syntax
    [V1_20, '[a', ['[a']], [V1_20, '[a, ~]', ['[a, ~]']], [V1_20, '{a: b}', ['{a: b}']],
  ])('on Flink %s: %j', (version, text, entries) => {
    expect(parseList(version, text)).toEqual(entries);
  });

  test('in brackets is one entry in older versions, and the message has the older syntax', () => {
    expect(result(parseList(V1_18, '[a, "b;c"]'))).toBe("Flink 1.18 parses '[a, \"b;c\"]' as one entry that includes the brackets. Write `a;'b;c'`");
    expect(parseList(V1_18, '[a')).toEqual(['[a']);
  });

  test('with an unclosed quote is refused', () => {
    expect(result(parseList(V1_13, "a;'b"))).toContain('unclosed quote');
  });
});

describe('a map', () => {
  test.each<[FlinkVersion, string, { [name: string]: string }]>([
    [V1_18, 'a:b,c:d', { a: 'b', c: 'd' }], [V1_19, 'a:b,c:d', { a: 'b', c: 'd' }], [V1_19, '{a: b, c: 010}', { a: 'b', c: '10' }],
    [V1_19, 'a: b\nc: [1, 2]', { a: 'b', c: '["1","2"]' }], [V1_18, '', {}],
  ])('on Flink %s: %j', (version, text, entries) => {
    expect(parseMap(version, text)).toEqual(entries);
  });

  test.each<[FlinkVersion, string, string]>([
    [V1_18, '{a: b}', "Flink 1.18 parses the braces of '{a: b}' as part of the keys. Write 'a:b'"],
    [V1_18, '{a:b,c:d}', "Write 'a:b,c:d'"],
    [V1_18, '{a}', "Give a map, or write 'key:value,key:value'"],
    [V1_20, 'a', "the entry 'a' has no value. Give a map, or write 'key:value,key:value'"],
    [V1_20, 'a = b', "Write 'a:b'"],
    [V1_20, 'a:b:c', "has more than one ':'. Write `'a:''b:c'''`"],
    [V1_20, 'a:b,a:c', "contains the key 'a' twice. Leave one out"],
    [V1_20, "'a:b", 'unclosed quote'],
    [V1_20, "a:'b", 'unclosed quote'],
  ])('on Flink %s %j is refused: %s', (version, text, what) => {
    expect(result(parseMap(version, text))).toContain(what);
  });
});

describe('a list of maps', () => {
  test.each<[FlinkVersion, string, { [name: string]: string }[]]>([
    [V1_13, 'a:b,c:d;e:f', [{ a: 'b', c: 'd' }, { e: 'f' }]], [V1_20, '[{a: b}, {c: d}]', [{ a: 'b' }, { c: 'd' }]], [V2_0, '{a: b};{c: d}', [{ a: 'b' }, { c: 'd' }]], [V1_20, '', []],
  ])('on Flink %s: %j', (version, text, maps) => {
    expect(parseMaps(version, text)).toEqual(maps);
  });

  test.each<[FlinkVersion, string, string]>([
    [V1_20, '{a: b};{c: d}', "Give a list of maps, or write 'key:value,key:value;key:value'"],
    [V1_20, 'a:b;c', "the entry 'c' has no value."],
    [V1_20, "a:b;'c", 'unclosed quote'],
  ])('on Flink %s %j is refused: %s', (version, text, what) => {
    expect(result(parseMaps(version, text))).toContain(what);
  });
});

test.each<[{ [name: string]: string }]>([[{ a: 'b' }], [{ a: 'b', c: 'd: e' }], [{ 'x,y': "it's" }], [{ '': '' }], [{ a: '[b]' }], [{}]])('a formatted map is parsed to the same entries: %j', (entries) => {
  for (const version of [V1_13, V1_18, V1_20, V2_0]) expect(parseMap(version, formatMap(entries))).toEqual(entries);
});
