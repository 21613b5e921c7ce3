import { InvalidValue, javaTrim, quote } from './invalid-value';

/** `Character.isWhitespace` of Java. */
const BLANK = /[\t-\r\x1c- \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/**
 * Splits a text at a separator, as Flink splits lists and maps. A part that begins with a quote ends with the same quote, and a doubled quote
 * inside is one quote. An empty part is kept only between two separators.
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
      if (end < 0) return new InvalidValue(`${quote(text)} has an unclosed quote at character ${at + 1}`, QUOTES);
      parts.push(text.slice(at + 1, end).replaceAll(text[at] + text[at], text[at]));
      at = end + 1;
      while (at < text.length && BLANK.test(text[at])) at += 1;
      if (at < text.length && text[at] !== separator) return new InvalidValue(`${quote(text)} continues after the closing quote at character ${end + 1}`, QUOTES);
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

const QUOTES = 'Give a list or a map instead of text, and quotes are added where they are required';

function closing(text: string, opening: number): number {
  const mark = text[opening];
  let end = text.indexOf(mark, opening + 1);
  while (end >= 0 && text[end + 1] === mark) end = text.indexOf(mark, end + 2);
  return end;
}

/** A text that `split` splits into the same parts, and that a YAML parser does not take for a list or a map. */
export function join(parts: readonly string[], separator: string): string {
  if (parts.length === 0) return separator;
  // In YAML a colon and a space end a key, unless the text begins with a quote.
  const named = parts.some((part) => /:\s/.test(part));
  return parts.map((part, i) => ((i === 0 && named) || needsQuotes(part, separator) ? `'${part.replaceAll("'", "''")}'` : part)).join(separator);
}

function needsQuotes(part: string, separator: string): boolean {
  if (part === '' || part.includes(separator) || /['"\r\n]/.test(part) || javaTrim(part) !== part) return true;
  return BLANK.test(part[0]) || BLANK.test(part[part.length - 1]) || /^[[{\-&*!|>%@`#?,:]|:$|\s#/.test(part);
}
