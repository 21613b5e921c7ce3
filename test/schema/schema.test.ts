import { execFileSync } from 'child_process';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';

const FOLDER = join(__dirname, '..', 'golden');
const GOLDEN = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && file !== 'pair.yaml');

/** What the schemas have against some objects; null where they have nothing. */
function complaints(objects: any[]): (string | null)[] {
  return JSON.parse(execFileSync(process.execPath, [join(__dirname, 'validate.mjs')], { input: JSON.stringify(objects), encoding: 'utf8' }));
}

const objects = GOLDEN.flatMap((file) => parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')).map((document) => ({ file, object: document.toJS() })));

test('every golden manifest keeps the schema of its kind', () => {
  expect(objects.length).toBeGreaterThan(50);
  const wrong = complaints(objects.map(({ object }) => object))
    .map((because, i) => because && `${objects[i].file}: ${objects[i].object.kind} ${objects[i].object.metadata.name}: ${because}`)
    .filter((because) => because);
  expect(wrong).toEqual([]);
});

test('the schemas see what is wrong', () => {
  const { object } = objects.find((o) => o.object.kind === 'Deployment')!;
  const operator = objects.find((o) => o.object.kind === 'FlinkDeployment')!.object;
  const answers = complaints([
    { ...object, spec: { ...object.spec, replicas: 'two' } },
    { ...object, spec: { ...object.spec, selector: undefined } },
    { ...operator, spec: { ...operator.spec, flinkVersion: 'v1.20' } },
  ]);
  expect(answers.map((answer) => answer !== null)).toEqual([true, true, true]);
});
