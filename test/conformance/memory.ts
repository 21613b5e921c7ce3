/*
 * Compares the memory model with Flink's own classes on configurations that nobody has seen before.
 *
 *   npx tsx test/conformance/memory.ts [--all | version …] [--seed n] [--count n]     by default 1.20 and 2.3, a fresh seed, 20000 a version
 */
import { randomInt } from 'crypto';
import { FlinkVersion } from '../../src/flink-version';
import { versionOf } from '../../tools/flink/version';
import { Answer, ourAnswer } from '../../tools/memory/answer';
import { HAND_MADE } from '../../tools/memory/hand-made';
import { flinkAnswers } from '../../tools/memory/oracle';
import { Question, questions } from '../../tools/memory/questions';

/** What a comparison has shown. */
export interface MemoryCheck {
  readonly release: string;
  readonly asked: number;
  readonly differing: Difference[];
  /** How many Flink refused, by kind. */
  readonly refused: { readonly [kind: string]: number };
}

export interface Difference {
  readonly question: Question;
  readonly flink: Answer;
  readonly ours: Answer;
}

/** Asks one version and this library the same questions: the known edges, and as many more as asked for, which depend on the seed only. */
export async function checkMemory(minorVersion: string, seed: number, count: number): Promise<MemoryCheck> {
  const version = versionOf(minorVersion);
  const asked = [...HAND_MADE, ...questions(seed, count)];
  const answers = await flinkAnswers(version.release, asked);
  const refused: { [kind: string]: number } = {};
  const differing: Difference[] = [];
  answers.forEach((flink, i) => {
    const kind = flink.refused?.split(' ')[0];
    if (kind) refused[kind] = (refused[kind] ?? 0) + 1;
    const ours = ourAnswer(version, asked[i]);
    if (JSON.stringify(ours) !== JSON.stringify(flink)) differing.push({ question: asked[i], flink, ours });
  });
  return { release: version.release, asked: asked.length, differing, refused };
}

async function main(args: string[]): Promise<void> {
  const number = (name: string, otherwise: number) => (args.includes(name) ? Number(args.splice(args.indexOf(name), 2)[1]) : otherwise);
  const seed = number('--seed', randomInt(2 ** 31));
  const count = number('--count', 20000);
  const versions = args.includes('--all') ? FlinkVersion.all().map(({ minorVersion }) => minorVersion) : args.length > 0 ? args : ['1.20', '2.3'];
  console.log(`seed ${seed}`);
  for (const version of versions) {
    const { release, asked, differing, refused } = await checkMemory(version, seed, count);
    const kinds = Object.entries(refused).sort(([, a], [, b]) => b - a);
    console.log(`${version} (${release}): ${asked} asked, ${asked - differing.length} equal, ${differing.length} differing; `
      + `${kinds.reduce((sum, [, times]) => sum + times, 0)} refused: ${kinds.map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
    for (const difference of differing.slice(0, 5)) console.log(JSON.stringify(difference, null, 1));
    if (differing.length > 0) process.exitCode = 1;
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
