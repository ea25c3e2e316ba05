import type { Article, Place } from '../../article/article.ts';
import type { Grammar } from '../../article/grammar.ts';
import { printArticle } from '../../article/print-article.ts';
import { Quotes } from '../../article/quote.ts';
import { splitText } from '../../article/sentences.ts';
import { ArticleText, type Sentence, type Span, sha256, wordsOf } from '../../article/text.ts';

/**
 * An article whose text has changed: what still stands is kept, wherever it stands now, and what lost its words is listed.
 * Sentences are paired by their words; the words of a claim or mention must be in the sentence that theirs became.
 */

/** The file for the new text, and a sentence for each thing that lost its words. */
export type Redraft = { readonly source: string; readonly lost: readonly string[] };

/** How many of the words of the one the other has. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const known = new Set(b);
  return a.length === 0 ? 0 : a.filter((word) => known.has(word)).length / a.length;
}

/** What each sentence became: the same words, else the one that has the most of them, at least half. */
function pairs(before: Quotes, after: Quotes): ReadonlyMap<string, Sentence> {
  const now = after.sentences.map((one) => [one, wordsOf(after.text.slice(one))] as const);
  return new Map(
    before.sentences.flatMap((old) => {
      const words = wordsOf(before.text.slice(old));
      const ranked = now.map(([one, its]) => [likeness(words, its) + likeness(its, words), one] as const);
      const [best] = ranked.sort((a, b) => b[0] - a[0]);
      return best && best[0] >= 1 ? [[old.n, best[1]] as const] : [];
    }),
  );
}

class Mover {
  readonly #before: Quotes;
  readonly #after: Quotes;
  readonly #pairs: ReadonlyMap<string, Sentence>;
  readonly lost: string[] = [];

  constructor(before: Quotes, after: Quotes) {
    this.#before = before;
    this.#after = after;
    this.#pairs = pairs(before, after);
  }

  /** Where a place stands now; that it does not is noted as `what`. */
  move<T extends Place>(place: T, what: string): readonly T[] {
    const sentence = this.#pairs.get(place.sentence);
    const old = this.#before.sentence(place.sentence);
    const isWhole = old && old.start === place.start && old.end === place.end;
    if (sentence && isWhole)
      return [{ ...place, start: sentence.start, end: sentence.end, sentence: sentence.n }];
    const words = this.#before.text.slice(place);
    const found = sentence ? this.#within(words, sentence, place) : undefined;
    if (found && sentence) return [{ ...place, ...found, sentence: sentence.n }];
    this.lost.push(`${what} lost its words: "${words}".`);
    return [];
  }

  /** Of several the one at the same turn. */
  #within(words: string, sentence: Sentence, place: Place): Span | undefined {
    const inside = (quotes: Quotes, n: string) =>
      quotes.occurrences(words).filter((span) => quotes.around(span)?.n === n);
    const turn = inside(this.#before, place.sentence).findIndex(({ start }) => start === place.start);
    const now = inside(this.#after, sentence.n);
    return now[turn] ?? now[0];
  }
}

/** The file of an article for a new text. */
export function redraftOf(
  article: Article,
  texts: { readonly before: string; readonly after: string },
  grammar: Grammar,
): Redraft {
  const text = new ArticleText(texts.after);
  const split = splitText(text);
  const after = new Quotes(text, split);
  const mover = new Mover(new Quotes(new ArticleText(texts.before), article.sentences), after);
  const moved: Article = {
    ...article,
    textSha256: sha256(texts.after),
    length: text.points.length,
    sentences: split.map((one) => ({ ...one, sha256: sha256(text.slice(one)) })),
    mentions: article.mentions.flatMap((one) => mover.move(one, `A mention of ${one.entity}`)),
    claims: article.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.flatMap((one) => mover.move(one, claim.id)),
    })),
  };
  return { source: printArticle(moved, { grammar, quotes: after }), lost: mover.lost };
}
