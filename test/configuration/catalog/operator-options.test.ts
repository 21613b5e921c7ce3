import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { FlinkOptionCatalog, FlinkOptionType, FlinkVersion } from '../../../src';
import { OperatorOptions } from '../../../src/configuration/catalog/operator-options';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { OPERATOR } from '../../../tools/catalog/operator';

const FOLDER = join(__dirname, '..', '..', '..', 'catalog');
const V1_20 = FlinkVersion.V1_20;
const DICTIONARY = OperatorOptions.of('apache-operator');

const operated = (key: string, version = V1_20) => resolveOptionKey(version, key, [DICTIONARY]);

test.each([
  ['kubernetes.operator.job.restart.failed', 'boolean'],
  ['kubernetes.operator.deployment.readiness.timeout', 'duration'],
  ['kubernetes.operator.savepoint.history.max.count', 'integer'],
  ['kubernetes.operator.user.artifacts.max-size', 'memory'],
  ['kubernetes.operator.exception.label.mapper', 'map'],
  ['job.autoscaler.vertex.exclude.ids', 'list'],
  ['job.autoscaler.utilization.target', 'double'],
])('the operator reads %s as %s', (key, type) => {
  expect(operated(key)).toEqual({ key, newestKey: key, known: true, option: expect.objectContaining({ type }), warning: undefined });
});

test('an enumeration has its words', () => {
  expect(operated('kubernetes.operator.savepoint.format.type').option).toMatchObject({ type: 'enum', values: ['CANONICAL', 'NATIVE'] });
});

test('a name below the operator\'s prefixes that it does not read gets the nearest one, and the release', () => {
  expect(operated('kubernetes.operator.job.restart.faild')).toMatchObject({
    known: false,
    problem: {
      id: 'unknown-option',
      message: "the Apache operator 1.16 has no option 'kubernetes.operator.job.restart.faild', and would silently ignore it.",
      remedy: "Did you mean 'kubernetes.operator.job.restart.failed'? Otherwise allow it with configuration.allowUnknown('kubernetes.operator.job.restart.faild').",
    },
  });
});

test.each(['kubernetes.operator.', 'job.autoscaler.', 'kubernetes.operator.zzz.qqq'])('%s is unknown without a name near it', (key) => {
  expect(operated(key).problem).toMatchObject({ id: 'unknown-option', remedy: `Allow it with configuration.allowUnknown('${key}').` });
});

test('a name that lacks the prefix by a letter is told the operator\'s', () => {
  expect(operated('kubernetes.operater.job.restart.failed').problem!.remedy).toContain("Did you mean 'kubernetes.operator.job.restart.failed'?");
  expect(operated('job.autoscaller.enabled').problem!.remedy).toContain("Did you mean 'job.autoscaler.enabled'?");
});

test('a name below a prefix may have been meant for Flink', () => {
  expect(operated('kubernetes.operator.taskmanager.memory.limit-factor').problem!.remedy).toContain("Did you mean 'kubernetes.taskmanager.memory.limit-factor'?");
});

test.each([
  ['job.autoscaler.target.utilization', 'job.autoscaler.utilization.target'],
  ['kubernetes.operator.job.autoscaler.enabled', 'job.autoscaler.enabled'],
  ['kubernetes.operator.reconciler.max.parallelism', 'kubernetes.operator.reconcile.parallelism'],
])('the older name %s stays as it is, for older releases know no other, with a warning that names %s', (older, newer) => {
  expect(operated(older)).toMatchObject({
    key: older,
    newestKey: newer,
    known: true,
    option: { type: operated(newer).option!.type },
    warning: { id: 'deprecated-option', message: `'${older}' is a deprecated name.`, remedy: `Write '${newer}'.` },
  });
});

test('a deprecated option keeps working, with a warning', () => {
  expect(operated('job.autoscaler.target.utilization.boundary').warning).toMatchObject({
    id: 'deprecated-option',
    message: "'job.autoscaler.target.utilization.boundary' is deprecated in the Apache operator 1.16.",
  });
});

test.each([
  'kubernetes.operator.plugins.listeners.audit.class',
  'kubernetes.operator.plugins.listeners.audit.some.own.key',
  'kubernetes.operator.default-configuration.flink-version.v1_18+.taskmanager.numberOfTaskSlots',
  'kubernetes.operator.default-configuration.namespace.team-a.parallelism.default',
  'kubernetes.operator.metrics.reporter.prom.factory.class',
  'job.autoscaler.metrics.custom-evaluator.mine.weight',
  'kubernetes.operator.job.autoscaler.metrics.custom-evaluator.mine.class',
  'kubernetes.operator.user.artifacts.http.header.Authorization',
])('%s has a name of the user\'s in it', (key) => {
  expect(operated(key)).toMatchObject({ key, known: true, option: { type: 'string' } });
});

test.each(['kubernetes.operator.job.restart.failed', 'kubernetes.operator.anything', 'job.autoscaler.enabled'])('on a cluster that no operator runs, %s is told to be the operator\'s', (key) => {
  expect(resolveOptionKey(V1_20, key)).toMatchObject({
    known: false,
    problem: {
      id: 'unknown-option',
      message: `'${key}' is an option of the Apache operator, which does not run this cluster.`,
      remedy: `Leave it out, or allow it with configuration.allowUnknown('${key}') if your own code reads it.`,
    },
  });
});

test('Flink\'s own options stay Flink\'s', () => {
  expect(operated('state.checkpoints.dir')).toEqual(resolveOptionKey(V1_20, 'state.checkpoints.dir'));
  expect(operated('application-result-store.storage-path').problem!.message).toContain('it is an option of Flink 2.3 and newer');
  expect(operated('application-result-store.storage-path', FlinkVersion.V2_3).known).toBe(true);
});

test('the public catalog knows no option of an operator', () => {
  expect(FlinkOptionCatalog.of(V1_20).find('kubernetes.operator.job.restart.failed')).toBeUndefined();
});

test('an unknown release has no options', () => {
  expect(() => OperatorOptions.of('apache-operator', '0.9').resolve(V1_20, 'job.autoscaler.enabled')).toThrow('apache-operator-0.9.json');
});

test('every release that the generator knows has its file, and the newest is the one that is taken', () => {
  const files = readdirSync(FOLDER).filter((file) => file.startsWith('apache-operator-'));
  expect(files.sort()).toEqual(OPERATOR.releases.map(({ minorVersion }) => `apache-operator-${minorVersion}.json`).sort());
  for (const { minorVersion, release } of OPERATOR.releases) {
    expect(JSON.parse(readFileSync(join(FOLDER, `apache-operator-${minorVersion}.json`), 'utf8'))).toMatchObject({ minorVersion, release });
  }
  expect(operated('kubernetes.operator.zzz.qqq').problem!.message).toContain(`the Apache operator ${OPERATOR.releases[OPERATOR.releases.length - 1].minorVersion} `);
});

test('the data has types that values are checked by, scopes that are known, and no key outside the prefixes', () => {
  const types = new Set<string>(Object.values(FlinkOptionType));
  for (const { minorVersion } of OPERATOR.releases) {
    const { options, templates } = JSON.parse(readFileSync(join(FOLDER, `apache-operator-${minorVersion}.json`), 'utf8'));
    const all: [string, any][] = [...Object.entries(options), ...templates.map((template: any) => [template.key, template])];
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([, { type }]) => !types.has(type))).toEqual([]);
    expect(all.filter(([, { scope }]) => ![undefined, 'operator', 'blue-green'].includes(scope))).toEqual([]);
    expect(all.filter(([key]) => !OPERATOR.prefixes.some((prefix) => key.startsWith(prefix)))).toEqual([]);
  }
});

test('options that only the operator\'s own configuration sets are marked', () => {
  const { options } = JSON.parse(readFileSync(join(FOLDER, 'apache-operator-1.16.json'), 'utf8'));
  expect(options['kubernetes.operator.watched.namespaces'].scope).toBe('operator');
  expect(options['kubernetes.operator.jvm.metrics.enabled'].scope).toBe('operator');
  expect(options['kubernetes.operator.bluegreen.abort.grace-period'].scope).toBe('blue-green');
  expect(options['kubernetes.operator.job.restart.failed'].scope).toBeUndefined();
  expect(options['job.autoscaler.enabled'].scope).toBeUndefined();
});
