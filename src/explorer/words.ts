/** The plain words for the terms of the schema. */

/** How sure something is, as the schema says it. */
export type Status =
  | 'OCCURRED'
  | 'ONGOING'
  | 'HABITUAL'
  | 'PLANNED'
  | 'EXPECTED'
  | 'REQUESTED'
  | 'SPECULATED'
  | 'DOUBTED'
  | 'DENIED'
  | 'WITHDRAWN';

/** How far something can be relied on: it is so, someone means it to be, someone merely thinks it may be. */
export type Certainty = 'fact' | 'plan' | 'maybe' | 'denied';

type StatusWords = { readonly word: string; readonly about: string; readonly certainty: Certainty };

/** The statuses, the surest first. */
export const statuses: Readonly<Record<Status, StatusWords>> = {
  OCCURRED: { word: 'occurred', about: 'it happened', certainty: 'fact' },
  ONGOING: { word: 'ongoing', about: 'it is so at the time of publication', certainty: 'fact' },
  HABITUAL: { word: 'habitual', about: 'it recurs', certainty: 'fact' },
  PLANNED: { word: 'planned', about: 'announced or intended', certainty: 'plan' },
  EXPECTED: { word: 'expected', about: 'foreseen, not arranged', certainty: 'plan' },
  REQUESTED: { word: 'requested', about: 'sought by a party', certainty: 'plan' },
  SPECULATED: { word: 'speculated', about: 'possible, feared or warned of', certainty: 'maybe' },
  DOUBTED: { word: 'doubted', about: 'it is doubted', certainty: 'maybe' },
  DENIED: { word: 'denied', about: 'it is denied', certainty: 'denied' },
  WITHDRAWN: { word: 'withdrawn', about: 'it was said, and taken back', certainty: 'denied' },
};

/** The relationships, as verbs between a subject and an object. */
export const predicates: Readonly<Record<string, string>> = {
  GAVE: 'gave',
  GIVEN_TO: 'given to',
  GIVEN_DURING: 'given during',
  IN_RETURN_FOR: 'in return for',
  MADE_IN: 'made in',
  HAS_PLACE: 'takes place in',
  PART_OF: 'part of',
  BEFORE: 'before',
  CONCERNS: 'concerns',
  POSSIBLY_SAME_AS: 'possibly the same as',
  PARENT_OF: 'parent of',
  REPRESENTS: 'represents',
  LOCATED_IN: 'lies in',
};

/** The parts that someone can have in an event. No word says that the event took place: that is for its status. */
export const roles: Readonly<Record<string, string>> = {
  PARTICIPANT: 'participant in',
  VISITOR: 'visitor in',
  AGENT: 'acting in',
  RECIPIENT: 'recipient in',
  SPEAKER: 'speaker in',
  ADDRESSEE: 'addressed in',
  OBSERVER: 'observer of',
  REQUESTER: 'asks for',
  CITED: 'cited in',
};

/** What a fact rests on. */
export const bases: Readonly<Record<string, string>> = {
  STATED: 'stated in the text',
  IMPLIED: 'implied by the sentences together',
  BACKGROUND: 'background knowledge, not from a text',
};

/** How far independent sources agree. */
export const verdicts: Readonly<Record<string, string>> = {
  AGREED: 'sources agree',
  DISPUTED: 'disputed',
  SINGLE_SOURCE: 'one source',
  WITHDRAWN: 'taken back',
};

/** A term of the schema in plain words: `GIFT_EXCHANGE` as gift exchange, `madeIn` as made in. */
export function plain(term: string): string {
  const words = /^[A-Z_]+$/.test(term) ? term : term.replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.replaceAll('_', ' ').toLowerCase();
}

/** A relationship as a verb: what it is, and for an involvement or an office which. */
export function verb(fact: {
  readonly predicate: string;
  readonly role?: string | null;
  readonly title?: string | null;
}): string {
  if (fact.role) return roles[fact.role] ?? plain(fact.role);
  if (fact.title) return `${fact.title} of`;
  return predicates[fact.predicate] ?? plain(fact.predicate);
}
