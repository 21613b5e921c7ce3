import { IConstruct } from 'constructs';
import { checkAcknowledgement, unusedAcknowledgements } from './acknowledgement';
import { Finding, FindingSeverity } from '../finding';
import { findingText } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

const FINDINGS = Symbol.for('cdk8s-flink.findings');

/**
 * Something that has findings.
 * @internal
 */
export interface FindingSource {
  readonly node: IConstruct['node'];
  /** Brings everything in step on which the findings of others may depend, such as names. */
  readonly prepare: () => void;
  readonly findings: () => Finding[];
}

/** A finding and all constructs that have it. */
interface FindingGroup {
  readonly finding: Finding;
  readonly paths: string[];
}

/**
 * The findings of all Flink clusters of an app: what fails synthesis, and the warnings that synthesis prints.
 */
export class FlinkFindings {
  /**
   * The findings of the app that a construct belongs to.
   *
   * @param scope the app, or any construct in it.
   */
  public static of(scope: IConstruct): FlinkFindings {
    if (!scope?.node) checkArguments('FlinkFindings.of', { scope });
    const root = scope.node.root as IConstruct & { [FINDINGS]?: FlinkFindings };
    if (!root[FINDINGS]) Object.defineProperty(root, FINDINGS, { value: new FlinkFindings(root), enumerable: false });
    return root[FINDINGS]!;
  }

  private readonly sources: FindingSource[] = [];
  private readonly acknowledged = new Map<string, string | undefined>();
  private readonly printed = new Map<string, number>();
  private printedWarnings?: FindingGroup[];
  private strict = false;
  private collected?: CollectedFindings;

  private constructor(private readonly root: IConstruct) {
    // cdk8s validates from the root downwards: warnings are printed before the first error is found.
    root.node.addValidation({ validate: () => this.printWarnings() });
  }

  /** The findings of all clusters, acknowledged warnings included. */
  public get all(): Finding[] {
    return [...this.collect().all];
  }

  /** Makes every warning that is not acknowledged fail synthesis. */
  public treatWarningsAsErrors(): void {
    this.strict = true;
    this._changed();
  }

  /**
   * Acknowledges a warning for all clusters of the app, so that it is neither printed nor treated as an error.
   *
   * @param id the id of the warning, for example `no-high-availability`.
   * @param reason why it is acceptable. It appears in the report.
   */
  public acknowledge(id: string, reason?: string): void {
    checkAcknowledgement('FlinkFindings.acknowledge', { id, reason });
    this.acknowledged.set(id, reason);
    this._changed();
  }

  /** A report of all findings as JSON text, for pipelines and archives. */
  public toJson(): string {
    const order = ['id', 'severity', 'path', 'subject', 'message', 'remedy', 'acknowledged', 'reason'] as const;
    const findings = this.all.map((finding) => Object.fromEntries(order.map((field) => [field, finding[field]])));
    return `${JSON.stringify({ findings }, undefined, 2)}\n`;
  }

  /** @internal */
  public _register(source: FindingSource): void {
    this.sources.push(source);
    this._changed();
    // cdk8s asks once for each chart of the app, so the answer must cost next to nothing.
    const { path } = source.node;
    source.node.addValidation({ validate: () => this.collect().errors.get(path) ?? NONE });
  }

  /**
   * Something was said that may change findings.
   * @internal
   */
  public _changed(): void {
    this.collected = undefined;
  }

  /**
   * A finding after what was acknowledged, and made an error, for the whole app.
   * @internal
   */
  public _judged(finding: Finding): Finding {
    if (finding.severity === FindingSeverity.ERROR || finding.acknowledged) return finding;
    if (this.acknowledged.has(finding.id)) return { ...finding, acknowledged: true, reason: this.acknowledged.get(finding.id) };
    return this.strict ? { ...finding, severity: FindingSeverity.ERROR } : finding;
  }

  private printWarnings(): string[] {
    const { warnings } = this.collect();
    if (warnings === this.printedWarnings) return NONE;
    this.printedWarnings = warnings;
    for (const group of warnings) {
      const { finding, finding: { path }, paths } = group;
      if (this.printed.get(warningKey(finding)) === paths.length) continue;
      this.printed.set(warningKey(finding), paths.length);
      process.stderr.write(`[${path}] warning: ${describe(group)}\n`);
    }
    return NONE;
  }

  /** The root of an app has an empty path. */
  private get path(): string {
    return this.root.node.path || this.root.constructor.name;
  }

  /** What all sources have found. cdk8s validates the app once for each chart, so it is collected once for each change. */
  private collect(): CollectedFindings {
    if (!this.collected) {
      for (const { prepare } of this.sources) prepare();
      const ofSources = this.sources.flatMap(({ findings }) => findings());
      // A platform may acknowledge for all of its apps what some of them do not have: that never fails synthesis.
      const unused = unusedAcknowledgements(this.acknowledged.keys(), ofSources, 'the app').map((finding): Finding => ({ ...finding, path: this.path }));
      const all = [...ofSources, ...unused];
      const errors = grouped(all.filter(({ severity }) => severity === FindingSeverity.ERROR), ({ id, message, remedy }) => `${id} ${message} ${remedy}`);
      const warnings = grouped(all.filter(({ severity, acknowledged }) => severity === FindingSeverity.WARNING && !acknowledged), warningKey);
      this.collected = { all, errors: textsByPath(errors), warnings };
    }
    return this.collected;
  }
}

/** Findings of all sources, and how they are reported. */
interface CollectedFindings {
  readonly all: Finding[];
  /** By the path of the first construct that has the error: others that have the same are counted there. */
  readonly errors: Map<string, string[]>;
  readonly warnings: FindingGroup[];
}

const NONE: string[] = [];

/** Warnings of several constructs are one if they have the same id and concern the same prop or option. */
function warningKey({ id, subject = '' }: Finding): string {
  return `${id} ${subject}`;
}

function grouped(findings: Finding[], key: (finding: Finding) => string): FindingGroup[] {
  const groups = new Map<string, { finding: Finding; paths: Set<string> }>();
  for (const finding of findings) {
    const group = groups.get(key(finding)) ?? { finding, paths: new Set() };
    group.paths.add(finding.path);
    groups.set(key(finding), group);
  }
  return [...groups.values()].map(({ finding, paths }) => ({ finding, paths: [...paths] }));
}

function textsByPath(groups: FindingGroup[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const group of groups) texts.set(group.finding.path, [...texts.get(group.finding.path) ?? [], describe(group)]);
  return texts;
}

function describe({ finding, paths }: FindingGroup): string {
  const text = findingText(finding);
  if (paths.length === 1) return text;
  const [, second] = paths;
  return `${text} This concerns ${paths.length} constructs: also '${second}'${paths.length > 2 ? ` and ${paths.length - 2} more` : ''}.`;
}
