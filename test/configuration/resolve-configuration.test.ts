import { Duration, Size } from 'cdk8s';
import { assigned, resolved } from './resolved';
import { FlinkVersion } from '../../src';
import { OptionAssignment } from '../../src/configuration/effective-configuration';

const resolve = (assignments: OptionAssignment[], version = FlinkVersion.V1_20, allowed: string[] = []) => resolved(version, assignments, allowed);

test('an option stands in the line\'s own name, and is found by its newest', () => {
  const { shared, problems } = resolve([assigned('execution.checkpointing.dir', 's3://a/b')], FlinkVersion.V1_13);
  expect(problems).toEqual([]);
  expect(shared.toMap()).toEqual({ 'state.checkpoints.dir': 's3://a/b' });
  expect(shared.text('execution.checkpointing.dir')).toBe('s3://a/b');
  expect(shared.keyOf('execution.checkpointing.dir')).toBe('state.checkpoints.dir');
  expect(shared.owner('state.checkpoints.dir')).toBe('configuration');
});

test.each<[FlinkVersion, string, any, { [key: string]: string }]>([
  [FlinkVersion.V1_13, 'state.backend.type', 'rocksdb', { 'state.backend': 'rocksdb' }],
  [FlinkVersion.V1_20, 'state.backend.type', 'rocksdb', { 'state.backend.type': 'rocksdb' }],
  [FlinkVersion.V1_13, 'high-availability.type', 'kubernetes', { 'high-availability': 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory' }],
  [FlinkVersion.V1_16, 'high-availability.type', 'kubernetes', { 'high-availability': 'kubernetes' }],
  [FlinkVersion.V1_13, 'pekko.ask.timeout', Duration.minutes(1), { 'akka.ask.timeout': '60 s' }],
  [FlinkVersion.V1_17, 'pekko.ask.timeout', Duration.minutes(1), { 'akka.ask.timeout': '1 min' }],
  [FlinkVersion.V1_19, 'heartbeat.interval', Duration.minutes(1), { 'heartbeat.interval': '60000' }],
  [FlinkVersion.V1_20, 'heartbeat.interval', Duration.minutes(1), { 'heartbeat.interval': '1 min' }],
  [FlinkVersion.V1_19, 'execution.checkpointing.dir', 's3://a', { 'state.checkpoints.dir': 's3://a' }],
])('Flink %s has %s in its own name and syntax', (version, newest, content, written) => {
  const { shared, problems, warnings } = resolve([assigned(newest, content)], version);
  expect({ written: shared.toMap(), problems, warnings }).toEqual({ written, problems: [], warnings: [] });
});

test.each<[string, any, string]>([
  ['execution.checkpointing.interval', Duration.seconds(90), '90 s'],
  ['taskmanager.memory.process.size', Size.gibibytes(2), '2g'],
  ['taskmanager.numberOfTaskSlots', 4, '4'],
  ['web.submit.enable', false, 'false'],
])('%s is written as Flink reads it', (option, content, text) => {
  expect(resolve([assigned(option, content)]).shared.text(option)).toBe(text);
});

test('a default yields to everybody, and nobody hears of it', () => {
  const assignments = [assigned('rest.port', 8081, { owner: 'ports', precedence: 'default' }), assigned('rest.port', 9090)];
  for (const order of [assignments, [...assignments].reverse()]) {
    const { shared, problems } = resolve(order);
    expect([shared.text('rest.port'), shared.owner('rest.port'), problems]).toEqual(['9090', 'configuration', []]);
  }
});

test('of two defaults the first stays', () => {
  const { shared, problems } = resolve([assigned('rest.port', 1111, { precedence: 'default' }), assigned('rest.port', 2222, { precedence: 'default' })]);
  expect([shared.text('rest.port'), problems]).toEqual(['1111', []]);
});

test('two owners that want different things are an error that names both', () => {
  expect(resolve([assigned('rest.port', 8081, { owner: 'ports' }), assigned('rest.port', 9090)]).problems).toEqual([
    "'rest.port' is set twice: '8081' by ports and '9090' by configuration. Remove one of the two, or call configuration.replace(). (conflicting-options)",
  ]);
});

test('two owners that want the same thing agree, however they write it', () => {
  const { problems } = resolve([assigned('taskmanager.memory.process.size', Size.gibibytes(2), { owner: 'taskManager (memory)' }), assigned('taskmanager.memory.process.size', '2g')]);
  expect(problems).toEqual([]);
});

test('one option by two names is one option', () => {
  expect(resolve([assigned('state.checkpoints.dir', 's3://a'), assigned('execution.checkpointing.dir', 's3://b', { owner: 'storage' })]).problems).toEqual([
    expect.stringMatching(/^'execution\.checkpointing\.dir' is set twice: 's3:\/\/a' by configuration and 's3:\/\/b' by storage\./),
  ]);
});

test('what is forced wins over everybody, first or last', () => {
  const assignments = [assigned('rest.port', 8081, { owner: 'ports' }), assigned('rest.port', 9090, { owner: 'configuration.replace()', precedence: 'forced' })];
  for (const order of [assignments, [...assignments].reverse()]) {
    const { shared, problems } = resolve(order);
    expect([shared.text('rest.port'), problems]).toEqual(['9090', []]);
  }
});

test('a role\'s own option lies on top of what the user says for both', () => {
  const { shared, jobManager, taskManager, problems } = resolve([
    assigned('pekko.ask.timeout', '10 s'), assigned('pekko.ask.timeout', '20 s', { owner: 'jobManager.configuration', precedence: 'role', role: 'jobManager' }),
  ]);
  expect(problems).toEqual([]);
  expect([shared, jobManager, taskManager].map((s) => s.text('pekko.ask.timeout'))).toEqual(['10 s', '20 s', '10 s']);
});

test('a role\'s own option does not replace what a feature needs', () => {
  const { problems } = resolve([assigned('rest.port', 8081, { owner: 'ports' }), assigned('rest.port', 9090, { owner: 'jobManager.configuration', precedence: 'role', role: 'jobManager' })]);
  expect(problems).toEqual(["'rest.port' is set twice: '8081' by ports and '9090' by jobManager.configuration. Remove one of the two. (conflicting-options)"]);
});

test('an option that is only wanted where it is known is left out elsewhere', () => {
  const wanted = assigned('taskmanager.collect-sink.port', 6127, { precedence: 'if-supported' });
  expect(resolve([wanted], FlinkVersion.V1_13)).toMatchObject({ problems: [], shared: expect.anything() });
  expect(resolve([wanted], FlinkVersion.V1_13).shared.toMap()).toEqual({});
  expect(resolve([wanted], FlinkVersion.V2_3).shared.toMap()).toEqual({ 'taskmanager.collect-sink.port': '6127' });
});

test('an unknown option is left out, with a problem', () => {
  const { shared, problems } = resolve([assigned('io.acme.retries', 3)]);
  expect(shared.toMap()).toEqual({});
  expect(problems).toEqual([expect.stringContaining("Allow it with configuration.allowUnknown('io.acme.retries')")]);
});

test.each([['io.acme.retries'], ['io.acme.']])('%s lets it through', (allowed) => {
  const { shared, problems } = resolve([assigned('io.acme.retries', 3)], FlinkVersion.V1_20, [allowed]);
  expect([shared.toMap(), problems]).toEqual([{ 'io.acme.retries': '3' }, []]);
});

test('a name without a dot at its end lets through itself alone', () => {
  expect(resolve([assigned('io.acme.retries', 3)], FlinkVersion.V1_20, ['io.acme']).problems).toHaveLength(1);
});

test('a value that Flink would refuse is a problem that names the owner', () => {
  expect(resolve([assigned('taskmanager.numberOfTaskSlots', 'four')]).problems).toEqual([expect.stringMatching(/^'taskmanager\.numberOfTaskSlots' \(by configuration\) must be /)]);
});

test('an older name is a warning that can be acknowledged', () => {
  expect(resolve([assigned('state.checkpoints.dir', 's3://a')]).warnings).toEqual([
    "'state.checkpoints.dir' is a deprecated name. Write 'execution.checkpointing.dir'. (deprecated-option)",
  ]);
});

test('a duration without a unit is a warning that can be acknowledged', () => {
  expect(resolve([assigned('web.timeout', 600)]).warnings).toEqual([expect.stringMatching(/^'web\.timeout' \(by configuration\) is '600' without a unit.* \(unit-missing\)$/)]);
});

test('one problem is told once, though both roles read the option', () => {
  expect(resolve([assigned('s3.secret-key', 'hunter2')]).problems).toHaveLength(1);
});

test('a value that the line\'s file cannot hold is a problem', () => {
  expect(resolve([assigned('metrics.scope.jm', 'a#b')], FlinkVersion.V1_18).problems).toEqual([expect.stringContaining("contains '#', which flink-conf.yaml of Flink 1.18 cannot represent")]);
  expect(resolve([assigned('metrics.scope.jm', 'a#b')], FlinkVersion.V1_20).problems).toEqual([]);
});
