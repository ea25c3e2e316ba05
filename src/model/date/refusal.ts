/** Why a text is no date: one sentence, and one that says what to write instead. */
export type Refusal = { readonly kind: 'REFUSED'; readonly message: string; readonly hint: string };

const FORMS =
  'Write EDTF: 2023, 2023-09, 2023-09-16, 2023-09~ for about, 2023-09-16/2023-09-17; docs/dates.md has all forms.';

/** Says why a text is no date. */
export function refuse(text: string, why: string, hint = FORMS): Refusal {
  return { kind: 'REFUSED', message: `${JSON.stringify(text)} is no date: ${why}.`, hint };
}

/** Says why a text is no date, one of whose parts is none. */
export function refuseWhole(text: string, part: Refusal): Refusal {
  return refuse(text, part.message.replace(/\.$/, ''), part.hint);
}
