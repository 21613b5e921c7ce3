import { FlinkVersion } from '../flink-version';
import { PlanFinding, problem } from '../private/findings';

/**
 * The content of Flink's configuration file: one flat `key: value` line for each option, in the syntax of the version's parser.
 * @internal
 */
export function configFileText(version: FlinkVersion, options: { [option: string]: string }): string {
  const legacy = isLegacy(version);
  return Object.keys(options).sort().map((key) => (legacy ? `${key}: ${options[key]}\n` : `${keyText(key)}: ${quoted(options[key])}\n`)).join('');
}

/**
 * Why the syntax of the file cannot represent an option, or undefined when it can.
 * @internal
 */
export function unwritable(version: FlinkVersion, key: string, text: string): PlanFinding | undefined {
  const legacy = isLegacy(version);
  const invalidValue = legacy ? legacyProblem(text) : yamlProblem(text);
  if (invalidValue) return cannotContain(version, `'${key}' ${invalidValue}`, 'Choose another value, or pass it to the process as environment or argument');
  const invalidKey = legacy ? legacyKeyProblem(key) : yamlKeyProblem(key);
  return invalidKey === undefined ? undefined : cannotContain(version, `the key '${key.slice(0, 80)}' ${invalidKey}`, 'Choose another key');
}

function cannotContain(version: FlinkVersion, reason: string, remedy: string): PlanFinding {
  return problem('option-not-writable', `${reason}, which ${version._facts.configFile} of Flink ${version.minorVersion} cannot represent`, remedy);
}

/** The parser of flink-conf.yaml supports no quotes: it cuts at '#', parses line by line and trims white space and control characters. */
function legacyProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (text.includes('#')) return "contains '#'";
  if (/[\r\n]/.test(text)) return 'has several lines';
  if (/\p{Surrogate}/u.test(text)) return 'contains an unpaired surrogate';
  return /^[\0- ]|[\0- ]$/.test(text) ? 'begins or ends with white space' : undefined;
}

/** The first colon that a space follows ends the key. */
function legacyKeyProblem(key: string): string | undefined {
  return legacyProblem(key) ?? (key.includes(': ') ? 'contains a colon and a space' : undefined);
}

/** Flink's start scripts and clients rewrite the file, and lose these values. */
function yamlProblem(text: string): string | undefined {
  if (/[\ud800-\udbff](?![\udc00-\udfff])[^]/.test(text)) return 'contains an unpaired surrogate';
  // A printable text without a space before a line break is rewritten as a block scalar, which ends with at most one line break.
  const asBlock = !/[^\n -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]| \n| $/u.test(text);
  return asBlock && /^\n+$|\n\n$/.test(text) ? 'ends with empty lines' : undefined;
}

/** The YAML parser expects the colon within 1024 characters. */
function yamlKeyProblem(key: string): string | undefined {
  if ([...keyText(key)].length > 1024) return 'has more than 1000 characters';
  return /\.$|^\ufeff/.test(key) ? 'ends with a dot or begins with a byte order mark' : yamlProblem(key);
}

function isLegacy(version: FlinkVersion): boolean {
  return version._facts.configFile === 'flink-conf.yaml';
}

/** Without quotes, as the shell scripts of images expect it, unless YAML would parse it differently. */
function keyText(key: string): string {
  return /^[A-Za-z_$][\w$.-]*$/.test(key) && !/^(true|false|null)$/i.test(key) ? key : quoted(key);
}

/** Every value is in double quotes, so that no parser takes `1.10` for a number, or `{a: 1}` for a map. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
