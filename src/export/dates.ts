import { type Told, textOf } from '../model/told.ts';

/** A date as tables and tools take it: days padded to the period, and what was padded. */
export type DateSpan = {
  /** First day it can mean, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day it can mean, `YYYY-MM-DD`. */
  readonly end: string;
  readonly precision: 'day' | 'month' | 'year';
  /** As the source says it. */
  readonly text: string | null;
  /** The date as EDTF. */
  readonly edtf: string;
  /** Stated by the text, or implied by it. */
  readonly basis: string | null;
  /** Whether it is the date of what this is part of. */
  readonly inherited: boolean;
};

/** The span of a date as the graph tells it, a period or a day; null where there is none or it has no bounds. */
export function spanOf(value: unknown): DateSpan | null {
  const day = typeof value === 'string' ? { edtf: value, earliest: value, latest: value } : null;
  const told: Told = day ?? ((value ?? {}) as Told);
  const [edtf, start, end] = [told.edtf, told.earliest, told.latest].map(textOf);
  if (!edtf || !start || !end || start > end) return null;
  const precision = precisionOf(edtf.split('/')[0] ?? '');
  const inherited = told.inherited === true;
  return { start, end, precision, edtf, text: textOf(told.text), basis: textOf(told.basis), inherited };
}

function precisionOf(day: string): DateSpan['precision'] {
  const parts = day.replace(/[?~%]$/, '').split('-').length;
  return parts === 1 ? 'year' : parts === 2 ? 'month' : 'day';
}
