import { readFileSync } from 'fs';
import { join } from 'path';
import { FlinkVersion } from '../../src/flink-version';
import { versionOf } from '../../tools/flink/version';
import { ourAnswer } from '../../tools/memory/answer';
import { cell, readVectors } from '../../tools/memory/vector-file';

const FILES = ['task-manager.tsv', 'job-manager.tsv', 'memory-size.tsv'];
const VECTORS = FILES.map((file) => readVectors(readFileSync(join(__dirname, 'vectors', file), 'utf8')));

describe.each(FlinkVersion.all().map(({ minorVersion }) => minorVersion))('Flink %s', (minorVersion) => {
  test.each(FILES.map((file, i) => [file, VECTORS[i]] as const))('is matched byte by byte and refusal by refusal in %s', (_, { questions, answers }) => {
    const version = versionOf(minorVersion);
    const ours = questions.map((question) => cell(question, ourAnswer(version, question)));
    const compared = questions.map((question, i) => ({ question, flink: answers[minorVersion][i], ours: ours[i] }));
    expect(compared.filter((answer) => answer.flink !== answer.ours)).toEqual([]);
  });
});

test('there are more than 2000 vectors for each minor version, refusals of every kind among them', () => {
  for (const { minorVersion } of FlinkVersion.all()) {
    expect(VECTORS.reduce((count, { answers }) => count + answers[minorVersion].length, 0)).toBeGreaterThan(2000);
  }
  const kinds = new Set(VECTORS.flatMap(({ answers }) => answers['1.20']).map((text) => /^E-[A-Z0-9-]+/.exec(text)?.[0]));
  expect([...kinds].filter((kind) => kind !== undefined).sort()).toEqual([
    'E-BUFFERS', 'E-CPU', 'E-HEAP-MB', 'E-JM-HEAP', 'E-JM-OFFHEAP', 'E-JM-SUM', 'E-META-OVERHEAD', 'E-NET-BUFFERS', 'E-NET-RANGE', 'E-NONE', 'E-OVERFLOW', 'E-OVERHEAD-RANGE', 'E-PARSE',
    'E-PROCESS-SMALL', 'E-RANGE', 'E-SEGMENT', 'E-TM-SUM1', 'E-TM-SUM2',
  ]);
});
