/** Why a value is none, and how to mend it. What is wrong goes on a sentence: `wants a duration, and …`. */
export class InvalidValue {
  public constructor(
    public readonly what: string,
    private readonly mending: string | Instead,
    /** What is wanted, where it is not simply what the option wants. */
    public readonly wants?: string,
  ) {}

  /** The same, with what is wanted where it does not say so itself. */
  public orWants(wants: string | undefined): InvalidValue {
    return new InvalidValue(this.what, this.mending, this.wants ?? wants);
  }

  public get remedy(): string {
    return String(this.mending);
  }

  /** The whole text that would be better, where one can be told. */
  public get instead(): string | undefined {
    return this.mending instanceof Instead ? this.mending.text : undefined;
  }
}

/** A text to write, as a remedy. */
class Instead {
  public constructor(public readonly text: string, private readonly sentence: string) {}

  public toString(): string {
    return this.sentence;
  }
}

/** A text in quotes, no longer than a message can bear. */
export function shown(text: string): string {
  return inQuotes(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}

/** What to write instead, in a sentence that names it. */
export function writeInstead(text: string | number | bigint, sentence = `Write ${inQuotes(String(text))}`): Instead {
  return new Instead(String(text), sentence);
}

function inQuotes(text: string): string {
  return text.includes("'") ? `\`${text}\`` : `'${text}'`;
}

/** A text without what many put around it: blanks and quotes. */
export function bare(text: string): string {
  return text.trim().replace(/^(['"])([^]*)\1$/, '$2').trim();
}

/** `String.trim` of Java: it takes all control characters, and no blank beyond ASCII. */
export function javaTrim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] <= ' ') start += 1;
  while (end > start && text[end - 1] <= ' ') end -= 1;
  return text.slice(start, end);
}
