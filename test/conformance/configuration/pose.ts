import { ResolvedOptionKey } from '../../../src/configuration/catalog/option-key';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { configFileText } from '../../../src/configuration/config-file';
import { EffectiveOption } from '../../../src/configuration/effective-configuration';
import { secretLiterals } from '../../../src/configuration/secret-literals';
import { FlinkVersion } from '../../../src/flink-version';
import { findingText } from '../../../src/private/findings';
import { askedFor } from '../../../tools/values/asked';
import { Case } from '../../../tools/values/cases';
import { isComparable } from '../../../tools/values/comparable';
import { Question } from '../../../tools/values/oracle';
import { resolved } from '../../configuration/resolved';

/** A case with our answer to it, and what shows Flink's. */
export interface Posed {
  readonly case: Case;
  readonly spelling: ResolvedOptionKey;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly settled: readonly EffectiveOption[];
  /** The option's text as somebody would have written it into the file without us; undefined when the content has none. */
  readonly raw?: string;
  readonly question: Question;
  /** What processes are asked to start with. */
  readonly starts: readonly (readonly [key: string, text: string])[];
}

/** What we take, as we write it; what we refuse, as it would stand in the file. */
export function pose(version: FlinkVersion, each: Case): Posed {
  const spelling = resolveOptionKey(version, each.subject.option);
  const together = ['beginning of another', 'set twice'].includes(each.kind);
  const apart = together ? each.others : each.others.filter(({ option }) => !meets(resolveOptionKey(version, option).key, spelling.key));
  const kept = resolved(version, apart).problems.length ? [] : apart;
  const { shared, problems: all, warnings } = resolved(version, [...kept, each.subject]);
  // That a secret does not belong into a file is our own rule: Flink would read it.
  const rules = secretLiterals(version, shared).map(findingText);
  const problems = all.filter((problem) => !rules.includes(problem));
  const settled = shared.all();
  const raw = problems.length ? textOf(each.subject.content) : undefined;
  const texts = problems.length === 0 ? shared.toMap() : { ...resolved(version, kept).shared.toMap(), ...raw !== undefined && { [spelling.key]: raw } };
  const judged = problems.length === 0 ? settled : [{ key: spelling.key, text: raw, option: spelling.option }];
  return {
    case: { ...each, others: kept },
    spelling,
    problems,
    warnings,
    settled,
    raw,
    question: { name: version._facts.configFile, text: configFileText(version, texts), asked: judged.flatMap(({ key, option }) => askedFor(version, key, option)) },
    starts: judged.flatMap(({ key, text, option }) => (text !== undefined && option && isComparable(key, option, text) ? [[key, text] as const] : [])),
  };
}

/** Whether two options are the same, or one's name is the beginning of the other's. */
function meets(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

function textOf(content: any): string | undefined {
  return ['string', 'boolean'].includes(typeof content) || Number.isFinite(content) ? String(content) : undefined;
}
