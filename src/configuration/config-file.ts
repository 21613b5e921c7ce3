import { FlinkVersion } from '../flink-version';
import { PlanFinding, problem } from '../private/findings';

/**
 * The text of Flink's configuration file, one flat `key: value` line per option, in the syntax of the line's own parser.
 * @internal
 */
export function configFileText(version: FlinkVersion, options: { [option: string]: string }): string {
  const legacy = isLegacy(version);
  return Object.keys(options).sort().map((key) => (legacy ? `${key}: ${options[key]}\n` : `${nameText(key)}: ${quoted(options[key])}\n`)).join('');
}

/**
 * Why the file's syntax cannot hold an option, or undefined when it can.
 * @internal
 */
export function unwritable(version: FlinkVersion, key: string, text: string): PlanFinding | undefined {
  const legacy = isLegacy(version);
  const because = legacy ? legacyProblem(text) : yamlProblem(text);
  if (because) return cannotHold(version, `'${key}' ${because}`, 'Choose another value, or give it to the process as environment or argument');
  const name = legacy ? legacyNameProblem(key) : nameProblem(key);
  return name === undefined ? undefined : cannotHold(version, `the name '${key.slice(0, 80)}' ${name}`, 'Choose another name');
}

function cannotHold(version: FlinkVersion, what: string, remedy: string): PlanFinding {
  return problem('option-not-writable', `${what}, which ${version._facts.configFile} of Flink ${version.minorVersion} cannot hold`, remedy);
}

/** The old parser knows no quotes: it cuts at '#', reads line by line and trims, by which Java means control characters, too. */
function legacyProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (text.includes('#')) return "contains '#'";
  if (/[\r\n]/.test(text)) return 'has several lines';
  if (/\p{Surrogate}/u.test(text)) return 'contains half a character';
  return /^[\0- ]|[\0- ]$/.test(text) ? 'begins or ends with a blank' : undefined;
}

/** It takes all up to the first colon and blank for the name. */
function legacyNameProblem(key: string): string | undefined {
  return legacyProblem(key) ?? (key.includes(': ') ? 'contains a colon and a blank' : undefined);
}

/** Flink's start scripts and clients write the file again, and lose these then. */
function yamlProblem(text: string): string | undefined {
  if (/[\ud800-\udbff](?![\udc00-\udfff])[^]/.test(text)) return 'contains half a character';
  // What is printable and has no blank before a line break is written as a block, which ends with one line break at most.
  const asBlock = !/[^\n -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]| \n| $/u.test(text);
  return asBlock && /^\n+$|\n\n$/.test(text) ? 'ends with empty lines' : undefined;
}

/** The YAML parser looks no further for the colon. */
function nameProblem(key: string): string | undefined {
  if ([...nameText(key)].length > 1024) return 'has more than 1000 characters';
  return /\.$|^\ufeff/.test(key) ? 'ends with a point or begins with a byte order mark' : yamlProblem(key);
}

function isLegacy(version: FlinkVersion): boolean {
  return version._facts.configFile === 'flink-conf.yaml';
}

/** Plain, as people and shell scripts expect it, unless YAML would take it for something else. */
function nameText(key: string): string {
  return /^[A-Za-z_$][\w$.-]*$/.test(key) && !/^(true|false|null)$/i.test(key) ? key : quoted(key);
}

/** Every text in double quotes: no reader can take `1.10` for a number, or `{a: 1}` for a map. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
