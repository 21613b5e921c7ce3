/*
 * Golden vectors of Flink's memory model, from Flink's own classes.
 *
 *   npx tsx tools/memory/vectors.ts --all       asks every version, and writes test/memory/vectors
 *   npx tsx tools/memory/vectors.ts 1.20 2.3    asks these versions again, and fails when a vector of theirs is not what they answer
 */
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { HAND_MADE } from './hand-made';
import { flinkAnswers } from './oracle';
import { Question, questions } from './questions';
import { cell, readVectors, writeVectors } from './vector-file';
import { FlinkVersion } from '../../src/flink-version';
import { versionOf } from '../flink/version';

const FOLDER = join(__dirname, '..', '..', 'test', 'memory', 'vectors');
const FILES: [file: string, role: Question['role']][] = [['task-manager.tsv', 'TM'], ['job-manager.tsv', 'JM'], ['memory-size.tsv', 'SIZE']];
const SEED = 2024;
const COUNT = 3600;

async function write(): Promise<void> {
  const all = [...HAND_MADE, ...questions(SEED, COUNT)];
  const answers: { [version: string]: string[] } = {};
  for (const { minorVersion: version, release } of FlinkVersion.all()) {
    answers[version] = (await flinkAnswers(release, all)).map((answer, i) => cell(all[i], answer));
    console.log(`${version}: asked ${release} ${all.length} questions`);
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, role] of FILES) {
    const text = writeVectors({
      questions: all.filter((question) => question.role === role),
      answers: Object.fromEntries(Object.entries(answers).map(([version, cells]) => [version, cells.filter((_, i) => all[i].role === role)])),
    });
    writeFileSync(join(FOLDER, file), text);
    const [header, ...rows] = text.trimEnd().split('\n');
    console.log(`${file}: ${rows.length} vectors, ${text.length} bytes; versions alike: ${header.split('\t').slice(1).join(' | ')}`);
  }
}

async function check(versions: string[]): Promise<void> {
  for (const version of versions.map(versionOf)) {
    for (const [file] of FILES) {
      const vectors = readVectors(readFileSync(join(FOLDER, file), 'utf8'));
      const cells = (await flinkAnswers(version.release, vectors.questions)).map((answer, i) => cell(vectors.questions[i], answer));
      const wrong = cells.findIndex((text, i) => text !== vectors.answers[version.minorVersion][i]);
      if (wrong >= 0) throw new Error(`${file}: ${version.release} answers '${cells[wrong]}', not '${vectors.answers[version.minorVersion][wrong]}', to ${JSON.stringify(vectors.questions[wrong])}`);
      console.log(`${version.minorVersion}: ${version.release} answers all ${cells.length} questions of ${file} as the vectors say`);
    }
  }
}

const versions = process.argv.slice(2);
(versions.includes('--all') ? write() : check(versions)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
