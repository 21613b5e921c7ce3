/*
 * Compares what we take for a value with what Flink's own classes take for one, on configurations with mistakes in them.
 *
 *   npx tsx test/conformance/values.ts [--all | line …] [--seed n] [--count n]     by default 1.20 and 2.3, a fresh seed, 300 a line
 *
 * Everything goes through settle() and the writer of the configuration file, and is read by the line's own loader and options.
 */
import { randomInt } from 'crypto';
import { CatalogData, catalogData } from '../../src/configuration/catalog-data';
import { configFileText } from '../../src/configuration/config-file';
import { secretLiterals } from '../../src/configuration/secret-literals';
import { settle } from '../../src/configuration/settle';
import { SettledOption } from '../../src/configuration/settled';
import { spell } from '../../src/configuration/spelling';
import { readValue } from '../../src/configuration/value-read';
import { valueText } from '../../src/configuration/value-text';
import { FlinkVersion } from '../../src/flink-version';
import { LINES, lineOf } from '../../tools/catalog/lines';
import { askedFor, versionOf } from '../../tools/values/asked';
import { Case, cases } from '../../tools/values/cases';
import { isSame } from '../../tools/values/meaning';
import { Answer, flinkReads, Question } from '../../tools/values/oracle';

/** What a comparison has shown. */
export interface ValuesCheck {
  readonly release: string;
  readonly seed: number;
  readonly bothAccept: number;
  readonly bothRefuse: number;
  /** Names that the line does not know, all refused by us. */
  readonly unknownNames: number;
  /** Contents of a type that has no text for the option, refused by us. */
  readonly wrongTypes: number;
  /** We pass what Flink refuses or reads as something else. */
  readonly wronglyPassed: Finding[];
  /** We refuse what Flink reads as it was meant. */
  readonly wronglyRefused: Finding[];
  /** Texts that our messages say to write instead … */
  readonly remedies: number;
  /** … and those among them that are no better. */
  readonly uselessRemedies: Finding[];
}

export interface Finding {
  readonly kind: string;
  readonly option: string;
  readonly content: string;
  readonly ours: string;
  readonly flink: string;
}

type Verdict = 'bothAccept' | 'bothRefuse' | 'unknownNames' | 'wrongTypes' | 'wronglyPassed' | 'wronglyRefused';

/** A case with our answer to it, and the file that shows Flink's. */
interface Posed {
  readonly case: Case;
  readonly problems: string[];
  readonly settled: SettledOption[];
  readonly question: Question;
}

/** Asks one line and this library the same questions, which depend on the seed only. */
export async function checkValues(line: string, seed: number, perLine: number): Promise<ValuesCheck> {
  const version = versionOf(line);
  const posed = cases(version, seed, perLine).map((each) => pose(version, each));
  const { answers, keys } = await flinkReads(lineOf(line), posed.map(({ question }) => question));
  const counts = { bothAccept: 0, bothRefuse: 0, unknownNames: 0, wrongTypes: 0 };
  const found = { wronglyPassed: [] as Finding[], wronglyRefused: [] as Finding[], uselessRemedies: [] as Finding[] };
  let remedies = 0;
  posed.forEach((each, i) => {
    const [verdict, flink] = judge(version, each, answers[i], keys);
    const { kind, subject } = each.case;
    const finding = { kind, option: subject.option, content: shown(subject.content), ours: each.problems.join(' | ') || JSON.stringify(each.question.text), flink };
    if (verdict === 'wronglyPassed' || verdict === 'wronglyRefused') found[verdict].push(finding);
    else counts[verdict] += 1;
    const remedy = verdict === 'bothRefuse' ? remedyOf(each) : undefined;
    if (remedy === undefined) return;
    remedies += 1;
    const { key, option } = spell(version, subject.option);
    const { problem } = valueText(version, key, remedy, option, 'a test');
    if (problem) found.uselessRemedies.push({ ...finding, flink: problem });
  });
  return { release: version.release, seed, ...counts, remedies, ...found };
}

/** The whole text that our message on the value says to write instead; a message on a part of it has one for that part. */
function remedyOf({ problems }: Posed): string | undefined {
  const [, plain, quoted] = problems.map((text) => (/ in it is /.test(text) ? null : / wants [^]*Write (?:'([^']*)'|`([^`]*)`)[.:]/.exec(text))).find((found) => found) ?? [];
  return plain ?? quoted;
}

/** What we take, as we write it; what we refuse, as it would stand in the file. */
function pose(version: FlinkVersion, each: Case): Posed {
  const apart = each.kind === 'beginning of another' ? each.others : each.others.filter(({ option }) => !meets(version, option, each.subject.option));
  const kept = settle(version, apart, []).problems.length ? [] : apart;
  const { shared, problems: all } = settle(version, [...kept, each.subject], []);
  // That a secret does not belong into a file is our own rule: Flink would read it.
  const rules = secretLiterals(version, shared);
  const problems = all.filter((problem) => !rules.includes(problem));
  const settled = shared.all();
  const texts = problems.length === 0 ? shared.toMap() : { ...settle(version, kept, []).shared.toMap(), ...rawText(version, each) };
  const asked = problems.length === 0
    ? settled.flatMap(({ key, option }) => askedFor(version, key, option))
    : askedFor(version, spell(version, each.subject.option).key, spell(version, each.subject.option).option);
  return { case: { ...each, others: kept }, problems, settled, question: { name: version._facts.configFile, text: configFileText(version, texts), asked } };
}

/** Whether two options are the same, or one's name is the beginning of the other's. */
function meets(version: FlinkVersion, one: string, other: string): boolean {
  const [a, b] = [spell(version, one).key, spell(version, other).key];
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function rawText(version: FlinkVersion, { subject }: Case): { [key: string]: string } {
  const isText = ['string', 'boolean'].includes(typeof subject.content) || Number.isFinite(subject.content);
  return isText ? { [spell(version, subject.option).key]: String(subject.content) } : {};
}

function judge(version: FlinkVersion, posed: Posed, answer: Answer, known: Set<string>): [Verdict, string] {
  const { case: { subject }, problems } = posed;
  const { key, known: isKnown } = spell(version, subject.option);
  if (!isKnown) {
    if (known.has(subject.option) && !isElsewhere(version, subject.option)) return ['wronglyRefused', 'declares it'];
    return problems.some((text) => text.includes(`'${subject.option}'`) && HAS_REMEDY.test(text)) ? ['unknownNames', ''] : ['wronglyPassed', 'does not know it'];
  }
  if (problems.length === 0) return judgePassed(version, posed, answer);
  const raw = rawText(version, posed.case)[key];
  // Two good values that Flink cannot keep together have texts enough; a content without one is wrong by its type.
  if (raw === undefined && posed.case.kind !== 'beginning of another') return ['wrongTypes', ''];
  const refusal = answer.refusedFile ?? answer.lost ?? (raw !== undefined && answer.loaded[key]?.text !== raw ? 'reads another text' : undefined);
  if (refusal !== undefined) return ['bothRefuse', refusal];
  const readings = answer.readings.filter(({ kind }) => kind === 'value');
  if (!readings.length) return ['bothRefuse', answer.readings[0]?.text ?? ''];
  // Brackets that have become part of the entries.
  if (readings.some(({ text }) => /^\["\s*\[|^\[?\{.*"\s*\{/.test(text)) && /^\s*[[{][^]*[\]}]\s*$/.test(raw ?? '')) return ['bothRefuse', 'misreads it'];
  return ['wronglyRefused', readings[0].text];
}

/** Whether a declared key is none of a cluster's configuration, or only the end of one. */
function isElsewhere(version: FlinkVersion, key: string): boolean {
  const { elsewhere, templates } = catalogData(version) as CatalogData & { elsewhere: { [who: string]: string[] } };
  return Object.values(elsewhere).some((keys) => keys.includes(key)) || templates.some((template) => template.key.endsWith(`.${key}`));
}

const HAS_REMEDY = /Did you mean|Write '|Leave it out, or change the version|allowUnknown\(/;

function judgePassed(version: FlinkVersion, { case: { subject, meant }, settled, question }: Posed, { refusedFile, lost, loaded, readings }: Answer): [Verdict, string] {
  const trouble = refusedFile ?? lost;
  if (trouble !== undefined) return ['wronglyPassed', trouble];
  for (const { key, text, option } of settled) {
    if (loaded[key]?.text !== text) return ['wronglyPassed', `reads ${JSON.stringify(loaded[key])} of ${key}`];
    const asked = question.asked.map((each, i) => ({ each, reading: readings[i] })).filter(({ each }) => each.key === key);
    const ours = option && readValue(version, key, option, text);
    const good = asked.find(({ each, reading }) => reading.kind === 'value' && (ours === undefined || EXOTIC.test(text) || isSame(each, ours as never, reading.text)));
    // A class name with a package may be one of the user's own: nobody can know it here.
    if (!good && asked.some(({ reading }) => reading.text === `ClassNotFoundException: ${text}`) && text.includes('.')) continue;
    if (!good) return ['wronglyPassed', `reads ${key} as ${asked.map(({ reading }) => `${reading.kind} ${reading.text}`).join(' | ')}`];
    if (key === spell(version, subject.option).key && meant !== undefined && !means(good.reading.text, meant)) return ['wronglyPassed', `reads ${key} as ${good.reading.text}, not ${meant}`];
  }
  return ['bothAccept', ''];
}

/** What our reader of YAML leaves out: with tags, anchors and the like we say what Flink takes, and not what it finds. */
const EXOTIC = /(^|[\s[{,:])[&*!|>?]|---/;

/** Whether two canonical texts say the same: JSON may be escaped otherwise, a float has fewer digits. */
function means(text: string, meant: string): boolean {
  if (text === meant || (/^[[{]/.test(meant) && JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(meant)))) return true;
  return Number.isFinite(Number(meant)) && Math.fround(Number(text)) === Math.fround(Number(meant));
}

function shown(content: any): string {
  return typeof content === 'function' || typeof content?.toMilliseconds === 'function' || typeof content?.toKibibytes === 'function' ? `a ${content.constructor.name}` : JSON.stringify(content);
}

async function main(args: string[]): Promise<void> {
  const number = (name: string, otherwise: number) => (args.includes(name) ? Number(args.splice(args.indexOf(name), 2)[1]) : otherwise);
  const seed = number('--seed', randomInt(2 ** 31));
  const count = number('--count', 300);
  const lines = args.includes('--all') ? LINES.map(({ line }) => line) : args.length ? args : ['1.20', '2.3'];
  for (const line of lines) {
    const check = await checkValues(line, seed, count);
    const { release, bothAccept, bothRefuse, unknownNames, wrongTypes, wronglyPassed, wronglyRefused, remedies, uselessRemedies } = check;
    console.log(`${line} (${release}), seed ${seed}: ${bothAccept} accepted by both, ${bothRefuse} refused by both, ${unknownNames} unknown names and ${wrongTypes} wrong types refused; `
      + `ours passes what Flink refuses: ${wronglyPassed.length}; ours refuses what Flink reads: ${wronglyRefused.length}; ${remedies} remedies, useless: ${uselessRemedies.length}`);
    const findings = [wronglyPassed, wronglyRefused, uselessRemedies].flatMap((each) => each.slice(0, 15));
    for (const finding of findings) console.log(`  ${JSON.stringify(finding).slice(0, 700)}`);
    if (findings.length) process.exitCode = 1;
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
