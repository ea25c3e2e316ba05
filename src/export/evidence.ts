import { listAt, type Told, textOf } from '../model/told.ts';
import { claimsDocument } from './documents.ts';
import type { Graph } from './graph.ts';

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

/** Claims that were read, to be picked by id. */
export type Claims = { readonly of: (ids: readonly string[]) => ClaimEvidence[] };

/** Reads claims with their sentences and articles. */
export async function readClaims(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Claims> {
  const wanted = [...new Set(ids)];
  const asked = { ids: wanted, first: wanted.length };
  const told = wanted.length === 0 ? {} : await graph.ask(claimsDocument, asked, signal);
  const known = new Map(listAt(told, 'list').map((claim) => [String(claim.id), claimOf(claim)]));
  return { of: (some) => [...new Set(some)].sort().flatMap((id) => known.get(id) ?? []) };
}

function claimOf(claim: Told): ClaimEvidence {
  const stated = byArticle(listAt(claim, 'evidence'));
  const attributed = listAt(claim, 'attributions', 'source').flatMap(({ name }) => textOf(name) ?? []);
  return {
    id: String(claim.id),
    statement: String(claim.statement ?? ''),
    status: textOf(claim.status),
    attributedTo: attributed.sort(),
    sentences: stated.map(({ sentence }) => String((sentence as Told).id)),
    articles: articlesOf(stated),
  };
}

/** Spans by their articles; those of one stay in reading order. */
function byArticle(stated: readonly Told[]): Told[] {
  const idOf = ({ article }: Told) => String((article as Told).id);
  return [...stated].sort((a, b) => (idOf(a) < idOf(b) ? -1 : Number(idOf(a) > idOf(b))));
}

function articlesOf(stated: readonly Told[]): ArticleRef[] {
  const known = new Map<string, ArticleRef>();
  for (const { article } of stated) {
    const { id, title, publishedOn, url } = article as Told;
    const at = String(id);
    known.set(at, { id: at, title: textOf(title) ?? at, publishedOn: textOf(publishedOn), url: textOf(url) });
  }
  return [...known.values()];
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
