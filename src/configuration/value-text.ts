import { OptionData } from './catalog-data';
import { Fault, javaTrim } from './value-fault';
import { readValue, wanted } from './value-read';
import { writeValue, Written } from './value-write';
import { FlinkVersion } from '../flink-version';
import { complaint } from '../private/remedy';

/** A value as Flink parses it, or why it is none. */
export interface ValueText {
  readonly text?: string;
  readonly problem?: string;
  /** What Flink reads in it is hardly what was meant. */
  readonly warning?: string;
}

/** What somebody has given as a value, as the text that this line of Flink reads as it was meant. What it does not read is a problem. */
export function valueText(version: FlinkVersion, key: string, content: any, option: OptionData | undefined, owner: string): ValueText {
  const written = writeValue(key, content, option);
  const text = written instanceof Fault ? written : checked(version, key, option, written);
  if (typeof text === 'string') return { text, ...withoutUnit(key, option, text, owner) };
  const wants = `'${key}' (by ${owner}) wants ${text.wants ?? (option ? wanted(option) : 'a value')}, and `;
  if (option?.sensitive && typeof content === 'string') return { problem: complaint(`${wants}the secret that it has is none`, 'Write another one') };
  return { problem: complaint(wants + text.what, text.remedy) };
}

/** A bare number stands for little: 60 for 60 milliseconds, 1728 for 1728 bytes. */
function withoutUnit(key: string, option: OptionData | undefined, text: string, owner: string): Pick<ValueText, 'warning'> {
  const isTime = option?.type === 'duration';
  const number = isTime || option?.type === 'memory' ? /^[\0- ]*([0-9]*[1-9][0-9]*)[\0- ]*$/.exec(text)?.[1] : undefined;
  if (number === undefined) return {};
  const what = `'${key}' (by ${owner}) is '${number}' without a unit, which Flink reads as ${isTime ? 'milliseconds' : 'bytes'}`;
  return { warning: complaint(what, `Write the unit that is meant, for example '${number} ${isTime ? 's' : 'mb'}' or '${number} ${isTime ? 'ms' : 'bytes'}'`) };
}

function checked(version: FlinkVersion, key: string, option: OptionData | undefined, { text, meant }: Written): string | Fault {
  if (!option) return text;
  const spelled = Object.entries(option.spellings ?? {}).find(([newest]) => newest.toLowerCase() === text.toLowerCase())?.[1] ?? text;
  // The reader of this file takes the blanks around a value away, which matter to texts alone.
  const final = version._facts.configFile === 'flink-conf.yaml' && option.type !== 'string' ? javaTrim(spelled) : spelled;
  const value = readValue(version, key, option, final);
  if (value instanceof Fault) return value;
  if (!meant || JSON.stringify(sorted(value)) === JSON.stringify(sorted(meant))) return final;
  return new Fault(`what is given cannot be written so that Flink ${version.line} reads it`, 'Leave out unusual characters');
}

/** Flink's maps have no order. */
function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  return typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
}
