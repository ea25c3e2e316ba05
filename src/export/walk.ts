import type { DocumentNode } from 'graphql';
import { listAt, type Told, textOf } from '../model/told.ts';
import { type DateSpan, spanOf } from './dates.ts';
import { CLAIMS_MAX, dateFieldOf, hasStatus, nodeDocuments, typesDocument } from './documents.ts';
import { type Claim, eachOnce } from './evidence.ts';
import { type Fact, type FactReader, labelOf, type Thing } from './fact.ts';
import type { Filter } from './filter.ts';
import { type Graph, pagesOf, type Variables } from './graph.ts';

/**
 * The one walk over the graph that every export is made from: nodes in the order of their ids, then facts by start,
 * predicate, end and qualifier. It asks page by page and holds one page at a time, whatever the size of the graph.
 */

/** What a walk goes over. */
export type Walk = {
  readonly graph: Graph;
  readonly filter: Filter;
  /** What one file reads facts, claims and things by. */
  readonly reader: FactReader;
  /** Aborted when the reader has gone. */
  readonly signal?: AbortSignal;
};

/** A thing, by its id and the name of its type. */
export type Ref = { readonly id: string; readonly type: string };

/** A node of the domain. */
export type GraphNode = {
  readonly id: string;
  readonly type: string;
  /** Its name, never empty. */
  readonly label: string;
  /** What its fields hold, by their names in the schema. */
  readonly fields: Told;
  readonly date: DateSpan | null;
  /** What is told of it alone: that it takes place, its values. */
  readonly facts: readonly Fact[];
  /** The claims behind these; where none of them says that it takes place, all that speak of it. */
  readonly claims: readonly Claim[];
};

/** Ids fetched at once: each fetch costs a sort of all that is left. */
const SLAB = 20_000;
/** Nodes whose details are read at once, by index. */
const NODES_AT_ONCE = 500;

/** Every id of a list, in order; `document` gives a page of it under `list`. */
export async function* walkIds(
  walk: Pick<Walk, 'graph' | 'signal'>,
  document: DocumentNode,
  where: Variables | null = null,
): AsyncGenerator<string> {
  for await (const page of pagesOf(walk, document, { where, first: SLAB })) {
    for (const { id } of page) yield String(id);
  }
}

/** The items of a stream in batches. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The nodes that pass the filter, of whatever types, in the order of their ids. */
export async function* walkRefs(walk: Walk): AsyncGenerator<Ref> {
  const documents = nodeDocuments(walk.graph);
  const streams = walk.graph.catalog.types.flatMap((type) => {
    const where = whereOf(walk, type.name);
    const ids = documents.get(type.name)?.ids;
    return where === undefined || !ids ? [] : [{ type: type.name, ids: walkIds(walk, ids, where) }];
  });
  const heads: { type: string; ids: AsyncGenerator<string>; id: string }[] = [];
  for (const { type, ids } of streams) {
    const first = await ids.next();
    if (!first.done) heads.push({ type, ids, id: first.value });
  }
  while (heads.length > 0) {
    const least = heads.reduce((a, b) => (b.id < a.id ? b : a));
    yield { id: least.id, type: least.type };
    const next = await least.ids.next();
    if (next.done) heads.splice(heads.indexOf(least), 1);
    else least.id = next.value;
  }
}

/** What nodes of a type have to satisfy; undefined where none passes. */
function whereOf({ graph, filter }: Walk, typeName: string): Variables | null | undefined {
  const { types, statuses } = filter;
  const type = graph.catalog.type(typeName);
  if (!type || (types && !types.includes(typeName))) return undefined;
  return statuses && hasStatus(type) ? { status: { in: statuses } } : null;
}

/** How many nodes pass. */
export async function countNodes(walk: Walk): Promise<number> {
  let count = 0;
  for (const [type, documents] of nodeDocuments(walk.graph)) {
    const where = whereOf(walk, type);
    if (where === undefined) continue;
    const { list } = await walk.graph.ask(documents.count, { where }, walk.signal);
    count += Number((list as Told).totalCount);
  }
  return count;
}

/** The nodes in batches, for readers that join more to each batch. */
export async function* walkNodeBatches(walk: Walk): AsyncGenerator<GraphNode[]> {
  for await (const refs of inBatches(walkRefs(walk), NODES_AT_ONCE)) {
    walk.signal?.throwIfAborted();
    yield await readRefs(walk, refs);
  }
}

/** All nodes, ordered by id. */
export async function* walkNodes(walk: Walk): AsyncGenerator<GraphNode> {
  for await (const batch of walkNodeBatches(walk)) yield* batch;
}

/** The nodes of these ids, with dates and evidence, ordered by id; unknown ids are left out. */
export async function readNodes(walk: Walk, ids: readonly string[]): Promise<GraphNode[]> {
  const told = await walk.graph.ask(typesDocument, { ids, first: ids.length }, walk.signal);
  const refs = listAt(told, 'list').map(({ __typename, id }) => ({
    id: String(id),
    type: String(__typename),
  }));
  return readRefs(walk, refs);
}

/** The name of a type, and a node of it as it is told. */
type Row = readonly [string, Told];

async function readRefs(walk: Walk, refs: readonly Ref[]): Promise<GraphNode[]> {
  const { graph, reader, signal } = walk;
  const rows: Row[] = [];
  for (const [type, { whole }] of nodeDocuments(graph)) {
    const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id);
    if (ids.length === 0) continue;
    const told = await graph.ask(whole, { ids, first: ids.length }, signal);
    rows.push(...listAt(told, 'list').map((node) => [type, node] as const));
  }
  const facts = await readOwnFacts(walk, rows);
  const claimed = ([, node]: Row) => listAt(node, 'claims').map(({ id }) => String(id));
  const claims = await reader.claims.take(rows.flatMap(claimed));
  const nodes = rows.map((row) => {
    const own = facts.get(String(row[1].id)) ?? [];
    const behind = [
      ...own.flatMap((fact) => fact.claims),
      ...claimed(row).flatMap((id) => claims.get(id) ?? []),
    ];
    return nodeOf(graph, row, { facts: own, claims: eachOnce(behind).slice(0, CLAIMS_MAX) });
  });
  return nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is told of some nodes alone, by node: that it takes place before its values. */
async function readOwnFacts(walk: Walk, rows: readonly Row[]): Promise<Map<string, Fact[]>> {
  const facts = new Map<string, Fact[]>();
  const { graph, reader } = walk;
  const { properties } = graph.catalog;
  if (properties.length === 0) return facts;
  const starts = rows.map(([, { id }]) => String(id));
  for (const row of rows) reader.things.put(String(row[1].id), thingOf(graph, row));
  const where = { predicate: { in: properties }, ...statusesOf(walk) };
  for await (const told of reader.pages(starts, { where })) {
    for (const fact of await reader.join(told)) {
      const known = facts.get(fact.subject.id);
      if (!known) facts.set(fact.subject.id, [fact]);
      else if (fact.value === null) known.unshift(fact);
      else known.push(fact);
    }
  }
  return facts;
}

/** What is denied alone or was taken back is told of where somebody asks for a status. */
export function statusesOf({ graph, filter: { statuses } }: Walk): Variables {
  return statuses ? { status: { in: graph.catalog.statuses } } : {};
}

function thingOf({ catalog }: Graph, [typeName, fields]: Row): Thing {
  const type = catalog.type(typeName);
  const date = type && dateFieldOf(type);
  const id = String(fields.id);
  const told = { date: date ? spanOf(fields[date.name]) : null, status: textOf(fields.status) };
  return { id, type: typeName, label: labelOf(fields.name, id), ...told };
}

function nodeOf(graph: Graph, row: Row, behind: Pick<GraphNode, 'facts' | 'claims'>): GraphNode {
  const { status: _status, ...thing } = thingOf(graph, row);
  const { claims: _claims, ...fields } = row[1];
  return { ...thing, fields, ...behind };
}
