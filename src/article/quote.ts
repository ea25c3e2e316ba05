import type { Place } from './article.ts';
import { type ArticleText, type Sentence, type Span, wordsOf } from './text.ts';

/**
 * Quoted words, found in the text of their article:
 *
 *     received Bo Lundeen             these words, which stand once
 *     received Bo … on Friday         from the first words to the last ones, in one sentence
 *     Lundeen @4    Lundeen @4#2      where they stand oftener: in sentence 4; the second time there
 *     sentence 4    dateline          a whole sentence; the place line, else the day
 *
 * Code point for code point first; then with quotation marks, dashes, dots and blanks folded, and what is kept is what the
 * text has. Never by likeness: words that are not there are refused.
 */

/** What looking for a quote gave: a place, or the code of what is wrong with it and two sentences. */
export type Found =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string; readonly mend: string };

const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′`´]/gu, "'"],
  [/[“”„‟″«»]/gu, '"'],
  [/[‐‑‒–—―−]/gu, '-'],
  [/…/gu, '...'],
  [/\p{Zs}|\t/gu, ' '],
];

const fold = (cluster: string): string =>
  FOLDED.reduce((text, [marks, plain]) => text.replace(marks, plain), cluster.normalize('NFC'));

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** A text to look in, and of each of its letters the code point of the article where it begins. */
type Searched = { readonly text: string; readonly starts: readonly number[] };

function searched(text: string, change: (cluster: string) => string): Searched {
  let point = 0;
  let folded = '';
  const starts: number[] = [];
  for (const [cluster] of text.matchAll(CLUSTER)) {
    const changed = change(cluster);
    for (let at = 0; at < changed.length; at++) starts.push(point);
    folded += changed;
    point += [...cluster].length;
  }
  return { text: folded, starts: [...starts, point] };
}

const refused = (code: string, sentence: string, mend: string): Found => ({
  kind: 'refused',
  code,
  sentence,
  mend,
});

const AT = /\s+@(?<n>0[a-e]|\d+)(?:#(?<nth>\d+))?$/;
const GAP = /\s+…\s+/;

/** `"…"` around a quote takes every word of it as it is. */
const bare = (quote: string): string | undefined => /^"([\s\S]*)"$/.exec(quote)?.[1];

/** Finds quotes in one article. */
export class Quotes {
  readonly text: ArticleText;
  readonly sentences: readonly Sentence[];
  readonly #exact: Searched;
  readonly #folded: Searched;

  constructor(text: ArticleText, sentences: readonly Sentence[]) {
    this.text = text;
    this.sentences = sentences;
    this.#exact = searched(text.text, (cluster) => cluster);
    this.#folded = searched(text.text, fold);
  }

  /** The place of a quote. */
  find(quote: string): Found {
    const literal = bare(quote);
    if (literal !== undefined) return this.#words(literal, {});
    const whole = /^sentence (\S+)$/.exec(quote)?.[1];
    if (whole !== undefined) return this.#whole(whole);
    if (quote === 'dateline') return this.#whole(this.#dateline());
    const at = AT.exec(quote)?.groups;
    const words = quote.replace(AT, '');
    if (at?.n !== undefined && !this.sentence(at.n)) return this.#noSentence(at.n);
    const place = { sentence: at?.n, nth: at?.nth === undefined ? undefined : Number(at.nth) };
    return this.#words(bare(words) ?? words, place, bare(words) === undefined);
  }

  /** The sentence of a number. */
  sentence(n: string): Sentence | undefined {
    return this.sentences.find((one) => one.n === n);
  }

  /** The sentence in which a span lies. */
  around({ start, end }: Span): Sentence | undefined {
    return this.sentences.find((one) => one.start <= start && end <= one.end);
  }

  /** Where words stand, as whole words: as they are written, or else with their marks folded. */
  occurrences(words: string): readonly Span[] {
    const exact = this.#spans(this.#exact, words);
    return exact.length > 0 ? exact : this.#spans(this.#folded, searched(words, fold).text);
  }

  #dateline(): string {
    return this.sentence('0e') ? '0e' : '0d';
  }

  #noSentence(n: string): Found {
    const last = this.sentences.at(-1)?.n ?? '0';
    return refused('SENTENCE', `There is no sentence ${n}.`, `They run to ${last}.`);
  }

  #whole(n: string): Found {
    const found = this.sentence(n);
    return found ? { kind: 'place', place: { ...spanOf(found), sentence: n } } : this.#noSentence(n);
  }

  #spans({ text, starts }: Searched, words: string): readonly Span[] {
    const found: Span[] = [];
    if (!/[\p{L}\p{N}]/u.test(words)) return found;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const [start, end] = [starts[at], starts[at + words.length]];
      const isCut = at > 0 && starts[at - 1] === start;
      if (start === undefined || end === undefined || isCut || starts[at + words.length - 1] === end)
        continue;
      if (this.text.isWords({ start, end })) found.push({ start, end });
    }
    return found;
  }

  #words(
    words: string,
    { sentence, nth }: { sentence?: string | undefined; nth?: number | undefined },
    gaps = true,
  ): Found {
    const all = gaps && GAP.test(words) ? this.#withGap(words) : this.occurrences(words);
    const within = all.map((span) => ({ ...span, sentence: this.around(span)?.n ?? '' }));
    const inside = within.filter((span) => sentence === undefined || span.sentence === sentence);
    const taken = nth === undefined ? inside : inside.slice(nth - 1, nth);
    const [first, second] = taken;
    if (!first) return this.#none(words, all.length > 0 ? sentence : undefined);
    if (second) return this.#many(words, taken);
    return first.sentence === '' ? this.#across(words, first) : { kind: 'place', place: first };
  }

  /** From the first words to the last: every pair that lies in one sentence. */
  #withGap(words: string): readonly Span[] {
    const [head = '', ...rest] = words.split(GAP);
    const tail = rest.at(-1) ?? '';
    const tails = this.occurrences(tail);
    return this.occurrences(head).flatMap(({ start, end }) => {
      const sentence = this.around({ start, end });
      const after = tails.filter((one) => one.start > end && sentence && one.end <= sentence.end);
      return after.map((one) => ({ start, end: one.end }));
    });
  }

  #none(words: string, sentence: string | undefined): Found {
    if (sentence !== undefined)
      return refused(
        'QUOTE_NONE',
        `Sentence ${sentence} has no "${words}".`,
        'Name the sentence that has it.',
      );
    const near = this.#nearest(words);
    const mend = near ? `Nearest: sentence ${near.n}, "${shortened(this.text.slice(near))}".` : '';
    return refused(
      'QUOTE_NONE',
      `The text has no "${words}".`,
      `${mend} A quote is whole words of the text.`.trim(),
    );
  }

  #many(words: string, places: readonly Place[]): Found {
    const sentences = [...new Set(places.map(({ sentence }) => sentence))];
    const [n = ''] = sentences;
    const mend =
      sentences.length > 1
        ? `Take more words, or write ${words} @${n}.`
        : `Take more words, or write ${words} @${n}#1.`;
    return refused(
      'QUOTE_MANY',
      `"${words}" stands ${places.length} times, in ${sentences.length > 1 ? 'sentences' : 'sentence'} ${sentences.join(', ')}.`,
      mend,
    );
  }

  #across(words: string, { start }: Span): Found {
    const first = this.sentences.find((one) => one.start <= start && start < one.end);
    return refused(
      'QUOTE_ACROSS',
      `"${words}" runs over the end of sentence ${first?.n ?? '?'}.`,
      'Quote each sentence by itself, in a list.',
    );
  }

  #nearest(words: string): Sentence | undefined {
    const wanted = new Set(wordsOf(words));
    const shared = (one: Sentence) => wordsOf(this.text.slice(one)).filter((word) => wanted.has(word)).length;
    const ranked = this.sentences.map((one) => ({ one, count: shared(one) }));
    const best = ranked.reduce<(typeof ranked)[number] | undefined>(
      (top, next) => (next.count > (top?.count ?? 0) ? next : top),
      undefined,
    );
    return best?.one;
  }

  /** The quote that finds a place again. */
  quoteOf({ start, end, sentence }: Place): string {
    const whole = this.sentence(sentence);
    if (whole?.start === start && whole.end === end) return `sentence ${sentence}`;
    const words = this.text.slice({ start, end });
    const isPlain = !GAP.test(words) && !AT.test(words) && !/^sentence \S+$|^dateline$|^"|"$/.test(words);
    const shown = isPlain ? words : `"${words}"`;
    const all = this.occurrences(words);
    if (all.length === 1) return shown;
    const there = all.filter((span) => this.around(span)?.n === sentence);
    if (there.length === 1) return `${shown} @${sentence}`;
    return `${shown} @${sentence}#${there.findIndex((span) => span.start === start) + 1}`;
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The first words of a sentence, fewer than count as a copy of it. */
function shortened(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : text;
}
