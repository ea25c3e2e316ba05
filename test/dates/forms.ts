import { readFileSync } from 'node:fs';

/** A value and its type, as RDF has it. */
export type Typed = { readonly type: string; readonly value: string };

type Choice<T> = readonly T[];
type Ends<T> = { readonly startDate: Choice<T | null>; readonly endDate?: Choice<T | null> };
type Numbers = { readonly year: number; readonly month?: number; readonly day?: number };

/** A form of EDTF and what each surface makes of it: of a list any item is right. */
export type ValidForm = {
  readonly edtf: string;
  readonly earliest: Choice<string | null>;
  readonly latest: Choice<string | null>;
  readonly sort: number;
  readonly precision: Choice<string>;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** What its words must have, and must not have, as regular expressions without regard to case. */
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  /** A refusal is right too. */
  readonly refusal?: true;
  readonly rdf: Ends<Typed>;
  readonly ftm: Ends<string>;
  readonly gexf: { readonly start: Choice<string | null>; readonly end: Choice<string | null> };
  readonly timeline: { readonly start: Numbers | null; readonly end: Numbers | null };
};

/** A form of EDTF, or why a text is none. */
export type Form = ValidForm | { readonly edtf: string; readonly refused: string };

/** 113 forms: EDTF levels 0 to 2 of ISO 8601-2, and what is none. */
export const forms: readonly Form[] = JSON.parse(readFileSync('test/dates/forms.json', 'utf8'));
