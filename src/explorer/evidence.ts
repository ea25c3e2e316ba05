import { h } from './dom.ts';
import { type Status, statuses } from './words.ts';
import './evidence.css';

/** Evidence as the pages show it: the claim, who says so, the sentence, and its words where they are loaded. */

/** What one place in a text says. */
export type Evidence = {
  readonly start: number;
  readonly end: number;
  readonly claim: {
    readonly id: string;
    readonly statement: string;
    readonly status: Status;
    readonly voice: string;
    readonly basis: string;
    readonly rank: string;
    readonly sourceText: string | null;
    readonly attributions: {
      readonly nodes: readonly {
        readonly sourceText: string | null;
        readonly source: { readonly id: string; readonly name: string };
      }[];
    };
  };
  readonly sentence: {
    readonly id: string;
    readonly number: string;
    readonly start: number;
    readonly end: number;
    readonly text: string | null;
  };
  readonly article: Article;
};

/** The article that a sentence stands in. */
export type Article = {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly publishedOn: string;
  readonly url: string | null;
  readonly length: number;
  readonly textSha256: string;
  readonly textLoaded: boolean;
};

/** A status as a small mark whose line tells plans and speculation from facts. */
export function statusBadge(status: Status): HTMLElement {
  const { word, about, certainty } = statuses[status];
  return h('span', { class: `badge ${certainty}`, title: about }, word);
}

/** Who says so, in words. */
export function voiceOf({ claim, article }: Evidence): string {
  if (claim.voice === 'ARTICLE') return `the article itself${article.byline ? ` (${article.byline})` : ''}`;
  const named = claim.attributions.nodes.map(({ source }) => source.name).join(' and ');
  const words = claim.sourceText ? `, in its words “${claim.sourceText}”` : '';
  if (claim.voice === 'SOURCE') return `${named || 'a source'}${words}`;
  return `someone not named${words}`;
}

/** A text cut into the part before a span, the span and the part after; offsets count code points of the article. */
export function cut(
  text: string,
  from: number,
  { start, end }: { readonly start: number; readonly end: number },
): readonly [string, string, string] {
  const points = [...text];
  const part = (a: number, b?: number) => points.slice(a, b).join('');
  return [part(0, start - from), part(start - from, end - from), part(end - from)];
}

/** The sentence with the words marked that carry the claim; nothing where the text is not loaded. */
export function quote({ sentence, start, end }: Evidence): HTMLElement | null {
  if (sentence.text === null) return null;
  const [before, marked, after] = cut(sentence.text, sentence.start, { start, end });
  return h('blockquote', {}, before, h('mark', {}, marked), after);
}

/** What a sentence is called: its number, or its place in the head of the article. */
export function sentenceName(number: string): string {
  const heads: Readonly<Record<string, string>> = {
    '0a': 'Headline',
    '0b': 'Subtitle',
    '0c': 'Byline',
    '0d': 'Dateline',
  };
  return heads[number] ?? `Sentence ${number}`;
}
