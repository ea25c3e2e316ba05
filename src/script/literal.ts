/**
 * The literal rows of a table, read with the line of each:
 *
 *   [ {id: 'claim:kd:F1', seq: 0, aliases: ['Bo', "Bo L."], named: true} ]
 *
 * Texts, numbers, true and false, and lists of texts; nothing that would have to be computed.
 */

/** A value that a row of a script can hold. */
export type Literal = string | number | boolean | readonly string[];

/** A row of a table, and the line of the file on which it begins. */
export type LiteralRow = { readonly line: number; readonly values: { readonly [column: string]: Literal } };

/** What stands where a row should be, and on which line. */
export class LiteralError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'LiteralError';
    this.line = line;
  }
}

const token =
  /\s+|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/|(?<text>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<number>-?\d+(?:\.\d+)?)(?![\d.eE])|(?<word>[A-Za-z_]\w*)|(?<mark>[[\]{}:,])/uy;

const escapes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, letter: string) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[letter] ?? letter),
    );
}

type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word' | 'mark'; readonly value: string }
  | { readonly kind: 'end'; readonly value: string };

/** Reads the rows at the beginning of a text; `rest` is what follows the list. */
export function readRows(
  text: string,
  firstLine: number,
): { readonly rows: readonly LiteralRow[]; readonly rest: string } {
  const reader = new LiteralReader(text, firstLine);
  return { rows: reader.rows(), rest: reader.rest() };
}

class LiteralReader {
  readonly #text: string;
  #at = 0;
  #line: number;
  #token: Token = { kind: 'end', value: '' };

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine;
    this.#next();
  }

  rest(): string {
    return this.#text.slice(this.#at);
  }

  rows(): readonly LiteralRow[] {
    const rows: LiteralRow[] = [];
    this.#take('[');
    while (!this.#is(']')) {
      if (rows.length > 0) this.#take(',');
      rows.push(this.#row());
    }
    return rows;
  }

  #row(): LiteralRow {
    const line = this.#line;
    const values: { [column: string]: Literal } = {};
    this.#take('{');
    while (!this.#is('}')) {
      if (Object.keys(values).length > 0) this.#take(',');
      const column = this.#word();
      if (column in values) this.#refuse(`the column ${column} once`);
      this.#take(':');
      values[column] = this.#value();
    }
    this.#take('}');
    return { line, values };
  }

  #value(): Literal {
    const { kind, value } = this.#token;
    if (kind === 'text' || kind === 'number') {
      this.#next();
      return value;
    }
    if (kind === 'word' && (value === 'true' || value === 'false')) {
      this.#next();
      return value === 'true';
    }
    if (this.#is('[')) return this.#texts();
    return this.#refuse('a text, a number, true, false or a list of texts');
  }

  #texts(): readonly string[] {
    const found: string[] = [];
    this.#take('[');
    while (!this.#is(']')) {
      if (found.length > 0) this.#take(',');
      const { kind, value } = this.#token;
      if (kind !== 'text') this.#refuse('a text');
      found.push(String(value));
      this.#next();
    }
    this.#take(']');
    return found;
  }

  #word(): string {
    const { kind, value } = this.#token;
    if (kind !== 'word') this.#refuse('the name of a column');
    this.#next();
    return String(value);
  }

  #is(mark: string): boolean {
    return this.#token.kind === 'mark' && this.#token.value === mark;
  }

  #take(mark: string): void {
    if (!this.#is(mark)) this.#refuse(mark);
    this.#next();
  }

  #refuse(wanted: string): never {
    const { kind, value } = this.#token;
    const found = kind === 'end' ? 'the end' : `${value}`;
    throw new LiteralError(`${wanted} is wanted here, not ${found}`, this.#line);
  }

  /** Moves on to the next token; what follows the last bracket stays for the caller. */
  #next(): void {
    for (;;) {
      token.lastIndex = this.#at;
      const found = token.exec(this.#text);
      if (!found) {
        const odd = /\S*/.exec(this.#text.slice(this.#at, this.#at + 20))?.[0] ?? '';
        this.#token = odd === '' ? { kind: 'end', value: '' } : { kind: 'mark', value: odd };
        return;
      }
      const { text, number, word, mark } = found.groups ?? {};
      this.#at += found[0].length;
      this.#line += found[0].split('\n').length - 1;
      if (text !== undefined) this.#token = { kind: 'text', value: unquote(text) };
      else if (number !== undefined) this.#token = { kind: 'number', value: Number(number) };
      else if (word !== undefined) this.#token = { kind: 'word', value: word };
      else if (mark !== undefined) this.#token = { kind: 'mark', value: mark };
      else continue;
      return;
    }
  }
}

/** A text as a literal of Cypher, which also every tool that marks its syntax shows right. */
export function quote(text: string): string {
  const escaped = text
    .replace(/[\\']/g, (letter) => `\\${letter}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return `'${escaped}'`;
}

/** A value as a literal of Cypher. */
export function printLiteral(value: Literal): string {
  if (typeof value === 'string') return quote(value);
  return Array.isArray(value) ? `[${value.map(quote).join(', ')}]` : String(value);
}
