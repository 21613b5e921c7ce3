import { ChildProcessByStdio, spawn } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { createInterface } from 'readline';
import { Readable, Writable } from 'stream';
import { jarsOf } from '../catalog/jars';
import { MinorVersion } from '../catalog/versions';
import { run } from '../flink/run';

const SOURCES = ['ValueOracle', 'DeclaredOptions', 'NextReader', 'StartUp'].map((name) => join(__dirname, `${name}.java`));
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

/** What a version's own classes read. */
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

/** The classes of one version, in a process that answers until it is closed. It takes a while to look at all of them. */
export class Flink {
  public static async of(version: MinorVersion): Promise<Flink> {
    const { groups } = await jarsOf(version);
    const classes = mkdtempSync(join(tmpdir(), 'value-oracle-'));
    await run(JAVAC, ['-nowarn', '-d', classes, '-cp', groups[0].join(':'), ...SOURCES]);
    const options = ['-Xmx768m', '-Dlog4j2.level=OFF', '-Dfile.encoding=UTF-8', '-cp', [classes, ...groups[0]].join(':')];
    return new Flink(version, classes, spawn(JAVA, [...options, 'ValueOracle', ...groups.map((group) => group.join(':'))], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  private readonly answers: AsyncIterator<string>;

  private constructor(private readonly version: MinorVersion, private readonly classes: string, private readonly java: ChildProcessByStdio<Writable, Readable, null>) {
    this.answers = createInterface(java.stdout.setEncoding('latin1'))[Symbol.asyncIterator]();
    // Where it ends before its time, the missing answers tell.
    java.stdin.on('error', () => undefined);
  }

  /** What they read in some files. */
  public async reads(questions: readonly Question[]): Promise<Answer[]> {
    const lines = questions.map(({ name, text, asked }) => [
      'FILE', name, text, ...asked.flatMap(({ key, type, element, values }) => [key, type, element ?? '', (values ?? []).join(',')]),
    ]);
    return (await this.ask(lines)).map(([verdict, ...fields]): Answer => (verdict === 'ok' ? loaded(fields) : { refusedFile: fields[0], loaded: {}, readings: [] }));
  }

  /** The names that they declare, older ones included, each with the keys of the options that read it. */
  public async keys(): Promise<Map<string, string[]>> {
    const [[, ...names]] = await this.ask([['KEYS']]);
    return new Map(names.map((name) => name.split(' ')).map(([name, ...readers]) => [name, readers]));
  }

  /** What they say in words of some options. */
  public async says(keys: readonly string[]): Promise<string[]> {
    return (await this.ask(keys.map((key) => ['ABOUT', key]))).map(([, ...texts]) => texts.join('\n'));
  }

  /** Why processes do not start with a value, for each key and text; undefined where they do. */
  public async starts(values: readonly (readonly [string, string])[]): Promise<(string | undefined)[]> {
    return (await this.ask(values.map(([key, text]) => ['START', key, text]))).map(([, refusal]) => refusal);
  }

  public async close(): Promise<void> {
    this.java.stdin.end();
    await new Promise((resolve) => (this.java.exitCode === null ? this.java.on('close', resolve) : resolve(undefined)));
    rmSync(this.classes, { recursive: true });
  }

  private async ask(questions: string[][]): Promise<string[][]> {
    this.java.stdin.write(questions.map((fields) => `${fields.map(encoded).join('\t')}\n`).join(''), 'latin1');
    const answers: string[][] = [];
    while (answers.length < questions.length) {
      const { value, done } = await this.answers.next();
      if (done) throw new Error(`Flink ${this.version.release} gave ${answers.length} answers to ${questions.length} questions`);
      answers.push(value.split('\t').map(decoded));
    }
    return answers;
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
