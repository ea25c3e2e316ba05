import type { Spot } from './article.ts';
import { shifted, type TextNode } from './source.ts';

/** The lines of an article file in tokens: words, `"texts"`, and the marks `;` and `,`. */
export type Token = {
  readonly kind: 'word' | 'text' | 'mark';
  readonly text: string;
  readonly spot: Spot;
};

const TOKEN = /"(?<text>(?:[^"\\]|\\.)*)"|(?<mark>[;,])|(?<word>[^\s;,"][^\s"]*?(?=[;,]?(?:\s|$)|[;,]?"))/gu;

/** Cuts a line into tokens; each knows where it stands. */
export function tokensOf({ text, spot }: TextNode): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ index, groups = {} }) => {
    const at = shifted(spot, index);
    if (groups.text !== undefined)
      return { kind: 'text', text: groups.text.replace(/\\(.)/g, '$1'), spot: at };
    if (groups.mark !== undefined) return { kind: 'mark', text: groups.mark, spot: at };
    return { kind: 'word', text: groups.word ?? '', spot: at };
  });
}

/** A text as a token: `"in \"full\""`. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A text as one token, in quotation marks only where it needs them. */
export function asToken(text: string): string {
  return /^[\p{L}\p{N}.+~?%/<>=-][^\s";,]*$/u.test(text) ? text : quoted(text);
}

/** A line with its words apart: what stands between marks of one kind. */
export function splitTokens(tokens: readonly Token[], mark: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && token.text === mark) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
