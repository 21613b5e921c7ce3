import { InvalidValue, javaTrim, shown } from './invalid-value';

/** `Character.isWhitespace` of Java. */
const BLANK = /[\t-\r\x1c- \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/**
 * The parts of a text between separators, as Flink takes lists and maps apart. A part that begins with a quote ends with it, and
 * a doubled quote inside is one. An empty part counts between two separators only.
 */
export function split(text: string, separator: string): string[] | InvalidValue {
  const parts: string[] = [];
  let afterSeparator = false;
  for (let at = 0; at < text.length;) {
    if (text[at] === separator) {
      if (afterSeparator) parts.push('');
      afterSeparator = true;
      at += 1;
    } else if (BLANK.test(text[at])) {
      at += 1;
    } else if (text[at] === "'" || text[at] === '"') {
      const end = closing(text, at);
      if (end < 0) return new InvalidValue(`${shown(text)} has a quote at its character ${at + 1} that is never closed`, QUOTES);
      parts.push(text.slice(at + 1, end).replaceAll(text[at] + text[at], text[at]));
      at = end + 1;
      while (at < text.length && BLANK.test(text[at])) at += 1;
      if (at < text.length && text[at] !== separator) return new InvalidValue(`${shown(text)} goes on after the quote that is closed at its character ${end + 1}`, QUOTES);
      afterSeparator = false;
    } else {
      const end = text.indexOf(separator, at);
      parts.push(javaTrim(text.slice(at, end < 0 ? text.length : end)));
      at = end < 0 ? text.length : end;
      afterSeparator = false;
    }
  }
  return parts;
}

const QUOTES = 'Give the entries themselves, not their text: then all that needs quotes gets them';

function closing(text: string, opening: number): number {
  const quote = text[opening];
  let end = text.indexOf(quote, opening + 1);
  while (end >= 0 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
  return end;
}

/** The text that is taken apart into these parts again, and that no YAML parser takes for a list or a map of its own. */
export function join(parts: readonly string[], separator: string): string {
  if (parts.length === 0) return separator;
  // YAML takes everything up to a colon and a blank for a name, unless the text begins with a quote.
  const named = parts.some((part) => /:\s/.test(part));
  return parts.map((part, i) => ((i === 0 && named) || needsQuotes(part, separator) ? `'${part.replaceAll("'", "''")}'` : part)).join(separator);
}

function needsQuotes(part: string, separator: string): boolean {
  if (part === '' || part.includes(separator) || /['"\r\n]/.test(part) || javaTrim(part) !== part) return true;
  return BLANK.test(part[0]) || BLANK.test(part[part.length - 1]) || /^[[{\-&*!|>%@`#?,:]|:$|\s#/.test(part);
}
