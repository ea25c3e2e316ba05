import type { Quotes } from '../../article/quote.ts';
import type { Sentence } from '../../article/text.ts';

/**
 * Dates as texts tell them, from the day of publication:
 *
 *     on Friday        the last Friday, or the next one where the sentence looks ahead
 *     in May           the May that is over or now, or the next one
 *     over the weekend Saturday and Sunday, as an interval
 *     July 2000, 12 April 2031, since 2024, next year
 *
 * Proposals: the tense of the sentence picks the side, which a person may know better.
 */

/** Words of a sentence, and the day, month, year or interval (EDTF) that they may mean. */
export type DayWords = { readonly words: string; readonly date: string };

const DAY_MS = 86_400_000;

const WEEKDAYS: readonly string[] = [
  'sunday|sonntag|воскресенье',
  'monday|montag|понедельник',
  'tuesday|dienstag|вторник',
  'wednesday|mittwoch|среду',
  'thursday|donnerstag|четверг',
  'friday|freitag|пятницу',
  'saturday|samstag|субботу',
];

const MONTHS: readonly string[] = [
  'january|jan|januar|январ[яье]',
  'february|feb|februar|феврал[яье]',
  'march|mar|märz|март[ае]?',
  'april|apr|апрел[яье]',
  'may|mai|ма[яйе]',
  'june|jun|juni|июн[яье]',
  'july|jul|juli|июл[яье]',
  'august|aug|август[ае]?',
  'september|sept|sep|сентябр[яье]',
  'october|oct|oktober|октябр[яье]',
  'november|nov|ноябр[яье]',
  'december|dec|dezember|декабр[яье]',
];

const MONTH = MONTHS.join('|');
const BORDER = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

const monthOf = (word: string): number =>
  MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(word)) + 1;

const AHEAD =
  /\b(?:will|would|shall|expected|plans?|planned|scheduled|due|next|upcoming|to be held|is to|are to|set to|before|until|wird|werden|soll|sollen|geplant)\b|(?:будет|будут|ожидается|планирует|намерен|состоится|предстоит)/iu;

const two = (number: number): string => String(number).padStart(2, '0');

/** The day of publication, and whether the sentence looks ahead. */
type From = { readonly day: Date; readonly ahead: boolean };

const iso = (day: Date): string => day.toJSON().slice(0, 10);

const shifted = ({ day }: Pick<From, 'day'>, days: number): Date => new Date(day.getTime() + days * DAY_MS);

function weekday(index: number, { day, ahead }: From): string {
  const away = (index - day.getUTCDay() + 7) % 7;
  return iso(shifted({ day }, ahead ? away || 7 : away === 0 ? 0 : away - 7));
}

/** The year of a month, or of a day of it, that no year is told of. */
function yearOf(month: number, { day, ahead }: From): number {
  const [year, now] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
  if (ahead) return month < now ? year + 1 : year;
  return month > now ? year - 1 : year;
}

function weekend({ day, ahead }: From): string {
  const back = ahead ? -((6 - day.getUTCDay() + 7) % 7) : (day.getUTCDay() + 1) % 7;
  const saturday = shifted({ day }, -back);
  return `${iso(saturday)}/${iso(shifted({ day: saturday }, 1))}`;
}

function relative(which: string, unit: string, { day }: From): string | undefined {
  const step = /^(?:last|previous|прошл|vorig|letzt)/iu.test(which)
    ? -1
    : /^(?:next|следующ|nächst)/iu.test(which)
      ? 1
      : 0;
  if (/^(?:year|год|Jahr)/iu.test(unit)) return String(day.getUTCFullYear() + step);
  if (/^(?:month|месяц|Monat)/iu.test(unit)) {
    const moved = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + step, 1));
    return iso(moved).slice(0, 7);
  }
  const monday = shifted({ day }, step * 7 - ((day.getUTCDay() + 6) % 7));
  return `${iso(monday)}/${iso(shifted({ day: monday }, 6))}`;
}

type Rule = readonly [pattern: RegExp, read: (groups: readonly string[], from: From) => string | undefined];

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`${BORDER}${pattern}${END}`, 'giu'), read];

const full = (year: string, month: string, day: string): string =>
  `${year}-${two(monthOf(month))}-${two(Number(day))}`;

const RULES: readonly Rule[] = [
  rule('(\\d{4}-\\d\\d-\\d\\d)', ([day]) => day),
  rule(`(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, ([month = '', day = '', year = '']) =>
    full(year, month, day),
  ),
  rule(`(\\d{1,2})\\.? (${MONTH})\\.?,? (\\d{4})`, ([day = '', month = '', year = '']) =>
    full(year, month, day),
  ),
  rule(`(${MONTH})\\.?,? (\\d{4})`, ([month = '', year = '']) => `${year}-${two(monthOf(month))}`),
  rule(`(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?`, ([month = '', day = ''], from) =>
    full(String(yearOf(monthOf(month), from)), month, day),
  ),
  rule(`(\\d{1,2})\\.? (${MONTH})`, ([day = '', month = ''], from) =>
    full(String(yearOf(monthOf(month), from)), month, day),
  ),
  ...WEEKDAYS.map((names, index) =>
    rule(`(?:on |last |next |am |в |во )?(?:${names})`, (_, from) => weekday(index, from)),
  ),
  rule('(yesterday|gestern|вчера)', (_, from) => iso(shifted(from, -1))),
  rule('(today|heute|сегодня)', (_, from) => iso(from.day)),
  rule('(tomorrow|morgen|завтра)', (_, from) => iso(shifted(from, 1))),
  rule('(?:over |at |on |am |в )?(?:the |this |last )?(?:weekend|Wochenende|выходные)', (_, from) =>
    weekend(from),
  ),
  rule(
    '(last|next|this|previous|прошл\\p{L}+|следующ\\p{L}+) (year|month|week|год\\p{L}*|месяц\\p{L}*|недел\\p{L}+)',
    ([which = '', unit = ''], from) => relative(which, unit, from),
  ),
  rule(
    `(?:in|since|until|by|im|seit|в) (${MONTH})`,
    ([month = ''], from) => `${yearOf(monthOf(month), from)}-${two(monthOf(month))}`,
  ),
  rule('(?:in|since|of|by|until|from|seit|im Jahr|с|в|к) ((?:1[5-9]|20)\\d\\d)', ([year]) => year),
];

/** A pronoun or name that looks like a date: `may`, `March`, only counts where the rules above want a number or a word. */
function isDay(text: string): boolean {
  return !/^\d{4}-\d\d-\d\d$/.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

/** The dates of a sentence, longest words first taken. */
export function daysIn(sentence: Sentence, quotes: Quotes, publishedOn: string): readonly DayWords[] {
  const day = new Date(`${publishedOn}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return [];
  const text = quotes.text.slice(sentence);
  const from = { day, ahead: AHEAD.test(text) };
  const found: (DayWords & { at: number })[] = [];
  for (const [pattern, read] of RULES)
    for (const match of text.matchAll(pattern)) {
      const date = read(match.slice(1), from);
      const isTaken = found.some(
        ({ at, words }) => match.index < at + words.length && at < match.index + match[0].length,
      );
      if (date !== undefined && !isTaken && isDay(date))
        found.push({ words: match[0], date, at: match.index });
    }
  return found.sort((a, b) => a.at - b.at).map(({ words, date }) => ({ words, date }));
}

/** The day of publication, as the head of a text tells it. */
export function publicationDay(head: string): string | undefined {
  for (const [pattern, read] of RULES.slice(0, 3)) {
    const match = [...head.matchAll(pattern)][0];
    const date = match && read(match.slice(1), { day: new Date(0), ahead: false });
    if (date !== undefined && isDay(date)) return date;
  }
  return undefined;
}
