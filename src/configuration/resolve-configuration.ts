import { FILE_SYSTEM_OPTIONS } from './catalog/file-system-options';
import { OptionDictionary, ResolvedOptionKey } from './catalog/option-key';
import { resolveOptionKey } from './catalog/resolve-option-key';
import { checkAssignment, isAllowed, isNowhereKnown, nestedKeys } from './check-assignment';
import { unwritable } from './config-file';
import { EffectiveConfiguration, EffectiveOption, OptionAssignment } from './effective-configuration';
import { prefixConflicts } from './prefix-conflicts';
import { secretLiterals } from './secret-literals';
import { FlinkVersion } from '../flink-version';
import { valueText } from './values/value-text';
import { PlanFinding, problem } from '../private/findings';

/** The effective configuration of both roles and of each role, and its findings. */
export interface ResolvedConfiguration {
  readonly shared: EffectiveConfiguration;
  readonly jobManager: EffectiveConfiguration;
  readonly taskManager: EffectiveConfiguration;
  readonly findings: PlanFinding[];
}

/** An assignment with the option's key and the text of its value in the Flink version. */
interface ResolvedAssignment {
  readonly assignment: OptionAssignment;
  readonly key: ResolvedOptionKey;
  readonly text: string;
}

const PRECEDENCE = { 'default': 0, 'if-supported': 1, 'explicit': 1, 'role': 1, 'forced': 2 };
const ROLES = ['jobManager', 'taskManager'] as const;

/** Collects assignments of options and resolves the conflicts between them, so that each option has one owner. */
export class ConfigurationBuilder {
  private readonly shared = new Map<string, EffectiveOption>();
  private readonly ofRole = { jobManager: new Map<string, EffectiveOption>(), taskManager: new Map<string, EffectiveOption>() };
  private readonly findings: PlanFinding[] = [];
  private readonly dictionaries: readonly OptionDictionary[];

  public constructor(
    private readonly version: FlinkVersion,
    private readonly allowUnknown: readonly string[],
    dictionaries: readonly OptionDictionary[] = [],
    private readonly secretRemedy?: string,
  ) {
    this.dictionaries = [...dictionaries, FILE_SYSTEM_OPTIONS];
  }

  public add(assignments: OptionAssignment[]): void {
    // What is forced settles all conflicts between the others.
    const isForced = ({ precedence }: OptionAssignment) => precedence === 'forced';
    for (const assignment of [...assignments.filter(isForced), ...assignments.filter((each) => !isForced(each))]) {
      const resolved = this.resolve(assignment);
      if (resolved) this.merge(assignment.role ? this.ofRole[assignment.role] : this.shared, resolved);
    }
  }

  /** The value that a role reads after the assignments so far, by the option's newest key. */
  public text(role: 'jobManager' | 'taskManager', newestKey: string): string | undefined {
    return new EffectiveConfiguration(this.ofRole[role]).text(newestKey) ?? new EffectiveConfiguration(this.shared).text(newestKey);
  }

  public build(): ResolvedConfiguration {
    const findings = [...this.findings];
    const shared = new EffectiveConfiguration(this.shared);
    const [jobManager, taskManager] = ROLES.map((role) => this.ofRole[role]).map((own) => (
      own.size ? new EffectiveConfiguration(this.overlay(own, findings)) : shared));
    for (const configuration of new Set([shared, jobManager, taskManager])) {
      findings.push(...prefixConflicts(this.version, configuration), ...secretLiterals(this.version, configuration, this.secretRemedy));
      for (const { key, text } of configuration.all()) {
        const reason = unwritable(this.version, key, text);
        if (reason) findings.push(reason);
      }
    }
    return { shared, jobManager, taskManager, findings };
  }

  private resolve(assignment: OptionAssignment): ResolvedAssignment | undefined {
    const { option, content, owner, precedence } = assignment;
    const meaningless = checkAssignment(assignment);
    if (meaningless) {
      this.findings.push(meaningless);
      return undefined;
    }
    const allowed = isAllowed(this.allowUnknown, option);
    const key = resolveOptionKey(this.version, option, this.dictionaries);
    if (!key.known && !allowed) {
      if (precedence !== 'if-supported' || isNowhereKnown(option, key)) this.findings.push(nestedKeys(this.version, assignment) ?? key.problem!);
      return undefined;
    }
    if (key.warning && !allowed) this.findings.push(key.warning);
    const { text, finding } = valueText(this.version, key.key, content, key.option, owner);
    if (finding) this.findings.push(finding);
    return text === undefined ? undefined : { assignment, key, text };
  }

  private merge(effective: Map<string, EffectiveOption>, { assignment, key: { key, newestKey, option }, text }: ResolvedAssignment): void {
    const { owner, precedence } = assignment;
    const before = effective.get(key);
    const difference = before ? PRECEDENCE[precedence] - PRECEDENCE[before.precedence] : 1;
    if (before && difference === 0 && before.text !== text && PRECEDENCE[precedence] === 1) {
      this.findings.push(conflict(key, before, { text, owner }, 'Remove one of the two, or call configuration.replace()'));
    }
    const wins = difference > 0;
    const other = before && (wins ? before : { owner, text });
    const overridden = [...before?.overridden ?? [], ...(other ? [{ owner: other.owner, text: other.text }] : [])];
    const winner = wins ? { key, newestKey, text, owner, precedence, option } : before!;
    effective.set(key, { ...winner, ...(overridden.length ? { overridden } : {}) });
  }

  /** The options of one role override those that the user sets for both roles, but not those that a feature requires. */
  private overlay(own: Map<string, EffectiveOption>, findings: PlanFinding[]): Map<string, EffectiveOption> {
    for (const option of own.values()) {
      const shared = this.shared.get(option.key);
      if (shared && shared.text !== option.text && shared.precedence !== 'default' && !shared.owner.startsWith('configuration')) {
        findings.push(conflict(option.key, shared, option, 'Remove one of the two'));
      }
    }
    return new Map([...this.shared, ...own]);
  }
}

function conflict(key: string, one: { text: string; owner: string }, other: { text: string; owner: string }, remedy: string): PlanFinding {
  return problem('conflicting-options', `'${key}' is set twice: '${one.text}' by ${one.owner} and '${other.text}' by ${other.owner}`, remedy, key);
}
