import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const DOCS = join(__dirname, '..', '..', 'docs');
const table = readFileSync(join(DOCS, 'failure-modes.md'), 'utf8');

/** The rows of all tables: number, what goes wrong, what we do, test. */
const rows = [...table.matchAll(/^\| (\d+) \| (.+?) \| (.+?) \|(.*)\|$/gm)].map(([, mode, wrong, answer, tests]) => (
  { mode: Number(mode), wrong, answer, tests: [...tests.matchAll(/\]\((.+?)\)/g)].map(([, path]) => path) }));
const closed = rows.filter(({ answer }) => answer !== 'later');

/** The tests whose names begin with a number, as `file number`. */
const tests = readdirSync(__dirname).filter((file) => file.endsWith('.test.ts')).flatMap((file) => (
  [...readFileSync(join(__dirname, file), 'utf8').matchAll(/^test\(['`](\d+) /gm)].map(([, mode]) => `${file} ${mode}`)));

test('every failure mode has one row', () => {
  expect(rows.map(({ mode }) => mode)).toEqual(Array.from({ length: 99 }, (_, i) => i + 1));
});

test('a closed row says how, and any other says later and names no test', () => {
  expect(closed.filter(({ answer }) => !/^(impossible|error|warning|default)\b/.test(answer))).toEqual([]);
  expect(rows.filter(({ answer, tests: named }) => (answer === 'later') !== (named.length === 0))).toEqual([]);
});

test('every closed row has its test, and every test has its row', () => {
  const named = closed.map(({ mode, tests: [path] }) => `${path.split('/').pop()} ${mode}`);
  expect([...tests].sort()).toEqual([...named].sort());
});

test('every test that is named exists', () => {
  expect(rows.flatMap(({ tests: named }) => named).filter((path) => !existsSync(join(DOCS, path)))).toEqual([]);
});
