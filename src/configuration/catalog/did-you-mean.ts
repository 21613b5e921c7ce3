import { catalogData } from './catalog-data';
import { FlinkVersion } from '../../flink-version';
import { editDistance } from '../../private/edit-distance';

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
    .map((name) => ({ name, distance: editDistance(name.toLowerCase(), written.toLowerCase(), far) }))
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
