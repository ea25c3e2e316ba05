import { createHash } from 'node:crypto';

/** A stretch of a text in Unicode code points, from `start` up to and without `end`. */
export type Span = { readonly start: number; readonly end: number };

/** A sentence of an article: its number as people write it, what part of the article it is, and where it stands. */
export type Sentence = Span & { readonly n: string; readonly kind: string };

/** The sha256 of a text in UTF-8, as hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The text of an article, which positions are counted in: code points, since that is what every language can count. */
export class ArticleText {
  readonly text: string;
  readonly points: readonly string[];

  constructor(text: string) {
    this.text = text;
    this.points = [...text];
  }

  /** The words of a span. */
  slice({ start, end }: Span): string {
    return this.points.slice(start, end).join('');
  }

  /** Whether a span begins and ends where words do, and holds a letter or digit. */
  isWords({ start, end }: Span): boolean {
    const inside = (at: number) => isWordChar(this.points[at - 1]) && isWordChar(this.points[at]);
    return !inside(start) && !inside(end) && this.points.slice(start, end).some(isWordChar);
  }
}

/** A letter, a mark on one, or a digit. */
export function isWordChar(point: string | undefined): boolean {
  return point !== undefined && /[\p{L}\p{M}\p{N}]/u.test(point);
}

/** The words of a text in small letters, without what parts them; `leader's` is one. */
export function wordsOf(text: string): readonly string[] {
  const found = text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu);
  return (found ?? []).map((word) => word.replace('’', "'"));
}
