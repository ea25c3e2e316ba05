import type { Reader, Row } from '../store/store.ts';
import { texts } from './cells.ts';
import { type Dated, type DateSpan, dateOfRow, readDates } from './dates.ts';
import { type ClaimEvidence, readClaims } from './evidence.ts';
import type { Filter } from './filter.ts';
import { type Base, ENTITIES, edgeBatch, edgesInto, idSlab, nodeBatch } from './statements.ts';
import { isNodeType, type NodeType } from './vocabulary.ts';

/**
 * The one walk over the graph that every export is made from: nodes in the order of their ids, then relationships
 * by start, type, end and qualifier. It holds one page at a time, whatever the size of the graph.
 */

/** What a walk goes over. */
export type Walk = {
  readonly store: Reader;
  readonly filter: Filter;
  /** Aborted when the reader has gone. */
  readonly signal?: AbortSignal;
};

/** A node of the world layer: a person, country, place, organization, group, event or gift. */
export type GraphNode = {
  readonly id: string;
  readonly type: NodeType;
  /** Its name, never empty. */
  readonly label: string;
  readonly properties: Row;
  readonly date: DateSpan | null;
  readonly evidence: readonly ClaimEvidence[];
};

/** One end of a relationship. */
export type EdgeEnd = { readonly id: string; readonly type: NodeType; readonly label: string };

/** A relationship between two of these nodes. */
export type GraphEdge = {
  /** What identifies it, the same as `Fact.id` of the schema. */
  readonly id: string;
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
  /** The relationship type: GAVE, INVOLVED_IN, … */
  readonly relation: string;
  /** The role or title that tells apart relationships of one type between the same two nodes, or null. */
  readonly qualifier: string | null;
  /** Type and qualifier in one: `INVOLVED_IN:AGENT`. */
  readonly kind: string;
  /** The same to read: `involved in (agent)`. */
  readonly label: string;
  /** 1; in a projection, how many relationships it stands for. */
  readonly weight: number;
  readonly basis: string | null;
  /** How sure the texts are of the event at its end, where there is just one. */
  readonly status: string | null;
  readonly date: DateSpan | null;
  readonly evidence: readonly ClaimEvidence[];
};

/** Ids fetched at once: each fetch costs a sort of all that is left. */
const SLAB = 20_000;
/** Nodes whose details are read at once, by index. */
const NODES_AT_ONCE = 500;
/** Relationships held at once. */
const EDGES_AT_ONCE = 1_000;
/** Nodes whose relationships are read at once. */
const STARTS_AT_ONCE = 100;

/** The ids of all nodes of a label that pass the filter, in order and in batches. */
export async function* walkIds(walk: Walk, base: Base, atOnce: number): AsyncGenerator<string[]> {
  const { store, filter, signal } = walk;
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const rows = await store.read(idSlab(base, filter, { after, limit: SLAB }));
    const ids = rows.map((row) => String(row.id));
    for (let i = 0; i < ids.length; i += atOnce) yield ids.slice(i, i + atOnce);
    if (ids.length < SLAB) return;
    after = ids.at(-1) ?? '';
  }
}

/** The nodes in batches, for readers that join more to each batch. */
export async function* walkNodeBatches(walk: Walk): AsyncGenerator<GraphNode[]> {
  for await (const ids of walkIds(walk, ENTITIES, NODES_AT_ONCE)) {
    walk.signal?.throwIfAborted();
    yield await readNodes(walk.store, ids);
  }
}

/** All nodes, ordered by id. */
export async function* walkNodes(walk: Walk): AsyncGenerator<GraphNode> {
  for await (const batch of walkNodeBatches(walk)) yield* batch;
}

/** All relationships whose both ends the walk goes over, ordered by start, type, end and qualifier. */
export async function* walkEdges(walk: Walk): AsyncGenerator<GraphEdge> {
  for await (const rows of walkEdgeRows(walk, ENTITIES)) yield* await joinEdges(walk.store, rows);
}

/** The relationships that start at nodes of a label, as rows, in the same order and in batches. */
export async function* walkEdgeRows(walk: Walk, base: Base): AsyncGenerator<Row[]> {
  for await (const starts of walkIds(walk, base, STARTS_AT_ONCE)) {
    let after: Row | undefined;
    do {
      walk.signal?.throwIfAborted();
      const from = String(after?.source ?? '');
      const ids = starts.filter((id) => id >= from);
      const rows: Row[] = await walk.store.read(
        edgeBatch(base, walk.filter, { ids, after, limit: EDGES_AT_ONCE }),
      );
      if (rows.length > 0) yield rows;
      after = rows.length < EDGES_AT_ONCE ? undefined : rows.at(-1);
    } while (after);
  }
}

/** The nodes of these ids, with dates and evidence, ordered by id; unknown ids are left out. */
export async function readNodes(store: Reader, ids: readonly string[]): Promise<GraphNode[]> {
  const rows = await store.read(nodeBatch(ids));
  const dates = await readDates(store, ids);
  const claims = await readClaims(
    store,
    rows.flatMap((row) => texts(row.claims)),
  );
  return rows.map((row) => {
    const id = String(row.id);
    const properties = row.properties as Row;
    return {
      id,
      type: typeOf(row.type),
      label: labelOf(properties.name, id),
      properties,
      date: dates.get(id)?.date ?? null,
      evidence: claims.of(texts(row.claims)),
    };
  });
}

/** The first relationships that start at a node, and the first that end there, with dates and evidence. */
export async function readEdgesOf(store: Reader, id: string): Promise<GraphEdge[]> {
  const page = { ids: [id], after: undefined, limit: EDGES_AT_ONCE };
  const from = await store.read(edgeBatch(ENTITIES, {}, page));
  const to = await store.read(edgesInto(id, EDGES_AT_ONCE));
  return joinEdges(store, [...from, ...to]);
}

async function joinEdges(store: Reader, rows: readonly Row[]): Promise<GraphEdge[]> {
  const dates = await readDates(store, [...new Set(rows.flatMap((row) => datedEnd(row) ?? []))]);
  const claims = await readClaims(
    store,
    rows.flatMap((row) => claimsOf(row)),
  );
  return rows.map((row) => {
    const at = dates.get(datedEnd(row) ?? '');
    return { ...edgeOf(row), ...whenOf(row, at), evidence: claims.of(claimsOf(row)) };
  });
}

function edgeOf(row: Row): Omit<GraphEdge, 'date' | 'status' | 'evidence'> {
  const relation = String(row.relation);
  const qualifier = String(row.qualifier) || null;
  const source = endOf(row.source, row.sourceType, row.sourceName);
  const target = endOf(row.target, row.targetType, row.targetName);
  const words = relation.toLowerCase().replaceAll('_', ' ');
  return {
    id: [source.id, relation, target.id, ...(qualifier === null ? [] : [qualifier])].join('|'),
    source,
    target,
    relation,
    qualifier,
    kind: qualifier === null ? relation : `${relation}:${qualifier}`,
    label: qualifier === null ? words : `${words} (${qualifier.toLowerCase()})`,
    weight: 1,
    basis: row.basis === null || row.basis === undefined ? null : String(row.basis),
  };
}

function endOf(id: unknown, type: unknown, name: unknown): EdgeEnd {
  return { id: String(id), type: typeOf(type), label: labelOf(name, String(id)) };
}

function typeOf(type: unknown): NodeType {
  const name = String(type);
  if (isNodeType(name)) return name;
  throw new Error(`invariant broken: an entity of the unknown type ${name}`);
}

function labelOf(name: unknown, id: string): string {
  return typeof name === 'string' && name.trim() !== '' ? name : id;
}

/** The end whose date a relationship takes: its gift, else its event where just one end is an event. */
function datedEnd(row: Row): string | null {
  const { source, sourceType, target, targetType } = row;
  if (sourceType === 'Gift') return String(source);
  if (targetType === 'Gift') return String(target);
  if ((sourceType === 'Event') === (targetType === 'Event')) return null;
  return String(sourceType === 'Event' ? source : target);
}

function whenOf(row: Row, at: Dated | undefined): Pick<GraphEdge, 'date' | 'status'> {
  if (typeof row.asOf === 'string') return { date: dateOfRow({ edtf: row.asOf }), status: null };
  return { date: at?.date ?? null, status: at?.status ?? null };
}

/** The most claims told of one node or relationship. */
export const CLAIMS_MAX = 100;

function claimsOf(row: Row): string[] {
  return texts(row.claims).slice(0, CLAIMS_MAX);
}
