import { gql } from 'graphql-tag';
import { listAt, type Told, textOf } from '../model/told.ts';
import type { Claim, Span } from './evidence.ts';
import type { Walk } from './walk.ts';

/** The words of spans and the hashes of their texts, which most files leave where they are. */

/** What stands at a place of an article. */
export type Quote = {
  /** The words; null where the text is not loaded. */
  readonly exact: string | null;
  /** SHA-256 of the sentence and of the whole article, in hexadecimal. */
  readonly sentenceSha256: string | null;
  readonly articleSha256: string | null;
};

/** Quotes by place, as `placeOf` names it. */
export type Quotes = ReadonlyMap<string, Quote>;

const quotesDocument = gql`
  query Quotes($ids: [ID!]!, $first: Int!) {
    list: claims(where: { id: { in: $ids } }, first: $first) {
      nodes {
        evidence(first: 1000) {
          start
          end
          text
          sentence {
            id
            textSha256
          }
          article {
            textSha256
          }
        }
      }
    }
  }
`;

/** The name of a place: its sentence and offsets. */
export function placeOf({ sentence, start, end }: Pick<Span, 'sentence' | 'start' | 'end'>): string {
  return `${sentence} ${start} ${end}`;
}

/** The words of all spans of some claims. */
export async function readQuotes({ graph, signal }: Walk, claims: readonly Claim[]): Promise<Quotes> {
  const ids = [...new Set(claims.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const told = await graph.ask(quotesDocument, { ids, first: ids.length }, signal);
  return new Map(listAt(told, 'list', 'evidence').map((span) => quoteOf(span)));
}

function quoteOf({ start, end, text, sentence, article }: Told): [string, Quote] {
  const { id, textSha256 } = sentence as Told;
  const place = { sentence: String(id), start: Number(start), end: Number(end) };
  const hashes = {
    sentenceSha256: textOf(textSha256),
    articleSha256: textOf((article as Told).textSha256),
  };
  return [placeOf(place), { exact: textOf(text), ...hashes }];
}
