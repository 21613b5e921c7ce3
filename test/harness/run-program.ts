import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';

/** A module that a program gets instead of the real one. */
interface Modules {
  readonly [name: string]: object;
}

/** Runs the first program of a Markdown text, and returns the files that it synthesizes, by their names. */
export function runProgram(markdown: string, modules: Modules = {}): { [file: string]: string } {
  const [, program] = /```ts\n([^]*?)```/.exec(markdown)!;
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const { CDK8S_OUTDIR } = process.env;
  process.env.CDK8S_OUTDIR = folder;
  try {
    const { outputText } = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    new Function('require', 'exports', outputText)((name: string) => modules[name] ?? (name === 'cdk8s-flink' ? require('../../src') : require(name)), {});
    return Object.fromEntries(readdirSync(folder).sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  } finally {
    if (CDK8S_OUTDIR === undefined) delete process.env.CDK8S_OUTDIR;
    else process.env.CDK8S_OUTDIR = CDK8S_OUTDIR;
    rmSync(folder, { recursive: true });
  }
}
