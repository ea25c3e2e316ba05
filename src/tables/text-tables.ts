import { type Layer, layer, walkLayer } from '../export/articles.ts';
import { type Cell, type CellType, cellOf } from '../export/cells.ts';
import type { Filter } from '../export/filter.ts';
import type { Variables } from '../export/graph.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import { listAt, type Told, textOf, textsOf } from '../model/told.ts';
import type { Table, TableRow } from './table.ts';

/** Tables of the layers below the domain: what the articles say, and the articles. */

/** A column of such a table: its name, type and meaning, and how it is read; by default from the field of its name. */
type TextColumn = readonly [
  name: string,
  type: CellType,
  about: string,
  read?: (told: Told, baseUrl: string) => Cell,
];

function textTable(
  title: string,
  of: Layer,
  columns: readonly TextColumn[],
): Pick<Table, 'title' | 'columns' | 'rows'> {
  return {
    title,
    columns: columns.map(([name, type, about]) => ({ name, type, about })),
    rows: (source) => rowsOf(of, columns, source),
  };
}

async function* rowsOf(of: Layer, columns: readonly TextColumn[], source: Source): AsyncGenerator<TableRow> {
  for await (const told of walkLayer(source, of, whereOf(of, source.filter))) {
    yield columns.map(([name, , , read]) => (read ? read(told, source.baseUrl) : cellOf(told[name])));
  }
}

/** Claims of these statuses, that say facts of these kinds or are about things of these types; articles that make such. */
function whereOf({ list }: Layer, { types, relations, statuses }: Filter): Variables | null {
  const claim = {
    ...(statuses && { status: { in: statuses } }),
    ...(relations && { says: { some: { predicate: { in: relations } } } }),
    ...(types && { about: { some: { type: { in: types } } } }),
  };
  if (Object.keys(claim).length === 0) return null;
  return list === 'claims' ? claim : { claims: { some: claim } };
}

const texts =
  (field: string, ...way: readonly string[]) =>
  (told: Told): Cell =>
    textsOf(listAt(told, ...way), field);

/** By id, so that two columns about the same things are in step. */
const inOrder =
  (field: string, ...way: readonly string[]) =>
  (told: Told): Cell =>
    textsOf(
      listAt(told, ...way).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
      field,
    );

/** The spans of a claim, article by article. */
function spansOf(told: Told): { readonly article: Told; readonly sentence: Told }[] {
  const spans = listAt(told, 'evidence') as { article: Told; sentence: Told }[];
  const idOf = ({ article }: { article: Told }) => String(article.id);
  return [...spans].sort((a, b) => (idOf(a) < idOf(b) ? -1 : Number(idOf(a) > idOf(b))));
}

const fromSource =
  (field: string) =>
  (told: Told): Cell =>
    cellOf(spansOf(told)[0]?.article[field]);

/** Where the article of a claim is; one without an address of its own is at ours. */
function sourceUrl(told: Told, baseUrl: string): Cell {
  const article = spansOf(told)[0]?.article;
  return article ? (textOf(article.url) ?? iriOf(String(article.id), baseUrl)) : null;
}

const totalOf =
  (name: string) =>
  (told: Told): Cell =>
    Number((told[name] as Told).totalCount);

/** What the articles say, claim by claim. */
export const claims: Table = {
  ...textTable(
    'What the articles say, claim by claim, in our words',
    layer(
      'claims',
      'Claim',
      `statement status voice basis rank
says(first: 10000) { nodes { id } }
about(first: 10000) { nodes { id name } }
attributions(first: 10000) { nodes { source { id name } } }
contradicts(first: 10000) { nodes { id } }
evidence(first: 10000) { sentence { id } article { id url title publishedOn } }`,
    ),
    [
      ['id', 'string', 'Stable id.'],
      ['statement', 'string', 'What is claimed, in our words.'],
      ['status', 'string', 'How sure it is told.'],
      ['voice', 'string', 'ARTICLE, SOURCE or UNNAMED: whose view it is.'],
      ['basis', 'string', 'STATED or IMPLIED.'],
      ['rank', 'string', 'PREFERRED, NORMAL or DEPRECATED.'],
      ['about_ids', 'list', 'Ids of what it is about.', inOrder('id', 'about')],
      ['about', 'list', 'What it is about.', inOrder('name', 'about')],
      ['attributed_to_ids', 'list', 'Ids of who says so.', inOrder('id', 'attributions', 'source')],
      [
        'attributed_to',
        'list',
        'Who says so, where somebody is named.',
        inOrder('name', 'attributions', 'source'),
      ],
      ['says', 'list', 'Ids of the facts that it says, or denies.', inOrder('id', 'says')],
      ['contradicts', 'list', 'Ids of claims that it contradicts.', texts('id', 'contradicts')],
      [
        'sentences',
        'list',
        'Ids of the sentences that state it.',
        (told) => spansOf(told).map(({ sentence }) => String(sentence.id)),
      ],
      ['source_id', 'string', 'Id of the article.', fromSource('id')],
      ['source_url', 'string', 'Where the article is, or our page on it.', sourceUrl],
      ['source_title', 'string', 'Headline of the article.', fromSource('title')],
      ['source_published', 'date', 'Day when the article was published.', fromSource('publishedOn')],
    ],
  ),
  foreignKeys: [{ column: 'source_id', table: 'articles' }],
};

/** The articles. */
export const articles: Table = textTable(
  'The articles that the graph was made from',
  layer(
    'articles',
    'Article',
    `label: title subtitle byline published: publishedOn language url textSha256
sentences(first: 0) { totalCount } claims(first: 0) { totalCount }`,
  ),
  [
    ['id', 'string', 'Stable id.'],
    ['label', 'string', 'The headline.'],
    ['subtitle', 'string', 'The line under the headline.'],
    ['byline', 'string', 'Who signs it, as printed.'],
    ['published', 'date', 'The day it was published.'],
    ['language', 'string', 'ISO 639-1 code of its language.'],
    ['url', 'string', 'Where it was found.'],
    ['sentences', 'integer', 'How many sentences it has.', totalOf('sentences')],
    ['claims', 'integer', 'How many claims were drawn from it.', totalOf('claims')],
    ['text_sha256', 'string', 'SHA-256 of the text, in hexadecimal.', ({ textSha256 }) => cellOf(textSha256)],
  ],
);
