import { InvalidValue, javaTrim } from './invalid-value';
import { readValue, wanted } from './read-value';
import { writeValue, Written } from './write-value';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';
import { OptionData } from '../catalog/catalog-data';

/** A value as Flink parses it, or why it is none. */
export interface ValueText {
  readonly text?: string;
  /** A problem, or a warning that Flink reads it differently from what was probably meant. */
  readonly finding?: PlanFinding;
}

/** What somebody has given as a value, as the text that this line of Flink reads as it was meant. What it does not read is a problem. */
export function valueText(version: FlinkVersion, key: string, content: any, option: OptionData | undefined, owner: string): ValueText {
  const written = writeValue(key, content, option);
  const text = written instanceof InvalidValue ? written : checked(version, key, option, written);
  if (typeof text === 'string') return { text, ...withoutUnit(key, option, text, owner) };
  const wants = `'${key}' (by ${owner}) wants ${text.wants ?? (option ? wanted(option) : 'a value')}, and `;
  if (option?.sensitive && typeof content === 'string') return { finding: problem('invalid-option-value', `${wants}the secret that it has is none`, 'Write another one', key) };
  return { finding: problem('invalid-option-value', wants + text.what, text.remedy, key) };
}

/** A bare number stands for little: 60 for 60 milliseconds, 1728 for 1728 bytes. */
function withoutUnit(key: string, option: OptionData | undefined, text: string, owner: string): Pick<ValueText, 'finding'> {
  const isTime = option?.type === 'duration';
  const number = isTime || option?.type === 'memory' ? /^[\0- ]*([0-9]*[1-9][0-9]*)[\0- ]*$/.exec(text)?.[1] : undefined;
  if (number === undefined) return {};
  const what = `'${key}' (by ${owner}) is '${number}' without a unit, which Flink reads as ${isTime ? 'milliseconds' : 'bytes'}`;
  return { finding: warning('unit-missing', what, `Write the unit, for example '${number} ${isTime ? 's' : 'mb'}' or '${number} ${isTime ? 'ms' : 'bytes'}'`, key) };
}

function checked(version: FlinkVersion, key: string, option: OptionData | undefined, { text, meant }: Written): string | InvalidValue {
  if (!option) return text;
  const spelled = Object.entries(option.spellings ?? {}).find(([newest]) => newest.toLowerCase() === text.toLowerCase())?.[1] ?? text;
  // The reader of this file takes the blanks around a value away, which matter to texts alone.
  const final = version._facts.configFile === 'flink-conf.yaml' && option.type !== 'string' ? javaTrim(spelled) : spelled;
  const value = readValue(version, key, option, final);
  if (value instanceof InvalidValue) return value;
  if (!meant || JSON.stringify(sorted(value)) === JSON.stringify(sorted(meant))) return final;
  return new InvalidValue(`what is given cannot be written so that Flink ${version.minorVersion} reads it`, 'Leave out unusual characters');
}

/** Flink's maps have no order. */
function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  return typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
}
