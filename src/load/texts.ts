import { createHash } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import type { Cells } from '../script/made.ts';
import type { OwnerScript } from '../script/script.ts';

/** A sentence with its words, as the graph takes them. */
export type SentenceText = { readonly id: string; readonly text: string };

/** A stretch of an article's text that the script says something about. */
type Span = {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly sha256?: string;
  readonly surface?: string;
};

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

const rowsOf = ({ tables }: OwnerScript, form: string): readonly Cells[] =>
  tables.filter((table) => table.form.name === form).flatMap(({ rows }) => rows.map(({ values }) => values));

const spanOf = ({ start, end }: Cells, what: string): Span => ({
  what,
  start: Number(start),
  end: Number(end),
});

function spansOf(script: OwnerScript): readonly Span[] {
  const sentences = rowsOf(script, 'sentences').map((row) => ({
    ...spanOf(row, String(row.id)),
    sha256: String(row.textSha256),
  }));
  const mentions = rowsOf(script, 'mentions').map((row) => ({
    ...spanOf(row, `${row.sentence} mentions ${row.entity}`),
    ...(row.surface !== undefined && { surface: String(row.surface) }),
  }));
  const evidence = rowsOf(script, 'evidence').map((row) =>
    spanOf(row, `${row.claim} is stated in ${row.sentence}`),
  );
  return [...sentences, ...mentions, ...evidence];
}

function checkSpan({ what, start, end, ...span }: Span, points: readonly string[], file: string): void {
  if (!(start >= 0 && start < end && end <= points.length)) throw mismatch(file, `${what} lies outside it`);
  const text = points.slice(start, end).join('');
  if (span.sha256 !== undefined && sha256(text) !== span.sha256)
    throw mismatch(file, `${what} has another hash`);
  if (span.surface !== undefined && text !== span.surface)
    throw mismatch(file, `${what} as "${span.surface}", not there`);
}

/**
 * The words of every sentence, once every hash and span of the script holds against the text (positions count Unicode
 * code points); a text that differs is an ARTICLE_TEXT_MISMATCH that names `file`.
 */
export function sentenceTexts(script: OwnerScript, text: string, file: string): readonly SentenceText[] {
  const [article] = rowsOf(script, 'article');
  const points = [...text];
  if (sha256(text) !== article?.textSha256) throw mismatch(file, 'its sha256 differs');
  if (points.length !== article.length) throw mismatch(file, 'its length differs');
  for (const span of spansOf(script)) checkSpan(span, points, file);
  return rowsOf(script, 'sentences').map(({ id, start, end }) => ({
    id: String(id),
    text: points.slice(Number(start), Number(end)).join(''),
  }));
}
