import { html } from '../export/xml.ts';
import type { Dossier, Line, Note, Section } from './dossier.ts';

/** The parts of a dossier as HTML: its sections, and its notes as a numbered list that the lines lead to. */
export function htmlOf({ sections, notes }: Pick<Dossier, 'sections' | 'notes'>): string {
  const list = notes.length === 0 ? '' : `<h2>Notes</h2>\n<ol>\n${notes.map(noteOf).join('')}</ol>\n`;
  return `${sections.map(sectionOf).join('')}${list}`;
}

function sectionOf({ title, lines }: Section): string {
  return `<h2>${html(title)}</h2>\n<ul>\n${lines.map(lineOf).join('')}</ul>\n`;
}

function lineOf({ before, parts, doubt, notes }: Line): string {
  const told = [
    ...(before ? [`<b>${html(before)}</b>`] : []),
    ...parts.map((part) => (typeof part === 'string' ? html(part) : anchor(part.address, part.text))),
    ...(doubt === null ? [] : [`<em>(${html(doubt)})</em>`]),
    ...notes.map((number) => `<sup><a href="#note-${number}">${number}</a></sup>`),
  ];
  return `<li>${told.join(' ')}</li>\n`;
}

function noteOf({ number, claim, span, quote, address }: Note): string {
  const { article, start, end } = span;
  const where = [
    `<cite>${article.url && /^https?:/.test(article.url) ? anchor(article.url, article.title) : html(article.title)}</cite>`,
    ...(article.publishedOn ? [html(article.publishedOn)] : []),
    `${anchor(address, `sentence ${span.number}`)}, characters ${start} to ${end}`,
    ...(quote?.sentenceSha256
      ? [`<small>SHA-256 of the sentence ${html(quote.sentenceSha256)}</small>`]
      : []),
  ];
  const exact = quote?.exact ? `<q>${html(quote.exact)}</q> ` : '';
  return `<li id="note-${number}">${exact}${html(claim.statement)} ${where.join(', ')}</li>\n`;
}

function anchor(address: string, text: string): string {
  return `<a href="${html(address)}">${html(text)}</a>`;
}
