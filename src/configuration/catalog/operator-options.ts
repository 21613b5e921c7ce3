import { includesVersion, OptionData, readCatalogFile, TemplateData } from './catalog-data';
import { didYouMean, fillTemplate } from './did-you-mean';
import { mapOf, matchesTemplate, OptionDictionary, ResolvedOptionKey } from './option-key';
import { FlinkVersion } from '../../flink-version';
import { PlanFinding, problem, warning } from '../../private/findings';

/** The operators that have a catalog file, each with the newest release of which there is one. */
const OPERATORS = { 'apache-operator': '1.16' };

/** The options of one release of an operator, as its catalog file lists them. */
interface OperatorData {
  /** The operator's name in messages, without the release. */
  readonly title: string;
  readonly minorVersion: string;
  /** The Flink minor versions that the release runs. */
  readonly flinkVersions: string;
  /** The prefixes of the operator's options. */
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

  /** The operator that has an option with a key. */
  public static ownerOf(givenKey: string): string | undefined {
    return (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).map((operator) => OperatorOptions.of(operator).data)
      .find(({ prefixes, options }) => options[givenKey] || prefixes.some((prefix) => givenKey.startsWith(prefix)))?.title;
  }

  private readonly currentKeys = new Map<string, string>();

  private constructor(private readonly file: string) {}

  /** Whether the release of the operator runs a Flink version. */
  public supports({ minorVersion }: FlinkVersion): boolean {
    return includesVersion(this.data.flinkVersions, minorVersion);
  }

  public resolve(version: FlinkVersion, givenKey: string): ResolvedOptionKey | undefined {
    const { options, templates, prefixes } = this.data;
    const known = (option: OptionData, finding?: PlanFinding) => ({ key: givenKey, newestKey: givenKey, known: true, option, warning: finding });
    const own = options[givenKey];
    if (own) return known(own, own.deprecated ? this.deprecation(givenKey) : undefined);
    const current = this.currentKeyOf(givenKey);
    // The deprecated key is kept: older releases of the operator may have no other.
    if (current !== undefined) return { ...known(options[current], deprecatedKey(givenKey, current)), newestKey: current };
    const template = templates.find(({ key, fallbackKeys = [] }) => [key, ...fallbackKeys].some((each) => matchesTemplate(each, givenKey)));
    if (template) return known(template);
    if (mapOf(options, givenKey)) return known({ type: 'string' });
    if (!prefixes.some((prefix) => givenKey.startsWith(prefix))) return undefined;
    return { key: givenKey, newestKey: givenKey, known: false, problem: this.unknown(version, givenKey) };
  }

  public names(_: FlinkVersion, unknownKey: string): string[] {
    const { options, templates } = this.data;
    return [...Object.keys(options), ...templates.filter(({ key }) => !key.endsWith('>')).map(({ key }) => fillTemplate(key, unknownKey))];
  }

  private get data(): OperatorData {
    return readCatalogFile(this.file);
  }

  /** The operator and its release, for messages. */
  private get title(): string {
    return `${this.data.title} ${this.data.minorVersion}`;
  }

  private currentKeyOf(givenKey: string): string | undefined {
    if (this.currentKeys.size === 0) {
      for (const [key, { deprecatedKeys = [], fallbackKeys = [] }] of Object.entries(this.data.options)) {
        for (const older of [...deprecatedKeys, ...fallbackKeys]) this.currentKeys.set(older, key);
      }
    }
    return this.currentKeys.get(givenKey);
  }

  private deprecation(givenKey: string): PlanFinding {
    return warning('deprecated-option', `'${givenKey}' is deprecated in ${this.title}`, "Use the option that the operator's documentation names instead", givenKey);
  }

  private unknown(version: FlinkVersion, givenKey: string): PlanFinding {
    const near = didYouMean(version, givenKey, this.names(version, givenKey));
    return problem('unknown-option', `${this.title} has no option '${givenKey}', and would silently ignore it`,
      `${near.length ? `Did you mean '${near.join("' or '")}'? Otherwise allow` : 'Allow'} it with configuration.allowUnknown('${givenKey}')`, givenKey);
  }
}

function deprecatedKey(givenKey: string, current: string): PlanFinding {
  return warning('deprecated-option', `'${givenKey}' is a deprecated name`, `Write '${current}'`, givenKey);
}
