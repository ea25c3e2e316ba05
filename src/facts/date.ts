import { type DateEnd, readDate } from '../model/date/read.ts';
import { dateWords } from '../model/date/words.ts';

/**
 * What a script carries of a date beside its text: its words, what it starts and ends with, and the first and last day that
 * it can mean, as people read them and as numbers, which compare; none at an end that is open or unknown.
 */
export type DateCells = {
  readonly value: string;
  readonly precision: string;
  readonly sortKey: number;
  readonly words: string;
  readonly start?: string;
  readonly startInexact?: true;
  readonly end?: string;
  readonly endInexact?: true;
  readonly uncertain?: true;
  readonly approximate?: true;
  readonly earliest?: string;
  readonly earliestDay?: number;
  readonly latest?: string;
  readonly latestDay?: number;
};

/** What of a date is carried; undefined where the text is no date. */
export function dateCells(text: string): DateCells | undefined {
  const read = readDate(text);
  if (read.kind === 'REFUSED') return undefined;
  const { edtf, precision, sortKey, uncertain, approximate, earliest, earliestDay, latest, latestDay } = read;
  return {
    value: edtf,
    precision,
    sortKey,
    words: dateWords(read),
    ...endCells('start', read.start),
    ...endCells('end', read.end),
    ...(uncertain && { uncertain }),
    ...(approximate && { approximate }),
    ...(earliest !== null && earliestDay !== null && { earliest, earliestDay }),
    ...(latest !== null && latestDay !== null && { latest, latestDay }),
  };
}

/** An end as it is carried: `start: '2023-09', startInexact: true`. */
function endCells(name: 'start' | 'end', end: DateEnd | null) {
  return end && { [name]: end.period, ...(!end.exact && { [`${name}Inexact`]: true }) };
}
