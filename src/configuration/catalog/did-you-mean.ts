import { catalogData } from './catalog-data';
import { FlinkVersion } from '../../flink-version';

/** The names of a Flink version, and further ones, that are nearest to one that nothing knows: at most two. */
export function didYouMean(version: FlinkVersion, written: string, further: readonly string[] = []): string[] {
  const { options, templates } = catalogData(version);
  const names = [...Object.keys(options), ...templates.map(({ key }) => withOwnName(key, written)), ...further];
  return nearestNames(names, written, Math.floor(written.length / 5));
}

/** At most two of some names that differ from a written one by few edits, the nearest first. Two edits are always few. */
export function nearestNames(names: readonly string[], written: string, edits: number): string[] {
  const far = Math.max(2, edits);
  return [...new Set(names)]
    .map((name) => ({ name, distance: distance(name.toLowerCase(), written.toLowerCase(), far) }))
    .filter((candidate) => candidate.distance <= far)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 2)
    .map(({ name }) => name);
}

/** A template with the user's own word in it: `metrics.reporter.prom.port` for `metrics.reporter.prom.prot` and for `metrics.reporter.promport`. */
export function withOwnName(template: string, written: string): string {
  const parts = written.split('.');
  const index = template.split('.').findIndex((part) => part.startsWith('<'));
  if (index < 0 || !parts[index]) return template;
  const rest = template.split('.').slice(index + 1).join('.');
  const glued = parts.length === index + 1 && parts[index].endsWith(rest) && parts[index] !== rest;
  return template.replace(/<[^>]+>/, glued ? parts[index].slice(0, -rest.length) : parts[index]);
}

/** Edits between two texts (insert, delete, replace, swap neighbours), counted no further than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
