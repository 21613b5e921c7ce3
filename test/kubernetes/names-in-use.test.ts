import { App, Chart } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from '../../src';
import { NamesInUse } from '../../src/kubernetes/names-in-use';
import { findingText } from '../../src/private/findings';

const minimal = { version: FlinkVersion.V1_20 };

test('what one takes is nobody else\'s in that namespace', () => {
  const app = new App();
  const names = NamesInUse.of(app);
  names.take('a', 'Deployment x', 'chart/One');
  names.take('a', 'Deployment x', 'chart/One');
  names.take('b', 'Deployment x', 'chart/Two');
  names.take('a', 'Service x', 'chart/Three');
  expect(names.conflict('a', 'Deployment x', 'chart/One')).toBeUndefined();
  expect(findingText(names.conflict('a', 'Deployment x', 'chart/Other')!)).toBe(
    "the name of Deployment x is used by 'chart/Other' and by 'chart/One' in namespace 'a'. Give one of them another 'name' or namespace. (name-in-use)");
});

test('of many, one other is named', () => {
  const names = NamesInUse.of(new App());
  for (const taker of ['One', 'Two', 'Three', 'Four']) names.take('a', 'Service x', taker);
  expect(names.conflict('a', 'Service x', 'Four')!.message).toMatch(/^the name of Service x is used by 'Four' and by 'One' and 2 more in namespace 'a'\./);
});

test('its version changes with conflicts alone', () => {
  const names = NamesInUse.of(new App());
  const changes = (change: () => void) => {
    const before = names.version;
    change();
    return names.version !== before;
  };
  expect(changes(() => names.take('a', 'Service x', 'One'))).toBe(false);
  expect(changes(() => names.take('b', 'Service x', 'Two'))).toBe(false);
  expect(changes(() => names.take('a', 'Service x', 'Two'))).toBe(true);
  expect(changes(() => names.take('a', 'Service x', 'Three'))).toBe(true);
  expect(changes(() => names.release('a', 'Service x', 'Four'))).toBe(false);
  expect(changes(() => names.release('a', 'Service x', 'Three'))).toBe(true);
  expect(changes(() => names.release('a', 'Service x', 'One'))).toBe(true);
  expect(changes(() => names.release('a', 'Service x', 'Two'))).toBe(false);
});

test('every app has its own', () => {
  NamesInUse.of(new App()).take(undefined, 'Service x', 'chart/One');
  expect(NamesInUse.of(new App()).conflict(undefined, 'Service x', 'chart/Two')).toBeUndefined();
});

test('two clusters of one name in two charts are refused, both by their paths', () => {
  const app = new App();
  for (const id of ['one', 'two']) new FlinkSessionCluster(new Chart(app, id), 'Shared', minimal);
  const synthesize = () => app.charts[0].toJson();
  expect(synthesize).toThrow("[one/Shared] the name of ConfigMap shared-config is used by 'one/Shared' and by 'two/Shared'. Give one of them another 'name' or namespace. (name-in-use)");
  expect(synthesize).toThrow('[two/Shared] the name of ConfigMap shared-config');
});

test('in two namespaces they are two', () => {
  const app = new App();
  for (const namespace of ['one', 'two']) new FlinkSessionCluster(new Chart(app, namespace, { namespace }), 'Shared', minimal);
  expect(app.charts.map((chart) => chart.toJson().length)).toEqual([5, 5]);
});
