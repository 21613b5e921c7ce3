import { OptionData } from './catalog/catalog-data';

/** A value that somebody gives to an option. */
export interface OptionAssignment {
  readonly option: string;
  readonly content: any;
  /** Who assigns it, as messages name it. */
  readonly owner: string;
  /**
   * Which assignment takes precedence: `default` yields to all others, `forced` replaces all others, and two different `explicit` ones are
   * an error. `if-supported` is explicit, and is left out where the Flink version does not know the option. `role` lies over what both roles
   * share.
   */
  readonly precedence: 'default' | 'explicit' | 'if-supported' | 'role' | 'forced';
  readonly role?: 'jobManager' | 'taskManager';
}

/** An option whose value is decided. */
export interface EffectiveOption {
  /** The option's name in this Flink version. */
  readonly key: string;
  /** Its name in the newest Flink version. */
  readonly newestKey: string;
  /** The value as this Flink version parses it. */
  readonly text: string;
  readonly owner: string;
  readonly precedence: OptionAssignment['precedence'];
  readonly option?: OptionData;
  /** Assignments that yielded to this one. */
  readonly overridden?: { readonly owner: string; readonly text: string }[];
}

/** Options whose values are decided, found by their newest names. */
export class EffectiveConfiguration {
  private byNewestKey?: Map<string, EffectiveOption>;

  public constructor(private readonly options: Map<string, EffectiveOption>) {}

  /** The value of an option, by its newest name. */
  public text(newestKey: string): string | undefined {
    return this.find(newestKey)?.text;
  }

  /** The name that this Flink version has for an option that is set, by its newest name. */
  public keyOf(newestKey: string): string | undefined {
    return this.find(newestKey)?.key;
  }

  /** Who has set an option, by the name that this Flink version has for it. */
  public owner(key: string): string | undefined {
    return this.options.get(key)?.owner;
  }

  public all(): EffectiveOption[] {
    return [...this.options.values()];
  }

  /** Values by the names that this Flink version has for the options. */
  public toMap(): { [option: string]: string } {
    return Object.fromEntries(this.all().map(({ key, text }) => [key, text]));
  }

  private find(newestKey: string): EffectiveOption | undefined {
    this.byNewestKey ??= new Map(this.all().reverse().map((option) => [option.newestKey, option]));
    return this.options.get(newestKey) ?? this.byNewestKey.get(newestKey);
  }
}
