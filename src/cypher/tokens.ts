import { ServiceError } from '../errors.ts';

/** Cypher as words and signs: the only regular expressions that look at its text. */

type Token = { readonly kind: 'text' | 'number' | 'word' | 'symbol' | 'end'; readonly text: string };

const SKIPPED = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const TOKEN =
  /(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<symbol><=|>=|<>|\.\.|[-+*/%=<>()[\]{}.,:|])/y;

function tokensOf(text: string, refuse: (what: string) => never): readonly Token[] {
  const tokens: Token[] = [];
  let place = 0;
  const step = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = place;
    const found = pattern.exec(text);
    place += found?.[0].length ?? 0;
    return found;
  };
  for (step(SKIPPED); place < text.length; step(SKIPPED)) {
    const found = step(TOKEN);
    if (!found) refuse(`"${text.slice(place, place + 12)}" is no Cypher that is known here`);
    const [kind = 'end', token = ''] = Object.entries(found.groups ?? {}).find(([, one]) => one) ?? [];
    tokens.push({ kind: kind as Token['kind'], text: token });
  }
  return tokens;
}

/** Words that begin what is no name. */
export const RESERVED: ReadonlySet<string> = new Set(
  `MATCH OPTIONAL WHERE WITH UNWIND RETURN CALL UNION ORDER LIMIT SKIP AS AND OR XOR NOT IN IS CASE
  WHEN THEN ELSE END DISTINCT CREATE MERGE DELETE SET REMOVE FOREACH`.split(/\s+/),
);

/** Words that look like functions, and go over a list item by item. */
export const QUANTIFIERS: ReadonlySet<string> = new Set(['all', 'any', 'none', 'single']);

/** Operators of two, from those that bind least; each level in words as they are written. */
export const LEVELS: readonly (readonly string[])[] = [
  ['OR'],
  ['XOR'],
  ['AND'],
  [],
  ['=', '<>', '<', '<=', '>', '>='],
  ['IN', 'CONTAINS', 'STARTS WITH', 'ENDS WITH'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** The levels of NOT, which stands before its operand, and of IS NULL, which stands behind it. */
export const [NOT, PREDICATES] = [3, 5];

const ESCAPED: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r' };

const END: Token = { kind: 'end', text: 'its end' };

/** The tokens of a piece of Cypher, taken one after the other; what is not expected is refused with its place. */
export class Tokens {
  readonly #tokens: readonly Token[];
  readonly #place: string;
  #at = 0;

  constructor(text: string, place: string) {
    this.#place = place;
    this.#tokens = tokensOf(text, (what) => this.refuse(what));
  }

  refuse(what: string): never {
    throw new ServiceError('DOMAIN_INVALID', `The Cypher of ${this.#place} cannot be read: ${what}.`, {
      hint: 'See "Cypher in directives" in docs/compiler.md for what it may hold.',
    });
  }

  get next(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  /** Whether these words come next; words are told from names by nothing but their place. */
  sees(words: string, offset = 0): boolean {
    return words.split(' ').every((word, index) => {
      const token = this.#tokens[this.#at + offset + index];
      return token !== undefined && token.kind !== 'text' && token.text.toUpperCase() === word;
    });
  }

  takes(words: string): boolean {
    const seen = this.sees(words);
    if (seen) this.#at += words.split(' ').length;
    return seen;
  }

  /** Takes these words, or refuses what stands there instead. */
  expect(words: string): void {
    if (!this.takes(words)) this.refuse(`${words} is expected instead of "${this.next.text}"`);
  }

  word(): string {
    const { kind, text } = this.next;
    if (kind !== 'word') this.refuse(`a name is expected instead of "${text}"`);
    this.#at += 1;
    return text;
  }

  /** Takes whatever comes next. */
  skip(): void {
    this.#at += 1;
  }

  number(): number {
    const { kind, text } = this.next;
    if (kind !== 'number') this.refuse(`a number is expected instead of "${text}"`);
    this.#at += 1;
    return Number(text);
  }

  separated<T>(read: () => T, separator = ','): T[] {
    const items = [read()];
    while (this.takes(separator)) items.push(read());
    return items;
  }

  /** What stands between two signs, which may be nothing, separated by commas. */
  between<T>(close: string, read: () => T): T[] {
    if (this.takes(close)) return [];
    const items = this.separated(read);
    this.expect(close);
    return items;
  }
}

/** What a text in quotes says. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, (_, letter: string) => ESCAPED[letter] ?? letter);
}
