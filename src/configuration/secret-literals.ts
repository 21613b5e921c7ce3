import { catalogData } from './catalog/catalog-data';
import { EffectiveConfiguration } from './effective-configuration';
import { FlinkVersion } from '../flink-version';
import { PlanFinding, problem } from '../private/findings';

/** Keys of credentials that Flink does not mask in its logs. */
const CREDENTIALS = /(^|[.-])access[.-]?key([.-]?id)?$/i;

/**
 * Options whose values are secrets, which a ConfigMap would expose.
 *
 * @param otherwise how they are given where `secretConfiguration` is not supported.
 */
export function secretLiterals(version: FlinkVersion, configuration: EffectiveConfiguration, otherwise?: string): PlanFinding[] {
  return configuration.all().filter(({ key, option, text }) => text !== '' && isText(option?.type) && (isMasked(version, key) || CREDENTIALS.test(key)))
    .map(({ key, owner }) => problem('secret-in-configuration', `'${key}' (by ${owner}) is a secret, and its value would be stored in a ConfigMap`, remedy(key, otherwise), key));
}

function isText(type = 'string'): boolean {
  return type === 'string';
}

/** Whether Flink masks the value in its logs, which it decides by parts of the key. */
function isMasked(version: FlinkVersion, key: string): boolean {
  const lowerCase = key.toLowerCase();
  return catalogData(version).sensitive.some((part) => lowerCase.includes(part));
}

function remedy(key: string, otherwise?: string): string {
  const ofS3 = /^(s3|s3a|presto\.s3|fs\.s3a)\./.test(key) ? 'Use FlinkStorage.s3(…, { credentials: S3Credentials.fromSecret(…) })' : undefined;
  if (otherwise) return ofS3 ?? `Leave it out. ${otherwise}`;
  const secret = `secretConfiguration: { '${key}': { name: 'a-secret', key: 'an-entry' } }`;
  return ofS3 ? `${ofS3}, or ${secret}` : `Put it into a Secret, and set ${secret}`;
}
