import { amountOf, cores, mebibytes } from '../../src/private/quantity';

test.each([['2', 2], ['500m', 0.5], ['1.5', 1.5], ['1500m', 1.5]])('%s of CPU is %d cores', (text, count) => {
  expect(cores(text)).toBe(count);
});

test.each([[2 ** 20, '1Mi'], [2 ** 20 + 1, '2Mi'], [1, '1Mi'], [1600 * 2 ** 20, '1600Mi']])('%d bytes are %s, rounded up', (bytes, text) => {
  expect(mebibytes(bytes)).toBe(text);
});

test.each([['2', 2], [3, 3], ['500m', 0.5], ['1Ki', 1024], ['1k', 1000], ['2Gi', 2 ** 31], ['1e3', 1000], ['1.5E', 1.5e18]])('%s is an amount of %d', (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});
