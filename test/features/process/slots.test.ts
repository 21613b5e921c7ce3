import { Slots } from '../../../src/features/process/slots';
import { told } from '../../harness/findings';

test('a session has one slot per TaskManager and leaves parallelism to its jobs', () => {
  expect(new Slots().bind()).toMatchObject({ configuration: {}, defaults: { 'taskmanager.numberOfTaskSlots': 1 } });
  expect(Object.keys(new Slots().bind().defaults!)).toEqual(['taskmanager.numberOfTaskSlots']);
});

test('one job has parallelism 1', () => {
  expect(new Slots(undefined, undefined, true).bind().defaults).toEqual({ 'taskmanager.numberOfTaskSlots': 1, 'parallelism.default': 1 });
});

test('slots and parallelism that are said are options', () => {
  expect(new Slots(4, 8, true).bind().configuration).toEqual({ 'taskmanager.numberOfTaskSlots': 4, 'parallelism.default': 8 });
});

test.each([0, -1, 1.5, NaN])('refuses %d slots', (slots) => {
  expect(told(new Slots(slots).bind().problems)).toEqual([`taskManager.slots is ${slots}. Give a TaskManager at least 1 slot; one for each CPU is a good start. (invalid-slots)`]);
});
