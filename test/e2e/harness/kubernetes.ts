import { execFile } from 'child_process';

/** What a command printed, and how it ended. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs kubectl against whatever cluster KUBECONFIG names. */
export function kubectl(args: string[], input?: string): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(process.env.KUBECTL ?? 'kubectl', args, { maxBuffer: 64 * 2 ** 20 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
    if (input !== undefined) child.stdin!.end(input);
  });
}

/** The same, for a command that must succeed. */
export async function kube(args: string[], input?: string): Promise<string> {
  const { code, out, err } = await kubectl(args, input);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${err || out}`);
  return out;
}

/** Asks again and again until an answer is there. The time-out is for a machine that is busy; it asserts nothing. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, seconds = 300): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await pause(1);
  } while (Date.now() < end);
  throw new Error(`${what}: not within ${seconds} s${last ? ` (${last})` : ''}`);
}

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
