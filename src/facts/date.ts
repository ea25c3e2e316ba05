import { edtfBound } from '../model/edtf.ts';

/** What is stored of a date beside its text: its first and last day, as ISO and to compare; none at an open end. */
export type DateParts = {
  readonly precision: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly from?: number;
  readonly to?: number;
};

const DAY_MS = 86_400_000;

/** The number of a day, 0 being 1970-01-01; days before year 0 have a minus before their year. */
export function dayNumber(iso: string): number {
  const [, sign = '', year = '', month = '', day = ''] = /^([+-]?)(\d+)-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const years = Number(`${sign}${year}`);
  // Date knows years up to 275,760; the calendar repeats every 400 years, which have 146,097 days.
  const cycles = Math.floor(years / 400);
  return (
    Date.UTC(2000 + (years - cycles * 400), Number(month) - 1, Number(day)) / DAY_MS + (cycles - 5) * 146_097
  );
}

function precisionOf(edtf: string): string {
  if (edtf.includes('/')) return 'INTERVAL';
  return { 4: 'YEAR', 7: 'MONTH' }[edtf.replace(/[?~%]$/, '').length] ?? 'DAY';
}

/** Reads a date; undefined where it is none. */
export function readDate(edtf: string): DateParts | undefined {
  if (!/^[\d.][\d./?~%-]*$/.test(edtf)) return undefined;
  const earliest = edtfBound(edtf, 'EARLIEST');
  const latest = edtfBound(edtf, 'LATEST');
  if (!edtf.includes('..') && (earliest === null || latest === null)) return undefined;
  return {
    precision: precisionOf(edtf),
    ...(earliest !== null && { earliest, from: dayNumber(earliest) }),
    ...(latest !== null && { latest, to: dayNumber(latest) }),
  };
}
