import { PlanFinding, problem } from '../private/findings';

/** Labels or annotations of one owner. */
export interface NamesPart {
  readonly owner: string;
  readonly names?: { readonly [name: string]: string };
}

/** What is merged: the noun for an entry in messages, and where its origins stand. */
export interface NamesKind {
  readonly noun: string;
  readonly origin: string;
}

/** Labels or annotations of several owners. Two different texts of one name are a problem, and the first is kept. */
export function mergeNames(
  { noun, origin }: NamesKind, parts: NamesPart[], findings: PlanFinding[], origins: { [what: string]: string },
): { [name: string]: string } {
  const merged = new Map<string, string>();
  for (const { owner, names } of parts) {
    for (const [name, text] of Object.entries(names ?? {})) {
      const before = merged.get(name);
      const key = `${origin}/${name}`;
      if (before !== undefined && before !== text) {
        findings.push(problem('conflicting-metadata', `${noun} '${name}' is set twice: '${before}' by ${origins[key]} and '${text}' by ${owner}`, 'Remove one of the two', name));
      }
      if (before !== undefined) continue;
      merged.set(name, text);
      origins[key] = owner;
    }
  }
  return Object.fromEntries(merged);
}
