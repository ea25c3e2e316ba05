import { readDate } from '../model/date/read.ts';

/**
 * What a script carries of a date beside its text: the first and last day that it can mean, as people read them and as
 * numbers, which compare; none at an end that is open or unknown.
 */
export type DateCells = {
  readonly value: string;
  readonly precision: string;
  readonly sortKey: number;
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
    ...(uncertain && { uncertain }),
    ...(approximate && { approximate }),
    ...(earliest !== null && earliestDay !== null && { earliest, earliestDay }),
    ...(latest !== null && latestDay !== null && { latest, latestDay }),
  };
}
