import { gql } from 'graphql-tag';
import { listAt, type Told, textOf } from '../model/told.ts';
import type { Graph } from './graph.ts';
import { Shelf } from './shelf.ts';

/** Claims: who says what, how sure, and where exactly it stands. */

/** An article, as far as a source line names it. */
export type ArticleRef = {
  readonly id: string;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
};

/** Who is behind a claim. */
export type Attribution = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** The words of the text that name it. */
  readonly words: string | null;
};

/** Where a claim stands: a part of a sentence, in Unicode code points of its article. */
export type Span = {
  readonly sentence: string;
  /** The number of the sentence as it is cited. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  readonly article: ArticleRef;
};

/** A claim behind a fact or a thing. */
export type Claim = {
  readonly id: string;
  /** What is claimed, in our words. */
  readonly statement: string;
  readonly status: string;
  /** ARTICLE, SOURCE or UNNAMED: whose word it is. */
  readonly voice: string;
  readonly basis: string;
  /** The words that name a source that is nobody of the graph. */
  readonly words: string | null;
  readonly attributions: readonly Attribution[];
  /** In reading order, article by article. */
  readonly spans: readonly Span[];
};

/** What is asked of a claim. */
export const CLAIM = `id statement status voice basis sourceText
attributions(first: 1000) { nodes { sourceText source { __typename id name } } }
evidence(first: 1000) { start end sentence { id number } article { id title publishedOn url } }`;

const claimsDocument = gql(`query Claims($ids: [ID!]!, $first: Int!) {
  list: claims(where: {id: {in: $ids}}, first: $first) { nodes { ${CLAIM} } }
}`);

/** Claims by their ids, those read last kept. */
export function claimShelf(graph: Graph, signal?: AbortSignal): Shelf<Claim> {
  return new Shelf(async (ids) => {
    const told = await graph.ask(claimsDocument, { ids, first: ids.length }, signal);
    return new Map(listAt(told, 'list').map((claim) => [String(claim.id), claimOf(claim)]));
  });
}

/** A claim as an answer tells it. */
export function claimOf(told: Told): Claim {
  const sources = listAt(told, 'attributions').map(({ sourceText, source }): Attribution => {
    const { id, __typename, name } = source as Told;
    const who = { id: String(id), type: String(__typename), name: textOf(name) ?? String(id) };
    return { ...who, words: textOf(sourceText) };
  });
  return {
    id: String(told.id),
    statement: String(told.statement ?? ''),
    status: String(told.status),
    voice: String(told.voice),
    basis: String(told.basis),
    words: textOf(told.sourceText),
    attributions: sources.sort((a, b) => (a.id < b.id ? -1 : 1)),
    spans: byArticle(listAt(told, 'evidence').map(spanOf)),
  };
}

function spanOf({ start, end, sentence, article }: Told): Span {
  const { id, number } = sentence as Told;
  const { id: at, title, publishedOn, url } = article as Told;
  const ref = { id: String(at), title: textOf(title) ?? String(at) };
  return {
    sentence: String(id),
    number: String(number),
    start: Number(start),
    end: Number(end),
    article: { ...ref, publishedOn: textOf(publishedOn), url: textOf(url) },
  };
}

/** Spans by their articles; those of one stay in reading order. */
function byArticle(spans: readonly Span[]): Span[] {
  return [...spans].sort(({ article: a }, { article: b }) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Claims in their order, each once. */
export function eachOnce(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}

/** The sentences of a claim, each once. */
export function sentencesOf({ spans }: Claim): string[] {
  return [...new Set(spans.map(({ sentence }) => sentence))];
}

/** Who says so, by name or by the words that stand for one; nobody where the article says so itself. */
export function sayersOf({ attributions, words }: Claim): string[] {
  return attributions.length > 0 ? attributions.map(({ name }) => name) : words === null ? [] : [words];
}

/** How sure a claim is, who says so where somebody is named, and its sentences: `planned, according to Ada, sentence:a:3`. */
export function citationOf(claim: Claim): string {
  const sayers = sayersOf(claim);
  const said = sayers.length > 0 ? [`according to ${sayers.join(' and ')}`] : [];
  return [claim.status.toLowerCase(), ...said, ...sentencesOf(claim)].join(', ');
}

/** The articles behind some claims, each once, in the order of their ids. */
export function articlesBehind(claims: readonly Claim[]): ArticleRef[] {
  const spans = claims.flatMap((claim) => claim.spans);
  const known = new Map(spans.map(({ article }) => [article.id, article]));
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
