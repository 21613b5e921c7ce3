import { FlinkOptionKey } from './catalog/option-key.generated';
import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/**
 * Changes to a cluster's configuration after the construct was created.
 * @internal
 */
export interface ConfigurationEdits {
  readonly set: { readonly [option: string]: any };
  /** What is set once more, which is a conflict when the values differ. */
  readonly setAgain?: readonly { readonly [option: string]: any }[];
  readonly replaced: { readonly [option: string]: any };
  readonly allowed: readonly string[];
}

/**
 * The Flink configuration of a cluster: the options that its features and props and the methods of this class set, checked against those
 * that its Flink version declares.
 *
 * Each option has one owner. Two assignments of different values are an error that names both owners; `replace()` overrides all others.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
 */
export class FlinkConfiguration {
  /** @internal */
  public static _create(path: string, effective: () => { [option: string]: string }, changed: () => void): FlinkConfiguration {
    return new FlinkConfiguration(path, effective, changed);
  }

  // Without a prototype, an option of any name is an entry.
  private readonly set_: { [option: string]: any } = Object.create(null);
  private readonly setAgain: { [option: string]: any }[] = [];
  private readonly replaced: { [option: string]: any } = Object.create(null);
  private readonly allowed: string[] = [];

  private constructor(
    private readonly path: string,
    private readonly effective: () => { [option: string]: string },
    private readonly changed: () => void,
  ) {}

  /**
   * Sets an option that nothing else sets. Another call with a different value is an error among the findings; `replace()` overrides.
   *
   * @param option the key of the option, in this or in a newer Flink version.
   * @param content the value: text, number, boolean, `Duration`, `Size`, list or map.
   */
  public set(option: FlinkOptionKey | (string & {}), content: any): void {
    checkArguments('FlinkConfiguration.set', { option, content }, this.path);
    if (Object.hasOwn(this.set_, option)) {
      const again = {};
      this.assign(again, option, content);
      this.setAgain.push(again);
    } else {
      this.assign(this.set_, option, content);
    }
  }

  /**
   * Sets an option, and overrides all other assignments of it. Use it to override a feature.
   *
   * @param option the key of the option, in this or in a newer Flink version.
   * @param content the value: text, number, boolean, `Duration`, `Size`, list or map.
   */
  public replace(option: FlinkOptionKey | (string & {}), content: any): void {
    checkArguments('FlinkConfiguration.replace', { option, content }, this.path);
    this.assign(this.replaced, option, content);
  }

  /**
   * Allows options that this Flink version does not declare, for example those of a connector.
   *
   * @param options the keys; one that ends with a dot stands for all options that begin with it.
   */
  public allowUnknown(...options: string[]): void {
    checkArguments('FlinkConfiguration.allowUnknown', { options }, this.path);
    this.allowed.push(...options);
    this.changed();
  }

  /** The effective configuration of both roles: keys of this Flink version, and values in the syntax that it parses. */
  public toMap(): { [option: string]: string } {
    return { ...this.effective() };
  }

  /** @internal */
  public get _edits(): ConfigurationEdits {
    return { set: this.set_, setAgain: this.setAgain, replaced: this.replaced, allowed: this.allowed };
  }

  private assign(assignments: { [option: string]: any }, option: string, content: any): void {
    if (content === undefined || content === null) {
      throw argumentError(this.path, 'option-without-value', `'${option}' is set to ${content}`, 'Give it a value, or remove the call');
    }
    assignments[option] = content;
    this.changed();
  }
}
