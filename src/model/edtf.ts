/**
 * Days at the edges of EDTF values (ISO 8601-2, levels 0 and 1 as far as the graph uses them):
 * `2023`, `2023-09`, `2023-09-16`, and intervals of these, `2023-09-16/2023-09-17`.
 */

/** The first or last day that an EDTF value can mean, `YYYY-MM-DD`; null for an open or unknown end. */
export function edtfBound(edtf: string, bound: 'EARLIEST' | 'LATEST'): string | null {
  const [from = '', to = from] = edtf.split('/');
  return dayOf(bound === 'EARLIEST' ? from : to, bound);
}

function dayOf(text: string, bound: 'EARLIEST' | 'LATEST'): string | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?$/.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  if (bound === 'EARLIEST') return `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = month ?? '12';
  return `${year}-${lastMonth}-${day ?? lastDayOf(Number(year), Number(lastMonth))}`;
}

function lastDayOf(year: number, month: number): string {
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0');
}
