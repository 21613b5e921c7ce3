import { FindingSeverity } from '../../src';
import { argumentError, explanation, finding, findingText, problem, warning } from '../../src/private/findings';

test('a finding is two sentences, what is wrong and how to mend it, and its id', () => {
  expect(findingText({ id: 'broken', message: 'it is broken', remedy: 'Mend it' })).toBe('it is broken. Mend it. (broken)');
  expect(findingText({ id: 'broken', message: 'it is broken!', remedy: 'Did you drop it?' })).toBe('it is broken! Did you drop it? (broken)');
  expect(explanation('it is broken', 'Mend it.')).toBe('it is broken. Mend it.');
});

test('an error says first where it is', () => {
  expect(argumentError('chart/Orders', 'broken', 'it is broken', 'Mend it').message).toBe('[chart/Orders] it is broken. Mend it. (broken)');
});

test('a problem makes a deployment impossible, a warning does not', () => {
  expect(problem('broken', 'it is broken', 'Mend it', 'job.args')).toEqual({ id: 'broken', severity: FindingSeverity.ERROR, message: 'it is broken.', remedy: 'Mend it.', subject: 'job.args' });
  expect(warning('slow', 'it is slow', 'Wait')).toEqual({ id: 'slow', severity: FindingSeverity.WARNING, message: 'it is slow.', remedy: 'Wait.' });
});

test('what a feature finds is complete afterwards, and has nothing beside', () => {
  const given = { id: 'broken', message: 'it is broken', remedy: 'Mend it', severity: FindingSeverity.WARNING, more: 1 };
  expect(finding(FindingSeverity.ERROR, given)).toEqual({ id: 'broken', severity: FindingSeverity.ERROR, message: 'it is broken.', remedy: 'Mend it.' });
});
