import type { Quotes } from './quote.ts';
import { splitLine } from './split.ts';
import type { ArticleText, Sentence, Span } from './text.ts';

/**
 * The sentences of an article's text. Its head goes by form, each part under a number of its own:
 *
 *     0a title   0b subtitle   0c byline   0d day   0e place line (`PORT ANSEL, Arvale, April 12 (Kite Dispatch) —`)
 *
 * and the text below it by split.ts, from 1 up.
 */

type Line = Span & { readonly text: string };

function linesOf({ text }: ArticleText): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, end: start + [...line].length, text: line };
    start = found.end + 1;
    return found;
  });
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)';

/** A line that is a day and little more: `September 18, 2023`, `18. Mai 2031, 16:30`, `Updated 2031-05-02`. */
const DAY = new RegExp(
  `^\\P{Lu}{0,1}[^.!?]{0,24}?(?:${MONTH}\\.? \\d{1,2},? \\d{4}|\\d{1,2}\\.? ${MONTH}\\.?,? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{4})(?: г\\.?)?(?:,? (?:at |в )?\\d{1,2}[:.]\\d\\d[^.!?]{0,12})?\\.?$`,
  'u',
);

const BY = /^(?:By|Von|Par|Por|Автор:?|Текст:)\s/;

/** `Overt Operator`: two to six words that all begin with a capital. */
const NAMES = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*,?(?: (?:and|und|et|и|de|van|von))?(?:\s|$)){2,6}$/u;

const isSentence = (text: string): boolean => /[.?!…。！？]["”’»)]*$/.test(text.trim());

const PLACE_LINE = new RegExp(
  `^(?:\\p{Lu}[\\p{Lu}\\p{M}'’. -]+(?:, [^—–()]{2,40})?|\\p{Lu}[\\p{L}' -]{1,30}, [^—–()]{0,30}?${MONTH}\\.? ?\\d{0,2})(?: \\([^)]{2,40}\\))? ?(?:—|–|--|-(?= ))`,
  'u',
);

/** How many lines of a text are its head: up to the last byline or day among the first, else the title and a line under it. */
function headLength(lines: readonly Line[]): number {
  const first = lines.slice(0, 6);
  const isSigned = (text: string, at: number) =>
    BY.test(text) || DAY.test(text) || (at > 0 && NAMES.test(text) && DAY.test(lines[at + 1]?.text ?? ''));
  const last = first.findLastIndex(({ text }, at) => at > 0 && isSigned(text, at) && text.length < 80);
  if (last > 0) return last + 1;
  const loose = lines.findIndex(({ text }) => isSentence(text) || text.length > 150 || PLACE_LINE.test(text));
  return Math.min(loose < 0 ? 1 : loose, 2);
}

function headKind({ text }: Line, at: number): readonly [n: string, kind: string] {
  if (at === 0) return ['0a', 'TITLE'];
  if (DAY.test(text)) return ['0d', 'DATELINE'];
  return BY.test(text) || (at > 1 && NAMES.test(text)) || (NAMES.test(text) && text.split(' ').length < 4)
    ? ['0c', 'BYLINE']
    : ['0b', 'SUBTITLE'];
}

const points = (text: string): number => [...text].length;

const trimmed = ({ text, start }: Line): Span => {
  const from = start + points(text.slice(0, text.search(/\S/)));
  return { start: from, end: from + points(text.trim()) };
};

function headOf(lines: readonly Line[]): readonly Sentence[] {
  const parts = new Map<string, Sentence>();
  for (const [at, line] of lines.entries()) {
    const [n, kind] = headKind(line, at);
    const before = parts.get(n);
    const { start, end } = trimmed(line);
    parts.set(n, { n, kind, start: before?.start ?? start, end });
  }
  return [...parts.values()];
}

function bodyOf(lines: readonly Line[]): readonly Sentence[] {
  let n = 0;
  return lines.flatMap(({ text, start }, at) => {
    const place = at === 0 ? PLACE_LINE.exec(text)?.[0] : undefined;
    const skipped = place === undefined ? 0 : place.length;
    const rest = text.slice(skipped);
    const spans = splitLine(rest).map(({ from, to }) => ({
      start: start + points(text.slice(0, skipped + from)),
      end: start + points(text.slice(0, skipped + to)),
    }));
    const body = spans.map((span) => ({ ...span, n: String(++n), kind: 'BODY' }));
    if (place === undefined) return body;
    return [{ n: '0e', kind: 'DATELINE', start, end: start + points(place.trimEnd()) }, ...body];
  });
}

/** The sentences of a text, in its order; the same for the same text, whatever else is known of it. */
export function splitText(text: ArticleText): readonly Sentence[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const length =
    isSentence(lines[0]?.text ?? '') && (lines[0]?.text.length ?? 0) > 120 ? 0 : headLength(lines);
  return [...headOf(lines.slice(0, length)), ...bodyOf(lines.slice(length))];
}

/** What a person says of the splitting where it is wrong: `join 4 5`, `split 7 after WORDS`. */
export type Overrule =
  | { readonly kind: 'JOIN'; readonly first: string; readonly second: string }
  | { readonly kind: 'SPLIT'; readonly n: string; readonly at: number };

const applied = (sentences: readonly Sentence[], rule: Overrule): readonly Sentence[] => {
  if (rule.kind === 'SPLIT')
    return sentences.flatMap((one) =>
      one.n === rule.n
        ? [
            { ...one, end: rule.at },
            { ...one, start: rule.at + 1 },
          ]
        : [one],
    );
  const first = sentences.find(({ n }) => n === rule.first);
  return sentences.flatMap((one) =>
    one.n === rule.first ? [] : one.n === rule.second && first ? [{ ...one, start: first.start }] : [one],
  );
};

/** The sentences after a person's overrules, whose numbers are those of the splitting; the body is numbered anew. */
export function overruled(sentences: readonly Sentence[], rules: readonly Overrule[]): readonly Sentence[] {
  let n = 0;
  return rules
    .reduce(applied, sentences)
    .map((one) => (one.kind === 'BODY' ? { ...one, n: String(++n) } : one));
}

/** The last words before a place, as many as it takes to find them once in their sentence. */
function wordsBefore(quotes: Quotes, sentence: Sentence, end: number): string {
  const before = quotes.text.slice({ start: sentence.start, end });
  const starts = [...before.matchAll(/\S+/gu)].map(({ index }) => index).reverse();
  const stripped = before.replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
  const inside = (words: string) =>
    quotes.occurrences(words).filter((span) => quotes.around(span)?.n === sentence.n);
  const found = starts.map((at) => stripped.slice(at)).find((words) => inside(words).length === 1);
  return found ?? stripped;
}

/** What a person would have to write so that the splitting of a text gives these sentences; the way back of `overruled`. */
export function overrulesFor(split: Quotes, wanted: readonly Sentence[]): readonly string[] {
  const ends = new Set(wanted.map(({ end }) => end));
  const known = new Set(split.sentences.map(({ end }) => end));
  const joins = split.sentences.flatMap(({ end, n, kind }, at) => {
    const next = split.sentences[at + 1];
    return kind === 'BODY' && next && !ends.has(end) ? [`join ${n} ${next.n}`] : [];
  });
  const splits = wanted.flatMap(({ end, kind }) => {
    const sentence = split.sentences.find((one) => one.start < end && end < one.end);
    return kind === 'BODY' && sentence && !known.has(end)
      ? [`split ${sentence.n} after ${wordsBefore(split, sentence, end)}`]
      : [];
  });
  return [...splits, ...joins];
}
