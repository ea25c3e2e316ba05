import { createHash } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import type { Row, Statement, Transaction } from '../store/store.ts';

type Texts = ReadonlyMap<string, string>;

/** A stretch of an article's text that the graph says something about. */
type Span = {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly sha256?: string | null;
  readonly surface?: string | null;
};

const articlesQuery: Statement = {
  text: 'MATCH (a:Article) RETURN a.id AS id, a.textSha256 AS sha256, a.length AS length ORDER BY id',
  parameters: {},
};

const sentencesQuery = (id: string): Statement => ({
  text: `MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article {id: $id})
RETURN s.id AS what, s.start AS start, s.end AS end, s.textSha256 AS sha256 ORDER BY s.seq`,
  parameters: { id },
});

const mentionsQuery = (id: string): Statement => ({
  text: `MATCH (a:Article {id: $id})<-[:IN_ARTICLE]-(s:Sentence)-[m:MENTIONS]->(e:Entity)
RETURN s.id + ' mentions ' + e.id AS what, m.start AS start, m.end AS end, m.surface AS surface ORDER BY start, end, what`,
  parameters: { id },
});

const evidenceQuery = (id: string): Statement => ({
  text: `MATCH (a:Article {id: $id})<-[:IN_ARTICLE]-(s:Sentence)<-[r:STATED_IN]-(c:Claim)
RETURN c.id + ' is stated in ' + s.id AS what, r.start AS start, r.end AS end ORDER BY start, end, what`,
  parameters: { id },
});

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function mismatch(file: string, what: string): ServiceError {
  return new ServiceError(
    'ARTICLE_TEXT_MISMATCH',
    `${file} is not the text that the graph was made from: ${what}.`,
    {
      hint: 'Put the unchanged text of the article there, or remove the file: the graph works without it.',
    },
  );
}

function checkSpan(span: Span, points: readonly string[], file: string): void {
  const { what, start, end } = span;
  if (!(start >= 0 && start < end && end <= points.length)) throw mismatch(file, `${what} lies outside it`);
  const text = points.slice(start, end).join('');
  if (span.sha256 && sha256(text) !== span.sha256) throw mismatch(file, `${what} has another hash`);
  if (span.surface && text !== span.surface) throw mismatch(file, `${what} as "${span.surface}", not there`);
}

/** Checks all that the graph says of one article against its text, and gives the sentences it has. */
async function checkArticle(tx: Transaction, article: Row, text: string): Promise<Row[]> {
  const id = String(article.id);
  const file = `${keyOf(id)}.txt`;
  const points = [...text];
  if (sha256(text) !== article.sha256) throw mismatch(file, 'its sha256 differs');
  if (article.length !== null && points.length !== article.length) throw mismatch(file, 'its length differs');
  const found = await tx.run([sentencesQuery(id), mentionsQuery(id), evidenceQuery(id)]);
  const spans = found.flat() as unknown as Span[];
  for (const span of spans) checkSpan(span, points, file);
  const sentences = (found[0] ?? []) as unknown as Span[];
  return sentences.map(({ what, start, end }) => ({ id: what, text: points.slice(start, end).join('') }));
}

const keyOf = (articleId: string): string => articleId.replace(/^article:/, '');

/**
 * Fills Sentence.text of every article whose text is at hand, once every hash and span holds against it
 * (positions count Unicode code points), and empties it for the others. Gives the number of texts loaded;
 * a text that differs is an ARTICLE_TEXT_MISMATCH.
 */
export async function loadTexts(tx: Transaction, texts: Texts): Promise<number> {
  const [articles = []] = await tx.run([articlesQuery]);
  let loaded = 0;
  for (const article of articles) {
    const text = texts.get(keyOf(String(article.id)));
    const rows = text === undefined ? [] : await checkArticle(tx, article, text);
    await tx.run([
      text === undefined
        ? {
            text: 'MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article {id: $id}) REMOVE s.text',
            parameters: { id: article.id ?? null },
          }
        : {
            text: 'UNWIND $rows AS row MATCH (s:Sentence {id: row.id}) SET s.text = row.text',
            parameters: { rows },
          },
    ]);
    if (text !== undefined) loaded++;
  }
  return loaded;
}
