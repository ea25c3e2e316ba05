import { type Article, walkArticles } from '../export/articles.ts';
import { cleanText } from '../export/cells.ts';
import { iriOf } from '../export/iri.ts';
import type { Source } from '../export/source.ts';

/** The articles as a list of references: CSL-JSON for Zotero, Pandoc and word processors, BibTeX for LaTeX. */

/** Where an article is: its own address, else our page on it. */
const urlOf = ({ id, url }: Article, baseUrl: string): string => url ?? iriOf(id, baseUrl);

/** CSL-JSON, an array of items; the byline is who signs, so it is an author in one piece. */
export async function* writeCsl(source: Source): AsyncGenerator<string> {
  let before = '[\n';
  for await (const article of walkArticles(source)) {
    yield `${before}${JSON.stringify(cslOf(article, source.baseUrl))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function cslOf(article: Article, baseUrl: string): object {
  const { id, title, byline, publishedOn, language } = article;
  return {
    id,
    type: 'article-newspaper',
    title: cleanText(title),
    ...(byline !== null && { author: [{ literal: cleanText(byline) }] }),
    ...(publishedOn !== null && { issued: { 'date-parts': [publishedOn.split('-').map(Number)] } }),
    ...(language !== null && { language }),
    URL: urlOf(article, baseUrl),
  };
}

/** BibTeX, an entry for each article under its id without what BibTeX takes no key of. */
export async function* writeBibtex(source: Source): AsyncGenerator<string> {
  for await (const article of walkArticles(source)) yield bibtexOf(article, source.baseUrl);
}

function bibtexOf(article: Article, baseUrl: string): string {
  const { id, title, byline, publishedOn } = article;
  const [year, month] = publishedOn?.split('-') ?? [];
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['title', `{${escaped(title)}}`],
    ['author', byline === null ? null : `{${escaped(byline)}}`],
    ['year', year],
    ['month', month === undefined ? null : String(Number(month))],
    ['date', publishedOn],
    ['url', urlOf(article, baseUrl)],
  ];
  const told = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${id.replace(/[^A-Za-z0-9:_-]/gu, (found) => `+${found.codePointAt(0)?.toString(16)}`)},\n${told.join(',\n')}\n}\n`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text as LaTeX prints it. */
function escaped(text: string): string {
  return cleanText(text).replace(/[\\~^{}$&#%_]/g, (found) => SPECIAL[found] ?? `\\${found}`);
}

/** What reference managers read in the head of a page. */
export function citationMeta(article: Article, baseUrl: string): [name: string, content: string][] {
  const { title, byline, publishedOn, language } = article;
  return [
    ['citation_title', title],
    ...(byline === null ? [] : [['citation_author', byline] as [string, string]]),
    ...(publishedOn === null
      ? []
      : [['citation_publication_date', publishedOn.replaceAll('-', '/')] as [string, string]]),
    ...(language === null ? [] : [['citation_language', language] as [string, string]]),
    ['citation_public_url', urlOf(article, baseUrl)],
  ];
}
