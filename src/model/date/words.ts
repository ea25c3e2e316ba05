/**
 * A date in English, for people: pages, tables, answers to language models.
 *
 *     2023-09~                 about September 2023
 *     2023-09-16/2023-09-17    16 to 17 September 2023
 *     -0043-03-15              15 March 44 BCE
 *     156X-12-25               25 December of the 1560s
 *     ../2023                  until 2023
 *     [2023,2025]              2023 or 2025
 *
 * Nothing of EDTF is left in them, nothing that the date says is left out, and nothing is added.
 */
import type { DateParts, DatePoint } from './point.ts';
import type { DateMember, FuzzyDate, NoEnd } from './read.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The words of a date. */
export function dateWords(date: FuzzyDate): string {
  switch (date.kind) {
    case 'DATE':
      return pointWords(date.point);
    case 'INTERVAL':
      return intervalWords(...date.ends);
    case 'ONE_OF':
      return listWords(date.members, 'or');
    case 'ALL_OF':
      return listWords(date.members, 'and');
  }
}

function intervalWords(start: DatePoint | NoEnd, end: DatePoint | NoEnd): string {
  if (start.kind === 'POINT' && end.kind === 'POINT') return rangeWords(start, end);
  if (start.kind === 'POINT')
    return `from ${pointWords(start)}${end.kind === 'OPEN' ? ' on' : ', end unknown'}`;
  if (end.kind !== 'POINT') return '';
  return `until ${pointWords(end)}${start.kind === 'OPEN' ? '' : ', beginning unknown'}`;
}

function rangeWords(start: DatePoint, end: DatePoint): string {
  const [from, to] = [pointWords(start), pointWords(end)];
  if (from === to) return from;
  const month = ({ edtf }: DatePoint) => edtf.slice(0, -2);
  if (isDay(start) && isDay(end) && month(start) === month(end)) return `${start.first.day} to ${to}`;
  return / to /.test(from + to) ? `from ${from} until ${to}` : `${from} to ${to}`;
}

/** Whether a date is a day of which nothing is in doubt. */
function isDay({ precision, uncertain, approximate, unspecified }: DatePoint): boolean {
  return precision === 'DAY' && !uncertain && !approximate && !unspecified;
}

function listWords(members: readonly DateMember[], joint: 'or' | 'and'): string {
  const words = members.map((member) => memberWords(member, joint));
  const last = words.pop() ?? '';
  return words.length > 0 ? `${words.join(', ')} ${joint} ${last}` : last;
}

function memberWords({ from, to }: DateMember, joint: 'or' | 'and'): string {
  if (from && to) return rangeWords(from, to);
  if (from) return `${pointWords(from)} ${joint} later`;
  return to ? `${pointWords(to)} ${joint} earlier` : '';
}

function pointWords(point: DatePoint): string {
  const doubt = `${point.uncertain ? 'perhaps ' : ''}${point.approximate ? 'about ' : ''}`;
  return doubt + partWords(point);
}

function partWords(point: DatePoint): string {
  const { parts, first, last } = point;
  if (parts.significant !== undefined) return estimateWords(parts, first.year, last.year);
  const year = { known: !parts.year.includes('X'), words: yearsWords(parts.year, first.year, last.year) };
  if (parts.subYear) return subYearWords(parts, year);
  if (parts.month === undefined) return year.words;
  const months = monthWords(parts.month, point);
  const inYear = year.known && parts.month !== 'XX' ? year.words : `of ${ofYears(year.words)}`;
  if (parts.day === undefined) return `${months} ${inYear}`;
  if (isKnown(parts.day) && isKnown(parts.month)) return `${Number(parts.day)} ${months} ${inYear}`;
  if (parts.day === 'XX' && parts.month === 'XX') return `some day of ${ofYears(year.words)}`;
  return `${dayWords(parts.day)} of ${months} ${inYear}`;
}

function isKnown(part: string): boolean {
  return !part.includes('X');
}

/** A period of years after `of`: of the 1560s, but of some year from 1500 to 1599. */
function ofYears(words: string): string {
  return words.endsWith('s') ? `the ${words}` : words;
}

function subYearWords(
  { subYear }: DateParts,
  year: { readonly known: boolean; readonly words: string },
): string {
  const of = year.known || subYear?.name.endsWith(' of') ? '' : 'of ';
  const where = subYear?.hemisphere ? ` (${subYear.hemisphere} hemisphere)` : '';
  return `${subYear?.name} ${of}${year.known ? year.words : ofYears(year.words)}${where}`;
}

/** The years of a pattern: `2020s` where they are a decade that is no century's first, which `2000s` could mean too. */
function yearsWords(pattern: string, first: number, last: number): string {
  if (!pattern.includes('X')) return yearWords(first);
  if (pattern === 'XXXX') return 'some year before 10000';
  if (/^\d\d[1-9]X$/.test(pattern)) return `${Number(pattern.replace('X', '0'))}s`;
  return `some year from ${yearWords(first)} to ${yearWords(last)}`;
}

/** A year as people count it: there is no year 0, and years of few digits say their era. */
function yearWords(year: number): string {
  if (year <= 0) return `${1 - year} BCE`;
  return year < 100 ? `${year} CE` : String(year);
}

function estimateWords({ year, significant }: DateParts, first: number, last: number): string {
  const estimate = yearWords(Number(year));
  if (first === last) return `${estimate}, to ${significant} significant digits`;
  return `some year from ${yearWords(first)} to ${yearWords(last)}, estimated ${estimate}`;
}

function monthWords(month: string, { first, last }: DatePoint): string {
  if (isKnown(month)) return MONTHS[Number(month) - 1] ?? '';
  return month === 'XX'
    ? 'some month'
    : `some month from ${MONTHS[first.month - 1]} to ${MONTHS[last.month - 1]}`;
}

function dayWords(day: string): string {
  if (day === 'XX') return 'some day';
  if (isKnown(day)) return `day ${Number(day)}`;
  const [least, most] = [Number(day.replaceAll('X', '0')), Number(day.replaceAll('X', '9'))];
  return `some day from ${Math.max(1, least)} to ${Math.min(31, most)}`;
}
