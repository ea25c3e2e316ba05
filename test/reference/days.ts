/** The days that a date in EDTF can mean: a day, a month, a year, or an interval of these. */

/** The first day of a date. */
export function firstDay(edtf: string): string {
  const [from = ''] = edtf.split('/');
  return from + '-01-01'.slice(from.length === 4 ? 0 : from.length === 7 ? 3 : 6);
}

/** The last day of a date. */
export function lastDay(edtf: string): string {
  const to = edtf.split('/').at(-1) ?? '';
  if (to.length === 10) return to;
  const [year = 0, month = 12] = to.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether every day of one date is a day of the other. */
export const liesIn = (inner: string, outer: string): boolean =>
  firstDay(inner) >= firstDay(outer) && lastDay(inner) <= lastDay(outer);

/** Whether two dates have a day in common. */
export const overlaps = (one: string, other: string): boolean =>
  firstDay(one) <= lastDay(other) && lastDay(one) >= firstDay(other);
