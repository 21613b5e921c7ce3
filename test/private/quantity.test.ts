import { cores, mebibytes } from '../../src/private/quantity';
import { complaint, wrong } from '../../src/private/findings';

test.each([['2', 2], ['500m', 0.5], ['1.5', 1.5], ['1500m', 1.5]])('%s of CPU is %d cores', (text, count) => {
  expect(cores(text)).toBe(count);
});

test.each([[2 ** 20, '1Mi'], [2 ** 20 + 1, '2Mi'], [1, '1Mi'], [1600 * 2 ** 20, '1600Mi']])('%d bytes are %s, rounded up', (bytes, text) => {
  expect(mebibytes(bytes)).toBe(text);
});

test('a message is two sentences: what is wrong, and how to mend it', () => {
  expect(complaint('it is broken', 'Mend it')).toBe('it is broken. Mend it.');
  expect(complaint('it is broken!', 'Did you drop it?')).toBe('it is broken! Did you drop it?');
});

test('an error says first where it is', () => {
  expect(wrong('chart/Orders', 'it is broken', 'Mend it').message).toBe('[chart/Orders] it is broken. Mend it.');
});
