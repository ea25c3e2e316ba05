import type { DocumentNode } from 'graphql';
import { listAt, type Told, textOf } from '../model/told.ts';
import { type Dated, type DateSpan, type Ref, readDates, spanOf } from './dates.ts';
import {
  CLAIMS_MAX,
  dateFieldOf,
  factDocuments,
  hasStatus,
  nodeDocuments,
  statusKey,
  typesDocument,
} from './documents.ts';
import { type ClaimEvidence, readClaims } from './evidence.ts';
import type { Filter } from './filter.ts';
import type { Graph, Variables } from './graph.ts';

/**
 * The one walk over the graph that every export is made from: nodes in the order of their ids, then facts by start,
 * predicate, end and qualifier. It asks page by page and holds one page at a time, whatever the size of the graph.
 */

/** What a walk goes over. */
export type Walk = {
  readonly graph: Graph;
  readonly filter: Filter;
  /** Aborted when the reader has gone. */
  readonly signal?: AbortSignal;
};

/** A node of the domain. */
export type GraphNode = {
  readonly id: string;
  readonly type: string;
  /** Its name, never empty. */
  readonly label: string;
  /** What its fields hold, by their names in the schema. */
  readonly fields: Told;
  readonly date: DateSpan | null;
  readonly evidence: readonly ClaimEvidence[];
};

/** One end of a relationship. */
export type EdgeEnd = { readonly id: string; readonly type: string; readonly label: string };

/** A relationship between two of these nodes. */
export type GraphEdge = {
  /** What identifies it, the same as `Fact.id` of the schema. */
  readonly id: string;
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
  /** The predicate: GAVE, INVOLVED_IN, … */
  readonly relation: string;
  /** The role or title that tells apart facts of one predicate between the same two nodes, or null. */
  readonly qualifier: string | null;
  /** Predicate and qualifier in one: `INVOLVED_IN:AGENT`. */
  readonly kind: string;
  /** The same to read: `involved in (agent)`. */
  readonly label: string;
  /** 1; in a projection, how many relationships it stands for. */
  readonly weight: number;
  readonly basis: string | null;
  /** How sure the texts are of what is at its end, where just one end has a status. */
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

/** Every id of a list, in order; `document` gives a page of it under `list`. */
export async function* walkIds(
  { graph, signal }: Pick<Walk, 'graph' | 'signal'>,
  document: DocumentNode,
  where: Variables | null = null,
): AsyncGenerator<string> {
  for await (const page of pagesOf({ graph, signal }, document, { where, first: SLAB })) {
    for (const { id } of page) yield String(id);
  }
}

/** The pages of a list, one after the other. */
export async function* pagesOf(
  { graph, signal }: Pick<Walk, 'graph'> & { readonly signal?: AbortSignal | undefined },
  document: DocumentNode,
  variables: Variables,
): AsyncGenerator<Told[]> {
  let after: unknown = null;
  for (;;) {
    signal?.throwIfAborted();
    const { list } = await graph.ask(document, { ...variables, ...(after !== null && { after }) }, signal);
    const { nodes, pageInfo } = list as { nodes: Told[]; pageInfo: Told };
    yield nodes;
    if (pageInfo.hasNextPage !== true) return;
    after = pageInfo.endCursor;
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
async function* walkRefs(walk: Walk): AsyncGenerator<Ref> {
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
export async function readNodes(walk: Omit<Walk, 'filter'>, ids: readonly string[]): Promise<GraphNode[]> {
  const told = await walk.graph.ask(typesDocument, { ids, first: ids.length }, walk.signal);
  const refs = listAt(told, 'list').map(({ __typename, id }) => ({
    id: String(id),
    type: String(__typename),
  }));
  return readRefs(walk, refs);
}

async function readRefs({ graph, signal }: Omit<Walk, 'filter'>, refs: readonly Ref[]): Promise<GraphNode[]> {
  const rows: (readonly [string, Told])[] = [];
  for (const [type, { whole }] of nodeDocuments(graph)) {
    const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id);
    if (ids.length === 0) continue;
    const told = await graph.ask(whole, { ids, first: ids.length }, signal);
    rows.push(...listAt(told, 'list').map((node) => [type, node] as const));
  }
  const claimed = ([, node]: (typeof rows)[number]) => listAt(node, 'claims').map(({ id }) => String(id));
  const claims = await readClaims(graph, rows.flatMap(claimed), signal);
  const nodes = rows.map((row) => nodeOf(graph, row, claims.of(claimed(row))));
  return nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function nodeOf(
  { catalog }: Graph,
  [typeName, { claims: _claims, ...fields }]: readonly [string, Told],
  evidence: readonly ClaimEvidence[],
): GraphNode {
  const type = catalog.type(typeName);
  const date = type && dateFieldOf(type);
  const id = String(fields.id);
  const label = labelOf(fields.name, id);
  return { id, type: typeName, label, fields, date: date ? spanOf(fields[date.name]) : null, evidence };
}

/** The facts whose both ends the walk goes over, ordered by start, predicate, end and qualifier. */
export async function* walkEdges(walk: Walk): AsyncGenerator<GraphEdge> {
  for await (const facts of walkFacts(walk, factDocuments(walk.graph).whole, factWhere(walk))) {
    yield* await joinEdges(walk, passing(walk, facts));
  }
}

function passing({ filter }: Walk, facts: readonly Told[]): Told[] {
  return facts.filter((fact) => passes(filter, fact.object as Told));
}

/** The facts that start at the nodes of a walk, in pages, as a document tells them. */
export async function* walkFacts(
  walk: Walk,
  document: DocumentNode,
  where: Variables,
): AsyncGenerator<Told[]> {
  const page = { first: EDGES_AT_ONCE, statuses: walk.filter.statuses !== undefined };
  for await (const refs of inBatches(walkRefs(walk), STARTS_AT_ONCE)) {
    const starts = refs.map(({ id }) => id);
    yield* pagesOf(walk, document, { ...page, where: { subject: { id: { in: starts } }, ...where } });
  }
}

/** The facts that start at some things, as a document tells them. */
export async function readFacts(
  walk: Walk,
  document: DocumentNode,
  { starts, where }: { readonly starts: readonly string[]; readonly where: Variables },
): Promise<Told[]> {
  const found: Told[] = [];
  for (let i = 0; i < starts.length; i += STARTS_AT_ONCE) {
    const subject = { id: { in: starts.slice(i, i + STARTS_AT_ONCE) } };
    const asked = { first: EDGES_AT_ONCE, statuses: false, where: { subject, ...where } };
    for await (const page of pagesOf(walk, document, asked)) found.push(...page);
  }
  return found;
}

/** What facts have to satisfy, relations first of all, as far as a filter of the schema can say it: the status of an end it cannot. */
function factWhere({ graph, filter: { types, relations } }: Pick<Walk, 'graph' | 'filter'>): Variables {
  return {
    ...(types && { object: { type: { in: types } } }),
    predicate: { in: relations ?? graph.catalog.predicates },
  };
}

/** Whether something that is told with `statusOf` is of a type that passes, and has one of the statuses asked for. */
export function passes({ types, statuses }: Filter, told: Told): boolean {
  const type = String(told.__typename);
  if (types && !types.includes(type)) return false;
  const status = told[statusKey(type)];
  return statuses === undefined || status === undefined || statuses.includes(String(status));
}

/** How many facts pass; where statuses are asked for, the ends are looked at one by one. */
export async function countEdges(walk: Walk): Promise<number> {
  const { types, statuses } = walk.filter;
  const { count: document, ends } = factDocuments(walk.graph);
  const where = factWhere(walk);
  if (!statuses) {
    const both = { ...where, ...(types && { subject: { type: { in: types } } }) };
    const { list } = await walk.graph.ask(document, { where: both }, walk.signal);
    return Number((list as Told).totalCount);
  }
  let count = 0;
  for await (const facts of walkFacts(walk, ends, where)) count += passing(walk, facts).length;
  return count;
}

/** The first facts that start at a node, and the first that end there, with dates and evidence. */
export async function readEdgesOf(walk: Omit<Walk, 'filter'>, id: string): Promise<GraphEdge[]> {
  const here = { id: { in: [id] } };
  const page = { first: EDGES_AT_ONCE, statuses: false };
  const joining = { predicate: { in: walk.graph.catalog.predicates } };
  const ask = async (where: Variables) =>
    listAt(
      await walk.graph.ask(
        factDocuments(walk.graph).whole,
        { where: { ...where, ...joining }, ...page },
        walk.signal,
      ),
      'list',
    );
  return joinEdges(walk, [...(await ask({ subject: here })), ...(await ask({ object: here }))]);
}

/** Facts as relationships, with the dates of their ends and the claims behind them. */
export async function joinEdges(
  { graph, signal }: Omit<Walk, 'filter'>,
  facts: readonly Told[],
): Promise<GraphEdge[]> {
  const ends = facts.map((fact) => datedEnd(graph, fact));
  const dates = await readDates(
    graph,
    ends.flatMap((end) => end ?? []),
    signal,
  );
  const claims = await readClaims(graph, facts.flatMap(claimsOf), signal);
  return facts.map((fact, i) => {
    const when = whenOf(graph, fact, dates.get(ends[i]?.id ?? ''));
    return { ...edgeOf(graph, fact), ...when, evidence: claims.of(claimsOf(fact)) };
  });
}

function edgeOf({ catalog }: Graph, fact: Told): Omit<GraphEdge, 'date' | 'status' | 'evidence'> {
  const relation = String(fact.predicate);
  const [qualifier = null] = catalog.fact
    .filter(({ type }) => type === 'string')
    .flatMap(({ name }) => textOf(fact[name]) ?? []);
  const words = relation.toLowerCase().replaceAll('_', ' ');
  return {
    id: String(fact.id),
    source: endOf(fact.subject),
    target: endOf(fact.object),
    relation,
    qualifier,
    kind: qualifier === null ? relation : `${relation}:${qualifier}`,
    label: qualifier === null ? words : `${words} (${qualifier.toLowerCase()})`,
    weight: 1,
    basis: textOf(fact.basis),
  };
}

/** One end of a fact. */
export function endOf(told: unknown): EdgeEnd {
  const { id, __typename, name } = told as Told;
  return { id: String(id), type: String(__typename), label: labelOf(name, String(id)) };
}

function labelOf(name: unknown, id: string): string {
  return typeof name === 'string' && name.trim() !== '' ? name : id;
}

/**
 * The end whose date a fact takes. A thing that has its date of another, such as a gift of its giving, is there for that;
 * else it is what has a date of its own, such as an event, where just one end has one.
 */
function datedEnd({ catalog }: Graph, fact: Told): Ref | null {
  const ends = [endOf(fact.subject), endOf(fact.object)].flatMap((end) => {
    const type = catalog.type(end.type);
    const date = type && dateFieldOf(type);
    return date ? [{ ...end, distant: !date.own }] : [];
  });
  const [first, second] = ends;
  return ends.find(({ distant }) => distant) ?? (second ? null : (first ?? null));
}

function whenOf({ catalog }: Graph, fact: Told, at: Dated | undefined): Pick<GraphEdge, 'date' | 'status'> {
  const day = catalog.days.get(String(fact.predicate));
  const date = day === undefined ? null : spanOf(fact[day]);
  if (date) return { date, status: null };
  return { date: at?.date ?? null, status: at?.status ?? null };
}

/** The ids of the claims behind a fact. */
export function claimsOf(fact: Told): string[] {
  const ids = listAt(fact, 'evidence', 'claim').map(({ id }) => String(id));
  return [...new Set(ids)].slice(0, CLAIMS_MAX);
}
