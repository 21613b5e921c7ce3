import { k8s } from 'cdk8s-plus-27';
import { digest } from '../../src/private/digest';
import { canonical, plain } from '../../src/private/plain';

test('the union classes of cdk8s become their content, at any depth', () => {
  expect(plain({ limits: { memory: k8s.Quantity.fromString('1Gi'), cpu: k8s.Quantity.fromNumber(2) }, ports: [k8s.IntOrString.fromString('rest')] }))
    .toEqual({ limits: { memory: '1Gi', cpu: 2 }, ports: ['rest'] });
});

test('undefined fields vanish, empty maps and lists stay', () => {
  const data = plain({ a: undefined, emptyDir: {}, list: [], none: null });
  expect(Object.keys(data)).toEqual(['emptyDir', 'list', 'none']);
});

test('a date becomes its text in UTC', () => {
  expect(plain({ at: new Date(0) })).toEqual({ at: '1970-01-01T00:00:00.000Z' });
});

test('a plain map that happens to have a field called value stays a map', () => {
  expect(plain([{ name: 'A', value: 'b' }])).toEqual([{ name: 'A', value: 'b' }]);
});

test('nothing of what was handed in is changed', () => {
  const data = Object.freeze({ a: Object.freeze({ b: undefined }) });
  expect(plain(data)).toEqual({ a: {} });
});

test('canonical text does not depend on the order of keys, but on the order of lists', () => {
  expect(canonical({ b: { d: 1, c: 2 }, a: [2, 1] })).toBe('{"a":[2,1],"b":{"c":2,"d":1}}');
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});

test('a fingerprint has as many digits as asked for and depends on content alone', () => {
  expect(digest({ a: 1, b: 2 }, 16)).toMatch(/^[0-9a-f]{16}$/);
  expect(digest({ a: 1, b: 2 }, 16)).toBe(digest({ b: 2, a: 1 }, 16));
  expect(digest({ a: 1 }, 16)).not.toBe(digest({ a: '1' }, 16));
});
