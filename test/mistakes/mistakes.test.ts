import { IN_CALLS } from './in-calls';
import { IN_CONSTRUCTS } from './in-constructs';
import { IN_FACTORIES } from './in-factories';
import { IN_JOBS } from './in-jobs';
import { IN_OWN_FEATURES } from './in-own-features';
import { IN_PODS } from './in-pods';
import { IN_TYPESCRIPT } from './in-typescript';
import { Mistakes, tell } from './mistake';
import { FindingSeverity } from '../../src';

const MISTAKES: { readonly [where: string]: Mistakes } = {
  'in constructs': IN_CONSTRUCTS, 'in jobs': IN_JOBS, 'in pods': IN_PODS, 'in factories': IN_FACTORIES, 'in calls': IN_CALLS, 'in features of one\'s own': IN_OWN_FEATURES, 'in TypeScript': IN_TYPESCRIPT,
};

describe.each(Object.entries(MISTAKES))('a mistake %s is told with a remedy', (_, mistakes) => {
  test.each(Object.entries(mistakes))('%s', (__, [program, id, remedy]) => {
    const { findings, thrown, synthesis } = tell(program);
    if (thrown) {
      expect([thrown.constructor.name, thrown.message]).toEqual(['Error', expect.stringMatching(new RegExp(`^\\[.+\\] .*\\(${id}\\)$`))]);
      expect(thrown.message).toContain(remedy);
      return;
    }
    const told = findings.filter((finding) => finding.id === id);
    expect(findings.map((finding) => finding.id)).toContain(id);
    expect(told.map((finding) => finding.remedy)).toContainEqual(expect.stringContaining(remedy));
    // A warning does not keep anybody from synthesizing; an error does, and says the same.
    if (told.some(({ severity }) => severity === FindingSeverity.ERROR)) expect(synthesis).toMatchObject({ message: expect.stringContaining(`(${id})`) });
    expect([TypeError, RangeError].some((type) => synthesis instanceof type)).toBe(false);
  });
});

test('there are 423 mistakes, of which none is silent', () => {
  expect(Object.values(MISTAKES).flatMap((mistakes) => Object.keys(mistakes))).toHaveLength(423);
});
