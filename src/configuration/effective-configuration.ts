import { OptionData } from './catalog/catalog-data';

/** An assignment of a value to an option. */
export interface OptionAssignment {
  readonly option: string;
  readonly content: any;
  /** The feature or prop that assigns it, as messages name it. */
  readonly owner: string;
  /**
   * Which assignment takes precedence: `default` yields to all others, `forced` replaces all others, and two different `explicit` ones are
   * an error. `if-supported` is explicit, and is left out where the Flink version does not have the option. `role` overrides the assignments
   * for both roles.
   */
  readonly precedence: 'default' | 'explicit' | 'if-supported' | 'role' | 'forced';
  readonly role?: 'jobManager' | 'taskManager';
}

/** An option with its effective value. */
export interface EffectiveOption {
  /** The option's key in this Flink version. */
  readonly key: string;
  /** Its key in the newest Flink version. */
  readonly newestKey: string;
  /** The value as this Flink version parses it. */
  readonly text: string;
  readonly owner: string;
  readonly precedence: OptionAssignment['precedence'];
  readonly option?: OptionData;
  /** The assignments that this one overrides. */
  readonly overridden?: { readonly owner: string; readonly text: string }[];
}

/** The options with their effective values. They are found by their keys in the newest Flink version. */
export class EffectiveConfiguration {
  private byNewestKey?: Map<string, EffectiveOption>;

  public constructor(private readonly options: Map<string, EffectiveOption>) {}

  /** The value of an option, by its newest key. */
  public text(newestKey: string): string | undefined {
    return this.find(newestKey)?.text;
  }

  /** The key in this Flink version of an option that is set, by its newest key. */
  public keyOf(newestKey: string): string | undefined {
    return this.find(newestKey)?.key;
  }

  /** The owner of an option, by its key in this Flink version. */
  public owner(key: string): string | undefined {
    return this.options.get(key)?.owner;
  }

  public all(): EffectiveOption[] {
    return [...this.options.values()];
  }

  /** The values by the options' keys in this Flink version. */
  public toMap(): { [option: string]: string } {
    return Object.fromEntries(this.all().map(({ key, text }) => [key, text]));
  }

  private find(newestKey: string): EffectiveOption | undefined {
    this.byNewestKey ??= new Map(this.all().reverse().map((option) => [option.newestKey, option]));
    return this.options.get(newestKey) ?? this.byNewestKey.get(newestKey);
  }
}
