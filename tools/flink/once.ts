import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { setTimeout as sleep } from 'timers/promises';

const underWay = new Map<string, Promise<string>>();

/**
 * A folder that is filled once, however many callers ask for it, in this process or in others.
 *
 * A folder that is there is whole: it is filled under another name and then renamed. The lock only spares the other
 * callers the work; should two ever hold it, the second one's work is thrown away.
 *
 * @param fill receives an empty folder on the same disk.
 */
export function once(folder: string, fill: (work: string) => Promise<unknown>): Promise<string> {
  const running = underWay.get(folder) ?? fillLocked(folder, fill).finally(() => underWay.delete(folder));
  underWay.set(folder, running);
  return running;
}

async function fillLocked(folder: string, fill: (work: string) => Promise<unknown>): Promise<string> {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const unlock = await lock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    // What a killed process left behind. Nobody else is writing it, for the lock is ours.
    const prefix = `${basename(folder)}.work-`;
    for (const name of readdirSync(dirname(folder))) {
      if (name.startsWith(prefix)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
    const work = mkdtempSync(join(dirname(folder), prefix));
    try {
      await fill(work);
      // Unless another one was quicker, which takes a lock that was lost.
      if (!existsSync(folder)) renameSync(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    return folder;
  } finally {
    unlock();
  }
}

async function lock(path: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(path, '', { flag: 'wx' });
      const alive = setInterval(() => touch(path), BEAT);
      return () => {
        clearInterval(alive);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (Date.now() - lastBeat(path) > 20 * BEAT) {
      rmSync(path, { force: true });
    } else {
      await sleep(200);
    }
  }
}

// A lock is known to be held by its file being touched again and again. Process ids would not do: the cache may be
// shared by containers, and a number that a killed process had may be another's tomorrow.
const BEAT = 2000;

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Somebody took it for abandoned. Nothing is lost by that, see above.
  }
}

function lastBeat(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}
