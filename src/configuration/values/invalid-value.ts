/** Why a value is invalid, and how to mend it. The reason is a clause that follows what is expected: `must be a duration; 'soon' is not`. */
export class InvalidValue {
  public constructor(
    public readonly reason: string,
    private readonly advice: string | Suggestion,
    /** The expected value, where it is not simply a value of the option's type. */
    public readonly expected?: string,
  ) {}

  /** The same, with the expected value where it has none of its own. */
  public withExpected(expected: string | undefined): InvalidValue {
    return new InvalidValue(this.reason, this.advice, this.expected ?? expected);
  }

  public get remedy(): string {
    return String(this.advice);
  }

  /** The complete text to write instead, where it can be derived. */
  public get suggestion(): string | undefined {
    return this.advice instanceof Suggestion ? this.advice.text : undefined;
  }
}

/** A remedy that is a text to write. */
class Suggestion {
  public constructor(public readonly text: string, private readonly sentence: string) {}

  public toString(): string {
    return this.sentence;
  }
}

/** A text in quotes, shortened to a length that fits into a message. */
export function quote(text: string): string {
  return inQuotes(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}

/** A remedy that names a text to write instead. */
export function suggest(text: string | number | bigint, sentence = `Write ${inQuotes(String(text))}`): Suggestion {
  return new Suggestion(String(text), sentence);
}

function inQuotes(text: string): string {
  return text.includes("'") ? `\`${text}\`` : `'${text}'`;
}

/** A text without white space and quotes around it. */
export function withoutQuotes(text: string): string {
  return text.trim().replace(/^(['"])([^]*)\1$/, '$2').trim();
}

/** `String.trim` of Java: it removes all control characters, and no white space beyond ASCII. */
export function javaTrim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] <= ' ') start += 1;
  while (end > start && text[end - 1] <= ' ') end -= 1;
  return text.slice(start, end);
}
