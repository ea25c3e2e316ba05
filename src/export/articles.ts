import type { DocumentNode } from 'graphql';
import { listAt, type Told, textOf } from '../model/told.ts';
import { byIdsDocument, idsDocument } from './documents.ts';
import { type ArticleRef, CLAIM, type Claim, claimOf } from './evidence.ts';
import { isWhole } from './filter.ts';
import type { Variables } from './graph.ts';
import type { Source } from './source.ts';
import { inBatches, walkIds } from './walk.ts';
import { passes } from './walk-facts.ts';

/** The layers below the domain: articles, their sentences, and the claims that these state. */

/** An article whole, but for its text. */
export type Article = ArticleRef & {
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly language: string | null;
};

/** A claim and everything that it is tied to, by id, as far as that passes the filter. */
export type WholeClaim = Claim & {
  /** The facts that it says, or denies where its status says so. */
  readonly says: readonly string[];
  readonly about: readonly string[];
  readonly contradicts: readonly string[];
};

/** A sentence of an article, but for its text. */
export type Sentence = {
  readonly id: string;
  /** Its number as it is cited. */
  readonly number: string;
  /** Where it stands in the article, in Unicode code points. */
  readonly start: number;
  readonly end: number;
  /** SHA-256 of its text, in hexadecimal. */
  readonly textSha256: string;
  readonly article: string;
  /** The claims that it states. */
  readonly claims: readonly {
    readonly id: string;
    readonly statement: string;
    readonly status: string | null;
  }[];
};

/** A list of the root that is walked over by id: what is asked for its ids, and for its items by these. */
export type Layer = { readonly list: string; readonly ids: DocumentNode; readonly items: DocumentNode };

const ROWS_AT_ONCE = 500;

/** A layer of the core, each of its items with a selection. */
export function layer(list: string, type: string, selection: string): Layer {
  return { list, ids: idsDocument(list, type), items: byIdsDocument('Items', list, selection) };
}

const articles = layer('articles', 'Article', 'title subtitle byline publishedOn language url');
const claims = layer(
  'claims',
  'Claim',
  `${CLAIM} says(first: 10000, orderBy: [{id: ASC}]) { nodes { id } }
  about(first: 10000) { nodes { __typename id } } contradicts(first: 10000) { nodes { id } }`,
);
const sentences = layer(
  'sentences',
  'Sentence',
  `number start end textSha256 article { id }
  claims(first: 10000, orderBy: [{id: ASC}]) { nodes { id statement status } }`,
);

/** The items of a layer in the order of their ids, all or those that satisfy something. */
export async function* walkLayer(
  source: Source,
  { ids, items }: Layer,
  where: Variables | null = null,
): AsyncGenerator<Told> {
  for await (const batch of inBatches(walkIds(source, ids, where), ROWS_AT_ONCE)) {
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
export async function* walkClaims(source: Source): AsyncGenerator<WholeClaim> {
  for await (const batch of inBatches(walkLayer(source, claims), ROWS_AT_ONCE)) {
    if (!isWhole(source.filter)) await source.reader.things.take(idsOf(listAt({ batch }, 'batch', 'about')));
    for (const told of batch) yield await wholeClaim(source, told);
  }
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
export async function readClaim(source: Source, id: string): Promise<WholeClaim | null> {
  const [told] = await readItems(source, claims.items, [id]);
  return told ? wholeClaim(source, told) : null;
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

async function wholeClaim({ filter, reader }: Source, told: Told): Promise<WholeClaim> {
  const about = idsOf(listAt(told, 'about'));
  const things = isWhole(filter) ? null : await reader.things.take(about);
  const isIn = (id: string) => passes(filter, things?.get(id) ?? { type: '', status: null });
  return {
    ...claimOf(told),
    says: idsOf(listAt(told, 'says')),
    about: things ? about.filter(isIn) : about,
    contradicts: idsOf(listAt(told, 'contradicts')),
  };
}

function sentenceOf(told: Told): Sentence {
  const claims = listAt(told, 'claims').map(({ id, statement, status }) => {
    return { id: String(id), statement: String(statement ?? ''), status: textOf(status) };
  });
  const { id, number, start, end, textSha256, article } = told;
  return {
    id: String(id),
    number: String(number),
    start: Number(start),
    end: Number(end),
    textSha256: String(textSha256),
    article: String((article as Told).id),
    claims,
  };
}
