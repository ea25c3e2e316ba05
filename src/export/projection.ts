import { invariant } from '../errors.ts';
import { dayNumber, readDay } from '../model/date/calendar.ts';
import type { Projection } from '../model/terms.ts';
import type { DateSpan } from './dates.ts';
import { CLAIMS_MAX } from './documents.ts';
import { edgeOf, type GraphEdge } from './edge.ts';
import { type Claim, eachOnce } from './evidence.ts';
import { isRelation, type Relation, type Thing } from './fact.ts';
import { projectionOf } from './graph.ts';
import { countNodes, type GraphNode, type Walk, walkNodes } from './walk.ts';
import { countRelations, pagesOfFacts, walkRelations } from './walk-facts.ts';

/**
 * The graph as files of nodes and edges take it: as it is, or folded to nodes of one type, such as people, each two of
 * them joined by one edge that weighs as many gifts as the one gave the other.
 */

/** The nodes, ordered by id. */
export function graphNodes(walk: Walk): AsyncGenerator<GraphNode> {
  return walkNodes(walk.filter.projections ? ofOneType(walk) : walk);
}

/** The edges, ordered by start, type and end. */
export async function* graphEdges(walk: Walk): AsyncGenerator<GraphEdge> {
  if (walk.filter.projections) {
    for await (const pairs of walkGivers(walk))
      yield* pairs.map((pair) => foldedEdge(pair, projectionIn(walk)));
    return;
  }
  for await (const relation of walkRelations(walk)) yield edgeOf(relation);
}

/** How many nodes and edges these are. */
export async function countGraph(walk: Walk): Promise<{ readonly nodes: number; readonly edges: number }> {
  if (!walk.filter.projections) return { nodes: await countNodes(walk), edges: await countRelations(walk) };
  let edges = 0;
  for await (const pairs of walkGivers(walk)) edges += pairs.length;
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
  readonly source: Thing;
  readonly target: Thing;
  readonly count: number;
  readonly claims: readonly Claim[];
  readonly date: DateSpan | null;
};

/** Giver by giver the pairs that it is the first of, ordered by the second: what one gave is held at once. */
async function* walkGivers(walk: Walk): AsyncGenerator<Pair[]> {
  let giver = '';
  let held = new Map<string, Pair>();
  for await (const pair of walkSteps(walk)) {
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
async function* walkSteps(walk: Walk): AsyncGenerator<Pair> {
  const { over, type } = projectionIn(walk);
  const { reader } = walk;
  const given = { where: { predicate: { in: [over[0]] } } };
  const received = { where: { predicate: { in: [over[1]] }, object: { type: { in: [type] } } } };
  for await (const told of pagesOfFacts(ofOneType(walk), given)) {
    const givings = (await reader.join(told)).filter(isRelation);
    const receipts = new Map<string, Relation[]>();
    for await (const page of reader.pages([...new Set(givings.map(({ object }) => object.id))], received)) {
      for (const receipt of (await reader.join(page)).filter(isRelation)) {
        receipts.set(receipt.subject.id, [...(receipts.get(receipt.subject.id) ?? []), receipt]);
      }
    }
    for (const giving of givings) yield* pairsOf(giving, receipts.get(giving.object.id) ?? []);
  }
}

function pairsOf(giving: Relation, receipts: readonly Relation[]): Pair[] {
  return receipts.map((receipt) => ({
    source: giving.subject,
    target: receipt.object,
    count: 1,
    claims: eachOnce([...giving.claims, ...receipt.claims]),
    date: giving.object.date,
  }));
}

function joined(one: Pair, other: Pair): Pair {
  const claims = eachOnce([...one.claims, ...other.claims]).slice(0, CLAIMS_MAX);
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

function foldedEdge(pair: Pair, { relation, label }: Projection): GraphEdge {
  const { source, target, count, date, claims } = pair;
  const id = `${source.id}|${relation}|${target.id}`;
  const told = { basis: null, status: null, sureness: null, verdict: null, date, claims };
  return {
    id,
    source,
    target,
    relation,
    qualifier: null,
    kind: relation,
    label: label(count),
    weight: count,
    ...told,
  };
}
