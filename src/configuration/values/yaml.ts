import { YamlError, YamlText } from './yaml-scalar';

/** A value in YAML. A scalar that is not a string is the text that Flink converts it to. */
export type Yaml = string | null | Yaml[] | Map<string | null, Yaml>;

/**
 * Parses a value as the YAML parser of `config.yaml` does, which Flink tries first for lists and maps there: flow and block collections,
 * quotes, comments, several lines, `? key` in blocks. Tags, anchors, block scalars, several documents and collections as keys are not supported: values of
 * options do not use them.
 *
 * @returns undefined when the text is not YAML.
 */
export function parseYaml(text: string): Yaml | undefined {
  // Only printable characters, the usual line breaks, and no byte order mark.
  if (/[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) return undefined;
  try {
    return new YamlReader(text.replace(/\r\n?/g, '\n')).document();
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/** The mark of a key that may be longer than a line. */
const EXPLICIT_KEY = /\?(?=[ \t\n]|$)/y;

class YamlReader extends YamlText {
  public document(): Yaml {
    this.toNextToken();
    const content = this.at < this.text.length ? this.block(-1, true) : null;
    this.toNextToken();
    return this.at < this.text.length ? this.fail() : content;
  }

  /** The block node at this position, deeper than a column. A key is allowed at the start of a line or of a list entry only. */
  private block(parent: number, keyAllowed: boolean): Yaml {
    const start = this.at;
    const column = this.column();
    if (this.looksAt(/-(?=[ \t\n]|$)/y)) return keyAllowed ? this.blockList(column) : this.fail();
    if (this.looksAt(EXPLICIT_KEY)) return keyAllowed ? this.blockMap(column) : this.fail();
    if (this.looksAt(/[[{]/y)) return this.endOfLine(this.flow());
    const scalar = this.scalar(parent, false);
    const oneLine = !this.text.slice(start, this.at).includes('\n');
    this.looksAt(/ */y, true);
    if (this.startsLine() || !this.looksAt(/:(?=[ \t\n]|$)/y)) return this.endOfLine(scalar);
    return keyAllowed && oneLine && this.at - start <= 1024 ? this.blockMap(column, keyOf(scalar)) : this.fail();
  }

  private blockList(column: number): Yaml[] {
    const entries: Yaml[] = [];
    while (this.column() === column && this.looksAt(/-(?=[ \t\n]|$)/y, true)) {
      entries.push(this.blockEntry(column, false));
      this.toNextToken();
    }
    return entries;
  }

  /** The node after a dash, or after the colon of a key. */
  private blockEntry(column: number, named: boolean): Yaml {
    this.looksAt(/ */y, true);
    if (!this.looksAt(/#|\n|$/y)) return this.block(column, !named);
    this.toNextToken();
    const deeper = this.at < this.text.length && this.column() > column;
    if (deeper) return this.block(column, true);
    // A list may have the same indentation as its key.
    return named && this.column() === column && this.looksAt(/-(?=[ \t\n]|$)/y) ? this.blockList(column) : null;
  }

  /** A map whose first key was read already, unless it is an explicit one. */
  private blockMap(column: number, firstKey?: string | null): Map<string | null, Yaml> {
    const entries = new Map<string | null, Yaml>();
    for (let name = firstKey; ; name = undefined) {
      const key = name === undefined ? this.blockKey(column) : name;
      if (entries.has(key)) this.fail();
      // An explicit key may have no value, or one that begins as a map or a list on the same line.
      entries.set(key, this.looksAt(/:(?=[ \t\n]|$)/y, true) ? this.blockEntry(column, name !== undefined) : null);
      this.toNextToken();
      if (this.at === this.text.length || this.column() < column) return entries;
      if (this.column() > column || this.looksAt(/[[{]|-(?=[ \t\n]|$)/y)) this.fail();
    }
  }

  private blockKey(column: number): string | null {
    const start = this.at;
    if (this.looksAt(EXPLICIT_KEY, true)) {
      const key = keyOf(this.blockEntry(column, false));
      this.toNextToken();
      return this.column() === column || this.at === this.text.length ? key : this.fail();
    }
    const key = keyOf(this.scalar(column, false));
    this.looksAt(/ */y, true);
    if (this.text.slice(start, this.at).includes('\n') || this.at - start > 1024 || !this.looksAt(/:(?=[ \t\n]|$)/y)) this.fail();
    return key;
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
      entries.push(this.colonAfter(start) ? new Map([[keyOf(entry), this.flowContent(/[,\]]/y)]]) : entry);
      this.toNextToken();
      if (!this.looksAt(/,/y, true) && !this.looksAt(/\]/y)) this.fail();
    }
  }

  private flowMap(): Map<string | null, Yaml> {
    const entries = new Map<string | null, Yaml>();
    for (;;) {
      this.toNextToken();
      if (this.looksAt(/\}/y, true)) return entries;
      const start = this.at;
      const name = keyOf(this.flow());
      if (entries.has(name)) this.fail();
      entries.set(name, this.colonAfter(start) ? this.flowContent(/[,}]/y) : null);
      this.toNextToken();
      if (!this.looksAt(/,/y, true) && !this.looksAt(/\}/y)) this.fail();
    }
  }

  /** Whether a colon makes the node that began at `start` a key. A key is on one line and at most 1024 characters long. */
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

  /** Skips spaces, comments and line breaks, but not tabs. */
  private toNextToken(): void {
    this.looksAt(/(?: |\n|#[^\n]*)*/y, true);
  }

  /** In a block, only a comment may follow on the same line. */
  private endOfLine<T>(content: T): T {
    this.looksAt(/ */y, true);
    return this.looksAt(/#|\n|$/y) || this.startsLine() ? content : this.fail();
  }

  private startsLine(): boolean {
    return /(^|\n) *$/.test(this.text.slice(this.text.lastIndexOf('\n', this.at - 1) + 1, this.at));
  }
}

function keyOf(content: Yaml): string | null {
  if (content !== null && typeof content !== 'string') throw new YamlError();
  return content;
}
