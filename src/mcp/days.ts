import { dayNumber, readDay } from '../model/date/calendar.ts';
import type { Input } from './list-tool.ts';

/** A row with a date, as the tools tell it. */
type Dated = { readonly date?: { readonly earliest: string | null; readonly latest: string | null } | null };

const numberOf = (text: unknown): number | undefined => {
  const day = typeof text === 'string' ? readDay(text) : undefined;
  return day && dayNumber(day);
};

/** A note where days were asked for and some rows only may lie in them, so that none of these is told as of those days. */
export function notesOnDays(rows: readonly Dated[], { from, to }: Input): string[] {
  const [first, last] = [numberOf(from), numberOf(to)];
  const may = rows.filter(({ date }) => {
    const [earliest, latest] = [numberOf(date?.earliest), numberOf(date?.latest)];
    const begins = first === undefined || (earliest !== undefined && earliest >= first);
    return !begins || !(last === undefined || (latest !== undefined && latest <= last));
  });
  if (may.length === 0) return [];
  const which =
    may.length === rows.length ? 'All of these rows' : `${may.length} of these ${rows.length} rows`;
  return [`${which} only may lie in the days asked for: tell the date of each in its own words.`];
}
