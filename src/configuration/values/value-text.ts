import { FormattedValue, formatValue } from './format-value';
import { InvalidValue, javaTrim } from './invalid-value';
import { expectedValue, parseValue } from './parse-value';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';
import { OptionData } from '../catalog/catalog-data';

/** The text of a value, or why the value is invalid. */
export interface ValueText {
  readonly text?: string;
  /** A problem, or a warning that Flink parses the text differently from what was probably meant. */
  readonly finding?: PlanFinding;
}

/** Formats the value of an option such that the Flink version parses the same value from the text. */
export function valueText(version: FlinkVersion, key: string, content: any, option: OptionData | undefined, owner: string): ValueText {
  const formatted = formatValue(key, content, option);
  const text = formatted instanceof InvalidValue ? formatted : checked(version, key, option, formatted);
  if (typeof text === 'string') return { text, ...withoutUnit(key, option, text, owner) };
  const requirement = `'${key}' (by ${owner}) must be ${text.expected ?? (option ? expectedValue(option) : 'a value')}`;
  if (option?.sensitive && typeof content === 'string') {
    return { finding: problem('invalid-option-value', `${requirement}; its value, which is a secret and therefore not shown, is not`, 'Write another value', key) };
  }
  return { finding: problem('invalid-option-value', `${requirement}; ${text.reason}`, text.remedy, key) };
}

/** A number without a unit is often a mistake: 60 means 60 milliseconds, 1728 means 1728 bytes. */
function withoutUnit(key: string, option: OptionData | undefined, text: string, owner: string): Pick<ValueText, 'finding'> {
  const isTime = option?.type === 'duration';
  const number = isTime || option?.type === 'memory' ? /^[\0- ]*([0-9]*[1-9][0-9]*)[\0- ]*$/.exec(text)?.[1] : undefined;
  if (number === undefined) return {};
  const message = `'${key}' (by ${owner}) is '${number}' without a unit, which Flink reads as ${isTime ? 'milliseconds' : 'bytes'}`;
  return { finding: warning('unit-missing', message, `Write the unit, for example '${number} ${isTime ? 's' : 'mb'}' or '${number} ${isTime ? 'ms' : 'bytes'}'`, key) };
}

function checked(version: FlinkVersion, key: string, option: OptionData | undefined, { text, parsed }: FormattedValue): string | InvalidValue {
  if (!option) return text;
  const renamed = Object.entries(option.legacyValues ?? {}).find(([newValue]) => newValue.toLowerCase() === text.toLowerCase())?.[1] ?? text;
  // The parser of flink-conf.yaml trims values, which matters to text options alone.
  const final = version._facts.configFile === 'flink-conf.yaml' && option.type !== 'string' ? javaTrim(renamed) : renamed;
  const value = parseValue(version, key, option, final);
  if (value instanceof InvalidValue) return value;
  if (!parsed || JSON.stringify(sorted(value)) === JSON.stringify(sorted(parsed))) return final;
  return new InvalidValue(`the value has no text from which Flink ${version.minorVersion} parses it again`, 'Leave out unusual characters');
}

/** Maps have no order. */
function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  return typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
}
