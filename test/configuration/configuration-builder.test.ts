import { assigned } from './resolved';
import { FlinkVersion } from '../../src';
import { OperatorOptions } from '../../src/configuration/catalog/operator-options';
import { OptionDictionary } from '../../src/configuration/catalog/option-key';
import { EffectiveOption, OptionAssignment } from '../../src/configuration/effective-configuration';
import { ConfigurationBuilder } from '../../src/configuration/resolve-configuration';
import { problemsOf } from '../harness/findings';

const PORT = 'rest.port';
const by = (precedence: OptionAssignment['precedence'], content: any = precedence.length) => assigned(PORT, content, { precedence, owner: precedence });
const built = (...assignments: OptionAssignment[]) => {
  const builder = new ConfigurationBuilder(FlinkVersion.V1_20, []);
  builder.add(assignments);
  return builder.build();
};
const port = (...assignments: OptionAssignment[]): EffectiveOption => built(...assignments).shared.all().find(({ key }) => key === PORT)!;

test.each<[OptionAssignment['precedence'], OptionAssignment['precedence']]>([
  ['explicit', 'default'], ['if-supported', 'default'], ['forced', 'default'], ['forced', 'explicit'], ['forced', 'if-supported'],
])('%s takes precedence over %s, whichever comes first', (winner, loser) => {
  for (const assignments of [[by(winner), by(loser)], [by(loser), by(winner)]]) {
    expect(port(...assignments)).toMatchObject({ owner: winner, precedence: winner, text: String(winner.length), overridden: [{ owner: loser, text: String(loser.length) }] });
    expect(built(...assignments).findings).toEqual([]);
  }
});

test.each<[OptionAssignment['precedence'], OptionAssignment['precedence']]>([['explicit', 'explicit'], ['explicit', 'if-supported'], ['if-supported', 'if-supported']])(
  'a different %s beside %s is an error, and the first stays', (one, other) => {
    const { findings, shared } = built(by(one, 1), by(other, 2));
    expect(problemsOf({ findings })).toEqual([`'rest.port' is set twice: '1' by ${one} and '2' by ${other}. Remove one of the two, or call configuration.replace(). (conflicting-options)`]);
    expect(shared.text(PORT)).toBe('1');
  });

test('defaults agree with everybody: the first stays, and those that yielded are kept in mind', () => {
  const a = assigned(PORT, 1, { precedence: 'default', owner: 'a' });
  const b = assigned(PORT, 2, { precedence: 'default', owner: 'b' });
  const c = assigned(PORT, 3, { owner: 'c' });
  expect(port(a, b)).toMatchObject({ owner: 'a', text: '1', overridden: [{ owner: 'b', text: '2' }] });
  expect(port(a, b, c)).toMatchObject({ owner: 'c', text: '3', overridden: [{ owner: 'b', text: '2' }, { owner: 'a', text: '1' }] });
});

test('an option that nobody else has set has nothing to remember', () => {
  expect(port(by('explicit'))).toEqual({ key: PORT, newestKey: PORT, text: '8', owner: 'explicit', precedence: 'explicit', option: expect.anything() });
});

test('options of a role lie over those of both, and are that role\'s alone', () => {
  const own = assigned('web.timeout', '2 s', { precedence: 'role', role: 'jobManager', owner: 'jobManager.configuration' });
  const { shared, jobManager, taskManager } = built(assigned('web.timeout', '1 s'), own);
  expect([shared, jobManager, taskManager].map((each) => [each.text('web.timeout'), each.owner('web.timeout')])).toEqual([
    ['1 s', 'configuration'], ['2 s', 'jobManager.configuration'], ['1 s', 'configuration'],
  ]);
});

test('options of a role yield to no feature, and replace its defaults', () => {
  const own = assigned(PORT, 2, { precedence: 'role', role: 'jobManager', owner: 'jobManager.configuration' });
  expect(problemsOf(built(assigned(PORT, 1, { owner: 'ports' }), own))).toEqual([
    "'rest.port' is set twice: '1' by ports and '2' by jobManager.configuration. Remove one of the two. (conflicting-options)",
  ]);
  expect(built(assigned(PORT, 1, { precedence: 'default', owner: 'ports' }), own).findings).toEqual([]);
});

describe('what is added step by step', () => {
  test('can be read in between, by the newest name and for each role', () => {
    const builder = new ConfigurationBuilder(FlinkVersion.V1_13, []);
    expect(builder.text('taskManager', 'taskmanager.numberOfTaskSlots')).toBeUndefined();
    builder.add([assigned('taskmanager.numberOfTaskSlots', 2), assigned('state.checkpoints.dir', 's3://a/b')]);
    builder.add([assigned('taskmanager.numberOfTaskSlots', 3, { precedence: 'role', role: 'taskManager' })]);
    expect(['jobManager', 'taskManager'].map((role) => builder.text(role as 'jobManager', 'taskmanager.numberOfTaskSlots'))).toEqual(['2', '3']);
    expect(builder.text('jobManager', 'execution.checkpointing.dir')).toBe('s3://a/b');
  });

  test('is settled as if it came at once', () => {
    const one = assigned(PORT, 1, { owner: 'one' });
    const other = assigned(PORT, 2, { owner: 'other' });
    const builder = new ConfigurationBuilder(FlinkVersion.V1_20, []);
    builder.add([one]);
    builder.add([other]);
    const stepwise = builder.build();
    expect(stepwise.findings).toEqual(built(one, other).findings);
    expect(stepwise.shared.all()).toEqual(built(one, other).shared.all());
  });

  test('is built twice alike', () => {
    const builder = new ConfigurationBuilder(FlinkVersion.V1_20, []);
    builder.add([by('explicit', 1), by('explicit', 2), assigned('s3.secret-key', 'x')]);
    expect(builder.build().findings).toEqual(builder.build().findings);
  });
});

test('options of dictionaries that a system reads are known, and those of others are not', () => {
  const findings = (dictionaries: OptionDictionary[]) => {
    const builder = new ConfigurationBuilder(FlinkVersion.V1_20, [], dictionaries);
    builder.add([assigned('kubernetes.operator.reconcile.interval', '30 s')]);
    return builder.build().findings.map(({ id }) => id);
  };
  expect([findings([OperatorOptions.of('apache-operator')]), findings([])]).toEqual([[], ['unknown-option']]);
});
