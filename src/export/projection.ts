import { invariant } from '../errors.ts';
import { dayNumber, readDay } from '../model/date/calendar.ts';
import type { Projection } from '../model/terms.ts';
import type { Told } from '../model/told.ts';
import { type Dated, type DateSpan, readDates } from './dates.ts';
import { CLAIMS_MAX, factDocuments } from './documents.ts';
import { readClaims } from './evidence.ts';
import { projectionOf } from './graph.ts';
import {
  claimsOf,
  countEdges,
  countNodes,
  type EdgeEnd,
  endOf,
  type GraphEdge,
  type GraphNode,
  readFacts,
  type Walk,
  walkEdges,
  walkFacts,
  walkNodes,
} from './walk.ts';

/**
 * The graph as files of nodes and edges take it: as it is, or folded to nodes of one type, such as people, each two of
 * them joined by one edge that weighs as many gifts as the one gave the other.
 */

/** The nodes, ordered by id. */
export function graphNodes(walk: Walk): AsyncGenerator<GraphNode> {
  return walkNodes(walk.filter.projections ? ofOneType(walk) : walk);
}

/** The edges, ordered by start, type and end. */
export function graphEdges(walk: Walk): AsyncGenerator<GraphEdge> {
  return walk.filter.projections ? walkPairs(walk) : walkEdges(walk);
}

/** How many nodes and edges these are. */
export async function countGraph(walk: Walk): Promise<{ readonly nodes: number; readonly edges: number }> {
  if (!walk.filter.projections) return { nodes: await countNodes(walk), edges: await countEdges(walk) };
  let edges = 0;
  for await (const pairs of walkGivers(walk, 'ends')) edges += pairs.length;
  return { nodes: await countNodes(ofOneType(walk)), edges };
}

function projectionIn({ graph }: Walk): Projection {
  const projection = projectionOf(graph);
  invariant(projection, 'a projection that the domain does not have');
  return projection;
}

function ofOneType(walk: Walk): Walk {
  return { ...walk, filter: { types: [projectionIn(walk).type] } };
}

/** All that leads from one node to another, as far as it is read. */
type Pair = {
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
  readonly count: number;
  readonly claims: readonly string[];
  readonly date: DateSpan | null;
};

async function* walkPairs(walk: Walk): AsyncGenerator<GraphEdge> {
  for await (const pairs of walkGivers(walk, 'whole')) {
    const claims = await readClaims(
      walk.graph,
      pairs.flatMap((pair) => pair.claims),
      walk.signal,
    );
    for (const pair of pairs) yield edgeOf(pair, projectionIn(walk), claims.of(pair.claims));
  }
}

/** Giver by giver the pairs that it is the first of, ordered by the second: what one gave is held at once. */
async function* walkGivers(walk: Walk, told: 'whole' | 'ends'): AsyncGenerator<Pair[]> {
  let giver = '';
  let held = new Map<string, Pair>();
  for await (const pair of walkSteps(walk, told)) {
    if (pair.source.id !== giver && held.size > 0) {
      yield ordered(held);
      held = new Map();
    }
    giver = pair.source.id;
    const known = held.get(pair.target.id);
    held.set(pair.target.id, known ? joined(known, pair) : pair);
  }
  if (held.size > 0) yield ordered(held);
}

function ordered(held: ReadonlyMap<string, Pair>): Pair[] {
  return [...held.values()].sort((a, b) => (a.target.id < b.target.id ? -1 : 1));
}

/** Every way of two facts from a node of the type to another, ordered by the first and by what is between. */
async function* walkSteps(walk: Walk, told: 'whole' | 'ends'): AsyncGenerator<Pair> {
  const { over, type } = projectionIn(walk);
  const document = factDocuments(walk.graph)[told];
  const object = { type: { in: [type] } };
  for await (const givings of walkFacts(ofOneType(walk), document, { predicate: { in: [over[0]] } })) {
    const starts = [...new Set(givings.map((giving) => endOf(giving.object).id))];
    const where = { predicate: { in: [over[1]] }, object };
    const receipts = new Map<string, Told[]>();
    for (const receipt of await readFacts(walk, document, { starts, where })) {
      const { id } = endOf(receipt.subject);
      receipts.set(id, [...(receipts.get(id) ?? []), receipt]);
    }
    const dated = told === 'whole' ? givings.map((giving) => endOf(giving.object)) : [];
    const dates = await readDates(walk.graph, dated, walk.signal);
    for (const giving of givings) yield* pairsOf(giving, receipts, dates);
  }
}

function* pairsOf(
  giving: Told,
  receipts: ReadonlyMap<string, readonly Told[]>,
  dates: ReadonlyMap<string, Dated>,
): Generator<Pair> {
  const { id } = endOf(giving.object);
  for (const receipt of receipts.get(id) ?? []) {
    const claims = [...claimsOf(giving), ...claimsOf(receipt)];
    const ends = { source: endOf(giving.subject), target: endOf(receipt.object) };
    yield { ...ends, count: 1, claims, date: dates.get(id)?.date ?? null };
  }
}

function joined(one: Pair, other: Pair): Pair {
  const claims = [...new Set([...one.claims, ...other.claims])].slice(0, CLAIMS_MAX);
  return { ...one, count: one.count + other.count, claims, date: spanOfBoth(one.date, other.date) };
}

/** From the first day of the one to the last of the other. */
function spanOfBoth(one: DateSpan | null, other: DateSpan | null): DateSpan | null {
  if (!one || !other) return one ?? other;
  if (one.edtf !== null && one.edtf === other.edtf) return { ...one, text: null, inherited: true };
  return {
    earliest: outermost([one.earliest, other.earliest], -1),
    latest: outermost([one.latest, other.latest], 1),
    ...{ start: null, end: null, precision: 'INTERVAL', words: null, text: null, edtf: null },
    basis: one.basis === other.basis ? one.basis : null,
    inherited: true,
  };
}

/** The first (-1) or last (1) of two days; null where one of them is open. */
function outermost([one, other]: readonly [string | null, string | null], side: -1 | 1): string | null {
  const [a, b] = [one, other].map((day) => (day === null ? undefined : readDay(day)));
  if (!a || !b) return null;
  return (dayNumber(a) - dayNumber(b)) * side > 0 ? one : other;
}

function edgeOf(pair: Pair, { relation, label }: Projection, evidence: GraphEdge['evidence']): GraphEdge {
  const { source, target, count, date } = pair;
  return {
    id: `${source.id}|${relation}|${target.id}`,
    source,
    target,
    relation,
    qualifier: null,
    kind: relation,
    label: label(count),
    weight: count,
    basis: null,
    status: null,
    date,
    evidence,
  };
}
