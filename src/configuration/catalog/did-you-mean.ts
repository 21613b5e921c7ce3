import { catalogData } from './catalog-data';
import { FlinkVersion } from '../../flink-version';
import { editDistance } from '../../private/edit-distance';

/** The keys of a Flink version, and further ones, that are most similar to an unknown key: at most two. */
export function didYouMean(version: FlinkVersion, unknownKey: string, further: readonly string[] = []): string[] {
  const { options, templates } = catalogData(version);
  const keys = [...Object.keys(options), ...templates.map(({ key }) => fillTemplate(key, unknownKey)), ...further];
  return nearestNames(keys, unknownKey, Math.floor(unknownKey.length / 5));
}

/** At most two names within an edit distance of a given one, the nearest first. A distance of two is always near. */
export function nearestNames(names: readonly string[], given: string, distance: number): string[] {
  const limit = Math.max(2, distance);
  return [...new Set(names)]
    .map((name) => ({ name, distance: editDistance(name.toLowerCase(), given.toLowerCase(), limit) }))
    .filter((candidate) => candidate.distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 2)
    .map(({ name }) => name);
}

/**
 * A template with its placeholder replaced by the name in an unknown key: `metrics.reporter.prom.port` for `metrics.reporter.prom.prot` and
 * for `metrics.reporter.promport`.
 */
export function fillTemplate(template: string, unknownKey: string): string {
  const parts = unknownKey.split('.');
  const index = template.split('.').findIndex((part) => part.startsWith('<'));
  if (index < 0 || !parts[index]) return template;
  const rest = template.split('.').slice(index + 1).join('.');
  const dotIsMissing = parts.length === index + 1 && parts[index].endsWith(rest) && parts[index] !== rest;
  return template.replace(/<[^>]+>/, dotIsMissing ? parts[index].slice(0, -rest.length) : parts[index]);
}
