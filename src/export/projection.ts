import type { Row } from '../store/store.ts';
import { texts } from './cells.ts';
import { type DateSpan, readDates } from './dates.ts';
import { readClaims } from './evidence.ts';
import { givings } from './statements.ts';
import {
  CLAIMS_MAX,
  type GraphEdge,
  type GraphNode,
  type Walk,
  walkEdges,
  walkIds,
  walkNodes,
} from './walk.ts';

/**
 * The graph as files of nodes and edges take it: as it is, or folded to people, each two of them joined by one edge
 * that weighs as many gifts as the one gave the other.
 */

/** The nodes, ordered by id. */
export function graphNodes(walk: Walk): AsyncGenerator<GraphNode> {
  return walkNodes(walk.filter.projections ? { ...walk, filter: { types: ['Person'] } } : walk);
}

/** The edges, ordered by start, type and end. */
export function graphEdges(walk: Walk): AsyncGenerator<GraphEdge> {
  return walk.filter.projections ? walkPairs(walk) : walkEdges(walk);
}

/** Givers and gifts read at once. */
const GIVERS_AT_ONCE = 100;
const GIFTS_AT_ONCE = 1_000;

/** All gifts from one person to another, as far as they are read. */
type Pair = {
  readonly row: Row;
  readonly gifts: number;
  readonly claims: readonly string[];
  readonly date: DateSpan | null;
};

async function* walkPairs(walk: Walk): AsyncGenerator<GraphEdge> {
  let open: Pair | undefined;
  for await (const pair of walkGifts(walk)) {
    const same = open && open.row.source === pair.row.source && open.row.target === pair.row.target;
    if (open && !same) yield await edgeOf(open, walk);
    open = open && same ? joined(open, pair) : pair;
  }
  if (open) yield await edgeOf(open, walk);
}

/** Every gift from a person to a person, ordered by the two. */
async function* walkGifts(walk: Walk): AsyncGenerator<Pair> {
  const { store, signal } = walk;
  const people = { ...walk, filter: { types: ['Person'] } };
  for await (const ids of walkIds(people, { label: 'Person', key: 'id' }, GIVERS_AT_ONCE)) {
    let after: Row | undefined;
    do {
      signal?.throwIfAborted();
      const rows: Row[] = await store.read(givings({ ids, after, limit: GIFTS_AT_ONCE }));
      const dates = await readDates(store, [...new Set(rows.map((row) => String(row.gift)))]);
      for (const row of rows) {
        const claims = [...texts(row.given), ...texts(row.received)];
        yield { row, gifts: 1, claims, date: dates.get(String(row.gift))?.date ?? null };
      }
      after = rows.length < GIFTS_AT_ONCE ? undefined : rows.at(-1);
    } while (after);
  }
}

function joined(one: Pair, other: Pair): Pair {
  const claims = [...new Set([...one.claims, ...other.claims])].slice(0, CLAIMS_MAX);
  return { row: one.row, gifts: one.gifts + other.gifts, claims, date: spanOf(one.date, other.date) };
}

const precisions = ['year', 'month', 'day'] as const;

/** From the first day of the one to the last of the other, as vague as the vaguer of the two. */
function spanOf(one: DateSpan | null, other: DateSpan | null): DateSpan | null {
  if (!one || !other) return one ?? other;
  const [start = one.start] = [one.start, other.start].sort();
  const [, end = one.end] = [one.end, other.end].sort();
  const precision = precisions.find((name) => name === one.precision || name === other.precision) ?? 'day';
  const text = one.text === other.text ? one.text : null;
  const basis = one.basis === other.basis ? one.basis : null;
  return { start, end, precision, edtf: `${start}/${end}`, text, basis, inherited: true };
}

async function edgeOf({ row, gifts, claims, date }: Pair, { store }: Walk): Promise<GraphEdge> {
  const end = (id: unknown, name: unknown) => {
    return { id: String(id), type: 'Person' as const, label: String(name || id) };
  };
  const [source, target] = [end(row.source, row.sourceName), end(row.target, row.targetName)];
  return {
    id: `${source.id}|GAVE_TO|${target.id}`,
    source,
    target,
    relation: 'GAVE_TO',
    qualifier: null,
    kind: 'GAVE_TO',
    label: gifts === 1 ? 'gave a gift to' : `gave ${gifts} gifts to`,
    weight: gifts,
    basis: null,
    status: null,
    date,
    evidence: (await readClaims(store, claims)).of(claims),
  };
}
