import { spawn } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { jarsOf } from '../catalog/jars';
import { Line } from '../catalog/lines';
import { run } from '../flink/run';

const SOURCES = ['ValueOracle', 'DeclaredOptions', 'NextReader'].map((name) => join(__dirname, `${name}.java`));
const JAVAC = process.env.JAVAC ?? 'javac';
const JAVA = process.env.JAVA ?? 'java';

/** An option that a file sets. The type matters only for names that people choose: the others have a field that knows. */
export interface Asked {
  readonly key: string;
  readonly type: string;
  readonly element?: string;
  readonly values?: string[];
}

/** A configuration file, and whose values we want to know. */
export interface Question {
  /** `config.yaml` or `flink-conf.yaml`. */
  readonly name: string;
  readonly text: string;
  readonly asked: readonly Asked[];
}

/** What a line's own classes read. */
export interface Answer {
  /** Why the loader refuses the whole file. */
  readonly refusedFile?: string;
  /** What happens to the configuration when Flink writes it again, unless it stays what it is. */
  readonly lost?: string;
  /** What it has loaded, as it is kept: by key, with the class of the value. */
  readonly loaded: { readonly [key: string]: { readonly kind: string; readonly text: string } };
  /** What the options asked for are read as, in their order. */
  readonly readings: Reading[];
}

export interface Reading {
  readonly kind: 'value' | 'refused' | 'absent';
  /** The value in one way to write it, or why there is none. */
  readonly text: string;
}

/** What the classes of a line read in some files, and the keys of all options that they declare, older names included. */
export async function flinkReads(line: Line, questions: readonly Question[]): Promise<{ answers: Answer[]; keys: Set<string> }> {
  const lines = questions.map(({ name, text, asked }) => [
    'FILE', name, text, ...asked.flatMap(({ key, type, element, values }) => [key, type, element ?? '', (values ?? []).join(',')]),
  ]);
  const [keys, ...rest] = await ask(line, [['KEYS'], ...lines]);
  const answers = rest.map(([verdict, ...fields]): Answer => (verdict === 'ok' ? loaded(fields) : { refusedFile: fields[0], loaded: {}, readings: [] }));
  return { answers, keys: new Set(keys.slice(1)) };
}

/** What the classes of a line say in words of some options. */
export async function flinkSays(line: Line, keys: readonly string[]): Promise<string[]> {
  return (await ask(line, keys.map((key) => ['ABOUT', key]))).map(([, ...texts]) => texts.join('\n'));
}

/** All questions share one process, for it takes a while to look at all classes. */
async function ask(line: Line, questions: string[][]): Promise<string[][]> {
  const { groups } = await jarsOf(line);
  const classes = mkdtempSync(join(tmpdir(), 'value-oracle-'));
  try {
    await run(JAVAC, ['-nowarn', '-d', classes, '-cp', groups[0].join(':'), ...SOURCES]);
    const options = ['-Xmx768m', '-Dlog4j2.level=OFF', '-Dfile.encoding=UTF-8', '-cp', [classes, ...groups[0]].join(':')];
    const input = questions.map((fields) => fields.map(encoded).join('\t')).join('\n');
    const output = await talk([...options, 'ValueOracle', ...groups.map((group) => group.join(':'))], `${input}\n`);
    const answers = output.trimEnd().split('\n').map((text) => text.split('\t').map(decoded));
    if (answers.length !== questions.length) throw new Error(`Flink ${line.release} gave ${answers.length} answers to ${questions.length} questions`);
    return answers;
  } finally {
    rmSync(classes, { recursive: true });
  }
}

function loaded([lost, count, ...fields]: string[]): Answer {
  const end = 3 * Number(count);
  return {
    ...(lost && { lost }),
    loaded: Object.fromEntries(threes(fields.slice(0, end)).map(([key, kind, text]) => [key, { kind, text }])),
    readings: pairs(fields.slice(end)).map(([kind, text]) => ({ kind: kind as Reading['kind'], text })),
  };
}

function threes(fields: string[]): string[][] {
  return Array.from({ length: fields.length / 3 }, (_, i) => fields.slice(3 * i, 3 * i + 3));
}

function pairs(fields: string[]): string[][] {
  return Array.from({ length: fields.length / 2 }, (_, i) => fields.slice(2 * i, 2 * i + 2));
}

function encoded(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function decoded(code: string): string {
  return code.replace(/%([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

function talk(args: string[], input: string): Promise<string> {
  const java = spawn(JAVA, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    java.stdout.on('data', (chunk) => chunks.push(chunk));
    java.on('error', reject);
    java.on('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks).toString('latin1')) : reject(new Error(`java ended with ${code}`))));
    java.stdin.end(input, 'latin1');
  });
}
