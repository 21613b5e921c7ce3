import { feature, planned, plannedForOperator } from './planned';
import { asArguments, secretProblems } from '../../src/plan/secret-options';
import { findingText } from '../../src/private/findings';
import { problemsOf } from '../harness/findings';

const SECRETS = {
  's3.secret-key': { name: 'storage', key: 'secret' },
  'metrics.reporter.dd.apikey': { name: 'metrics', key: 'api', optional: true },
};

test('each option is environment from the Secret, and an argument that names the environment', () => {
  expect(asArguments(SECRETS)).toEqual({
    pod: {
      env: [
        { name: 'FLINK_OPTION_METRICS_REPORTER_DD_APIKEY', valueFrom: { secretKeyRef: { name: 'metrics', key: 'api', optional: true } } },
        { name: 'FLINK_OPTION_S3_SECRET_KEY', valueFrom: { secretKeyRef: { name: 'storage', key: 'secret' } } },
      ],
    },
    dynamicProperties: {
      'metrics.reporter.dd.apikey': '$(FLINK_OPTION_METRICS_REPORTER_DD_APIKEY)',
      's3.secret-key': '$(FLINK_OPTION_S3_SECRET_KEY)',
    },
  });
});

test.each<[string, Parameters<typeof planned>[0], string]>([
  ['the prop', { secretConfiguration: SECRETS }, 'secretConfiguration'],
  ['a feature', { features: [feature({ secretConfiguration: SECRETS })] }, 'Mine'],
])('secrets of %s reach both roles, and no configuration', (_, options, owner) => {
  const plan = planned(options);
  expect(plan.findings).toEqual([]);
  for (const role of [plan.jobManager, plan.taskManager]) {
    expect(role.dynamicProperties).toEqual(asArguments(SECRETS).dynamicProperties);
    expect(role.pod.env).toEqual(asArguments(SECRETS).pod!.env);
  }
  expect(plan.configuration.toMap()).not.toHaveProperty(['s3.secret-key']);
  expect([plan.origins['jobManager/arguments/s3.secret-key'], plan.origins['taskManager/env/FLINK_OPTION_S3_SECRET_KEY']]).toEqual([owner, owner]);
});

test('one Secret of two owners is no conflict, and another one is', () => {
  const other = (name: string) => planned({ secretConfiguration: { 's3.secret-key': SECRETS['s3.secret-key'] }, features: [feature({ secretConfiguration: { 's3.secret-key': { name, key: 'secret' } } })] });
  expect(problemsOf(other('storage'))).toEqual([]);
  expect(problemsOf(other('elsewhere'))).toEqual([
    "environment variable 'FLINK_OPTION_S3_SECRET_KEY' is defined twice, differently: by secretConfiguration and by Mine. Rename or remove one of the two. (conflicting-pod-entries)",
  ]);
});

test.each([
  [{ name: 'a', key: 'b' }, true], [{ name: 'a.b-c', key: 'x_Y.z-1' }, true],
  [{ name: '', key: 'b' }, false], [{ name: 'A', key: 'b' }, false], [{ name: 'a', key: '' }, false], [{ name: 'a', key: 'b/c' }, false], [{ key: 'b' }, false],
])('the entry %j can exist: %p', (entry: any, possible) => {
  const of = { owner: 'Mine', secretConfiguration: { 'rest.port': entry } };
  expect(secretProblems([of]).map(findingText)).toEqual(possible ? [] : [
    `Mine has for 'rest.port' the entry '${entry.key}' of a Secret '${entry.name ?? ''}', which cannot exist. Name both, for example { name: 'storage', key: 'access-key' }. (invalid-secret-reference)`,
  ]);
  expect(secretProblems([{ owner: 'Mine', client: { secretConfiguration: { 'rest.port': entry } } }])).toHaveLength(possible ? 0 : 1);
});

test('a system that cannot pass them refuses them, and names who requires them', () => {
  expect(problemsOf(plannedForOperator({ secretConfiguration: { 's3.secret-key': SECRETS['s3.secret-key'] } }))).toEqual([
    "secretConfiguration requires 's3.secret-key' from a Secret, which the Apache operator does not support. Give it to Flink as environment or file, by whatever reads the option, or run the cluster standalone. (unsupported-by-system)",
  ]);
});
