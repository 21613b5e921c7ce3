import { OptionData } from './catalog-data';

/** Somebody wants an option to have a value. */
export interface Claim {
  readonly option: string;
  readonly content: any;
  readonly owner: string;
  /**
   * How strongly: `default` yields to everybody; `explicit` to nobody but `forced`; `role` lies on top of what both roles share;
   * `whereKnown` is explicit, and is left out on a line that does not know the option.
   */
  readonly strength: 'default' | 'explicit' | 'whereKnown' | 'role' | 'forced';
  readonly role?: 'jobManager' | 'taskManager';
}

/** An option whose value is decided. */
export interface SettledOption {
  /** The option's name on this line. */
  readonly key: string;
  /** Its name on the newest line. */
  readonly newest: string;
  /** The value as Flink of this line parses it. */
  readonly text: string;
  readonly owner: string;
  readonly strength: Claim['strength'];
  readonly option?: OptionData;
}

/** Options whose values are decided, asked for by their newest names. */
export class Settled {
  public constructor(private readonly options: Map<string, SettledOption>) {}

  /** The value of an option, by its newest name. */
  public text(newest: string): string | undefined {
    return this.find(newest)?.text;
  }

  /** The line's own name of an option that is set, by its newest name. */
  public keyOf(newest: string): string | undefined {
    return this.find(newest)?.key;
  }

  /** Who has set an option, by the line's own name. */
  public owner(key: string): string | undefined {
    return this.options.get(key)?.owner;
  }

  public all(): SettledOption[] {
    return [...this.options.values()];
  }

  /** Values by the line's own names. */
  public toMap(): { [option: string]: string } {
    return Object.fromEntries(this.all().map(({ key, text }) => [key, text]));
  }

  private find(newest: string): SettledOption | undefined {
    return this.options.get(newest) ?? this.all().find((option) => option.newest === newest);
  }
}
