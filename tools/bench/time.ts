import { execFileSync } from 'child_process';

/** The middle of several measurements: what a machine does beside shows at the ends. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Several pieces of work in turns, so that whatever disturbs the machine disturbs all of them; each one's median. */
export function inTurns(rounds: number, pieces: (() => void)[]): number[] {
  const times = pieces.map((): number[] => []);
  for (const piece of pieces) piece();
  for (let round = 0; round < rounds; round++) pieces.forEach((piece, i) => times[i].push(milliseconds(piece)));
  return times.map(median);
}

/** What a script that prints a number prints in fresh processes: the median. */
export function inFreshProcesses(rounds: number, script: string, cwd: string): number {
  return median(Array.from({ length: rounds }, () => Number(execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))));
}

export function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map((_, i) => (i ? '---:' : '---')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
