import { readFileSync } from 'fs';
import { join } from 'path';

/** The root of the repository. */
export const ROOT = join(__dirname, '..', '..');

/** One Flink line and the release that stands for it. */
export interface Line {
  readonly minorVersion: string;
  readonly release: string;
}

/** All lines, oldest first, as `flink-versions.json` lists them. */
export const LINES: readonly Line[] = JSON.parse(readFileSync(join(ROOT, 'flink-versions.json'), 'utf8')).minorVersions;

const NAMES = LINES.map((each) => each.minorVersion);

/** One line by its name. */
export function lineOf(name: string): Line {
  const found = LINES.find((each) => each.minorVersion === name);
  if (!found) throw new Error(`no Flink line ${name}; there are ${NAMES.join(', ')}`);
  return found;
}

/** The lines that a range stands for: `1.13-1.16`, `1.19-` (and all later ones), `1.20` alone. */
export function linesIn(range: string): string[] {
  const [, from, dash, to] = /^(\d+\.\d+)(-?)(\d+\.\d+)?$/.exec(range) ?? [];
  if (!from || (to && !dash)) throw new Error(`'${range}' is no range of lines`);
  const first = NAMES.indexOf(lineOf(from).minorVersion);
  const last = to ? NAMES.indexOf(lineOf(to).minorVersion) : dash ? NAMES.length - 1 : first;
  if (last < first) throw new Error(`the range ${range} is empty`);
  return NAMES.slice(first, last + 1);
}

/** The shortest way to write a set of lines as ranges; one that reaches the newest line stays open, as a new line will most often join it. */
export function rangesOf(lines: Iterable<string>): string[] {
  const wanted = new Set(lines);
  const ranges: string[][] = [];
  for (const name of NAMES) {
    if (!wanted.has(name)) continue;
    const last = ranges[ranges.length - 1];
    if (last && NAMES.indexOf(name) === NAMES.indexOf(last[last.length - 1]) + 1) last.push(name);
    else ranges.push([name]);
  }
  const newest = NAMES[NAMES.length - 1];
  return ranges.map((range) => {
    const last = range[range.length - 1];
    return last === newest ? `${range[0]}-` : range.length === 1 ? range[0] : `${range[0]}-${last}`;
  });
}
