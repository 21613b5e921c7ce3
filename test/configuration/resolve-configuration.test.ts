import { Duration, Size } from 'cdk8s';
import { FlinkVersion } from '../../src';
import { resolveConfiguration } from '../../src/configuration/resolve-configuration';
import { OptionAssignment } from '../../src/configuration/effective-configuration';

const claim = (option: string, content: any, more: Partial<OptionAssignment> = {}): OptionAssignment => ({ option, content, owner: 'configuration', strength: 'explicit', ...more });
const settled = (claims: OptionAssignment[], version = FlinkVersion.V1_20, allowed: string[] = []) => resolveConfiguration(version, claims, allowed);

test('an option stands in the line\'s own name, and is found by its newest', () => {
  const { shared, problems } = settled([claim('execution.checkpointing.dir', 's3://a/b')], FlinkVersion.V1_13);
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
  const { shared, problems, warnings } = settled([claim(newest, content)], version);
  expect({ written: shared.toMap(), problems, warnings }).toEqual({ written, problems: [], warnings: [] });
});

test.each<[string, any, string]>([
  ['execution.checkpointing.interval', Duration.seconds(90), '90 s'],
  ['taskmanager.memory.process.size', Size.gibibytes(2), '2g'],
  ['taskmanager.numberOfTaskSlots', 4, '4'],
  ['web.submit.enable', false, 'false'],
])('%s is written as Flink reads it', (option, content, text) => {
  expect(settled([claim(option, content)]).shared.text(option)).toBe(text);
});

test('a default yields to everybody, and nobody hears of it', () => {
  const claims = [claim('rest.port', 8081, { owner: 'ports', strength: 'default' }), claim('rest.port', 9090)];
  for (const order of [claims, [...claims].reverse()]) {
    const { shared, problems } = settled(order);
    expect([shared.text('rest.port'), shared.owner('rest.port'), problems]).toEqual(['9090', 'configuration', []]);
  }
});

test('of two defaults the first stays', () => {
  const { shared, problems } = settled([claim('rest.port', 1111, { strength: 'default' }), claim('rest.port', 2222, { strength: 'default' })]);
  expect([shared.text('rest.port'), problems]).toEqual(['1111', []]);
});

test('two owners that want different things are an error that names both', () => {
  expect(settled([claim('rest.port', 8081, { owner: 'ports' }), claim('rest.port', 9090)]).problems).toEqual([
    "'rest.port' is set twice: '8081' by ports and '9090' by configuration. Drop one of the two, or call configuration.replace().",
  ]);
});

test('two owners that want the same thing agree, however they write it', () => {
  const { problems } = settled([claim('taskmanager.memory.process.size', Size.gibibytes(2), { owner: 'taskManager (memory)' }), claim('taskmanager.memory.process.size', '2g')]);
  expect(problems).toEqual([]);
});

test('one option by two names is one option', () => {
  expect(settled([claim('state.checkpoints.dir', 's3://a'), claim('execution.checkpointing.dir', 's3://b', { owner: 'storage' })]).problems).toEqual([
    expect.stringMatching(/^'execution\.checkpointing\.dir' is set twice: 's3:\/\/a' by configuration and 's3:\/\/b' by storage\./),
  ]);
});

test('what is forced wins over everybody, first or last', () => {
  const claims = [claim('rest.port', 8081, { owner: 'ports' }), claim('rest.port', 9090, { owner: 'configuration.replace()', strength: 'forced' })];
  for (const order of [claims, [...claims].reverse()]) {
    const { shared, problems } = settled(order);
    expect([shared.text('rest.port'), problems]).toEqual(['9090', []]);
  }
});

test('a role\'s own option lies on top of what the user says for both', () => {
  const { shared, jobManager, taskManager, problems } = settled([
    claim('pekko.ask.timeout', '10 s'), claim('pekko.ask.timeout', '20 s', { owner: 'jobManager.configuration', strength: 'role', role: 'jobManager' }),
  ]);
  expect(problems).toEqual([]);
  expect([shared, jobManager, taskManager].map((s) => s.text('pekko.ask.timeout'))).toEqual(['10 s', '20 s', '10 s']);
});

test('a role\'s own option does not replace what a feature needs', () => {
  const { problems } = settled([claim('rest.port', 8081, { owner: 'ports' }), claim('rest.port', 9090, { owner: 'jobManager.configuration', strength: 'role', role: 'jobManager' })]);
  expect(problems).toEqual(["'rest.port' is set twice: '8081' by ports and '9090' by jobManager.configuration. Drop one of the two."]);
});

test('an option that is only wanted where it is known is left out elsewhere', () => {
  const wanted = claim('taskmanager.collect-sink.port', 6127, { strength: 'ifSupported' });
  expect(settled([wanted], FlinkVersion.V1_13)).toMatchObject({ problems: [], shared: expect.anything() });
  expect(settled([wanted], FlinkVersion.V1_13).shared.toMap()).toEqual({});
  expect(settled([wanted], FlinkVersion.V2_3).shared.toMap()).toEqual({ 'taskmanager.collect-sink.port': '6127' });
});

test('an unknown option is left out, with a problem', () => {
  const { shared, problems } = settled([claim('io.acme.retries', 3)]);
  expect(shared.toMap()).toEqual({});
  expect(problems).toEqual([expect.stringContaining("Let it through with configuration.allowUnknown('io.acme.retries')")]);
});

test.each([['io.acme.retries'], ['io.acme.']])('%s lets it through', (allowed) => {
  const { shared, problems } = settled([claim('io.acme.retries', 3)], FlinkVersion.V1_20, [allowed]);
  expect([shared.toMap(), problems]).toEqual([{ 'io.acme.retries': '3' }, []]);
});

test('a name without a dot at its end lets through itself alone', () => {
  expect(settled([claim('io.acme.retries', 3)], FlinkVersion.V1_20, ['io.acme']).problems).toHaveLength(1);
});

test('a value that Flink would refuse is a problem that names the owner', () => {
  expect(settled([claim('taskmanager.numberOfTaskSlots', 'four')]).problems).toEqual([expect.stringMatching(/^'taskmanager\.numberOfTaskSlots' \(by configuration\) wants /)]);
});

test('an older name is a warning that can be acknowledged', () => {
  expect(settled([claim('state.checkpoints.dir', 's3://a')]).warnings).toEqual([
    { id: 'deprecated-option', text: "'state.checkpoints.dir' is an older name. Write 'execution.checkpointing.dir'." },
  ]);
});

test('a duration without a unit is a warning that can be acknowledged', () => {
  expect(settled([claim('web.timeout', 600)]).warnings).toEqual([{ id: 'unit-left-out', text: expect.stringContaining("'web.timeout' (by configuration) is '600' without a unit") }]);
});

test('one problem is told once, though both roles read the option', () => {
  expect(settled([claim('s3.secret-key', 'hunter2')]).problems).toHaveLength(1);
});

test('a value that the line\'s file cannot hold is a problem', () => {
  expect(settled([claim('metrics.scope.jm', 'a#b')], FlinkVersion.V1_18).problems).toEqual([expect.stringContaining("contains '#', which flink-conf.yaml of Flink 1.18 cannot hold")]);
  expect(settled([claim('metrics.scope.jm', 'a#b')], FlinkVersion.V1_20).problems).toEqual([]);
});
