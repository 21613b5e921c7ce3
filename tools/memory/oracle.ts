import { spawn } from 'child_process';
import { join } from 'path';
import { Answer, refusal } from './answer';
import { Question } from './questions';
import { distribution } from '../flink/distribution';

const JAVA = process.env.JAVA ?? 'java';

/** What Flink's own classes of one release answer. */
export async function flinkAnswers(release: string, questions: Question[]): Promise<Answer[]> {
  const lib = join(await distribution(release), 'lib', '*');
  const lines = await ask(['-Dlog4j2.level=OFF', '-cp', lib, join(__dirname, 'MemoryOracle.java')], questions.map(line).join('\n'));
  if (lines.length !== questions.length) throw new Error(`Flink ${release} gave ${lines.length} answers to ${questions.length} questions`);
  return lines.map((text, i) => answer(questions[i], text.split('\t').map((field) => decodeURIComponent(field.replaceAll('+', ' ')))));
}

function line(question: Question): string {
  const fields = question.role === 'SIZE' ? [question.text] : Object.entries(question.configuration).flat();
  return [question.role, ...fields.map(encodeURIComponent)].join('\t');
}

function ask(args: string[], input: string): Promise<string[]> {
  // The heap sizes of the old scripts come by these, and would decide.
  const { FLINK_TM_HEAP: _, FLINK_JM_HEAP: __, ...env } = process.env;
  const java = spawn(JAVA, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    java.stdout.on('data', (chunk) => chunks.push(chunk));
    java.on('error', reject);
    java.on('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks).toString().trimEnd().split('\n')) : reject(new Error(`java ended with ${code}`))));
    java.stdin.end(`${input}\n`);
  });
}

function answer(question: Question, [verdict, ...fields]: string[]): Answer {
  if (verdict !== 'ok') return refused(question, fields);
  if (question.role === 'SIZE') return { bytes: [fields[0]], texts: fields.slice(1) };
  const [jvmParameters, dynamicConfigurations, ...amounts] = fields;
  const half = amounts.length / 2;
  return { bytes: amounts.slice(0, half), texts: [jvmParameters, dynamicConfigurations, ...amounts.slice(half)] };
}

/** By the message of an exception, or of one of its causes. What is in parentheses is the option. */
const RULES: [kind: string, message: RegExp][] = [
  ['E-PARSE', /Cannot read memory size from config option '([^']*)'/],
  ['E-PARSE', /Could not parse value '[^]*' for key '([^']*)'\.$/],
  ['E-RANGE', /Inconsistently configured Key: '([^']*)'/],
  ['E-NONE', /Either required fine-grained memory/],
  ['E-META-OVERHEAD', /Sum of configured JVM Metaspace/],
  ['E-PROCESS-SMALL', /is less than the sum of the derived Total Flink Memory/],
  ['E-OVERHEAD-RANGE', /is not in configured JVM Overhead range/],
  ['E-JM-SUM', /does not match the configured Total Flink Memory/],
  ['E-JM-HEAP', /exceeds the configured Total Flink Memory/],
  ['E-JM-OFFHEAP', /is less than the configured Off-heap Memory/],
  ['E-TM-SUM1', /Task Off-Heap Memory \([^]*\) and Managed Memory [^]* exceed configured Total Flink Memory/],
  ['E-TM-SUM2', /and Network Memory [^]* exceed configured Total Flink Memory/],
  ['E-NET-RANGE', /is not in configured Network Memory range/],
  ['E-NET-BUFFERS', /does not match configured Network Memory size/],
  ['E-SEGMENT', /Invalid configuration value for taskmanager.memory.segment-size|Cannot downcast long value/],
  ['E-BUFFERS', /^bytes must be >= 0$/],
  ['E-HEAP-MB', /must not be less than 0/],
  ['E-CPU', /positive number of CPU cores|^Character . is neither a decimal digit number/],
  ['E-OVERFLOW', /^long overflow$/],
];

function refused(question: Question, fields: string[]): Answer {
  if (question.role === 'SIZE') return refusal('E-PARSE');
  for (let i = 1; i < fields.length; i += 2) {
    for (const [kind, message] of RULES) {
      const found = message.exec(fields[i]);
      if (found) return refusal(kind, found[1]);
    }
  }
  return refusal(`unknown: ${fields.join(' | ')}`);
}
