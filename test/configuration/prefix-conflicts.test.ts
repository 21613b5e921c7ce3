import { assigned, resolved } from './resolved';
import { FlinkVersion } from '../../src';

const problems = (version: FlinkVersion, options: { [option: string]: any }, allowed: string[] = []) => (
  resolved(version, Object.entries(options).map(([option, content]) => assigned(option, content)), allowed).problems);

test('on a line with nested YAML, an option may not begin another\'s name', () => {
  expect(problems(FlinkVersion.V1_20, { 'io.acme': 'x', 'io.acme.retries': 3 }, ['io.'])).toEqual([
    "'io.acme' (by configuration) is a prefix of 'io.acme.retries' (by configuration), and Flink 1.20 cannot keep both in its configuration file. Use the longer key of 'io.acme', or leave one out. (prefix-conflict)",
  ]);
});

test('on a line with flat lines it may', () => {
  expect(problems(FlinkVersion.V1_18, { 'io.acme': 'x', 'io.acme.retries': 3 }, ['io.'])).toEqual([]);
});

test.each([[FlinkVersion.V1_20, 'cannot keep both in its configuration file'], [FlinkVersion.V1_18, 'reads only the first']])('on Flink %s a map may not stand beside an entry of it', (version, losing) => {
  expect(problems(version, { 'kubernetes.jobmanager.labels': { team: 'orders' }, 'kubernetes.jobmanager.labels.app': 'x' })).toEqual([
    `'kubernetes.jobmanager.labels' (by configuration) is a prefix of 'kubernetes.jobmanager.labels.app' (by configuration), and Flink ${version.minorVersion} ${losing}. `
    + "Give all entries in 'kubernetes.jobmanager.labels', or each by itself. (prefix-conflict)",
  ]);
});

test('only whole parts of a name count', () => {
  expect(problems(FlinkVersion.V1_20, { 'io.acme': 'x', 'io.acmeretries': 3 }, ['io.'])).toEqual([]);
});

test('Flink\'s own names that clashed are spelled at length and clash no more', () => {
  expect(problems(FlinkVersion.V1_20, { 'high-availability': 'none', 'high-availability.storageDir': 's3://a/b' })).toEqual([]);
});
