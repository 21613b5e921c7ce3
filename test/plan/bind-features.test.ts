import { feature, planned } from './planned';
import { FeatureContext, IFlinkFeature } from '../../src';
import { problemsOf } from '../harness/findings';

test('features of a feature are bound together with it, and theirs as well', () => {
  const inner = feature({ configuration: { 'web.timeout': '1 s' } }, 'Inner');
  const plan = planned({ features: [feature({ features: [feature({ features: [inner] }, 'Middle')] }, 'Outer')] });
  expect(plan.findings).toEqual([]);
  expect(plan.configuration.text('web.timeout')).toBe('1 s');
  expect(plan.origins['configuration/web.timeout']).toBe('Inner');
});

test('they see the same cluster as the feature itself', () => {
  const seen: FeatureContext[] = [];
  const looks = (more: IFlinkFeature[] = []): IFlinkFeature => ({
    bind: (context) => {
      seen.push(context);
      return { owner: 'Mine', features: more };
    },
  });
  planned({ features: [looks([looks()])] });
  expect(seen).toHaveLength(2);
  expect(seen[1]).toBe(seen[0]);
});

test('one feature may be among the features of several', () => {
  const shared = feature({ configuration: { 'web.timeout': '1 s' } }, 'Shared');
  const plan = planned({ features: [feature({ features: [shared, shared] }, 'One'), feature({ features: [shared] }, 'Other')] });
  expect(plan.findings).toEqual([]);
  expect(plan.configuration.text('web.timeout')).toBe('1 s');
});

test('what they want differently is refused by their own names', () => {
  const inner = feature({ configuration: { 'web.timeout': '2 s' } }, 'Inner');
  expect(problemsOf(planned({ features: [feature({ configuration: { 'web.timeout': '1 s' }, features: [inner] }, 'Outer')] }))).toEqual([
    "'web.timeout' is set twice: '1 s' by Outer and '2 s' by Inner. Remove one of the two, or call configuration.replace(). (conflicting-options)",
  ]);
});

test('one that is none is refused, wherever it stands', () => {
  expect(problemsOf(planned({ features: [feature({ features: [{} as IFlinkFeature] })] }))).toEqual([
    expect.stringMatching(/^bind\(\) of Mine: features\[0\] is an object, and must be an IFlinkFeature\. .*a method bind\(\)\. \(invalid-prop-type\)$/),
  ]);
});

test('the user\'s features come behind the library\'s, and those that are added later behind them', () => {
  const order: string[] = [];
  const looks = (name: string): IFlinkFeature => ({
    bind: () => {
      order.push(name);
      return { owner: name };
    },
  });
  planned({ features: [looks('given')], addedFeatures: [looks('added')], metrics: [looks('metrics') as any] }, { features: [looks('system')] });
  expect(order).toEqual(['metrics', 'system', 'given', 'added']);
});
