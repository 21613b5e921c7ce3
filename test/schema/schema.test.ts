import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { schemaComplaints } from '../harness/schema';

const FOLDER = join(__dirname, '..', 'golden');
const GOLDEN = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && file !== 'pair.yaml');

const objects = GOLDEN.flatMap((file) => parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')).map((document) => ({ file, object: document.toJS() })));

test('every golden manifest keeps the schema of its kind', () => {
  expect(objects.length).toBeGreaterThan(50);
  const wrong = schemaComplaints(objects.map(({ object }) => object))
    .map((because, i) => because && `${objects[i].file}: ${objects[i].object.kind} ${objects[i].object.metadata.name}: ${because}`)
    .filter((because) => because);
  expect(wrong).toEqual([]);
});

test('the schemas see what is wrong', () => {
  const { object } = objects.find((o) => o.object.kind === 'Deployment')!;
  const operator = objects.find((o) => o.object.kind === 'FlinkDeployment')!.object;
  const answers = schemaComplaints([
    { ...object, spec: { ...object.spec, replicas: 'two' } },
    { ...object, spec: { ...object.spec, selector: undefined } },
    { ...operator, spec: { ...operator.spec, flinkVersion: 'v1.20' } },
  ]);
  expect(answers.map((answer) => answer !== null)).toEqual([true, true, true]);
});
