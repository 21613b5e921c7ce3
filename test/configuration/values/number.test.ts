import { InvalidValue } from '../../../src/configuration/values/invalid-value';
import { parseBoolean, parseFloatingPoint, parseWholeNumber } from '../../../src/configuration/values/number';

const result = (parsed: unknown) => (parsed instanceof InvalidValue ? `${parsed.reason}. ${parsed.remedy}` : parsed);

test.each([['true', true], ['TRUE', true], ['fAlse', false]])('%j is a boolean', (text, value) => {
  expect(parseBoolean(text)).toBe(value);
});

test.each([
  ['yes', "'yes' is neither. Write 'true'"], ['Off', "Write 'false'"], ['0', "Write 'false'"], [' true ', "Write 'true'"], ['"false"', "Write 'false'"], ['flase', "Write 'false'"], ['', "Write 'true' or 'false'"],
])('%j is no boolean: %s', (text, what) => {
  expect(result(parseBoolean(text))).toContain(what);
});

test.each<[string, 32 | 64, bigint]>([
  ['4', 32, 4n], ['+4', 32, 4n], ['-2147483648', 32, -2147483648n], ['2147483647', 32, 2147483647n], ['9223372036854775807', 64, 9223372036854775807n], ['007', 32, 7n], ['٤٢', 32, 42n],
])('%j is a whole number of %s bits', (text, bits, value) => {
  expect(parseWholeNumber(text, bits)).toBe(value);
});

test.each<[string, 32 | 64, string]>([
  ['2147483648', 32, "'2147483648' does not fit into 32 bits. Write a whole number from -2147483648 to 2147483647"],
  ['9223372036854775808', 64, 'does not fit into 64 bits.'],
  ['4.0', 32, "'4.0' is not written as one. Write '4'"],
  ['1e3', 32, "Write '1000'"],
  ['1,000', 32, "Write '1000'"],
  ["1'000'000", 32, 'Write \'1000000\''],
  ['1 000', 32, "Write '1000'"],
  [' 4 ', 32, "Write '4'"],
  ['1,5', 32, "'1,5' is not."],
  ['4.5', 32, "'4.5' is not. Write a whole number"],
  ['', 32, "'' is not."],
  ['1e400', 64, "'1e400' is not."],
])('%j is no whole number of %s bits: %s', (text, bits, what) => {
  expect(result(parseWholeNumber(text, bits))).toContain(what);
});

test.each<[string, 'float' | 'double', number]>([['0.1', 'double', 0.1], ['0.1', 'float', Math.fround(0.1)], [' .5f ', 'double', 0.5], ['1e400', 'double', Infinity], ['-Infinity', 'float', -Infinity], ['NaN', 'double', NaN], ['0x1p3', 'double', 8]])(
  '%j is a %s', (text, type, value) => {
    expect(parseFloatingPoint(text, type)).toBe(value);
  });

test.each([['0,5', "'0,5' is not. Write '0.5'"], ['10 %', "Write '0.1'"], ['1_000.5', "Write '1000.5'"], ['half', "Write digits with a point, for example '0.5'"], ['', 'Write digits with a point'], ['%', 'Write digits with a point']])('%j is no number: %s', (text, what) => {
  expect(result(parseFloatingPoint(text, 'double'))).toContain(what);
});
