import { hashOrder, hashSetOrder } from '../../src/memory/java-hash';
import { doubleText } from '../../src/private/java-decimal';
import { parseDecimal, parseInteger } from '../../src/private/java-number';

describe('a whole number is read as Java reads it', () => {
  test.each([['7', 7n], ['-7', -7n], ['+7', 7n], ['007', 7n], ['2147483647', 2147483647n], ['-2147483648', -2147483648n], ['４２', 42n], ['৪২', 42n]])('%s', (text, number) => {
    expect(parseInteger(text, 32)).toBe(number);
  });

  test.each(['', '+', ' 7', '7 ', '7.0', '1e1', '1_0', '0x7', '2147483648', '-2147483649', '𝟚'])("'%s' is none of 32 bits", (text) => {
    expect(parseInteger(text, 32)).toBeUndefined();
  });

  test('with 64 bits as with 32', () => {
    expect(parseInteger('9223372036854775807', 64)).toBe(2n ** 63n - 1n);
    expect(parseInteger('9223372036854775808', 64)).toBeUndefined();
  });
});

describe('a fraction is read as Java reads a float, and widened', () => {
  test.each([
    ['0.1', 0.10000000149011612], ['0.4', 0.4000000059604645], [' .4\n', 0.4000000059604645], ['4e-1f', 0.4000000059604645], ['5.', 5], ['0x1p-2', 0.25], ['0x.8P0d', 0.5],
    ['-0.25', -0.25], ['Infinity', Infinity], ['1e400', Infinity],
  ])("'%s'", (text, number) => expect(parseDecimal(text, 'float')).toBe(number));

  test.each(['', '.', '1e', '0,4', '40%', '0x1', '1_0', '\u00a00.4', '٤', 'nan', '0b1'])("'%s' is none", (text) => {
    expect(parseDecimal(text, 'float')).toBeUndefined();
  });

  test('not through a double, which would round twice', () => {
    const between = '0.5000000298023223876953125';
    expect(parseDecimal(between, 'float')).toBe(0.5);
    expect(parseDecimal(`${between}0000000001`, 'float')).toBe(0.5 + 2 ** -24);
    expect(parseDecimal('0x1.0000010000000001p-1', 'float')).toBe(0.5 + 2 ** -24);
  });

  test('or as a double, where Java takes one', () => expect(parseDecimal('0.1', 'double')).toBe(0.1));
});

describe('a number is written with the digits of Java', () => {
  test.each([
    [0, '0.0'], [1, '1.0'], [-2.5, '-2.5'], [0.1, '0.1'], [0.001, '0.001'], [0.0001, '1.0E-4'], [1e6, '1000000.0'], [1e7, '1.0E7'], [123456789, '1.23456789E8'],
    [0.10000000149011612, '0.10000000149011612'], [4.9e-324, '4.9E-324'],
  ])('%s', (number, text) => expect(doubleText(number)).toBe(text));

  test('which are more than JavaScript needs for powers of two and whole numbers beyond 2^53', () => {
    expect(doubleText(2 ** -31)).toBe('4.6566128730773926E-10');
    expect(doubleText(2 ** -25)).toBe('2.9802322387695312E-8');
    expect(doubleText(1152921504606846976)).toBe('1.15292150460684698E18');
  });
});

test('keys come in the order of a HashMap, which grows with them', () => {
  expect(hashOrder(['jobmanager.memory.heap.size', 'jobmanager.memory.off-heap.size', 'jobmanager.memory.jvm-metaspace.size'])).toEqual([
    'jobmanager.memory.off-heap.size', 'jobmanager.memory.jvm-metaspace.size', 'jobmanager.memory.heap.size',
  ]);
  expect(hashSetOrder(['gpu', 'fpga', 'gpu'])).toEqual(['fpga', 'gpu']);
});
