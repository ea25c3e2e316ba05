import type { Row, Statement } from '../store/store.ts';
import type { Filter } from './filter.ts';

/** Where a walk starts: the nodes of a label, and the property that identifies them. */
export type Base = { readonly label: string; readonly key: 'id' | 'key' };

/** The world layer. */
export const ENTITIES: Base = { label: 'Entity', key: 'id' };

/** The types and statuses of a filter as parameters; null lets everything pass. */
export function nodeParameters({ types, statuses }: Filter) {
  return { types: types ?? null, statuses: statuses ?? null };
}

function filterParameters(filter: Filter) {
  return { ...nodeParameters(filter), relations: filter.relations ?? null };
}

/** The condition that a node passes the filter, over `$types` and `$statuses`. */
export function passes(name: string): string {
  return `($types IS NULL OR any(l IN labels(${name}) WHERE l IN $types))
  AND ($statuses IS NULL OR NOT ${name}:Event OR ${name}.status IN $statuses)`;
}

/** The next ids of the nodes of a label that pass the filter. */
export function idSlab(
  { label, key }: Base,
  filter: Filter,
  page: { readonly after: string; readonly limit: number },
): Statement {
  const text = `MATCH (n:${label}) WHERE n.${key} > $after
  AND ${passes('n')}
RETURN n.${key} AS id ORDER BY id LIMIT $limit`;
  return { text, parameters: { ...page, ...nodeParameters(filter) } };
}

/** The properties and claims of entities, by id. */
export function nodeBatch(ids: readonly string[]): Statement {
  const text = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n)<-[:ABOUT]-(c:Claim)
  WITH DISTINCT c.id AS claim ORDER BY claim LIMIT 100
  RETURN collect(claim) AS claims
}
RETURN n.id AS id, [l IN labels(n) WHERE l <> 'Entity'][0] AS type, properties(n) AS properties, claims
ORDER BY id`;
  return { text, parameters: { ids } };
}

/** The relationships that start at nodes of a label, by id, after the last one seen. */
export function edgeBatch(
  { label, key }: Base,
  filter: Filter,
  page: { readonly ids: readonly string[]; readonly after: Row | undefined; readonly limit: number },
): Statement {
  const { ids, after, limit } = page;
  const entity = label === 'Entity';
  // The filter before WITH, and nothing but values after it: tens of times faster on Grafeo.
  const text = `UNWIND $ids AS id
MATCH (a:${label} {${key}: id})-[r]->${entity ? '(b:Entity)' : '(b)'}
WHERE ($relations IS NULL OR type(r) IN $relations)
  AND ${passes('b')}
WITH a.${key} AS source, type(r) AS relation, ${entity ? 'b.id' : 'coalesce(b.id, b.key)'} AS target,
  ${qualifier} AS qualifier, r.claims AS claims, r.basis AS basis, r.asOf AS asOf,
  ${entity ? ends : 'properties(r) AS properties, labels(b) AS targetLabels'}
WHERE source > $source OR (source = $source AND (relation > $relation OR (relation = $relation
    AND (target > $target OR (target = $target AND qualifier > $qualifier)))))
RETURN * ORDER BY source, relation, target, qualifier LIMIT $limit`;
  const seen = {
    source: after?.source ?? '',
    relation: after?.relation ?? '',
    target: after?.target ?? '',
    qualifier: after?.qualifier ?? '',
  };
  return { text, parameters: { ids, limit, ...seen, ...filterParameters(filter) } };
}

/** The relationships that end at an entity. */
export function edgesInto(id: string, limit: number): Statement {
  const text = `MATCH (b:Entity {id: $id})<-[r]-(a:Entity)
WITH a.id AS source, type(r) AS relation, b.id AS target, ${qualifier} AS qualifier,
  r.claims AS claims, r.basis AS basis, r.asOf AS asOf, ${ends}
RETURN * ORDER BY source, relation, target, qualifier LIMIT $limit`;
  return { text, parameters: { id, limit } };
}

/** What tells apart relationships of one type between the same two nodes. */
const qualifier = `coalesce(r.role, r.title, toString(r.start) + '-' + toString(r.end), '')`;

const ends = `[l IN labels(a) WHERE l <> 'Entity'][0] AS sourceType, a.name AS sourceName,
  [l IN labels(b) WHERE l <> 'Entity'][0] AS targetType, b.name AS targetName`;

/** How many nodes and relationships pass the filter, and which scripts the graph was made from. */
export function summary(filter: Filter): Statement {
  if (filter.projections) return projected;
  const text = `CALL () { MATCH (n:Entity) WHERE ${passes('n')} RETURN count(n) AS nodes }
CALL () {
  MATCH (a:Entity)-[r]->(b:Entity)
  WHERE ($relations IS NULL OR type(r) IN $relations) AND ${passes('a')} AND ${passes('b')}
  RETURN count(r) AS edges
}
RETURN nodes, edges`;
  return { text, parameters: filterParameters(filter) };
}

const projected: Statement = {
  text: `CALL () { MATCH (n:Person) RETURN count(n) AS nodes }
CALL () {
  MATCH (a:Person)-[:GAVE]->(:Gift)-[:GIVEN_TO]->(b:Person)
  WITH DISTINCT a.id AS a, b.id AS b
  RETURN count(a) AS edges
}
RETURN nodes, edges`,
  parameters: {},
};

/** The gifts that these people gave to people, after the last one seen. */
export function givings(page: {
  readonly ids: readonly string[];
  readonly after: Row | undefined;
  readonly limit: number;
}): Statement {
  const { ids, after, limit } = page;
  const text = `UNWIND $ids AS id
MATCH (a:Person {id: id})-[r:GAVE]->(g:Gift)-[s:GIVEN_TO]->(b:Person)
WITH a.id AS source, a.name AS sourceName, b.id AS target, b.name AS targetName, g.id AS gift,
  r.claims AS given, s.claims AS received
WHERE source > $source OR (source = $source AND (target > $target OR (target = $target AND gift > $gift)))
RETURN * ORDER BY source, target, gift LIMIT $limit`;
  const seen = { source: after?.source ?? '', target: after?.target ?? '', gift: after?.gift ?? '' };
  return { text, parameters: { ids, limit, ...seen } };
}

/** What the graph was made from: the same as long as it is the same graph. */
export const version: Statement = {
  text: `MATCH (a:Article) WITH DISTINCT coalesce(a.corpus, a.textSha256) AS corpus ORDER BY corpus
RETURN collect(corpus) AS version`,
  parameters: {},
};
