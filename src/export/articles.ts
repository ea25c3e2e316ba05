import type { DocumentNode } from 'graphql';
import { listAt, type Told, textOf } from '../model/told.ts';
import { byIdsDocument, idsDocument, statusOf } from './documents.ts';
import type { ArticleRef } from './evidence.ts';
import { onceFor } from './graph.ts';
import type { Source } from './source.ts';
import { inBatches, passes, walkIds } from './walk.ts';

/** The layers below the domain: articles, their sentences, and the claims that these state. */

/** An article whole, but for its text. */
export type Article = ArticleRef & {
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly language: string | null;
};

/** A claim and everything that it is tied to, by id, as far as that passes the filter. */
export type Claim = {
  readonly id: string;
  readonly statement: string;
  readonly status: string | null;
  readonly about: readonly string[];
  readonly attributedTo: readonly string[];
  readonly contradicts: readonly string[];
  readonly sentences: readonly string[];
  readonly articles: readonly string[];
};

/** A sentence of an article, but for its text. */
export type Sentence = {
  readonly id: string;
  /** Its number as it is cited. */
  readonly number: string;
  /** Where it stands in the article, in Unicode code points. */
  readonly start: number;
  readonly end: number;
  readonly article: string;
  /** The claims that it states. */
  readonly claims: readonly {
    readonly id: string;
    readonly statement: string;
    readonly status: string | null;
  }[];
};

/** A list of the root that is walked over by id: what is asked for its ids, and for its items by these. */
export type Layer = { readonly ids: DocumentNode; readonly items: DocumentNode };

const ROWS_AT_ONCE = 500;

/** A layer of the core, each of its items with a selection. */
export function layer(list: string, type: string, selection: string): Layer {
  return { ids: idsDocument(list, type), items: byIdsDocument('Items', list, selection) };
}

const articles = layer('articles', 'Article', 'title subtitle byline publishedOn language url');
const claims = onceFor(({ catalog }) =>
  layer(
    'claims',
    'Claim',
    `statement status about(first: 10000) { nodes { __typename id ${statusOf(catalog)} } }
  attributions(first: 10000) { nodes { source { __typename id ${statusOf(catalog)} } } }
  contradicts(first: 10000) { nodes { id } }
  evidence(first: 10000) { sentence { id position } article { id } }`,
  ),
);
const sentences = layer(
  'sentences',
  'Sentence',
  `number start end article { id }
  claims(first: 10000, orderBy: [{id: ASC}]) { nodes { id statement status } }`,
);

/** The items of a layer in the order of their ids. */
export async function* walkLayer(source: Source, { ids, items }: Layer): AsyncGenerator<Told> {
  for await (const batch of inBatches(walkIds(source, ids), ROWS_AT_ONCE)) {
    yield* await readItems(source, items, batch);
  }
}

/** Items of a layer by their ids, in the order of these. */
async function readItems(
  { graph, signal }: Source,
  document: DocumentNode,
  ids: readonly string[],
): Promise<Told[]> {
  const told = await graph.ask(document, { ids, first: ids.length }, signal);
  const known = new Map(listAt(told, 'list').map((item) => [String(item.id), item]));
  return ids.map((id) => known.get(id)).filter((item) => item !== undefined);
}

/** All articles, by id. */
export async function* walkArticles(source: Source): AsyncGenerator<Article> {
  for await (const told of walkLayer(source, articles)) yield articleOf(told);
}

/** All claims, by id. */
export async function* walkClaims(source: Source): AsyncGenerator<Claim> {
  for await (const told of walkLayer(source, claims(source.graph))) yield claimOf(source, told);
}

/** All sentences, by id. */
export async function* walkSentences(source: Source): AsyncGenerator<Sentence> {
  for await (const told of walkLayer(source, sentences)) yield sentenceOf(told);
}

/** One article, where there is one of this id. */
export async function readArticle(source: Source, id: string): Promise<Article | null> {
  const [told] = await readItems(source, articles.items, [id]);
  return told ? articleOf(told) : null;
}

/** One claim, where there is one of this id. */
export async function readClaim(source: Source, id: string): Promise<Claim | null> {
  const [told] = await readItems(source, claims(source.graph).items, [id]);
  return told ? claimOf(source, told) : null;
}

/** One sentence, where there is one of this id. */
export async function readSentence(source: Source, id: string): Promise<Sentence | null> {
  const [told] = await readItems(source, sentences.items, [id]);
  return told ? sentenceOf(told) : null;
}

function articleOf(told: Told): Article {
  return {
    id: String(told.id),
    title: textOf(told.title) ?? String(told.id),
    subtitle: textOf(told.subtitle),
    byline: textOf(told.byline),
    publishedOn: textOf(told.publishedOn),
    language: textOf(told.language),
    url: textOf(told.url),
  };
}

/** Ids in their order, each once. */
function idsOf(items: readonly Told[]): string[] {
  return [...new Set(items.map(({ id }) => String(id)))].sort();
}

function claimOf({ filter }: Source, told: Told): Claim {
  const passing = (items: Told[]) => items.filter((item) => passes(filter, item));
  const stated = listAt(told, 'evidence');
  return {
    id: String(told.id),
    statement: String(told.statement ?? ''),
    status: textOf(told.status),
    about: idsOf(passing(listAt(told, 'about'))),
    attributedTo: idsOf(passing(listAt(told, 'attributions', 'source'))),
    contradicts: idsOf(listAt(told, 'contradicts')),
    sentences: sentencesIn(stated),
    articles: idsOf(listAt({ stated }, 'stated', 'article')),
  };
}

/** The sentences of some spans, each once, article by article. */
function sentencesIn(stated: readonly Told[]): string[] {
  const placed = stated.map(({ sentence, article }) => {
    const { id, position } = sentence as Told;
    return { id: String(id), position: Number(position), article: String((article as Told).id) };
  });
  placed.sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : a.position - b.position));
  return [...new Set(placed.map(({ id }) => id))];
}

function sentenceOf(told: Told): Sentence {
  const claims = listAt(told, 'claims').map(({ id, statement, status }) => {
    return { id: String(id), statement: String(statement ?? ''), status: textOf(status) };
  });
  const { id, number, start, end, article } = told;
  return {
    id: String(id),
    number: String(number),
    start: Number(start),
    end: Number(end),
    article: String((article as Told).id),
    claims,
  };
}
