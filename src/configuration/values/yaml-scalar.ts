import { doubleText } from '../../private/java-decimal';

/** Thrown where a text is not YAML. */
export class YamlError extends Error {}

/** Parses the scalars of a YAML text. */
export class YamlText {
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected scalar(parent: number, inFlow: boolean): string | null {
    if (this.looksAt(/'/y, true)) return this.quoted(/[^' \t\n]+|''/y, "'");
    if (this.looksAt(/"/y, true)) return this.quoted(/[^"\\ \t\n]+|\\[^]/y, '"');
    return this.plain(parent, inFlow);
  }

  private quoted(piece: RegExp, quote: string): string {
    let content = '';
    while (!this.looksAt(quote === "'" ? /'(?!')/y : /"/y, true)) {
      const blanks = this.match(/[ \t]*\n[ \t\n]*|[ \t]+/y);
      if (blanks !== undefined) {
        if (this.column() === 0 && this.looksAt(/(---|\.\.\.)(?=[ \t\n]|$)/y)) this.fail();
        content += folded(blanks);
      } else {
        const part = this.match(piece) ?? this.fail();
        content += quote === "'" && part === "''" ? "'" : part.startsWith('\\') && quote === '"' ? this.escaped(part[1]) : part;
      }
    }
    return content;
  }

  private escaped(code: string): string {
    const replaced = ESCAPES.get(code);
    if (replaced !== undefined) return replaced;
    if (code === '\n') return '\n'.repeat((this.match(/[ \t\n]*/y) ?? '').split('\n').length - 1);
    const length = ({ x: 2, u: 4, U: 8 } as { [code: string]: number })[code];
    const hex = this.text.slice(this.at, this.at + length);
    if (!length || hex.length < length || !/^[0-9a-fA-F]+$/.test(hex) || parseInt(hex, 16) > 0x10ffff) this.fail();
    this.at += length;
    return String.fromCodePoint(parseInt(hex, 16));
  }

  private plain(parent: number, inFlow: boolean): string | null {
    const piece = inFlow ? /(?:[^ \t\n:,[\]{}]|:(?![ \t\n,[\]{}]|$))+/y : /(?:[^ \t\n:]|:(?![ \t\n]|$))+/y;
    if (!this.looksAt(inFlow ? /[^-?:,[\]{}#&*!|>'"%@` \t\n]|[-?](?![ \t\n,\]]|$)/y : /[^-?:,[\]{}#&*!|>'"%@` \t\n]|[-?:](?![ \t\n]|$)/y)) this.fail();
    if (this.atDocumentMark()) this.fail();
    let content = '';
    for (let blanks = ''; ;) {
      const part = this.match(piece);
      if (part === undefined) break;
      content += folded(blanks) + part;
      blanks = this.match(/[ \t]*\n[ \n]*|[ \t]+/y) ?? '';
      if (blanks === '' || this.looksAt(/#/y) || this.atDocumentMark() || (!inFlow && blanks.includes('\n') && this.column() <= parent)) break;
    }
    const scalar = resolved(content);
    return scalar === undefined ? this.fail() : scalar;
  }

  private atDocumentMark(): boolean {
    return this.column() === 0 && this.looksAt(/(---|\.\.\.)/y);
  }

  protected column(): number {
    return this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
  }

  protected looksAt(pattern: RegExp, andTakesIt = false): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found && andTakesIt) this.at = pattern.lastIndex;
    return found;
  }

  protected match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  protected fail(): never {
    throw new YamlError();
  }
}

const ESCAPES = new Map([...'0abtnvfre "/\\N_LP'].map((code, i) => [code, '\0\x07\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029'[i]]));

/** Folds line breaks: one becomes a space, each further one is kept. */
function folded(blanks: string): string {
  const breaks = blanks.split('\n').length - 1;
  return breaks === 0 ? blanks : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

/** The text that Flink converts a plain scalar to, by the core schema of YAML 1.2; undefined when a number is not valid. */
function resolved(plain: string): string | null | undefined {
  if (/^(~|null|Null|NULL)$/.test(plain)) return null;
  if (/^(true|True|TRUE|false|False|FALSE)$/.test(plain)) return plain.toLowerCase();
  if (/^[-+]?[0-9]+$/.test(plain)) return String(BigInt(plain.replace('+', '')));
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(plain)) return String(BigInt(plain));
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)) return decimal(Number(plain));
  if (/^[-+]?\.(inf|Inf|INF)$/.test(plain)) return plain.startsWith('+') ? undefined : plain.toLowerCase();
  return /^\.(nan|NaN|NAN)$/.test(plain) ? '.nan' : plain;
}

function decimal(number: number): string {
  return Number.isFinite(number) ? doubleText(number) : number < 0 ? '-.inf' : '.inf';
}
