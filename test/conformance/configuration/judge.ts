import { Posed } from './pose';
import { CatalogData, catalogData } from '../../../src/configuration/catalog/catalog-data';
import { parseValue } from '../../../src/configuration/values/parse-value';
import { FlinkVersion } from '../../../src/flink-version';
import { Answer } from '../../../tools/values/oracle';
import { isSame } from '../../../tools/values/same-value';

/** What one version makes of a case. */
export interface FlinkAnswer {
  readonly file: Answer;
  /** Why a process would not start, for each value that was asked for; undefined where it would. */
  readonly starts: readonly (string | undefined)[];
  /** The names that the version's classes declare, older ones included, each with the keys of the options that read it. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

export type Verdict = 'bothAccept' | 'warned' | 'bothRefuse' | 'unknownNames' | 'wrongTypes' | 'clashes' | 'unsupportedYaml' | 'wronglyPassed' | 'wronglyRefused';

/** Whether we are right, and what Flink says. */
export function judge(version: FlinkVersion, posed: Posed, flink: FlinkAnswer): [Verdict, string] {
  const { case: { subject, kind }, spelling, problems } = posed;
  if (!spelling.known) {
    if (isDeclared(version, subject.option, flink.keys)) return ['wronglyRefused', 'declares it'];
    return problems.length ? ['unknownNames', ''] : ['wronglyPassed', 'does not know it'];
  }
  if (kind === 'set twice' && posed.case.others.length) return problems.some((text) => / is set twice: /.test(text)) ? ['clashes', ''] : ['wronglyPassed', 'keeps one of the two'];
  return problems.length ? judgeRefused(posed, flink) : judgePassed(version, posed, flink);
}

/** Whether a version's classes declare a name, and not only for a table, a job's graph or as the end of a longer one. */
export function isDeclared(version: FlinkVersion, key: string, declared: ReadonlyMap<string, readonly string[]>): boolean {
  const { elsewhere, options, templates } = catalogData(version) as CatalogData & { elsewhere: { [who: string]: string[] } };
  const longer = [...Object.keys(options), ...templates.map((template) => template.key)];
  return (declared.get(key) ?? []).some((reader) => !reader.startsWith('<') && !Object.values(elsewhere).some((keys) => keys.includes(reader)) && !longer.some((each) => each.endsWith(`.${reader}`)));
}

function judgeRefused({ case: { kind }, spelling: { key }, raw }: Posed, { file, starts }: FlinkAnswer): [Verdict, string] {
  // Two good values that Flink cannot keep together have texts enough; a content without one is wrong by its type.
  if (raw === undefined && kind !== 'beginning of another') return ['wrongTypes', ''];
  const refusal = file.refusedFile ?? file.lost ?? starts.find((each) => each !== undefined) ?? (raw !== undefined && file.loaded[key]?.text !== raw ? 'reads another text' : undefined);
  if (refusal !== undefined) return ['bothRefuse', refusal];
  const readings = file.readings.filter((reading) => reading.kind === 'value');
  if (!readings.length) return ['bothRefuse', file.readings[0]?.text ?? ''];
  // Brackets that have become part of the entries.
  if (readings.some(({ text }) => /^\["\s*\[|^\[?\{.*"\s*\{/.test(text)) && /^\s*[[{][^]*[\]}]\s*$/.test(raw ?? '')) return ['bothRefuse', 'misreads it'];
  if (kind === 'YAML' && EXOTIC.test(raw ?? '')) return ['unsupportedYaml', readings[0].text];
  return ['wronglyRefused', readings[0].text];
}

function judgePassed(version: FlinkVersion, { case: { kind, subject, meant, good }, spelling, warnings, settled, question, starts: asked }: Posed, { file, starts }: FlinkAnswer): [Verdict, string] {
  const { refusedFile, lost, loaded, readings } = file;
  const trouble = refusedFile ?? lost ?? starts.find((each) => each !== undefined);
  if (trouble !== undefined) return ['wronglyPassed', `${trouble} ${JSON.stringify(asked)}`];
  for (const { key, text, option } of settled) {
    if (loaded[key]?.text !== text) return ['wronglyPassed', `reads ${JSON.stringify(loaded[key])} of ${key}`];
    const answers = question.asked.map((each, i) => ({ each, reading: readings[i] })).filter(({ each }) => each.key === key);
    const ours = option && parseValue(version, key, option, text);
    const right = answers.find(({ each, reading }) => reading.kind === 'value' && (ours === undefined || EXOTIC.test(text) || isSame(each, ours as never, reading.text)));
    // A class name with a package may be one of the user's own: nobody can know it here.
    if (!right && answers.some(({ reading }) => reading.text === `ClassNotFoundException: ${text}`) && text.includes('.')) continue;
    if (!right) return ['wronglyPassed', `reads ${key} as ${answers.map(({ reading }) => `${reading.kind} ${reading.text}`).join(' | ')}`];
    if (key !== spelling.key) continue;
    if (meant !== undefined && !means(right.reading.text, meant)) return ['wronglyPassed', `reads ${key} as ${right.reading.text}, not ${meant}`];
    if (kind === 'unit dropped' && good !== text && /[1-9]/.test(text) && ['duration', 'memory'].includes(option!.type) && !warnings.length) return ['wronglyPassed', `reads ${right.reading.text}, which nobody meant, in silence`];
  }
  if (kind === 'older name' && !warnings.some((text) => text.includes(`'${subject.option}'`))) return ['wronglyPassed', 'warns of the older name'];
  return [warnings.length ? 'warned' : 'bothAccept', ''];
}

/** What our reader of YAML leaves out: with tags, anchors and the like we say what Flink takes, and not what it finds. */
const EXOTIC = /(^|[\s[{,:])[&*!|>?]|---/;

/** Whether two canonical texts say the same: JSON may be escaped otherwise, a float has fewer digits. */
function means(text: string, meant: string): boolean {
  if (text === meant || (/^[[{]/.test(meant) && JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(meant)))) return true;
  return Number.isFinite(Number(meant)) && Math.fround(Number(text)) === Math.fround(Number(meant));
}
