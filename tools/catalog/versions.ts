import { readFileSync } from 'fs';
import { join } from 'path';

/** The root of the repository. */
export const ROOT = join(__dirname, '..', '..');

/** A Flink minor version and the release from which its catalog is made. */
export interface MinorVersion {
  readonly minorVersion: string;
  readonly release: string;
}

/** All minor versions, oldest first, as `flink-versions.json` lists them. */
export const MINOR_VERSIONS: readonly MinorVersion[] = JSON.parse(readFileSync(join(ROOT, 'flink-versions.json'), 'utf8')).minorVersions;

const NAMES = MINOR_VERSIONS.map((each) => each.minorVersion);

/** A minor version by its name. */
export function minorVersionOf(name: string): MinorVersion {
  const found = MINOR_VERSIONS.find((each) => each.minorVersion === name);
  if (!found) throw new Error(`no Flink minor version ${name}; there are ${NAMES.join(', ')}`);
  return found;
}

/** The minor versions in a range: `1.13-1.16`, `1.19-` (and all later ones), `1.20` alone. */
export function versionsIn(range: string): string[] {
  const [, from, dash, to] = /^(\d+\.\d+)(-?)(\d+\.\d+)?$/.exec(range) ?? [];
  if (!from || (to && !dash)) throw new Error(`'${range}' is not a range of minor versions`);
  const first = NAMES.indexOf(minorVersionOf(from).minorVersion);
  const last = to ? NAMES.indexOf(minorVersionOf(to).minorVersion) : dash ? NAMES.length - 1 : first;
  if (last < first) throw new Error(`the range ${range} is empty`);
  return NAMES.slice(first, last + 1);
}

/** The shortest ranges of a set of minor versions. A range that includes the newest version is open, since it usually includes the next one, too. */
export function rangesOf(minorVersions: Iterable<string>): string[] {
  const included = new Set(minorVersions);
  const ranges: string[][] = [];
  for (const name of NAMES) {
    if (!included.has(name)) continue;
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
