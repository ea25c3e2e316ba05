import { cleanText } from '../export/cells.ts';
import type { Dossier, Line, Note } from './dossier.ts';

/** A dossier as Markdown with footnotes, which a person puts into a report as it is. */
export function markdownOf({ title, id, type, address, sections, notes }: Dossier): string {
  const parts = sections.map(
    (section) => `## ${plain(section.title)}\n\n${section.lines.map(lineOf).join('')}\n`,
  );
  return `# ${plain(title)}\n\n${plain(type)}, [${plain(id)}](<${address}>)\n\n${parts.join('')}${notes.map(noteOf).join('\n')}`;
}

function lineOf({ before, parts, doubt, notes }: Line): string {
  const told = [
    ...(before ? [`**${plain(before)}**`] : []),
    ...parts.map((part) =>
      typeof part === 'string' ? plain(part) : `[${plain(part.text)}](<${part.address}>)`,
    ),
    ...(doubt === null ? [] : [`*(${plain(doubt)})*`]),
  ];
  return `- ${told.join(' ')}${notes.map((number) => `[^${number}]`).join('')}\n`;
}

function noteOf({ number, claim, span, quote, address }: Note): string {
  const { article, start, end } = span;
  const exact = quote?.exact ? `“${plain(quote.exact)}” ` : '';
  const where = [
    `*${plain(article.title)}*`,
    ...(article.publishedOn ? [article.publishedOn] : []),
    `[sentence ${plain(span.number)}](<${address}>), characters ${start} to ${end}`,
    ...(article.url ? [`<${article.url.replace(/[<>\s]/g, encodeURIComponent)}>`] : []),
    ...(quote?.sentenceSha256 ? [`SHA-256 of the sentence ${quote.sentenceSha256}`] : []),
  ];
  return `[^${number}]: ${exact}${plain(claim.statement)} (${claim.id}). ${where.join(', ')}.\n`;
}

/** A text that Markdown leaves as it is, on one line. */
function plain(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}
