import { FlinkOptionKey } from './catalog/option-key.generated';
import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/**
 * Changes to a cluster's configuration after the construct was created.
 * @internal
 */
export interface ConfigurationEdits {
  readonly set: { readonly [option: string]: any };
  readonly replaced: { readonly [option: string]: any };
  readonly allowed: readonly string[];
}

/**
 * The Flink configuration of a cluster: what its features, its props and you set, checked against the options of its Flink version.
 *
 * Each option has one owner. Two assignments of different values are an error that names both owners; `replace()` decides.
 */
export class FlinkConfiguration {
  /** @internal */
  public static _create(path: string, effective: () => { [option: string]: string }, changed: () => void): FlinkConfiguration {
    return new FlinkConfiguration(path, effective, changed);
  }

  private readonly set_: { [option: string]: any } = {};
  private readonly replaced: { [option: string]: any } = {};
  private readonly allowed: string[] = [];

  private constructor(
    private readonly path: string,
    private readonly effective: () => { [option: string]: string },
    private readonly changed: () => void,
  ) {}

  /**
   * Sets an option that nothing else sets.
   *
   * @param option the name of the option.
   * @param content the value: text, number, boolean, `Duration`, `Size`, list or map.
   */
  public set(option: FlinkOptionKey | (string & {}), content: any): void {
    checkArguments('FlinkConfiguration.set', { option, content }, this.path);
    this.remember(this.set_, option, content);
  }

  /**
   * Sets an option, whatever else sets it. This is the only way to override a feature.
   *
   * @param option the name of the option.
   * @param content the value: text, number, boolean, `Duration`, `Size`, list or map.
   */
  public replace(option: FlinkOptionKey | (string & {}), content: any): void {
    checkArguments('FlinkConfiguration.replace', { option, content }, this.path);
    this.remember(this.replaced, option, content);
  }

  /**
   * Allows options that this Flink version does not declare, for example those of a connector.
   *
   * @param options their names; one that ends with a dot stands for all options that begin with it.
   */
  public allowUnknown(...options: string[]): void {
    checkArguments('FlinkConfiguration.allowUnknown', { options }, this.path);
    this.allowed.push(...options);
    this.changed();
  }

  /** The configuration that both roles read: the names that this Flink version has for the options, and values as it parses them. */
  public toMap(): { [option: string]: string } {
    return { ...this.effective() };
  }

  /** @internal */
  public get _edits(): ConfigurationEdits {
    return { set: this.set_, replaced: this.replaced, allowed: this.allowed };
  }

  private remember(bag: { [option: string]: any }, option: string, content: any): void {
    if (content === undefined || content === null) {
      throw argumentError(this.path, 'option-without-value', `'${option}' is set to ${content}`, 'Give it a value, or leave the call out');
    }
    bag[option] = content;
    this.changed();
  }
}
