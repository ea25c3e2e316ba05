/**
 * The proleptic Gregorian calendar with astronomical years: year 0 is 1 BCE, -43 is 44 BCE, and every fourth year is
 * a leap year back to the beginning. `Date` would do to the year 275760 only, and reads the year 43 as 1943.
 */

export type Day = { readonly year: number; readonly month: number; readonly day: number };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days from 1 March of the year 0 to 1 January 1970, the day 0. */
const EPOCH = 719_468;

/** How many days a month has; months are 1 to 12. */
export function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The number of a day, counted from 1970-01-01, which is 0. Numbers sort where texts do not: 500 BCE, 44 BCE, 17000. */
export function dayNumber({ year, month, day }: Day): number {
  // Years that begin in March have their odd day at the end.
  const fromMarch = (month + 9) % 12;
  const marchYear = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((fromMarch * 153 + 2) / 5) + day - 1 - EPOCH;
}

/** The day of a number, counted as `dayNumber` does. */
export function dayOf(number: number): Day {
  const days = number + EPOCH;
  // 400 years have 146,097 days; the last of their years, and of 4 and of 100, is longer or shorter than the others.
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + years + (month < 3 ? 1 : 0);
  return { year, month, day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

const DAY = /^(\d{4}|-\d{4,12}|\+\d{5,12})-(\d\d)-(\d\d)$/;

/** Reads a day as ISO 8601 has it; undefined where the calendar has no such day. */
export function readDay(text: string): Day | undefined {
  const [year, month = 0, day = 0] = DAY.exec(text)?.slice(1).map(Number) ?? [];
  if (year === undefined || day < 1 || day > monthLength(year, month)) return undefined;
  return dayText({ year, month, day }) === text ? { year, month, day } : undefined;
}

/** A day as ISO 8601 has it: `2023-09-16`, `-0043-03-15`, and with a sign beyond four digits, `+17000-01-01`. */
export function dayText({ year, month, day }: Day): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

/** A year as ISO 8601 has it: `2023`, `-0043`, `+17000`. */
export function yearText(year: number): string {
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return sign + String(Math.abs(year)).padStart(4, '0');
}
