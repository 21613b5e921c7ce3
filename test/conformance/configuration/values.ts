import { FlinkAnswer, isDeclared, judge, Verdict } from './judge';
import { pose, Posed } from './pose';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { FlinkVersion } from '../../../src/flink-version';
import { versionOf } from '../../../tools/flink/version';
import { cases } from '../../../tools/values/cases';
import { Flink } from '../../../tools/values/oracle';
import { given } from '../../configuration/values/given';

/** What a comparison has shown. */
export interface ValuesCheck {
  /** Configurations with something wrong in them, by what was done to them. */
  readonly mutations: { readonly [kind: string]: number };
  readonly counts: { readonly [verdict in Verdict]: number };
  /** Texts that our messages say to write instead. */
  readonly remedies: number;
  /** We pass what Flink refuses or reads as something else; we refuse what Flink reads as it was meant. */
  readonly wrong: Finding[];
  /** Remedies that are no better, and messages that do not say where, what and how to mend it. */
  readonly badlySaid: Finding[];
  /** Names that the version's classes declare and that we do not know. */
  readonly missing: string[];
}

export interface Finding {
  readonly verdict: string;
  readonly kind: string;
  readonly option: string;
  readonly content: string;
  readonly ours: string;
  readonly flink: string;
}

/** Asks one version and this library the same questions, which depend on the seed only. */
export async function checkValues(flink: Flink, minorVersion: string, seed: number, count: number): Promise<ValuesCheck> {
  const version = versionOf(minorVersion);
  const posed = cases(version, seed, count).map((each) => pose(version, each));
  const answers = await flinkAnswers(flink, posed);
  const mutations: { [kind: string]: number } = {};
  const counts = { bothAccept: 0, warned: 0, bothRefuse: 0, unknownNames: 0, wrongTypes: 0, clashes: 0, unsupportedYaml: 0, wronglyPassed: 0, wronglyRefused: 0 };
  const wrong: Finding[] = [];
  const badlySaid: Finding[] = [];
  let remedies = 0;
  posed.forEach((each, i) => {
    const { case: { kind, subject }, problems } = each;
    if (!['valid', 'newer name', 'older name'].includes(kind)) mutations[kind] = (mutations[kind] ?? 0) + 1;
    const [verdict, says] = judge(version, each, answers[i]);
    counts[verdict] += 1;
    const finding = { verdict, kind, option: subject.option, content: shown(subject.content), ours: problems.join(' | ') || JSON.stringify(each.question.text), flink: says };
    if (verdict === 'wronglyPassed' || verdict === 'wronglyRefused') wrong.push(finding);
    const told = [...problems, ...each.warnings];
    const unclear = told.find((text) => !/'[^']+'[^]*[.?!] (Allow|Choose|Did|Give|It|Leave|Remove|Use|Write) [^]+\. \([a-z-]+\)$/.test(text));
    if (unclear || (problems.length && !problems.some((text) => text.includes(subject.option) || text.includes(each.spelling.key)))) badlySaid.push({ ...finding, ours: unclear ?? finding.ours });
    const remedy = verdict === 'bothRefuse' ? remedyOf(each) : undefined;
    if (remedy === undefined) return;
    remedies += 1;
    const { problem } = given(version, each.spelling.key, remedy);
    if (problem) badlySaid.push({ ...finding, flink: problem });
  });
  return { mutations, counts, remedies, wrong, badlySaid, missing: missingNames(version, answers[0].keys) };
}

async function flinkAnswers(flink: Flink, posed: readonly Posed[]): Promise<FlinkAnswer[]> {
  const keys = await flink.keys();
  const files = await flink.reads(posed.map(({ question }) => question));
  const starts = await flink.starts(posed.flatMap((each) => each.starts));
  let at = 0;
  return posed.map((each, i) => ({ file: files[i], starts: starts.slice(at, at += each.starts.length), keys }));
}

function missingNames(version: FlinkVersion, keys: FlinkAnswer['keys']): string[] {
  return [...keys.keys()].filter((key) => isDeclared(version, key, keys) && !resolveOptionKey(version, key).known);
}

/** The whole text that our message on the value says to write instead; a message on a part of it has one for that part. */
function remedyOf({ problems }: Posed): string | undefined {
  const whole = problems.filter((text) => !/ must be [^]*; (?:the entry|the value) /.test(text));
  const [, plain, quoted] = whole.map((text) => / must be [^]*Write (?:'([^']*)'|`([^`]*)`)[.:]/.exec(text)).find((found) => found) ?? [];
  return plain ?? quoted;
}

function shown(content: any): string {
  return typeof content === 'function' || typeof content?.toMilliseconds === 'function' || typeof content?.toKibibytes === 'function' ? `a ${content.constructor.name}` : JSON.stringify(content);
}
