import { isEnvName, labelProblem, nameOfId, nameProblem } from '../../src/private/names';

test.each([
  ['Orders', 'orders'],
  ['OrdersNative', 'orders-native'],
  ['ordersNative', 'orders-native'],
  ['SQLGateway', 'sql-gateway'],
  ['TopSpeed2Go', 'top-speed2-go'],
  ['orders', 'orders'],
  ['Orders_v2', 'orders_v2'],
])('the id %s gives the name %s', (id, name) => {
  expect(nameOfId(id)).toBe(name);
});

test.each(['a', 'orders-2', 'a'.repeat(45)])('%s is a name', (name) => {
  expect(nameProblem(name, 45)).toBeUndefined();
});

test.each(['', 'Orders', '2nd', '-orders', 'orders-', 'or.ders', 'or_ders', 'örders'])('%p is no DNS label', (name) => {
  expect(nameProblem(name, 45)).toBe('is not a DNS-1123 label that begins with a letter (lower-case letters, digits and inner hyphens)');
});

test('a name that is too long says by how much', () => {
  expect(nameProblem('a'.repeat(46), 45)).toBe('has 46 characters, 45 are allowed');
});

test.each([['team', 'clicks'], ['example.com/team', ''], ['a'.repeat(63), 'b'.repeat(63)]])('%s: %s is a label', (name, text) => {
  expect(labelProblem(name, text)).toBeUndefined();
});

test.each([
  ['a/b/c', 'x', "'a/b/c' is not a valid label name"],
  ['a'.repeat(64), 'x', `'${'a'.repeat(64)}' is not a valid label name`],
  ['-a', 'x', "'-a' is not a valid label name"],
  ['team', 'clicks and co', "'clicks and co' is not a valid value of the label 'team'"],
  ['team', 'b'.repeat(64), `'${'b'.repeat(64)}' is not a valid value of the label 'team'`],
])('%s: %s is no label', (name, text, problem) => {
  expect(labelProblem(name, text)).toBe(problem);
});

test('a variable of the environment begins with no digit', () => {
  expect(['A_1', '_a', 'a.b-c', '1A', 'A B', ''].map(isEnvName)).toEqual([true, true, true, false, false, false]);
});
