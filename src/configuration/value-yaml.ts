import { doubleText } from '../private/java-decimal';

/** What a YAML text holds. A scalar that is no text comes as the text that Flink makes of it. */
export type Yaml = string | null | Yaml[] | Map<string, Yaml>;

/**
 * Reads a value as the YAML parser of `config.yaml` does, which Flink tries first on lists and maps there: flow and block collections,
 * quotes, comments, several lines. Tags, anchors, block scalars, several documents and collections as names are left out: nobody writes
 * an option's value with them, and what Flink reads in them only for their sake is not taken here.
 *
 * @returns undefined when it is no YAML.
 */
export function parseYaml(text: string): Yaml | undefined {
  // Only what is printable, and of that no line breaks but the usual ones and no byte order mark.
  if (/[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) return undefined;
  try {
    return new YamlReader(text.replace(/\r\n?/g, '\n')).document();
  } catch (error) {
    if (error instanceof NoYaml) return undefined;
    throw error;
  }
}

class NoYaml extends Error {}

class YamlReader {
  private at = 0;

  constructor(private readonly text: string) {}

  public document(): Yaml {
    this.toNextToken();
    const content = this.at < this.text.length ? this.block(-1, true) : null;
    this.toNextToken();
    return this.at < this.text.length ? this.fail() : content;
  }

  /** What stands here, deeper than a column. A name may only begin a line, or an entry of a list. */
  private block(parent: number, nameAllowed: boolean): Yaml {
    const start = this.at;
    const column = this.column();
    if (this.looksAt(/-(?=[ \t\n]|$)/y)) return nameAllowed ? this.blockList(column) : this.fail();
    if (this.looksAt(/[[{]/y)) return this.endOfLine(this.flow());
    const scalar = this.scalar(parent, false);
    const oneLine = !this.text.slice(start, this.at).includes('\n');
    this.looksAt(/ */y, true);
    if (!this.looksAt(/:(?=[ \t\n]|$)/y)) return this.endOfLine(scalar);
    return nameAllowed && oneLine && this.at - start <= 1024 ? this.blockMap(column, nameOf(scalar)) : this.fail();
  }

  private blockList(column: number): Yaml[] {
    const entries: Yaml[] = [];
    while (this.column() === column && this.looksAt(/-(?=[ \t\n]|$)/y, true)) {
      entries.push(this.blockEntry(column, false));
      this.toNextToken();
    }
    return entries;
  }

  /** What follows a dash, or a colon when a name stood before it. */
  private blockEntry(column: number, named: boolean): Yaml {
    this.looksAt(/ */y, true);
    if (!this.looksAt(/#|\n|$/y)) return this.block(column, !named);
    this.toNextToken();
    const deeper = this.at < this.text.length && this.column() > column;
    if (deeper) return this.block(column, true);
    // A list may stand below its name without being deeper.
    return named && this.column() === column && this.looksAt(/-(?=[ \t\n]|$)/y) ? this.blockList(column) : null;
  }

  private blockMap(column: number, firstName: string): Map<string, Yaml> {
    const entries = new Map<string, Yaml>();
    for (let name = firstName; ;) {
      this.at += 1;
      if (entries.has(name)) this.fail();
      entries.set(name, this.blockEntry(column, true));
      this.toNextToken();
      if (this.at === this.text.length || this.column() < column) return entries;
      if (this.column() > column || this.looksAt(/[[{]|-(?=[ \t\n]|$)/y)) this.fail();
      const start = this.at;
      name = nameOf(this.scalar(column, false));
      this.looksAt(/ */y, true);
      if (this.text.slice(start, this.at).includes('\n') || this.at - start > 1024 || !this.looksAt(/:(?=[ \t\n]|$)/y)) this.fail();
    }
  }

  private flow(): Yaml {
    if (this.looksAt(/\[/y, true)) return this.flowList();
    return this.looksAt(/\{/y, true) ? this.flowMap() : this.scalar(-1, true);
  }

  private flowList(): Yaml[] {
    const entries: Yaml[] = [];
    for (;;) {
      this.toNextToken();
      if (this.looksAt(/\]/y, true)) return entries;
      const start = this.at;
      const entry = this.flow();
      entries.push(this.colonAfter(start) ? new Map([[nameOf(entry), this.flowContent(/[,\]]/y)]]) : entry);
      this.toNextToken();
      if (!this.looksAt(/,/y, true) && !this.looksAt(/\]/y)) this.fail();
    }
  }

  private flowMap(): Map<string, Yaml> {
    const entries = new Map<string, Yaml>();
    for (;;) {
      this.toNextToken();
      if (this.looksAt(/\}/y, true)) return entries;
      const start = this.at;
      const name = nameOf(this.flow());
      if (entries.has(name)) this.fail();
      entries.set(name, this.colonAfter(start) ? this.flowContent(/[,}]/y) : null);
      this.toNextToken();
      if (!this.looksAt(/,/y, true) && !this.looksAt(/\}/y)) this.fail();
    }
  }

  /** Whether a colon makes what began at `start` a name: on one line, and not too far. */
  private colonAfter(start: number): boolean {
    this.toNextToken();
    if (!this.looksAt(/:/y)) return false;
    if (this.at - start > 1024 || this.text.slice(start, this.at).includes('\n')) this.fail();
    this.at += 1;
    return true;
  }

  private flowContent(end: RegExp): Yaml {
    this.toNextToken();
    return this.looksAt(end) ? null : this.flow();
  }

  private scalar(parent: number, inFlow: boolean): string | null {
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
    return resolved(content) ?? this.fail();
  }

  private atDocumentMark(): boolean {
    return this.column() === 0 && this.looksAt(/(---|\.\.\.)/y);
  }

  /** Skips spaces, comments and line breaks. A tab is none of them. */
  private toNextToken(): void {
    this.looksAt(/(?: |\n|#[^\n]*)*/y, true);
  }

  /** In a block, nothing but a comment may follow on the line. */
  private endOfLine<T>(content: T): T {
    this.looksAt(/ */y, true);
    return this.looksAt(/#|\n|$/y) || this.startsLine() ? content : this.fail();
  }

  private startsLine(): boolean {
    return /(^|\n) *$/.test(this.text.slice(this.text.lastIndexOf('\n', this.at - 1) + 1, this.at));
  }

  private column(): number {
    return this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
  }

  private looksAt(pattern: RegExp, andTakesIt = false): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found && andTakesIt) this.at = pattern.lastIndex;
    return found;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  private fail(): never {
    throw new NoYaml();
  }
}

const ESCAPES = new Map([...'0abtnvfre "/\\N_LP'].map((code, i) => [code, '\0\x07\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029'[i]]));

/** One line break is a blank, each further one stays. */
function folded(blanks: string): string {
  const breaks = blanks.split('\n').length - 1;
  return breaks === 0 ? blanks : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

function nameOf(content: Yaml): string {
  if (typeof content !== 'string') throw new NoYaml();
  return content;
}

/** A scalar without quotes, as YAML 1.2's core schema takes it and Flink writes it again; undefined when it is no number after all. */
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
