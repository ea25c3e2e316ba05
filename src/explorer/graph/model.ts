import type { ThingType } from '../looks.ts';
import type { Certainty, Status } from '../words.ts';
import { statuses } from '../words.ts';

/** What is on the page: things, the facts between them, and what of both is shown. */

/** A date as precise as the text, in words and, for files, in EDTF; the day at an end that is open or unknown is null. */
export type ThingDate = {
  readonly words: string;
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly inherited: boolean;
};

/** A person, country, event, gift and so on; `total` counts all its facts, `more` those that are not loaded. */
export type Thing = {
  readonly id: string;
  readonly type: ThingType;
  readonly name: string;
  readonly total: number;
  readonly more: number;
  readonly status?: Status;
  readonly kind?: string;
  readonly date?: ThingDate | null;
};

/** A relationship between two things. */
export type Fact = {
  readonly id: string;
  readonly predicate: string;
  readonly role: string | null;
  readonly title: string | null;
  readonly basis: string;
  readonly subject: string;
  readonly object: string;
};

/** Things and facts by id. */
export type Graph = {
  readonly things: ReadonlyMap<string, Thing>;
  readonly facts: ReadonlyMap<string, Fact>;
};

/** What can be on screen at once. */
export const ELEMENTS_MAX = 500;

/** The parts of a fact's id: `fact:SUBJECT|PREDICATE|OBJECT`, with or without what tells it apart. */
export function partsOf(id: string): readonly string[] {
  return id.replace(/^fact:/, '').split('|');
}

/** Whether an id is that of a fact: its ends and predicate between bars. */
export function isFactId(id: string): boolean {
  return id.includes('|');
}

const ADDRESS = 'fact:';

/** The id of a fact on these pages: `fact:a|GAVE|b` is `a|GAVE|b`. */
export function ownFactId(id: string): string {
  return id.startsWith(ADDRESS) ? id.slice(ADDRESS.length) : id;
}

/** The id of a fact in the graph. */
export function factAddress(id: string): string {
  return ADDRESS + ownFactId(id);
}

/** How far a thing can be relied on; only events can be less than fact. */
export function certaintyOf(thing: Thing | undefined): Certainty {
  return thing?.status ? statuses[thing.status].certainty : 'fact';
}

const weakest: readonly Certainty[] = ['fact', 'plan', 'maybe', 'denied'];

/** A fact is as sure as the less sure of its ends: to have a part in a feared event is feared too. */
export function factCertainty(fact: Fact, graph: Graph): Certainty {
  const ends = [fact.subject, fact.object].map((id) => weakest.indexOf(certaintyOf(graph.things.get(id))));
  return weakest[Math.max(...ends)] ?? 'fact';
}

/** The status of the end that makes a fact less than sure; nothing where it is so. */
export function doubtOf(fact: Fact, graph: Graph): Status | undefined {
  const certainty = factCertainty(fact, graph);
  if (certainty === 'fact') return undefined;
  const ends = [fact.subject, fact.object].map((id) => graph.things.get(id));
  return ends.find((thing) => certaintyOf(thing) === certainty)?.status;
}

/** The facts at a thing. */
export function factsOf(graph: Graph, id: string): readonly Fact[] {
  return [...graph.facts.values()].filter(({ subject, object }) => subject === id || object === id);
}

/** The other end of a fact. */
export function otherEnd(fact: Fact, id: string): string {
  return fact.subject === id ? fact.object : fact.subject;
}
