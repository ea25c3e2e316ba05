/**
 * One date of EDTF: what stands alone, at the ends of an interval, or in a set.
 *
 *     2023-09~       about September 2023
 *     2023-?09       September 2023, the month uncertain
 *     156X-12-25     25 December of a year from 1560 to 1569
 *     2023-21        spring 2023
 *     1950S2         a year from 1900 to 1999, estimated 1950
 *     Y-17E7         the year -170000000
 *
 * A date is read into the years, months and days that it allows. Its bounds are the first and the last day of the
 * calendar that these make, so that 29 February, `2023-4X` and `XXXX-02-30` need no rule of their own.
 */
import { type Day, monthLength, yearText } from './calendar.ts';
import { isQualifiedTwice, qualify } from './qualifier.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type SubYear, subYears } from './season.ts';

/** How precise a date is: the period of the calendar that it names, else the interval from its first to its last day. */
export type DatePrecision =
  | 'DAY'
  | 'MONTH'
  | 'SEASON'
  | 'QUARTER'
  | 'YEAR'
  | 'DECADE'
  | 'CENTURY'
  | 'MILLENNIUM'
  | 'INTERVAL'
  | 'SET';

/** The parts of a date as written, `X` standing for a digit that is not told. */
export type DateParts = {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly subYear?: SubYear | undefined;
  /** How many digits of an estimated year count; the others may be any. */
  readonly significant?: string | undefined;
};

/** One date, with the first and the last day that it can mean; a qualifier does not move them. */
export type DatePoint = {
  readonly kind: 'POINT';
  /** The canonical text. */
  readonly edtf: string;
  readonly parts: DateParts;
  readonly first: Day;
  readonly last: Day;
  readonly precision: DatePrecision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** Whether digits are not told: it means some day, month or year of those from first to last. */
  readonly unspecified: boolean;
  /**
   * The day, month or year of the calendar that it names, as ISO 8601 has it: `2023-09`, `+17000`; that of a date whose last part is
   * not told at all is what is left of it. Null for all that the calendar has no such name for: decades, seasons, `156X-12-25`.
   */
  readonly period: string | null;
};

/** A date but for what qualifies it. */
type Span = Pick<DatePoint, 'parts' | 'first' | 'last' | 'precision' | 'unspecified' | 'period'>;

const CALENDAR =
  /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
const ESTIMATED_YEAR = /^(-?\d{4})S(\d+)([?~%]?)$/;
const LONG_YEAR = /^Y(-?[1-9]\d*)(?:E(\d+))?(?:S(\d+))?([?~%]?)$/;

const NO_YEAR = 'the year before 0001 is 0000';
const NO_DIGITS = 'S tells how many digits of the year count, at least one';

/** Years have at most twelve digits: their days are counted without loss, and the universe is younger. */
const YEAR_MAX = 999_999_999_999;

/** Reads one date. */
export function readPoint(text: string): DatePoint | Refusal {
  const calendar = CALENDAR.exec(text);
  if (calendar) return readCalendar(calendar);
  const estimated = ESTIMATED_YEAR.exec(text);
  if (estimated) return readEstimated(estimated);
  const long = LONG_YEAR.exec(text);
  if (long) return readLong(long);
  const day = /^(-?\d{4}-\d\d-\d\d)T/.exec(text)?.[1];
  if (day) return refuse(text, 'it has a time of day, which is not kept', `Write the day alone: ${day}.`);
  return refuse(text, text === '' ? 'it is empty' : 'it has not the form of one');
}

function readCalendar(found: RegExpExecArray): DatePoint | Refusal {
  const [text, before = '', year = '', after = '', ...rest] = found;
  const [beforeMonth = '', month, afterMonth = '', beforeDay = '', day, afterDay = ''] = rest;
  const subYear = day === undefined ? subYears.get(month ?? '') : undefined;
  const span = subYear ? spanOfSubYear(year, subYear) : spanOfDays({ year, month, day });
  if (!span) return refuse(text, whyNoDay({ year, month, day }));
  const named = [
    { text: year, before, after },
    { text: month, before: beforeMonth, after: afterMonth },
    { text: day, before: beforeDay, after: afterDay },
  ].flatMap((part) => (part.text === undefined ? [] : [{ ...part, text: part.text }]));
  if (isQualifiedTwice(named)) {
    return refuse(text, 'a part of it is qualified twice', 'Write % for ? and ~ together.');
  }
  return { kind: 'POINT', ...span, ...qualify(named) };
}

function whyNoDay({ year, month = 'XX', day }: DateParts): string {
  if (year === '-0000') return NO_YEAR;
  if (numbersOf(month, 12, 'UP').length === 0) return `there is no month ${month}`;
  return `${year}-${month} has no day ${day}`;
}

function readEstimated([text, year = '', significant = '', after = '']: RegExpExecArray):
  | DatePoint
  | Refusal {
  if (year === '-0000') return refuse(text, NO_YEAR);
  if (significant === '0') return refuse(text, NO_DIGITS);
  const value = Number(year);
  const unit = 10 ** Math.max(0, String(Math.abs(value)).length - Number(significant));
  const least = Math.floor(Math.abs(value) / unit) * unit;
  const years = value < 0 ? [-least - unit + 1, -least] : [least, least + unit - 1];
  const span = spanOfYears({ year, significant }, years);
  const qualified = qualify([{ text: `${year}S${significant}`, before: '', after }]);
  const period = unit > 1 ? null : span.period;
  return { kind: 'POINT', ...span, precision: periodOf(span), unspecified: unit > 1, period, ...qualified };
}

/**
 * A year of more than four digits. Its `S` does not widen it: of the two examples in the standard one counts digits
 * from the front and one from the back, so that no bounds follow from it but the year itself.
 */
function readLong(found: RegExpExecArray): DatePoint | Refusal {
  const [text, mantissa = '', exponent = '0', significant, after = ''] = found;
  const value = Number(mantissa) * 10 ** Number(exponent);
  if (Math.abs(value) <= 9999) return refuse(text, 'Y is for years of more than four digits');
  if (Math.abs(value) > YEAR_MAX) return refuse(text, 'years have at most twelve digits');
  if (significant === '0') return refuse(text, NO_DIGITS);
  const year = String(value);
  const qualified = qualify([{ text: `Y${year}${significant ? `S${significant}` : ''}`, before: '', after }]);
  return { kind: 'POINT', ...spanOfYears({ year, significant }, [value, value]), ...qualified };
}

function spanOfYears(parts: DateParts, [from = 0, to = from]: readonly number[]): Span {
  const first = { year: from, month: 1, day: 1 };
  const last = { year: to, month: 12, day: 31 };
  return { parts, first, last, precision: 'YEAR', unspecified: false, period: yearText(from) };
}

function spanOfSubYear(year: string, subYear: SubYear): Span | undefined {
  const [from, to] = [firstOf(yearsOf(year, 'UP')), firstOf(yearsOf(year, 'DOWN'))];
  if (from === undefined || to === undefined) return undefined;
  const unspecified = year.includes('X');
  const { month, months } = subYear;
  const end = month + months - 1;
  const last = end > 12 ? { year: to + 1, month: end - 12 } : { year: to, month: end };
  return {
    parts: { year, subYear },
    first: { year: from, month, day: 1 },
    last: { ...last, day: monthLength(last.year, last.month) },
    precision: unspecified ? 'INTERVAL' : subYear.precision,
    unspecified,
    period: null,
  };
}

function spanOfDays(parts: DateParts): Span | undefined {
  const [first, last] = [endOf(parts, 'UP'), endOf(parts, 'DOWN')];
  if (!first || !last) return undefined;
  const unspecified = /X/.test(`${parts.year}${parts.month}${parts.day}`);
  const precision = parts.day ? 'DAY' : parts.month ? 'MONTH' : 'YEAR';
  const span = { parts, first, last, precision, unspecified, period: namedBy(parts) } as const;
  return unspecified ? { ...span, precision: periodOf(span) } : span;
}

/** What the parts name, the last one dropped where nothing of it is told. */
function namedBy({ year, month, day }: DateParts): string | null {
  const told = [year, month, day].filter((part) => part !== undefined);
  const kept = told.length > 1 && told.at(-1) === 'XX' ? told.slice(0, -1) : told;
  const period = kept.join('-');
  return period.includes('X') ? null : period;
}

/** The first day that the parts make, going up, or down from the last; undefined where the calendar has none. */
function endOf({ year, month, day }: DateParts, way: Way): Day | undefined {
  const [months, days] = [numbersOf(month, 12, way), numbersOf(day, 31, way)];
  for (const y of yearsOf(year, way)) {
    for (const m of months) {
      const length = monthLength(y, m);
      const d = days.find((number) => number <= length);
      if (d) return { year: y, month: m, day: d };
    }
  }
  return undefined;
}

/** Whether to go through days, months and years upwards or downwards. */
type Way = 'UP' | 'DOWN';

const DIGITS = { UP: [...'0123456789'], DOWN: [...'9876543210'] } as const;

/** The numbers from 1 to `max` that a pattern of two digits stands for, `1X` for 10 to 12 of 12; all, where there is none. */
function numbersOf(pattern: string | undefined, max: number, way: Way): readonly number[] {
  const numbers = Array.from({ length: max }, (_, index) => (way === 'UP' ? index + 1 : max - index));
  if (pattern === undefined || pattern === 'XX') return numbers;
  if (!pattern.includes('X')) return numbers.filter((number) => number === Number(pattern));
  const [tens, ones] = pattern;
  const fits = (digit: string | undefined, value: number) => digit === 'X' || Number(digit) === value;
  return numbers.filter((number) => fits(tens, Math.floor(number / 10)) && fits(ones, number % 10));
}

/** The years of a pattern, one after the other, since `XXXX` has ten thousand and the first mostly does. */
function* yearsOf(pattern: string, way: Way): Generator<number> {
  const inner = pattern.startsWith('-') ? (way === 'UP' ? 'DOWN' : 'UP') : way;
  if (!pattern.includes('X')) {
    if (pattern !== '-0000') yield Number(pattern);
    return;
  }
  for (const digit of DIGITS[inner]) yield* yearsOf(pattern.replace('X', digit), way);
}

function firstOf(numbers: Iterable<number>): number | undefined {
  for (const number of numbers) return number;
  return undefined;
}

/** The period of the calendar that goes from the first day to the last. */
function periodOf({ first, last }: Pick<Span, 'first' | 'last'>): DatePrecision {
  if (first.day !== 1 || last.day !== monthLength(last.year, last.month)) return 'INTERVAL';
  if (first.year === last.year && first.month === last.month) return 'MONTH';
  if (first.month !== 1 || last.month !== 12) return 'INTERVAL';
  const years: { readonly [count: number]: DatePrecision } = {
    1: 'YEAR',
    10: 'DECADE',
    100: 'CENTURY',
    1000: 'MILLENNIUM',
  };
  return years[last.year - first.year + 1] ?? 'INTERVAL';
}
