import type { DateEnd } from '../model/date/read.ts';
import { type Told, textOf } from '../model/told.ts';

/** A date as the graph has it, for files: bounds, ends and words are stored, and nothing of it is read from its EDTF. */
export type DateSpan = {
  /** First day it can mean; null where its start is open or unknown. */
  readonly earliest: string | null;
  /** Last day it can mean; null where its end is open or unknown. */
  readonly latest: string | null;
  /** The day, month or year with which it starts; null where there is none such. */
  readonly start: DateEnd | null;
  /** The same of its end: of a date that is no interval, that of its start. */
  readonly end: DateEnd | null;
  /** The name of its precision in the schema. */
  readonly precision: string;
  /** In English; null where several dates are told as one. */
  readonly words: string | null;
  /** As the source says it of this thing itself. */
  readonly text: string | null;
  /** The date as EDTF; null where several dates are told as one. */
  readonly edtf: string | null;
  /** Stated by the text, or implied by it. */
  readonly basis: string | null;
  /** Whether it is the date of what this is part of. */
  readonly inherited: boolean;
};

/** The span of a date as the graph tells it, a period or a day; null where there is none. */
export function spanOf(value: unknown): DateSpan | null {
  const told = (value ?? {}) as Told;
  if (typeof value === 'string') return spanOfDay(value);
  if (textOf(told.edtf) === null) return null;
  return {
    earliest: textOf(told.earliest),
    latest: textOf(told.latest),
    start: endOf(told.start, told.startInexact),
    end: endOf(told.end, told.endInexact),
    precision: String(told.precision),
    words: textOf(told.words),
    // Those of an inherited date speak of something else: an arrival did not "end over the weekend".
    text: told.inherited === true ? null : textOf(told.text),
    edtf: textOf(told.edtf),
    basis: textOf(told.basis),
    inherited: told.inherited === true,
  };
}

function endOf(period: unknown, inexact: unknown): DateEnd | null {
  const text = textOf(period);
  return text === null ? null : { period: text, exact: inexact !== true };
}

function spanOfDay(day: string): DateSpan {
  const end = { period: day, exact: true };
  return {
    ...{ earliest: day, latest: day, start: end, end, precision: 'DAY' },
    ...{ words: day, text: null, edtf: day, basis: null, inherited: false },
  };
}

/** Whether its start and, of an interval, its end are all that it says: no doubt, no digit that is not told, no open end. */
export function isExact({ start, end }: DateSpan): boolean {
  return start?.exact === true && end?.exact === true;
}
