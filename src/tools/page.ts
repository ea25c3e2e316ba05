import type { Article, Claim, Sentence } from '../export/articles.ts';
import { flatCell } from '../export/cells.ts';
import { nodeColumns } from '../export/columns.ts';
import { articlesBehind, sentencesBehind } from '../export/evidence.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import type { GraphEdge, GraphNode } from '../export/walk.ts';
import { html } from '../export/xml.ts';

/** What is known of one thing as a page, for whoever follows a link in a table or a timeline. */

/** The media type of such a page. */
export const HTML = 'text/html; charset=utf-8';

/** The page asks for nothing: it may stand in the frame of another tool, and runs no script there. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A row: what it is called, and its parts, which are HTML. */
type Row = readonly [name: string, parts: readonly string[]];

const style = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:46rem;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem;margin:0}dt{font-weight:600;margin-top:.6rem}dd{margin:0}`;

function page(title: string, kind: string, rows: readonly Row[]): string {
  const filled = rows.filter(([, parts]) => parts.length > 0);
  const list = filled.map(
    ([name, parts]) => `<dt>${html(name)}</dt>\n${parts.map((part) => `<dd>${part}</dd>`).join('\n')}\n`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${html(title)}</title><style>${style}</style></head>
<body><h1>${html(title)}</h1><p>${html(kind)}</p>
<dl>
${list.join('')}</dl></body></html>
`;
}

function link(address: string, text: string): string {
  return `<a href="${html(address)}">${html(text)}</a>`;
}

function text(value: string | null): string[] {
  return value === null || value === '' ? [] : [html(value)];
}

/** How sure the texts are, where they do not tell of something as done: nobody shall take a fear for a fact. */
function doubt(status: string | null): string {
  return status === null || status === 'OCCURRED' ? '' : `, ${html(status.toLowerCase())}`;
}

/** What other rows of the page tell already. */
const told = /^(id|label|type|claims|statement|sentences|source_.*|date_inherited)$/;

/** The page of a person, country, event, gift and so on, with the relationships that start or end there. */
export function nodePage(node: GraphNode, edges: readonly GraphEdge[], { graph, baseUrl }: Source): string {
  const { id, label, type, evidence } = node;
  const columns = nodeColumns(graph).filter(({ name }) => !told.test(name));
  const cells = columns.map(({ name, read }): Row => {
    const cell = flatCell(read(node, baseUrl));
    return [name.replaceAll('_', ' '), text(cell === null ? null : String(cell))];
  });
  const to = (edge: GraphEdge) =>
    `${html(edge.label)} ${link(iriOf(edge.target.id, baseUrl), edge.target.label)}${doubt(edge.status)}`;
  const from = (edge: GraphEdge) =>
    `${link(iriOf(edge.source.id, baseUrl), edge.source.label)} ${html(edge.label)} it${doubt(edge.status)}`;
  return page(label, `${type}, ${id}`, [
    ...cells,
    ['relationships', edges.filter(({ source }) => source.id === id).map(to)],
    ['relationships of others to it', edges.filter(({ target }) => target.id === id).map(from)],
    [
      'what is claimed',
      evidence.map((claim) => link(iriOf(claim.id, baseUrl), claim.statement) + doubt(claim.status)),
    ],
    ['sentences', sentencesBehind(evidence).map((at) => link(iriOf(at, baseUrl), at))],
    ['articles', articlesBehind(evidence).map((article) => link(iriOf(article.id, baseUrl), article.title))],
    [
      'more',
      [link(`${baseUrl}/graph#${new URLSearchParams({ sel: id })}`, 'in the graph, with all evidence')],
    ],
  ]);
}

/** The page of an article, which does not have its text. */
export function articlePage(article: Article): string {
  const { id, title, subtitle, byline, publishedOn, language, url } = article;
  return page(title, `Article, ${id}`, [
    ['subtitle', text(subtitle)],
    ['signed', text(byline)],
    ['published', text(publishedOn)],
    ['language', text(language)],
    ['address', url !== null && /^https?:/.test(url) ? [link(url, url)] : text(url)],
  ]);
}

/** The page of a sentence, which does not have its text. */
export function sentencePage({ id, number, start, end, article, claims }: Sentence, baseUrl: string): string {
  const told = claims.map((claim) => link(iriOf(claim.id, baseUrl), claim.statement) + doubt(claim.status));
  return page(`Sentence ${number}`, `Sentence, ${id}`, [
    ['article', [link(iriOf(article, baseUrl), article)]],
    ['where it stands there', [`characters ${start} to ${end}`]],
    ['what it states, in our words', told],
  ]);
}

/** The page of a claim: what is said, about what, by whom, where. */
export function claimPage(claim: Claim, baseUrl: string): string {
  const links = (ids: readonly string[]) => ids.map((id) => link(iriOf(id, baseUrl), id));
  return page(claim.statement, `Claim, ${claim.id}`, [
    ['status', text(claim.status)],
    ['about', links(claim.about)],
    ['said by', links(claim.attributedTo)],
    ['contradicts', links(claim.contradicts)],
    ['sentences', links(claim.sentences)],
    ['articles', links(claim.articles)],
  ]);
}
