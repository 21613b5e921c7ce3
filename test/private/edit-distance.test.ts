import { editDistance, nearest } from '../../src/private/edit-distance';

test.each([
  ['slots', 'slots', 0], ['slot', 'slots', 1], ['slotss', 'slots', 1], ['slits', 'slots', 1], ['slost', 'slots', 1], ['', 'slots', 5], ['memory', 'replicas', 7],
])('from %s to %s there are %d edits', (a, b, edits) => {
  expect([editDistance(a, b), editDistance(b, a)]).toEqual([edits, edits]);
});

test('edits are not counted beyond a limit', () => {
  expect(editDistance('memory', 'replicas', 2)).toBe(3);
  expect(editDistance('slot', 'slots', 2)).toBe(1);
});

test.each([
  ['taskManger', 'taskManager'], ['task_manager', 'taskManager'], ['TASKMANAGER', 'taskManager'], ['jobmanagers', 'jobManager'], ['pods', 'pod'],
])('%s probably means %s', (text, meant) => {
  expect(nearest(text, ['jobManager', 'pod', 'taskManager'])).toBe(meant);
});

test.each(['job', 'x', '', 'replicas'])('nothing is near to %p', (text) => {
  expect(nearest(text, ['jobManager', 'pod', 'taskManager'])).toBeUndefined();
});
