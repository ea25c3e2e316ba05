/**
 * Ids of what owners share and of what they judge, each made by one function here and carried in their scripts. A text
 * that two owners write alike is one node, so an id tells all that a fact says and nothing about who says it:
 *
 *   fact:person:ada-quill|GAVE|gift:2031-bell
 *   fact:person:ada-quill|HOLDS_OFFICE|country:xa|Mayor
 *   fact:event:2031-feast|date|2031-04-30
 *   fact:event:2031-feast|happens
 */

/** The predicate of a fact that says that an event or a gift took place. */
export const HAPPENS = 'happens';

/** What a fact says: of whom, what, and of a relation to whom, of a value which. */
export type Statement = {
  readonly subject: string;
  readonly predicate: string;
  /** The other thing, or the value as text; absent where something just happens. */
  readonly object?: string | undefined;
  /** What tells it from other facts of the same ends, in the order of the vocabulary: a role, a title. */
  readonly qualifiers?: readonly string[];
};

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('|');

/** The id of a fact, which is also its address. */
export function factId({ subject, predicate, object, qualifiers = [] }: Statement): string {
  return `fact:${joined(subject, predicate, object, ...qualifiers)}`;
}

/** What the facts share that answer one question of a thing: all values of its date, or all that it gave. */
export function slotOf({ subject, predicate }: Pick<Statement, 'subject' | 'predicate'>): string {
  return joined(subject, predicate);
}

/** A judgement: its kind, whose word it is, on what, since when; of a predicate, else of all that a claim says. */
export type Judgement = {
  readonly kind: string;
  /** The claim that judges, of an article; else the owner of the ledger. */
  readonly by: string;
  readonly target: string;
  /** The day since when it counts, `YYYY-MM-DD`: what is judged again after it was revoked is another judgement. */
  readonly on: string;
  readonly predicate?: string | undefined;
  /** The other thing, of SAME_AS and NOT_SAME_AS. */
  readonly other?: string | undefined;
};

/** The id of a judgement. */
export function judgementId({ kind, by, target, on, predicate, other }: Judgement): string {
  return `judgement:${joined(kind, by, target, other, predicate, on)}`;
}
