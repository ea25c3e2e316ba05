import type { DateSpan } from './dates.ts';
import type { Claim } from './evidence.ts';
import { type Fact, type Relation, surenessOf, type Thing } from './fact.ts';

/** A relation as files of nodes and edges take it; in a projection one edge stands for several. */
export type GraphEdge = {
  readonly id: string;
  readonly source: Thing;
  readonly target: Thing;
  /** The predicate: GAVE, INVOLVED_IN, … */
  readonly relation: string;
  readonly qualifier: string | null;
  /** Predicate and qualifier in one: `INVOLVED_IN:AGENT`. */
  readonly kind: string;
  /** The same to read: `involved in (agent)`. */
  readonly label: string;
  /** 1; in a projection, how many relations it stands for. */
  readonly weight: number;
  readonly basis: string | null;
  readonly status: string | null;
  /** How sure the texts are of it and of what it is about. */
  readonly sureness: string | null;
  readonly verdict: string | null;
  readonly date: DateSpan | null;
  readonly claims: readonly Claim[];
};

/** A fact that joins two things, as an edge. */
export function edgeOf(fact: Relation): GraphEdge {
  const {
    id,
    subject: source,
    object: target,
    predicate: relation,
    basis,
    status,
    verdict,
    date,
    claims,
  } = fact;
  const qualifier = fact.qualifiers[0] ?? null;
  const kind = qualifier === null ? relation : `${relation}:${qualifier}`;
  const told = { basis, status, sureness: surenessOf(fact), verdict, date, claims };
  return { id, source, target, relation, qualifier, kind, label: phraseOf(fact), weight: 1, ...told };
}

/** What a fact tells, in words: `involved in (agent)`, `end date`. */
export function phraseOf({
  predicate,
  qualifiers: [qualifier],
}: Pick<Fact, 'predicate' | 'qualifiers'>): string {
  const words = predicate
    .replace(/(?<=[a-z])[A-Z]/g, ' $&')
    .replaceAll('_', ' ')
    .toLowerCase();
  return qualifier === undefined ? words : `${words} (${qualifier.toLowerCase()})`;
}
