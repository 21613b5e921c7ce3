import { configFileText, unwritable } from '../../src/configuration/config-file';
import { FlinkVersion } from '../../src/flink-version';
import { findingText } from '../../src/private/findings';

const { V1_18, V1_19, V2_3 } = FlinkVersion;
const refusal = (version: FlinkVersion, key: string, text: string) => findingText(unwritable(version, key, text)!);

test('config.yaml has every text in double quotes, and names as they are', () => {
  expect(configFileText(V1_19, { 'b.c-d': '1.10', '$internal.a': '{a: 1}' })).toBe('$internal.a: "{a: 1}"\nb.c-d: "1.10"\n');
});

test('flink-conf.yaml has no quotes', () => {
  expect(configFileText(V1_18, { b: '"x"', a: 'y: z' })).toBe('a: y: z\nb: "x"\n');
});

test.each([['a\nb', '"a\\nb"'], ['\u2028\ufeff\x85\x7f', '"\\u2028\\ufeff\\u0085\\u007f"'], ['\\"', '"\\\\\\""'], ['größe 😀', '"größe 😀"'], ['', '""']])('config.yaml holds %j as %s', (text, written) => {
  expect(configFileText(V2_3, { a: text })).toBe(`a: ${written}\n`);
  expect(unwritable(V2_3, 'a', text)).toBeUndefined();
});

test.each([['1', '"1"'], ['true', '"true"'], ['a b', '"a b"'], ['a: b', '"a: b"'], ['#a', '"#a"'], ['', '""']])('config.yaml has the name %j in quotes', (name, written) => {
  expect(configFileText(V2_3, { [name]: 'x' })).toBe(`${written}: "x"\n`);
});

describe('flink-conf.yaml cannot hold a text that', () => {
  test.each([['is empty', ''], ["contains '#'", 'a#b'], ['has several lines', 'a\nb'], ['has several lines', 'a\rb'], ['begins or ends with white space', ' a'], ['begins or ends with white space', 'a\x01'], ['contains an unpaired surrogate', '\ud83d']])('%s: %j', (because, text) => {
    expect(refusal(V1_18, 'a', text)).toBe(`'a' ${because}, which flink-conf.yaml of Flink 1.18 cannot represent. Choose another value, or pass it to the process as environment or argument. (option-not-writable)`);
  });

  test('nor a name with a colon and a blank', () => {
    expect(refusal(V1_18, 'a: b', 'x')).toBe("the key 'a: b' contains a colon and a space, which flink-conf.yaml of Flink 1.18 cannot represent. Choose another key. (option-not-writable)");
  });

  test('but blanks that Java does not take away', () => {
    expect(unwritable(V1_18, 'a', '\u00a0a\u3000')).toBeUndefined();
  });
});

describe('config.yaml cannot hold what Flink loses when it writes the file again:', () => {
  test.each([['ends with empty lines', 'a\n\n'], ['ends with empty lines', '\n'], ['contains an unpaired surrogate', '\ud83dx']])('what %s: %j', (because, text) => {
    expect(refusal(V2_3, 'a', text)).toContain(`'a' ${because}, which config.yaml of Flink 2.3 cannot represent`);
  });

  test('a name that ends with a point, or is too long for YAML', () => {
    expect(refusal(V2_3, 'a.', 'x')).toContain("the key 'a.' ends with a dot");
    expect(refusal(V2_3, 'x'.repeat(1025), 'x')).toContain('has more than 1000 characters');
    expect(unwritable(V2_3, 'x'.repeat(1024), 'x')).toBeUndefined();
  });
});
