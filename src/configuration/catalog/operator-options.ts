import { OptionData, readCatalogFile, TemplateData } from './catalog-data';
import { didYouMean, withOwnName } from './did-you-mean';
import { mapOf, matchesTemplate, OptionDictionary, ResolvedOptionKey } from './option-key';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';

/** The operators whose options are known, by the name of their data files, each with its newest release there. */
const OPERATORS = { 'apache-operator': '1.16' };

/** The options of one release of an operator, as its data file has them. */
interface OperatorData {
  /** What messages call it, without the release. */
  readonly title: string;
  readonly minorVersion: string;
  /** Everything that begins so is the operator's. */
  readonly prefixes: string[];
  readonly options: { readonly [key: string]: OptionData };
  readonly templates: TemplateData[];
}

/** The options that one release of an operator reads in the configuration of the clusters that it runs. */
export class OperatorOptions implements OptionDictionary {
  /** The options of one release. The file is read when an option is first looked up. */
  public static of(operator: keyof typeof OPERATORS, release: string = OPERATORS[operator]): OperatorOptions {
    return new OperatorOptions(`${operator}-${release}.json`);
  }

  /** The operator whose option a name would be, if one of them ran the cluster. */
  public static ownerOf(written: string): string | undefined {
    return (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).map((operator) => OperatorOptions.of(operator).data)
      .find(({ prefixes, options }) => options[written] || prefixes.some((prefix) => written.startsWith(prefix)))?.title;
  }

  private readonly aliases = new Map<string, string>();

  private constructor(private readonly file: string) {}

  public resolve(version: FlinkVersion, written: string): ResolvedOptionKey | undefined {
    const { options, templates, prefixes } = this.data;
    const known = (option: OptionData, finding?: PlanFinding) => ({ key: written, newestKey: written, known: true, option, warning: finding });
    const own = options[written];
    if (own) return known(own, own.deprecated ? this.deprecation(written) : undefined);
    const newer = this.readAsOlder(written);
    // Kept as it is written: an operator of an older release may know this name alone.
    if (newer !== undefined) return { ...known(options[newer], olderName(written, newer)), newestKey: newer };
    const template = templates.find(({ key, fallbackKeys = [] }) => [key, ...fallbackKeys].some((each) => matchesTemplate(each, written)));
    if (template) return known(template);
    if (mapOf(options, written)) return known({ type: 'string' });
    if (!prefixes.some((prefix) => written.startsWith(prefix))) return undefined;
    return { key: written, newestKey: written, known: false, problem: this.unknown(version, written) };
  }

  public names(_: FlinkVersion, written: string): string[] {
    const { options, templates } = this.data;
    return [...Object.keys(options), ...templates.filter(({ key }) => !key.endsWith('>')).map(({ key }) => withOwnName(key, written))];
  }

  private get data(): OperatorData {
    return readCatalogFile(this.file);
  }

  /** The operator and its release, for messages. */
  private get title(): string {
    return `${this.data.title} ${this.data.minorVersion}`;
  }

  private readAsOlder(written: string): string | undefined {
    if (this.aliases.size === 0) {
      for (const [key, { deprecatedKeys = [], fallbackKeys = [] }] of Object.entries(this.data.options)) {
        for (const older of [...deprecatedKeys, ...fallbackKeys]) this.aliases.set(older, key);
      }
    }
    return this.aliases.get(written);
  }

  private deprecation(written: string): PlanFinding {
    return warning('deprecated-option', `'${written}' is deprecated in ${this.title}`, "The operator's documentation tells what replaces it", written);
  }

  private unknown(version: FlinkVersion, written: string): PlanFinding {
    const close = didYouMean(version, written, this.names(version, written));
    return problem('unknown-option', `${this.title} does not know '${written}', and would ignore it in silence`,
      `${close.length ? `Did you mean '${close.join("' or '")}'? Otherwise let` : 'Let'} it through with configuration.allowUnknown('${written}')`, written);
  }
}

function olderName(written: string, newer: string): PlanFinding {
  return warning('deprecated-option', `'${written}' is an older name`, `Write '${newer}'`, written);
}
