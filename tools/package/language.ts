import { spawnSync } from 'child_process';
import { join } from 'path';
import { run } from '../flink/run';

export const ROOT = join(__dirname, '..', '..');

/** A language that the library is packed for. */
export interface Language {
  readonly name: string;
  /** What has to run on this machine, each a program with arguments that end well. */
  readonly needs: string[][];
  /** Makes the package; says what and how large. */
  pack(): Promise<string>;
  /** Runs the first example's program with the package alone, in an empty folder; gives the folder with its manifest. */
  synthesize(work: string): Promise<string>;
  /** Runs, in the same folder, a program with a feature of its own that sets an option which the user sets, too; gives what it prints. */
  ownFeature?(work: string): Promise<string>;
}

/** Whether a program is here and works. */
export function isHere([program, ...args]: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** What other languages see of constructs, cdk8s and cdk8s-plus is made from the npm packages, too: their registries need not have these versions. */
export const PEERS = ['constructs', 'cdk8s', 'cdk8s-plus-27'].map((name) => join('node_modules', name));

export function pacmak(target: string, outdir: string, packages: string[] = ['.'], ...options: string[]): Promise<string> {
  return run(process.execPath, [join(ROOT, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak'), '--target', target, '--outdir', outdir, ...options, ...packages], ROOT);
}
