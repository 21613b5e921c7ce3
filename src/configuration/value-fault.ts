/** Why a value is none, and how to mend it. What is wrong goes on a sentence: `wants a duration, and …`. */
export class Fault {
  public constructor(
    public readonly what: string,
    public readonly remedy: string,
    /** What is wanted, where it is not simply what the option wants. */
    public readonly wants?: string,
  ) {}
}

/** A text in quotes, no longer than a message can bear. */
export function shown(text: string): string {
  return inQuotes(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}

/** What to write instead. */
export function writeInstead(text: string | number | bigint): string {
  return `Write ${inQuotes(String(text))}`;
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
