/** Why a value is none, and how to mend it. What is wrong goes on a sentence: `wants a duration, and …`. */
export class Fault {
  public constructor(public readonly what: string, public readonly remedy: string) {}
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
  return text.replace(/^[\0- ]+|[\0- ]+$/g, '');
}
