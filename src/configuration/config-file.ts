import { FlinkVersion } from '../flink-version';
import { complaint } from '../private/remedy';

/**
 * The text of Flink's configuration file, one flat `key: value` line per option, in the syntax of the line's own parser.
 * @internal
 */
export function configFileText(version: FlinkVersion, options: { [option: string]: string }): string {
  const write = isLegacy(version) ? (text: string) => text : quoted;
  return Object.keys(options).sort().map((key) => `${key}: ${write(options[key])}\n`).join('');
}

/**
 * Why the file's syntax cannot hold a value, or undefined when it can.
 * @internal
 */
export function unwritable(version: FlinkVersion, key: string, text: string): string | undefined {
  if (!isLegacy(version)) return undefined;
  const because = legacyProblem(text);
  return because && complaint(
    `'${key}' ${because}, which ${version._facts.configFile} of Flink ${version.line} cannot hold`,
    'Choose another value, or give it to the process as environment or argument');
}

/** The old parser knows no quotes: it cuts at '#', reads line by line and trims. */
function legacyProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (text.includes('#')) return "contains '#'";
  if (/[\r\n]/.test(text)) return 'has several lines';
  return text !== text.trim() ? 'begins or ends with a blank' : undefined;
}

function isLegacy(version: FlinkVersion): boolean {
  return version._facts.configFile === 'flink-conf.yaml';
}

/** Every text in double quotes: no reader can take `1.10` for a number, or `{a: 1}` for a map. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
