import { readFileSync } from 'fs';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { declaredConstants, declaredFactories, declaredFields, enums, interfaces } from './declared-structs';

const text = readFileSync(join(__dirname, '..', '..', 'catalog', 'structs.json'), 'utf8');
const file: { readonly [section in 'enums' | 'classes' | 'structs']: { readonly [name: string]: any } } = JSON.parse(text);
const own = Object.keys(file.structs).filter((name) => interfaces.has(name));

// After a change of a struct, an enum or a factory: npx projen compile && npm run structs

test.each(own)('catalog/structs.json has the props of %s as the source declares them', (name) => {
  expect(file.structs[name]).toEqual(declaredFields(name));
});

test.each(Object.keys(file.enums))('catalog/structs.json has the constants of %s as the source declares them', (name) => {
  expect(file.enums[name]).toEqual(declaredConstants(name));
});

test('catalog/structs.json has every factory with its parameters', () => {
  const factories = declaredFactories();
  expect(Object.keys(factories).length).toBeGreaterThan(15);
  expect(Object.fromEntries(Object.keys(factories).map((call) => [call, file.structs[call]]))).toEqual(factories);
});

test('catalog/structs.json has the props of every construct', () => {
  const constructs = [...interfaces.keys()].filter((name) => name.endsWith('Props'));
  expect(constructs.length).toBeGreaterThanOrEqual(4);
  expect(own).toEqual(expect.arrayContaining(constructs));
});

test('every type that catalog/structs.json names is one that it knows', () => {
  const scalars = ['any', 'string', 'number', 'boolean', 'date', 'Quantity', 'IntOrString'];
  const named = Object.values(file.structs).flatMap((fields) => Object.values<string>(fields)).map((type) => type.replace(/!$/, '').replace(/(\[\]|\{\})+$/, '')).filter((type) => !type.startsWith('='));
  const known = [...scalars, ...Object.keys(file.enums), ...Object.keys(file.classes), ...Object.keys(file.structs)];
  expect([...new Set(named)].filter((type) => !known.includes(type))).toEqual([]);
  expect(Object.keys(file.enums).every((name) => enums.has(name))).toBe(true);
});

test('catalog/structs.json stays small: every user downloads it', () => {
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(12_000);
});
