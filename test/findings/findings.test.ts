import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { findingsOf } from './example';
import { AREAS } from './examples';
import { findingTables } from './page';
import { findingIds, findingIdsOf } from '../harness/finding-ids';
import { runProgram } from '../harness/run-program';

const PAGE = join(__dirname, '..', '..', 'docs', 'findings.md');
const TABLES = /(<!-- findings:[^>]*-->\n)([^]*?)(<!-- \/findings -->)/;
const examples = AREAS.flatMap((area) => Object.entries(area.examples));
const ids = findingIds();

test('every id of the sources has one example, and every example has an id of the sources', () => {
  expect(examples.map(([id]) => id).sort()).toEqual([...new Set(ids.map(({ id }) => id))].sort());
});

test('every id is in kebab-case', () => {
  expect(ids.filter(({ id }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test.each(examples)('%s is found in its example, with the severity that it has everywhere', (id, make) => {
  const found = findingsOf(make).filter((finding) => finding.id === id);
  expect(found.length).toBeGreaterThan(0);
  const severities = new Set([...found, ...ids.filter((each) => each.id === id)].map(({ severity }) => severity));
  expect([...severities]).toHaveLength(1);
});

test('docs/findings.md has what the examples give', () => {
  if (process.env.GOLDEN === 'update') writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(TABLES, (_, begin, __, end) => `${begin}${findingTables()}\n${end}`));
  const [, , tables] = TABLES.exec(readFileSync(PAGE, 'utf8'))!;
  expect(tables).toBe(`${findingTables()}\n`);
});

test('the program on the page runs, and reports what it acknowledges', () => {
  const written: { [file: string]: string } = {};
  const log = jest.spyOn(console, 'log').mockReturnValue();
  const synthesized = runProgram(readFileSync(PAGE, 'utf8'), { fs: { writeFileSync: (file: string, text: string) => { written[file] = text; } } });
  expect(log.mock.calls.map(([severity, id]) => [severity, id])).toEqual([['WARNING', 'deprecated-option'], ['WARNING', 'no-high-availability']]);
  log.mockRestore();
  expect(JSON.parse(written['findings.json']).findings).toEqual([
    expect.objectContaining({ id: 'deprecated-option', acknowledged: true, reason: 'until all jobs run on Flink 2' }),
    expect.objectContaining({ id: 'no-high-availability', acknowledged: true, reason: 'the job reads everything again within a minute' }),
  ]);
  expect(Object.keys(synthesized)).toEqual(['orders.k8s.yaml']);
});

describe('ids in the sources', () => {
  const idsIn = (text: string) => findingIdsOf('x.ts', text).map(({ id, severity }) => `${id} ${severity}`);

  test.each([
    ['a problem', "return [problem('too-few-slots', what, remedy)];", ['too-few-slots ERROR']],
    ['a warning, inside another call', "findings.push(warning(\n'unit-missing', what, remedy, key));", ['unit-missing WARNING']],
    ['an argument', "throw argumentError(this.node.path, 'missing-prop', what, remedy);", ['missing-prop ERROR']],
    ['one of two', "problem(single ? 'one' : 'two', what, remedy)", ['one ERROR', 'two ERROR']],
    ['a finding that is passed on', 'argumentError(path, first.id, first.message, first.remedy)', []],
    ['something else', "appender('console', 'Console')", []],
  ])('are read from %s', (_, text, expected) => {
    expect(idsIn(text)).toEqual(expected);
  });

  test.each([
    ['that are computed', 'problem(`invalid-${prop}`, what, remedy)', 'x.ts: the id `invalid-${prop}` is not a literal'],
    ['of findings that are made by hand', "return [{ id: 'no-slots', message, remedy }];", 'x.ts: a finding is made without problem()'],
  ])('%s are refused, since no list would contain them', (_, text, error) => {
    expect(() => idsIn(text)).toThrow(error);
  });
});
