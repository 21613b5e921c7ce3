import { FlinkOptionKey } from './catalog/option-key.generated';
import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/**
 * What was said to a cluster's configuration after the cluster was made.
 * @internal
 */
export interface ConfigurationEdits {
  readonly set: { readonly [option: string]: any };
  readonly replaced: { readonly [option: string]: any };
  readonly allowed: readonly string[];
}

/**
 * A cluster's Flink configuration: what its features, its props and you have set, checked against the options of its exact Flink line.
 *
 * Each option has one owner. Two that want different things are an error which names both; `replace()` decides.
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
   * Sets an option that nobody else sets.
   *
   * @param option Flink's name of it.
   * @param content text, number, boolean, `Duration`, `Size`, list or map.
   */
  public set(option: FlinkOptionKey | (string & {}), content: any): void {
    checkArguments('FlinkConfiguration.set', { option, content }, this.path);
    this.remember(this.set_, option, content);
  }

  /**
   * Sets an option whoever else sets it. The one way to force what a feature owns.
   *
   * @param option Flink's name of it.
   * @param content text, number, boolean, `Duration`, `Size`, list or map.
   */
  public replace(option: FlinkOptionKey | (string & {}), content: any): void {
    checkArguments('FlinkConfiguration.replace', { option, content }, this.path);
    this.remember(this.replaced, option, content);
  }

  /**
   * Lets options through that the catalog of this Flink line does not know, for example those of a connector of your own.
   *
   * @param options their names; one that ends with a dot stands for all that begin with it.
   */
  public allowUnknown(...options: string[]): void {
    checkArguments('FlinkConfiguration.allowUnknown', { options }, this.path);
    this.allowed.push(...options);
    this.changed();
  }

  /** The configuration as both roles will read it: the line's own names, and values as Flink parses them. */
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
