import { readDate } from './date/read.ts';

/** The first or last day that an EDTF value can mean, `YYYY-MM-DD`; null for an open or unknown end, and for no date. */
export function edtfBound(edtf: string, bound: 'EARLIEST' | 'LATEST'): string | null {
  const date = readDate(edtf);
  if (date.kind === 'REFUSED') return null;
  return bound === 'EARLIEST' ? date.earliest : date.latest;
}
