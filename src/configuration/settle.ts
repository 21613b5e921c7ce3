import { unwritable } from './config-file';
import { prefixClashes } from './prefix-clash';
import { secretLiterals } from './secret-literals';
import { Claim, Settled, SettledOption } from './settled';
import { Spelling, spell } from './spelling';
import { valueText } from './value-text';
import { FlinkVersion } from '../flink-version';
import { complaint } from '../private/remedy';

/** What everybody's claims come to. */
export interface SettledConfiguration {
  readonly shared: Settled;
  readonly jobManager: Settled;
  readonly taskManager: Settled;
  readonly problems: string[];
  readonly warnings: { readonly id: string; readonly text: string }[];
}

/** One owner for each option; the line's names; values as the line parses them. */
export function settle(version: FlinkVersion, claims: Claim[], allowUnknown: readonly string[]): SettledConfiguration {
  const problems: string[] = [];
  const warnings: { id: string; text: string }[] = [];
  const spelled = claims.flatMap((claim) => spelledOut(version, claim, allowUnknown, problems, warnings));
  const shared = decide(spelled.filter(({ claim }) => !claim.role), problems);
  const roles = (['jobManager', 'taskManager'] as const).map((role) => {
    const own = spelled.filter(({ claim }) => claim.role === role);
    return own.length ? new Settled(layRoleOver(shared, decide(own, problems), problems)) : new Settled(shared);
  });
  for (const settled of [new Settled(shared), ...roles]) {
    problems.push(...prefixClashes(version, settled), ...secretLiterals(version, settled));
    for (const { key, text } of settled.all()) {
      const because = unwritable(version, key, text);
      if (because) problems.push(because);
    }
  }
  return { shared: new Settled(shared), jobManager: roles[0], taskManager: roles[1], problems: [...new Set(problems)], warnings };
}

/** A claim in the line's own words. */
interface SpelledClaim {
  readonly claim: Claim;
  readonly spelling: Spelling;
  readonly text: string;
}

function spelledOut(
  version: FlinkVersion, claim: Claim, allowUnknown: readonly string[], problems: string[], warnings: { id: string; text: string }[],
): SpelledClaim[] {
  const allowed = allowUnknown.some((name) => (name.endsWith('.') ? claim.option.startsWith(name) : claim.option === name));
  const spelling = spell(version, claim.option);
  if (!spelling.known && !allowed) {
    if (claim.strength !== 'whereKnown') problems.push(spelling.problem!);
    return [];
  }
  if (spelling.warning && !allowed) warnings.push({ id: 'deprecated-option', text: spelling.warning });
  const { text, problem, warning } = valueText(version, spelling.key, claim.content, spelling.option, claim.owner);
  if (problem) problems.push(problem);
  if (warning) warnings.push({ id: 'unit-left-out', text: warning });
  return text === undefined ? [] : [{ claim, spelling, text }];
}

/** Who wins; and where nobody does, who quarrels. */
function decide(spelled: SpelledClaim[], problems: string[]): Map<string, SettledOption> {
  const decided = new Map<string, SettledOption>();
  const weight = { default: 0, whereKnown: 1, explicit: 1, role: 1, forced: 2 };
  for (const { claim, spelling, text } of spelled) {
    const { key, newest, option } = spelling;
    const next: SettledOption = { key, newest, text, owner: claim.owner, strength: claim.strength, option };
    const before = decided.get(key);
    const lead = before ? weight[claim.strength] - weight[before.strength] : 1;
    if (before && lead === 0 && before.text !== text && weight[claim.strength] === 1) {
      problems.push(complaint(`'${key}' is set twice: '${before.text}' by ${before.owner} and '${text}' by ${claim.owner}`,
        'Drop one of the two, or call configuration.replace()'));
    }
    if (lead > 0) decided.set(key, next);
  }
  return decided;
}

/** A role's own options replace what the user has said for both, and nothing that a feature needs. */
function layRoleOver(shared: Map<string, SettledOption>, own: Map<string, SettledOption>, problems: string[]): Map<string, SettledOption> {
  for (const option of own.values()) {
    const under = shared.get(option.key);
    if (under && under.text !== option.text && under.strength !== 'default' && !under.owner.startsWith('configuration')) {
      problems.push(complaint(`'${option.key}' is set twice: '${under.text}' by ${under.owner} and '${option.text}' by ${option.owner}`, 'Drop one of the two'));
    }
  }
  return new Map([...shared, ...own]);
}
