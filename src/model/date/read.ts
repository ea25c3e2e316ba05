/**
 * The one reader of dates: EDTF (ISO 8601-2), levels 0 to 2, into what the graph stores of them. The load refuses what
 * this refuses; all else is written from what it stores.
 *
 *     2023-09-16/2023-09-17    both days and what lies between
 *     2023-09/..   2023-09/    from September 2023 on: open · its end unknown
 *     [2023,2025]              one of these years
 *     {2023-09,2023-11..}      all of these months
 *
 * The bounds are days of ISO 8601, which people read, and the same as numbers of days, which sort: as text
 * `-0043-03-15` (44 BCE) comes before `-0499-01-01` (500 BCE), and `+17000-01-01` before both. An end that is open or
 * unknown has no bound, never a far year.
 *
 * Why not `edtf` 4.11.1, the library that is kept: of 74 valid forms that were examined it refuses 13 or has their bounds
 * wrong, and of 39 that are no dates it takes 6, 29 February of any year among them. What would mend it is no smaller
 * than the grammar.
 */
import { type Day, dayNumber, dayText } from './calendar.ts';
import { type DatePoint, type DatePrecision, readPoint } from './point.ts';
import { type Refusal, refuse, refuseWhole } from './refusal.ts';

/** An end of an interval at which no date stands: it is open, or not known. */
export type NoEnd = { readonly kind: 'OPEN' | 'UNKNOWN' };

/** What a set has: one date, or all from one to another; no end before the first, or after the last, is null. */
export type DateMember = { readonly from: DatePoint | null; readonly to: DatePoint | null };

/** What is stored of every date. */
export type DateBounds = {
  /** The canonical text: of two texts that say the same, the same. */
  readonly edtf: string;
  /** First day that it can mean, as ISO 8601 has it: `2023-09-16`, `-0043-03-15`, `+17000-01-01`; null where open or unknown. */
  readonly earliest: string | null;
  /** Last day that it can mean; null where open or unknown. */
  readonly latest: string | null;
  /** `earliest` as a number of days from 1970-01-01, which is 0. */
  readonly earliestDay: number | null;
  /** `latest` as a number of days from 1970-01-01. */
  readonly latestDay: number | null;
  /** What dates are sorted by, a number of days: the first, else the last; of a set open at both ends the first it names. */
  readonly sortKey: number;
  readonly precision: DatePrecision;
  /** Whether a part of it is uncertain (`?`). */
  readonly uncertain: boolean;
  /** Whether a part of it is approximate (`~`). */
  readonly approximate: boolean;
  /** What it starts with; null where that is open, unknown or no day, month or year of the calendar, and of a set. */
  readonly start: DateEnd | null;
  /** What it ends with: of a date that is no interval, what it starts with. */
  readonly end: DateEnd | null;
};

/** The day, month or year with which a date starts or ends, as ISO 8601 has it, and whether nothing of that is in doubt or untold. */
export type DateEnd = { readonly period: string; readonly exact: boolean };

/** A date as it was read: one, an interval, or a set of which one or all are meant. */
export type FuzzyDate = DateBounds &
  (
    | { readonly kind: 'DATE'; readonly point: DatePoint }
    | { readonly kind: 'INTERVAL'; readonly ends: readonly [DatePoint | NoEnd, DatePoint | NoEnd] }
    | { readonly kind: 'ONE_OF' | 'ALL_OF'; readonly members: readonly DateMember[] }
  );

/** The longest text that is read: a set of forty days. */
const LENGTH_MAX = 500;

/** Reads a date, or says why it is none. */
export function readDate(text: string): FuzzyDate | Refusal {
  if (text.length > LENGTH_MAX)
    return refuse(`${text.slice(0, 20)}…`, `it has more than ${LENGTH_MAX} characters`);
  const set = /^(?:\[(.*)\]|\{(.*)\})$/.exec(text);
  if (set)
    return set[1] === undefined ? readSet(text, 'ALL_OF', set[2] ?? '') : readSet(text, 'ONE_OF', set[1]);
  if (text.includes('/')) return readInterval(text);
  const point = readPoint(text);
  if (point.kind === 'REFUSED') return point;
  const { edtf, precision } = point;
  const named = endOf(point);
  return {
    ...{ kind: 'DATE', point, ...bounds([{ from: point, to: point }]) },
    ...{ edtf, precision, start: named, end: named },
  };
}

function endOf(point: DatePoint | NoEnd): DateEnd | null {
  if (point.kind !== 'POINT' || point.period === null) return null;
  const { period, uncertain, approximate, unspecified, parts } = point;
  return { period, exact: !uncertain && !approximate && !unspecified && parts.significant === undefined };
}

function readInterval(text: string): FuzzyDate | Refusal {
  const [from = '', to = '', ...more] = text.split('/');
  if (more.length > 0) return refuse(text, 'an interval has two ends');
  const [start, end] = [readEnd(from), readEnd(to)];
  if (start.kind === 'REFUSED') return refuseWhole(text, start);
  if (end.kind === 'REFUSED') return refuseWhole(text, end);
  const member = { from: start.kind === 'POINT' ? start : null, to: end.kind === 'POINT' ? end : null };
  if (!member.from && !member.to) return refuse(text, 'it tells no day at all');
  if (isTurned(member)) return refuse(text, 'it ends before it starts');
  const edtf = [start, end].map((side) =>
    side.kind === 'POINT' ? side.edtf : side.kind === 'OPEN' ? '..' : '',
  );
  return {
    ...{ kind: 'INTERVAL', ends: [start, end], ...bounds([member]) },
    ...{ edtf: edtf.join('/'), precision: 'INTERVAL', start: endOf(start), end: endOf(end) },
  };
}

function readEnd(text: string): DatePoint | NoEnd | Refusal {
  if (text === '') return { kind: 'UNKNOWN' };
  if (text === '..') return { kind: 'OPEN' };
  return readPoint(text);
}

function readSet(text: string, kind: 'ONE_OF' | 'ALL_OF', list: string): FuzzyDate | Refusal {
  const members: DateMember[] = [];
  for (const item of list.split(',')) {
    const member = readMember(text, item);
    if ('kind' in member) return member;
    members.push(member);
  }
  const sorted = new Map(members.sort(compareMembers).map((member) => [memberText(member), member]));
  const edtf = [...sorted.keys()].join(',');
  return {
    kind,
    members: [...sorted.values()],
    ...bounds([...sorted.values()]),
    edtf: kind === 'ONE_OF' ? `[${edtf}]` : `{${edtf}}`,
    precision: 'SET',
    start: null,
    end: null,
  };
}

function readMember(text: string, item: string): DateMember | Refusal {
  const [from = '', to, ...more] = item.split('..');
  if (more.length > 0 || from + (to ?? '') === '') {
    return refuse(text, 'each of a set is a date, or a range with a date at one end or both');
  }
  const start = from === '' ? null : readPoint(from);
  if (start?.kind === 'REFUSED') return refuseWhole(text, start);
  if (to === undefined) return { from: start, to: start };
  const end = to === '' ? null : readPoint(to);
  if (end?.kind === 'REFUSED') return refuseWhole(text, end);
  const member = { from: start, to: end };
  return isTurned(member) ? refuse(text, 'a range in it ends before it starts') : member;
}

/** Whether the end lies before the start, whatever days of theirs are meant. */
function isTurned({ from, to }: DateMember): boolean {
  return from !== null && to !== null && dayNumber(from.first) > dayNumber(to.last);
}

function memberText({ from, to }: DateMember): string {
  return from === to ? (from?.edtf ?? '') : `${from?.edtf ?? ''}..${to?.edtf ?? ''}`;
}

function compareMembers(a: DateMember, b: DateMember): number {
  const [start, other] = [a, b].map(({ from }) => (from ? dayNumber(from.first) : Number.NEGATIVE_INFINITY));
  if (start !== other) return (start ?? 0) < (other ?? 0) ? -1 : 1;
  return memberText(a) < memberText(b) ? -1 : 1;
}

/** The days that hold all members, and the doubts of any. */
function bounds(members: readonly DateMember[]): Omit<DateBounds, 'edtf' | 'precision' | 'start' | 'end'> {
  const points = members.flatMap(({ from, to }) => [from, to]).filter((point) => point !== null);
  const earliest = outermost(
    members.map(({ from }) => from?.first ?? null),
    -1,
  );
  const latest = outermost(
    members.map(({ to }) => to?.last ?? null),
    1,
  );
  const [earliestDay, latestDay] = [earliest, latest].map((day) => (day ? dayNumber(day) : null));
  const known = points.map(({ first }) => dayNumber(first));
  return {
    earliest: earliest ? dayText(earliest) : null,
    latest: latest ? dayText(latest) : null,
    earliestDay: earliestDay ?? null,
    latestDay: latestDay ?? null,
    sortKey: earliestDay ?? latestDay ?? Math.min(...known),
    uncertain: points.some(({ uncertain }) => uncertain),
    approximate: points.some(({ approximate }) => approximate),
  };
}

/** The first (-1) or last (1) of some days; null where one of them is open. */
function outermost(days: readonly (Day | null)[], side: -1 | 1): Day | null {
  let found: Day | null = days[0] ?? null;
  for (const day of days) {
    if (!day || !found) return null;
    if ((dayNumber(day) - dayNumber(found)) * side > 0) found = day;
  }
  return found;
}
