import { createHash } from 'crypto';
import { Answer } from './answer';
import { Question } from './questions';

/** Questions and what each version of Flink answers. */
export interface Vectors {
  readonly questions: Question[];
  /** Cells by version, one for each question. */
  readonly answers: { readonly [version: string]: string[] };
}

/**
 * An answer in short: the kind of refusal; or the bytes of the parts, and a fingerprint of the texts that go to the process.
 * The totals are sums, and the texts for people follow from the bytes.
 */
export function cell(question: Question, { refused, bytes, texts }: Answer): string {
  if (refused !== undefined) return refused;
  if (question.role === 'SIZE') return [...bytes, ...texts].join(', ');
  return `${bytes.slice(0, -2).join(' ')} #${createHash('sha256').update(texts.slice(0, 2).join('\n')).digest('hex').slice(0, 10)}`;
}

/** One row a question, one column for all versions that answer everything alike; `=` stands for what is to the left. */
export function writeVectors({ questions, answers }: Vectors): string {
  const columns = new Map<string, string[]>();
  for (const [version, cells] of Object.entries(answers)) {
    const text = cells.join('\n');
    columns.set(text, [...columns.get(text) ?? [], version]);
  }
  const rows = [...columns.keys()].map((text) => text.split('\n'));
  return [
    ['Asked of Flink\'s own classes; made by tools/memory/vectors.ts', ...[...columns.values()].map((versions) => versions.join(' '))],
    ...questions.map((question, i) => [
      `${question.role} ${JSON.stringify(question.role === 'SIZE' ? question.text : question.configuration)}`,
      ...rows.map((cells, column) => (column > 0 && cells[i] === rows[column - 1][i] ? '=' : cells[i])),
    ]),
  ].map((fields) => `${fields.join('\t')}\n`).join('');
}

export function readVectors(text: string): Vectors {
  const [[, ...columns], ...rows] = text.trimEnd().split('\n').map((line) => line.split('\t'));
  const questions = rows.map(([question]): Question => {
    const role = question.slice(0, question.indexOf(' ')) as Question['role'];
    const asked = JSON.parse(question.slice(role.length + 1));
    return role === 'SIZE' ? { role, text: asked } : { role, configuration: asked };
  });
  const answers: { [version: string]: string[] } = {};
  columns.forEach((versions, column) => {
    const cells = rows.map((row) => row.slice(1, column + 2).reduce((left, here) => (here === '=' ? left : here)));
    for (const version of versions.split(' ')) answers[version] = cells;
  });
  return { questions, answers };
}
