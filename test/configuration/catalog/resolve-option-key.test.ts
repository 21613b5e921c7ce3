import { FlinkVersion } from '../../../src';
import { withNewestKeys, resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { findingText } from '../../../src/private/findings';

const line = (text: string) => FlinkVersion.all().find((v) => v.minorVersion === text)!;
/** A name in the words of a Flink version, and what is told of it. */
const resolve = (version: FlinkVersion, written: string) => {
  const { problem, warning, ...key } = resolveOptionKey(version, written);
  return { ...key, ...(problem ? { problem: findingText(problem) } : {}), ...(warning ? { warning: findingText(warning) } : {}) };
};

test.each([
  ['1.13', 'execution.checkpointing.dir', 'state.checkpoints.dir'],
  ['1.19', 'execution.checkpointing.dir', 'state.checkpoints.dir'],
  ['1.20', 'execution.checkpointing.dir', 'execution.checkpointing.dir'],
  ['1.13', 'high-availability.type', 'high-availability'],
  ['1.13', 'state.backend.type', 'state.backend'],
  ['1.17', 'pekko.ask.timeout', 'akka.ask.timeout'],
  ['1.16', 'env.java.opts.all', 'env.java.opts'],
  ['1.13', 'restart-strategy.type', 'restart-strategy'],
])('Flink %s calls %s %s', (l, newestKey, key) => {
  const { problem, warning, ...resolved } = resolve(line(l), newestKey);
  expect(resolved).toMatchObject({ key, newestKey, known: true });
  expect([problem, warning]).toEqual([undefined, undefined]);
});

test.each([
  ['1.20', 'state.checkpoints.dir', 'execution.checkpointing.dir'],
  ['2.3', 'high-availability', 'high-availability.type'],
  ['1.18', 'akka.ask.timeout', 'pekko.ask.timeout'],
])('on Flink %s the older name %s still means %s, with a warning', (l, written, key) => {
  expect(resolve(line(l), written)).toMatchObject({ key, newestKey: key, known: true, warning: `'${written}' is a deprecated name. Write '${key}'. (deprecated-option)` });
});

test('an option on its way out is kept, with a warning that names what comes after it', () => {
  expect(resolve(FlinkVersion.V1_20, 'jobmanager.heap.size')).toMatchObject({
    key: 'jobmanager.heap.size',
    known: true,
    warning: "'jobmanager.heap.size' is deprecated in Flink 1.20. Write 'jobmanager.memory.heap.size' and 'jobmanager.memory.process.size'. (deprecated-option)",
  });
});

test('an option that goes without a successor says so', () => {
  expect(resolve(FlinkVersion.V2_3, 'queryable-state.enable').warning).toContain('Leave it out if possible: it has no replacement.');
});

test('an option of newer lines is unknown, and the message says of which', () => {
  expect(resolve(FlinkVersion.V1_13, 'process.taskmanager.working-dir')).toMatchObject({
    known: false,
    problem: "Flink 1.13 has no option 'process.taskmanager.working-dir': it is an option of Flink 1.15 and newer. Leave it out, or change the version. (option-of-other-version)",
  });
});

test('an option of older lines is unknown, and the message says what to write', () => {
  const { known, problem } = resolve(FlinkVersion.V2_0, 'jobmanager.heap.size');
  expect(known).toBe(false);
  expect(problem).toContain("Flink 2.0 has no option 'jobmanager.heap.size': it is an option of Flink 1.13 to 1.20.");
  expect(problem).toContain("Write 'jobmanager.memory.heap.size' and 'jobmanager.memory.process.size'. (option-of-other-version)");
});

test('a name that nobody knows gets the nearest one and the way through', () => {
  expect(resolve(FlinkVersion.V1_20, 'web.submit.enabled').problem).toBe(
    "Flink 1.20 has no option 'web.submit.enabled', and would silently ignore it. Did you mean 'web.submit.enable'? Otherwise allow it with configuration.allowUnknown('web.submit.enabled'). (unknown-option)");
  expect(resolve(FlinkVersion.V1_20, 'io.acme.connector').problem).toBe(
    "Flink 1.20 has no option 'io.acme.connector', and would silently ignore it. Allow it with configuration.allowUnknown('io.acme.connector') if your own code reads it. (unknown-option)");
});

test('a name with a part of one\'s own has the type of its template', () => {
  expect(resolve(FlinkVersion.V1_20, 'metrics.reporter.prom.factory.class')).toMatchObject({ known: true, option: { type: 'string' } });
});

test.each(['s3.endpoint', 'fs.s3a.connection.maximum', 'metrics.reporter.mine.anything', 'containerized.master.env.X'])('%s is handed on unread, so it is known without a type', (key) => {
  expect(resolve(FlinkVersion.V1_20, key)).toEqual({ key, newestKey: key, known: true });
});

test('an entry of a map is known by the map\'s name before its own', () => {
  expect(resolve(FlinkVersion.V1_20, 'kubernetes.jobmanager.labels.app.kubernetes.io/name')).toMatchObject({ known: true, option: { type: 'string' } });
  expect(resolve(FlinkVersion.V1_20, 'kubernetes.jobmanager.labels.').known).toBe(false);
  expect(resolve(FlinkVersion.V1_20, 'rest.port.own').known).toBe(false);
  expect(resolve(FlinkVersion.V1_13, 'kubernetes.jobmanager.labels.app').known).toBe(false);
});

test('the beginning of such names alone is no option', () => {
  expect(resolve(FlinkVersion.V1_20, 's3.').known).toBe(false);
});

test('a whole configuration is known by its newest names', () => {
  expect(withNewestKeys(FlinkVersion.V1_13, { 'state.checkpoints.dir': 'a', 'io.acme.x': 'b' })).toEqual({ 'execution.checkpointing.dir': 'a', 'io.acme.x': 'b' });
});
