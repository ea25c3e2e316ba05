import { citationMeta } from '../dossier/citation.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { htmlOf } from '../dossier/html.ts';
import type { Article, Sentence, WholeClaim } from '../export/articles.ts';
import { flatCell } from '../export/cells.ts';
import { nodeColumns } from '../export/columns.ts';
import { phraseOf } from '../export/edge.ts';
import { articlesBehind, type Claim, citationOf, sentencesOf } from '../export/evidence.ts';
import type { Fact } from '../export/fact.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';
import type { GraphNode } from '../export/walk.ts';
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
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem}dt{font-weight:600;margin-top:.6rem}dd{margin:0}`;

/** What stands in the head of a page, and below its rows. */
type Around = { readonly meta?: readonly (readonly [string, string])[]; readonly below?: string };

function page([title, kind]: readonly [string, string], rows: readonly Row[], around: Around = {}): string {
  const { meta = [], below = '' } = around;
  const head = meta
    .map(([name, content]) => `<meta name="${html(name)}" content="${html(content)}">`)
    .join('');
  const filled = rows.filter(([, parts]) => parts.length > 0);
  const list = filled.map(
    ([name, parts]) => `<dt>${html(name)}</dt>\n${parts.map((part) => `<dd>${part}</dd>`).join('\n')}\n`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${html(title)}</title>${head}<style>${style}</style></head>
<body><h1>${html(title)}</h1><p>${html(kind)}</p>
<dl>
${list.join('')}</dl>
${below}</body></html>
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
const told =
  /^(id|label|type|claims?(_status)?|statement|voice|attributed_to|sentences|facts?(_.*)?|source_.*|date_inherited)$/;

/** The page of a person, country, event, gift and so on: what it is, and its dossier. */
export function nodePage(node: GraphNode, dossier: Dossier | null, { graph, baseUrl }: Source): string {
  const { id, label, type, claims } = node;
  const columns = nodeColumns(graph).filter(({ name }) => !told.test(name));
  const cells = columns.map(({ name, read }): Row => {
    const cell = flatCell(read(node, baseUrl));
    return [name.replaceAll('_', ' '), text(cell === null ? null : String(cell))];
  });
  const rows: Row[] = [
    ...cells,
    ['articles', articlesBehind(claims).map((article) => link(iriOf(article.id, baseUrl), article.title))],
    [
      'more',
      [
        link(`${baseUrl}/graph#${new URLSearchParams({ sel: id })}`, 'in the graph, with all evidence'),
        link(`${iriOf(id, baseUrl)}?form=markdown`, 'as a file of Markdown'),
        link(`${iriOf(id, baseUrl)}?form=html`, 'as a file of HTML'),
      ],
    ],
  ];
  return page([label, `${type}, ${id}`], rows, dossier ? { below: htmlOf(dossier) } : {});
}

/** Who says so, how sure, and where. */
function evidenceRows(claims: readonly Claim[], baseUrl: string): Row[] {
  const sentences = [...new Set(claims.flatMap(sentencesOf))];
  return [
    [
      'what is claimed',
      claims.map(
        (claim) => `${link(iriOf(claim.id, baseUrl), claim.statement)} (${html(citationOf(claim))})`,
      ),
    ],
    ['sentences', sentences.map((at) => link(iriOf(at, baseUrl), at))],
    ['articles', articlesBehind(claims).map((article) => link(iriOf(article.id, baseUrl), article.title))],
  ];
}

/** The page of a fact: what of what, how sure, who says so and where, who says otherwise. */
export function factPage(fact: Fact, baseUrl: string): string {
  const { id, subject, object, value, status, verdict, basis, claims, against } = fact;
  const words = [subject.label, phraseOf(fact), object?.label ?? value].filter((word) => word !== null);
  const at = (thing: { id: string; label: string }) => link(iriOf(thing.id, baseUrl), thing.label);
  return page(
    [words.join(' '), `Fact, ${id}`],
    [
      ['of', [at(subject)]],
      ['what', text(phraseOf(fact))],
      ['to', object ? [at(object)] : text(value)],
      ['status', text(status)],
      ['verdict', text(verdict)],
      ['basis', text(basis)],
      ...evidenceRows(claims, baseUrl),
      ['who says otherwise', against.map((claim) => link(iriOf(claim.id, baseUrl), claim.statement))],
    ],
  );
}

/** The page of an article, which does not have its text. */
export function articlePage(article: Article, baseUrl: string): string {
  const { id, title, subtitle, byline, publishedOn, language, url } = article;
  const rows: Row[] = [
    ['subtitle', text(subtitle)],
    ['signed', text(byline)],
    ['published', text(publishedOn)],
    ['language', text(language)],
    ['address', url !== null && /^https?:/.test(url) ? [link(url, url)] : text(url)],
  ];
  return page([title, `Article, ${id}`], rows, { meta: citationMeta(article, baseUrl) });
}

/** The page of a sentence, which does not have its text. */
export function sentencePage({ id, number, start, end, article, claims }: Sentence, baseUrl: string): string {
  const told = claims.map((claim) => link(iriOf(claim.id, baseUrl), claim.statement) + doubt(claim.status));
  return page(
    [`Sentence ${number}`, `Sentence, ${id}`],
    [
      ['article', [link(iriOf(article, baseUrl), article)]],
      ['where it stands there', [`characters ${start} to ${end}`]],
      ['what it states, in our words', told],
    ],
  );
}

/** The page of a claim: what is said, about what, by whom, where. */
export function claimPage(claim: WholeClaim, baseUrl: string): string {
  const links = (ids: readonly string[]) => ids.map((id) => link(iriOf(id, baseUrl), id));
  const sayers = claim.attributions.map(({ id, name }) => link(iriOf(id, baseUrl), name));
  return page(
    [claim.statement, `Claim, ${claim.id}`],
    [
      ['status', text(claim.status)],
      ['voice', text(claim.voice)],
      ['about', links(claim.about)],
      ['said by', sayers.length > 0 ? sayers : text(claim.words)],
      ['facts', links(claim.says)],
      ['contradicts', links(claim.contradicts)],
      ['sentences', links(sentencesOf(claim))],
      ['articles', articlesBehind([claim]).map(({ id, title }) => link(iriOf(id, baseUrl), title))],
    ],
  );
}
