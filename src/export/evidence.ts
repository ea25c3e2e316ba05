import type { Reader, Row } from '../store/store.ts';
import { texts } from './cells.ts';

/** An article, as far as a source line names it. */
export type ArticleRef = {
  readonly id: string;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
};

/** A claim behind a node or relationship, and where it is stated. */
export type ClaimEvidence = {
  readonly id: string;
  /** What is claimed, in our words. */
  readonly statement: string;
  readonly status: string | null;
  /** Who says so, where somebody is named. */
  readonly attributedTo: readonly string[];
  /** The sentences that state it, in reading order. */
  readonly sentences: readonly string[];
  readonly articles: readonly ArticleRef[];
};

const claimsText = `UNWIND $ids AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)-[:STATED_IN]->(s:Sentence)-[:IN_ARTICLE]->(a:Article)
  WITH s, a ORDER BY a.id, s.seq
  RETURN collect({sentence: s.id, id: a.id, title: a.title, publishedOn: a.publishedOn, url: a.url}) AS stated
}
CALL (c) {
  MATCH (c)-[:ATTRIBUTED_TO]->(who)
  WITH who.name AS name ORDER BY name
  RETURN collect(name) AS attributed
}
RETURN c.id AS id, c.text AS statement, c.status AS status, stated, attributed`;

/** Claims that were read, to be picked by id. */
export type Claims = { readonly of: (ids: readonly string[]) => ClaimEvidence[] };

/** Reads claims with their sentences and articles. */
export async function readClaims(store: Reader, ids: readonly string[]): Promise<Claims> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await store.read({ text: claimsText, parameters: { ids: wanted } });
  const known = new Map(rows.map((row) => [String(row.id), claimOf(row)]));
  return { of: (some) => [...new Set(some)].sort().flatMap((id) => known.get(id) ?? []) };
}

function claimOf(row: Row): ClaimEvidence {
  const stated = row.stated as readonly Row[];
  return {
    id: String(row.id),
    statement: String(row.statement ?? ''),
    status: text(row.status),
    attributedTo: texts(row.attributed),
    sentences: stated.map((at) => String(at.sentence)),
    articles: articlesOf(stated),
  };
}

function articlesOf(stated: readonly Row[]): ArticleRef[] {
  const known = new Map<string, ArticleRef>();
  for (const at of stated) {
    const id = String(at.id);
    const { title, publishedOn, url } = at;
    known.set(id, { id, title: text(title) ?? id, publishedOn: text(publishedOn), url: text(url) });
  }
  return [...known.values()];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The articles behind some claims, each once, in the order of their ids. */
export function articlesBehind(evidence: readonly ClaimEvidence[]): ArticleRef[] {
  const known = new Map(evidence.flatMap((claim) => claim.articles).map((article) => [article.id, article]));
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who says so, each once. */
export function attributionsOf(evidence: readonly ClaimEvidence[]): string[] {
  return [...new Set(evidence.flatMap((claim) => claim.attributedTo))];
}

const reading = new Intl.Collator('en', { numeric: true });

/** The sentences that state some claims, each once, as they follow each other in their articles. */
export function sentencesBehind(evidence: readonly ClaimEvidence[]): string[] {
  return [...new Set(evidence.flatMap((claim) => claim.sentences))].sort(reading.compare);
}
