import { FlinkVersion } from '../../../src';
import { didYouMean } from '../../../src/configuration/catalog/did-you-mean';

const near = (written: string) => didYouMean(FlinkVersion.V1_20, written);

test.each([
  ['a missing letter', 'taskmanager.numberOfTaskSlot', 'taskmanager.numberOfTaskSlots'],
  ['a letter too many', 'web.submit.enabled', 'web.submit.enable'],
  ['another letter', 'paralelism.default', 'parallelism.default'],
  ['two letters swapped', 'rest.prot', 'rest.port'],
  ['another case', 'REST.PORT', 'rest.port'],
])('%s: %s is near to %s', (_, written, meant) => {
  expect(near(written)[0]).toBe(meant);
});

test('templates are near with the user\'s own word in them', () => {
  expect(near('metrics.reporter.prom.factroy.class')[0]).toBe('metrics.reporter.prom.factory.class');
});

test('what is far from everything is near to nothing', () => {
  expect(near('io.acme.connector.retries')).toEqual([]);
});

test('at most two names are offered, the nearest first', () => {
  const names = near('jobmanager.rpc.por');
  expect(names[0]).toBe('jobmanager.rpc.port');
  expect(names.length).toBeLessThanOrEqual(2);
});

test('only names of the line are offered', () => {
  expect(didYouMean(FlinkVersion.V1_13, 'execution.checkpointing.dirr')).not.toContain('execution.checkpointing.dir');
});
