import { type Cell, cellOf } from '../export/cells.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import type { Base } from '../export/statements.ts';
import { walkIds } from '../export/walk.ts';
import type { Row } from '../store/store.ts';
import type { Table, TableColumn, TableRow } from './table.ts';

/** Tables of the layers below the world: what the articles say, and the articles. */

type TextTable = { readonly base: Base; readonly text: string; readonly columns: readonly TableColumn[] };

const ROWS_AT_ONCE = 500;

/** The rows of a statement over `$ids`, its columns under the names of the table. */
async function* statementRows(table: TextTable, source: Source): AsyncGenerator<TableRow> {
  const { base, text, columns } = table;
  for await (const ids of walkIds({ ...source, filter: {} }, base, ROWS_AT_ONCE)) {
    for (const row of await source.store.read({ text, parameters: { ids } })) {
      yield columns.map(({ name }) => cell(name, row, source.baseUrl));
    }
  }
}

/** A cell of a row; an article without an address of its own is at ours. */
function cell(name: string, row: Row, baseUrl: string): Cell {
  if (name !== 'source_url') return cellOf(row[name]);
  return cellOf(row.source_url) ?? (row.source_id ? iriOf(String(row.source_id), baseUrl) : null);
}

const claimsTable: TextTable = {
  base: { label: 'Claim', key: 'id' },
  columns: [
    { name: 'id', type: 'string', about: 'Stable id.' },
    { name: 'statement', type: 'string', about: 'What is claimed, in our words.' },
    { name: 'status', type: 'string', about: 'How sure it is told.' },
    { name: 'voice', type: 'string', about: 'ARTICLE, SOURCE or UNNAMED: whose view it is.' },
    { name: 'basis', type: 'string', about: 'STATED or IMPLIED.' },
    { name: 'rank', type: 'string', about: 'PREFERRED, NORMAL or DEPRECATED.' },
    { name: 'about_ids', type: 'list', about: 'Ids of what it is about.' },
    { name: 'about', type: 'list', about: 'What it is about.' },
    { name: 'attributed_to_ids', type: 'list', about: 'Ids of who says so.' },
    { name: 'attributed_to', type: 'list', about: 'Who says so, where somebody is named.' },
    { name: 'property', type: 'string', about: 'The property that it gives a value of.' },
    { name: 'value', type: 'string', about: 'That value.' },
    { name: 'contradicts', type: 'list', about: 'Ids of claims that it contradicts.' },
    { name: 'sentences', type: 'list', about: 'Ids of the sentences that state it.' },
    { name: 'source_id', type: 'string', about: 'Id of the article.' },
    { name: 'source_url', type: 'string', about: 'Where the article is, or our page on it.' },
    { name: 'source_title', type: 'string', about: 'Headline of the article.' },
    { name: 'source_published', type: 'date', about: 'Day when the article was published.' },
  ],
  text: `UNWIND $ids AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)-[:ABOUT]->(n) WITH n ORDER BY n.id RETURN collect(n.id) AS about_ids, collect(n.name) AS about
}
CALL (c) {
  MATCH (c)-[:ATTRIBUTED_TO]->(n)
  WITH n ORDER BY n.id RETURN collect(n.id) AS attributed_to_ids, collect(n.name) AS attributed_to
}
CALL (c) { MATCH (c)-[:CONTRADICTS]-(o:Claim) WITH DISTINCT o ORDER BY o.id RETURN collect(o.id) AS contradicts }
CALL (c) {
  MATCH (c)-[:STATED_IN]->(s:Sentence)-[:IN_ARTICLE]->(a:Article)
  WITH s, a ORDER BY a.id, s.seq RETURN collect(s.id) AS sentences, collect(a.id) AS articles
}
OPTIONAL MATCH (a:Article {id: articles[0]})
RETURN c.id AS id, c.text AS statement, c.status AS status, c.voice AS voice, c.basis AS basis, c.rank AS rank,
  about_ids, about, attributed_to_ids, attributed_to, c.property AS property, c.value AS value, contradicts, sentences,
  a.id AS source_id, a.url AS source_url, a.title AS source_title, a.publishedOn AS source_published
ORDER BY id`,
};

const articlesTable: TextTable = {
  base: { label: 'Article', key: 'id' },
  columns: [
    { name: 'id', type: 'string', about: 'Stable id.' },
    { name: 'label', type: 'string', about: 'The headline.' },
    { name: 'subtitle', type: 'string', about: 'The line under the headline.' },
    { name: 'byline', type: 'string', about: 'Who signs it, as printed.' },
    { name: 'published', type: 'date', about: 'The day it was published.' },
    { name: 'language', type: 'string', about: 'ISO 639-1 code of its language.' },
    { name: 'url', type: 'string', about: 'Where it was found.' },
    { name: 'sentences', type: 'integer', about: 'How many sentences it has.' },
    { name: 'claims', type: 'integer', about: 'How many claims were drawn from it.' },
    { name: 'text_sha256', type: 'string', about: 'SHA-256 of the text, in hexadecimal.' },
  ],
  text: `UNWIND $ids AS id
MATCH (a:Article {id: id})
CALL (a) { MATCH (a)<-[:IN_ARTICLE]-(s:Sentence) RETURN count(s) AS sentences }
CALL (a) { MATCH (a)<-[:IN_ARTICLE]-(:Sentence)<-[:STATED_IN]-(c:Claim) RETURN count(DISTINCT c.id) AS claims }
RETURN a.id AS id, a.title AS label, a.subtitle AS subtitle, a.byline AS byline, a.publishedOn AS published,
  a.language AS language, a.url AS url, sentences, claims, a.textSha256 AS text_sha256
ORDER BY id`,
};

/** What the articles say, claim by claim. */
export const claims: Table = {
  title: 'What the articles say, claim by claim, in our words',
  columns: claimsTable.columns,
  foreignKeys: [{ column: 'source_id', table: 'articles' }],
  rows: (source) => statementRows(claimsTable, source),
};

/** The articles. */
export const articles: Table = {
  title: 'The articles that the graph was made from',
  columns: articlesTable.columns,
  rows: (source) => statementRows(articlesTable, source),
};
