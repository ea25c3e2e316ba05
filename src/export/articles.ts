import type { Row } from '../store/store.ts';
import { texts } from './cells.ts';
import type { ArticleRef } from './evidence.ts';
import type { Source } from './source.ts';
import { nodeParameters, passes } from './statements.ts';
import { walkIds } from './walk.ts';

/** An article whole, but for its text. */
export type Article = ArticleRef & {
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  /** When the graph first had it. */
  readonly recordedAt: string | null;
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

const ROWS_AT_ONCE = 500;

const articleText = `UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.title AS title, a.subtitle AS subtitle, a.byline AS byline, a.publishedOn AS publishedOn,
  a.language AS language, a.url AS url, a.recordedAt AS recordedAt
ORDER BY id`;

const claimText = `UNWIND $ids AS id
MATCH (c:Claim {id: id})
CALL (c) { MATCH (c)-[:ABOUT]->(n) WHERE ${passes('n')} WITH n.id AS n ORDER BY n RETURN collect(n) AS about }
CALL (c) { MATCH (c)-[:ATTRIBUTED_TO]->(n) WHERE ${passes('n')} WITH n.id AS n ORDER BY n RETURN collect(n) AS attributedTo }
CALL (c) { MATCH (c)-[:CONTRADICTS]->(o:Claim) WITH o.id AS o ORDER BY o RETURN collect(o) AS contradicts }
CALL (c) {
  MATCH (c)-[:STATED_IN]->(:Sentence)-[:IN_ARTICLE]->(a:Article)
  WITH DISTINCT a.id AS a ORDER BY a RETURN collect(a) AS articles
}
CALL (c) {
  MATCH (c)-[:STATED_IN]->(s:Sentence)-[:IN_ARTICLE]->(a:Article)
  WITH DISTINCT a.id AS a, s.seq AS seq, s.id AS s ORDER BY a, seq RETURN collect(s) AS sentences
}
RETURN c.id AS id, c.text AS statement, c.status AS status, about, attributedTo, contradicts, sentences, articles
ORDER BY id`;

const sentenceText = `UNWIND $ids AS id
MATCH (s:Sentence {id: id})-[:IN_ARTICLE]->(a:Article)
CALL (s) {
  MATCH (s)<-[:STATED_IN]-(c:Claim)
  WITH DISTINCT c.id AS id, c.text AS text, c.status AS status ORDER BY id
  RETURN collect({id: id, statement: text, status: status}) AS claims
}
RETURN s.id AS id, s.n AS number, s.start AS start, s.end AS end, a.id AS article, claims
ORDER BY id`;

/** All articles, by id. */
export async function* walkArticles(source: Source): AsyncGenerator<Article> {
  for await (const row of rowsOf(source, 'Article', articleText)) yield articleOf(row);
}

/** All claims, by id. */
export async function* walkClaims(source: Source): AsyncGenerator<Claim> {
  for await (const row of rowsOf(source, 'Claim', claimText, nodeParameters(source.filter)))
    yield claimOf(row);
}

/** One article, where there is one of this id. */
export async function readArticle({ store }: Source, id: string): Promise<Article | null> {
  const [row] = await store.read({ text: articleText, parameters: { ids: [id] } });
  return row ? articleOf(row) : null;
}

/** One claim, where there is one of this id. */
export async function readClaim({ store, filter }: Source, id: string): Promise<Claim | null> {
  const parameters = { ids: [id], ...nodeParameters(filter) };
  const [row] = await store.read({ text: claimText, parameters });
  return row ? claimOf(row) : null;
}

/** All sentences, by id. */
export async function* walkSentences(source: Source): AsyncGenerator<Sentence> {
  for await (const row of rowsOf(source, 'Sentence', sentenceText)) yield sentenceOf(row);
}

/** One sentence, where there is one of this id. */
export async function readSentence({ store }: Source, id: string): Promise<Sentence | null> {
  const [row] = await store.read({ text: sentenceText, parameters: { ids: [id] } });
  return row ? sentenceOf(row) : null;
}

async function* rowsOf(source: Source, label: string, text: string, more: Row = {}): AsyncGenerator<Row> {
  for await (const ids of walkIds({ ...source, filter: {} }, { label, key: 'id' }, ROWS_AT_ONCE)) {
    yield* await source.store.read({ text, parameters: { ids, ...more } });
  }
}

function articleOf(row: Row): Article {
  return {
    id: String(row.id),
    title: asText(row.title) ?? String(row.id),
    subtitle: asText(row.subtitle),
    byline: asText(row.byline),
    publishedOn: asText(row.publishedOn),
    language: asText(row.language),
    url: asText(row.url),
    recordedAt: asText(row.recordedAt),
  };
}

function claimOf(row: Row): Claim {
  return {
    id: String(row.id),
    statement: String(row.statement ?? ''),
    status: asText(row.status),
    about: texts(row.about),
    attributedTo: texts(row.attributedTo),
    contradicts: texts(row.contradicts),
    sentences: texts(row.sentences),
    articles: texts(row.articles),
  };
}

function sentenceOf(row: Row): Sentence {
  const claims = (row.claims as readonly Row[]).map(({ id, statement, status }) => {
    return { id: String(id), statement: String(statement ?? ''), status: asText(status) };
  });
  const { id, number, start, end, article } = row;
  return {
    id: String(id),
    number: String(number),
    start: Number(start),
    end: Number(end),
    article: String(article),
    claims,
  };
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
