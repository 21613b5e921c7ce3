/**
 * The one form of every message: what is wrong, and how to mend it. Where it is wrong is put in front
 * by whoever knows the place: `at()` for an error that is thrown, cdk8s itself for one that is collected.
 */
export function complaint(what: string, remedy: string): string {
  const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
  return `${sentence(what)} ${sentence(remedy)}`;
}

/** An error for a single wrong argument, thrown where it was given. */
export function wrong(where: string, what: string, remedy: string): Error {
  return new Error(`[${where}] ${complaint(what, remedy)}`);
}
