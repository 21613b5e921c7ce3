import { execFile } from 'child_process';

/** Runs a program to its end and returns what it printed; what it complained about is in the error. */
export function run(program: string, args: string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) {
        reject(new Error(`${program} ${args.join(' ')}\n${stdout.slice(-2000)}${stderr.slice(-4000)}`, { cause: error }));
      } else {
        resolve(stdout);
      }
    });
  });
}
