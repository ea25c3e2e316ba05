import type { DocumentNode } from 'graphql';
import type { Told } from '../model/told.ts';
import { endIds, type Fact, factDocuments, isRelation, type Relation, type Thing } from './fact.ts';
import type { Filter } from './filter.ts';
import type { Variables } from './graph.ts';
import { inBatches, statusesOf, type Walk, walkRefs } from './walk.ts';

/** The facts that start at the nodes of a walk: relations alone, as files of nodes and edges have them, or all. */

/** Nodes whose facts are read at once. */
const STARTS_AT_ONCE = 100;

/** The relations whose both ends the walk goes over, ordered by start, predicate, end and qualifier. */
export async function* walkRelations(walk: Walk): AsyncGenerator<Relation> {
  for await (const fact of joined(walk, relationsOf(walk))) {
    if (isRelation(fact) && passes(walk.filter, fact.object)) yield fact;
  }
}

/** Every fact of the nodes of a walk, relation or not, in the order of its nodes and of the ids of facts. */
export async function* walkFacts(walk: Walk): AsyncGenerator<Fact> {
  const { relations } = walk.filter;
  const where = { ...(relations && { predicate: { in: relations } }), ...statusesOf(walk) };
  for await (const fact of joined(walk, where)) {
    if (fact.object === null || passes(walk.filter, fact.object)) yield fact;
  }
}

async function* joined(walk: Walk, where: Variables): AsyncGenerator<Fact> {
  for await (const told of pagesOfFacts(walk, { where })) yield* await walk.reader.join(told);
}

/** The facts that start at the nodes of a walk, in pages, as a document tells them; whole by default. */
export async function* pagesOfFacts(
  walk: Walk,
  asked: { readonly where: Variables; readonly document?: DocumentNode },
): AsyncGenerator<Told[]> {
  for await (const refs of inBatches(walkRefs(walk), STARTS_AT_ONCE)) {
    yield* walk.reader.pages(
      refs.map(({ id }) => id),
      asked,
    );
  }
}

/** What relations have to satisfy, as far as a filter of the schema can say it: the status of an end it cannot. */
function relationsOf(walk: Walk): Variables {
  const { types, relations } = walk.filter;
  return {
    ...(types && { object: { type: { in: types } } }),
    predicate: { in: relations ?? walk.graph.catalog.predicates },
    ...statusesOf(walk),
  };
}

/** Whether a thing is of a type that passes, and has one of the statuses asked for. */
export function passes(
  { types, statuses }: Filter,
  { type, status }: Pick<Thing, 'type' | 'status'>,
): boolean {
  if (types && !types.includes(type)) return false;
  return statuses === undefined || status === null || statuses.includes(status);
}

/** How many relations pass; where statuses are asked for, the ends are looked at one by one. */
export async function countRelations(walk: Walk): Promise<number> {
  const { types, statuses } = walk.filter;
  const { count: document, ends } = factDocuments(walk.graph);
  const where = relationsOf(walk);
  if (!statuses) {
    const both = { ...where, ...(types && { subject: { type: { in: types } } }) };
    const { list } = await walk.graph.ask(document, { where: both }, walk.signal);
    return Number((list as Told).totalCount);
  }
  let count = 0;
  for await (const facts of pagesOfFacts(walk, { where, document: ends })) {
    const objects = facts.flatMap((fact) => endIds(fact).slice(1));
    const known = await walk.reader.things.take(objects);
    count += objects.filter((id) => passes(walk.filter, known.get(id) ?? nothing)).length;
  }
  return count;
}

const nothing = { type: '', status: null };

/** The first facts that start at a node, and the first relations that end there. */
export async function readFactsOf({ graph, reader }: Walk, id: string): Promise<Fact[]> {
  const here = { id: { in: [id] } };
  const status = { in: graph.catalog.statuses };
  const told = [await reader.first({ subject: here, status }), await reader.first({ object: here, status })];
  return reader.join(told.flat());
}

/** One fact, denied or taken back too; null where there is none of this id. */
export async function readFact({ graph, reader }: Walk, id: string): Promise<Fact | null> {
  const told = await reader.first({ id: { in: [id] }, status: { in: graph.catalog.statuses } });
  const [fact = null] = await reader.join(told);
  return fact;
}
