/** Cypher as words and signs: the only regular expressions that look at its text. */

/** A word, a number, a text in its quotes, or a sign. */
export type Token = { readonly kind: 'text' | 'number' | 'word' | 'symbol' | 'end'; readonly text: string };

const SKIPPED = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const TOKEN =
  /(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<symbol><=|>=|<>|\.\.|[-+*/%=<>()[\]{}.,:|])/y;

/** The tokens of Cypher, without spaces and comments; `refuse` is told of what is none. */
export function tokensOf(text: string, refuse: (what: string) => never): readonly Token[] {
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

const ESCAPED: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r' };

/** What a text in quotes says. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, (_, letter: string) => ESCAPED[letter] ?? letter);
}
