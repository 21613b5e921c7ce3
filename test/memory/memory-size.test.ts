import { Size } from 'cdk8s';
import { bytesOf, humanMemorySize, InvalidMemorySize, memorySizeText, parseMemorySize, shortMemorySize } from '../../src/private/memory-size';

const KIBI = 1024n;
const LARGEST = 2n ** 63n - 1n;

describe('an amount of memory', () => {
  test.each([
    ['1024', 1024n], ['1728m', 1728n * KIBI ** 2n], ['1b', 1n], ['1 bytes', 1n], ['2k', 2n * KIBI], ['2kb', 2n * KIBI], ['2 kibibytes', 2n * KIBI], ['3mb', 3n * KIBI ** 2n],
    ['3 MebiBytes', 3n * KIBI ** 2n], ['4 GB', 4n * KIBI ** 3n], ['4gibibytes', 4n * KIBI ** 3n], ['5T', 5n * KIBI ** 4n], ['5 tebibytes', 5n * KIBI ** 4n],
    ['  6  m  ', 6n * KIBI ** 2n], ['007', 7n], ['0', 0n], ['9223372036854775807', LARGEST], ['8388607t', 8388607n * KIBI ** 4n],
  ])("'%s' is read", (text, bytes) => expect(parseMemorySize(text)).toBe(bytes));

  test.each([
    ['1600Mi', "'1600Mi' has the unknown unit 'Mi'", "Write '1600m': "],
    ['1Gi', "'1Gi' has the unknown unit 'Gi'", "Write '1g': "],
    ['512 KiB', "'512 KiB' has the unknown unit 'KiB'", "Write '512k': "],
    ['1.5g', "'1.5g' has the unknown unit '.5g'", "Write '1536m': "],
    ['0.3g', "'0.3g' has the unknown unit '.3g'", "Write for example '1728m': "],
    ['10 megabytes', "'10 megabytes' has the unknown unit 'megabytes'", "Write for example '1728m': "],
    ['1_000', "'1_000' has the unknown unit '_000'", "Write for example '1728m': "],
    ['1e3', "'1e3' has the unknown unit 'e3'", "Write for example '1728m': "],
    ['-1', "'-1' does not begin with a whole number", "Write for example '1728m': "],
    ['g', "'g' does not begin with a whole number", "Write for example '1728m': "],
    ['', "'' does not begin with a whole number", "Write for example '1728m': "],
    ['9223372036854775808', "'9223372036854775808' is more than the 9223372036854775807 bytes that Flink can represent", 'Write a smaller amount'],
    ['8388608t', "'8388608t' is more than the 9223372036854775807 bytes that Flink can represent", 'Write a smaller amount'],
  ])("'%s' is refused, and the message says what to write", (text, reason, remedy) => {
    const invalid = parseMemorySize(text);
    expect(invalid).toMatchObject({ reason, remedy: remedy.endsWith(': ') ? `${remedy}a whole number and one of the units b, k, m, g, t, each 1024 times the one before` : remedy });
  });

  test('the suggested text is available by itself', () => {
    expect(['1.5g', '512 KiB', 'soon'].map((text) => (parseMemorySize(text) as InvalidMemorySize).suggestion)).toEqual(['1536m', '512k', undefined]);
  });

  test('only the white space that Java trims is ignored', () => {
    expect(parseMemorySize('\t1 \u0000m\n')).toBe(KIBI ** 2n);
    expect(parseMemorySize('1\u00a0m')).toHaveProperty('reason');
  });

  test.each([
    [0n, '0 bytes'], [1n, '1 bytes'], [1024n, '1 kb'], [1025n, '1025 bytes'], [1728n * KIBI ** 2n, '1728 mb'], [KIBI ** 3n, '1 gb'],
    [KIBI ** 4n, '1099511627776 bytes'], [LARGEST, '9223372036854775807 bytes'],
  ])('of %s bytes is written as Flink writes it to files', (bytes, text) => expect(memorySizeText(bytes)).toBe(text));

  test.each([
    [0n, '0 bytes'], [1024n, '1024 bytes'], [1025n, '1.001kb (1025 bytes)'], [KIBI ** 2n, '1024.000kb (1048576 bytes)'],
    [1728n * KIBI ** 2n, '1.688gb (1811939328 bytes)'], [KIBI ** 4n, '1024.000gb (1099511627776 bytes)'],
    [LARGEST, '8388608.000tb (9223372036854775807 bytes)'],
  ])('of %s bytes is written as Flink writes it for people', (bytes, text) => expect(humanMemorySize(bytes)).toBe(text));

  test.each([[0n, '0'], [1000n, '1000'], [1024n, '1k'], [1728n * KIBI ** 2n, '1728m'], [2n * KIBI ** 3n, '2g'], [KIBI ** 4n, '1t']])(
    'of %s bytes is written short, and read again', (bytes, text) => {
      expect(shortMemorySize(bytes)).toBe(text);
      expect(parseMemorySize(text)).toBe(bytes);
    });
});

describe('a Size', () => {
  test('has the bytes of its unit', () => {
    expect(bytesOf(Size.mebibytes(1728))).toBe(1728n * KIBI ** 2n);
    expect(bytesOf(Size.gibibytes(1.5))).toBe(1536n * KIBI ** 2n);
    expect(bytesOf(Size.kibibytes(0.5))).toBe(512n);
  });

  test('is refused when it is no whole number of bytes, or too large to count', () => {
    expect(bytesOf(Size.kibibytes(0.3))).toEqual({ reason: 'a Size of 307.2 bytes is not a whole number of bytes', remedy: 'Give a Size in a smaller unit' });
    expect(bytesOf(Size.pebibyte(8192))).toHaveProperty('remedy', 'Write a smaller amount');
  });
});
