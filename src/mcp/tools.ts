import { ServiceError } from '../errors.ts';
import type { Catalog } from '../model/catalog.ts';
import { ask, askOwn, type McpParts } from './ask.ts';
import { rowOf } from './citation.ts';
import type { Input } from './list-tool.ts';
import { type Connection, listTools, paged, pageOf } from './lists.ts';
import { noteOnNone, notesOn } from './names.ts';
import { entityOperations, SEARCH_ENTITIES } from './operations.ts';
import * as shapes from './shapes.ts';
import type { Tool } from './tool.ts';

type Row = Record<string, unknown>;

/** The most rows that a search goes through. */
const SEARCHED_MAX = 200;

/** Every tool of a service, those of its domain in the middle; none writes. */
export async function toolsOf(parts: McpParts): Promise<readonly Tool[]> {
  const { catalog } = parts.graph;
  return [
    searchTool(catalog),
    entityTool(parts),
    ...(await listTools(parts)),
    pathTool(catalog),
    graphqlTool(catalog),
  ];
}

function searchTool(catalog: Catalog): Tool {
  const { in: input, out: output } = shapes.searchEntities(catalog);
  const lists = catalog.types.map(({ list }) => list);
  return {
    name: 'search_entities',
    description: `Finds ${listed(lists)} by name or words of it, with their ids. What the name itself means comes first. Where it finds nothing, try one of the suggestions.`,
    input,
    output,
    run: searchEntities,
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function entityTool({ graph }: McpParts): Tool {
  const { in: input, out: output } = shapes.getEntity(graph.catalog, graph.terms.examples.id);
  return {
    name: 'get_entity',
    description:
      'One entity by id (not by name), with the facts that tie it to others and the claims and articles behind each. A fact about an event is as sure as the status of the event.',
    input,
    output,
    run: getEntity,
  };
}

function pathTool(catalog: Catalog): Tool {
  const { in: input, out: output } = shapes.findPaths(catalog);
  return {
    name: 'find_paths',
    description:
      'The shortest ways from one entity to another, with the evidence of each step. Between the two it goes only over what is told as real, never over plans or fears.',
    input,
    output,
    run: findPaths,
  };
}

function graphqlTool({ types }: Catalog): Tool {
  return {
    name: 'run_graphql',
    description: `Answers one GraphQL query, read only and limited in cost. Use it where no other tool fits. Ask for a part of the schema first: { __schema { queryType { fields { name description } } } } for where to begin, { __type(name: "${types.at(-1)?.name}") { fields { name description } } } for what a type has. The resource schema.graphql is the whole of it, some 100,000 characters.`,
    input: shapes.runGraphql.in,
    output: shapes.runGraphql.out,
    run: async (parts, input) => {
      const variables = (input.variables ?? {}) as Input;
      const told = await ask(parts, { query: String(input.query), variables });
      return { notes: notesOn(told), data: told.data };
    },
  };
}

/** What a name means, as SEARCH_ENTITIES asks it. */
type Resolved = {
  readonly suggestions: readonly { readonly because: string; readonly entity: Row }[];
  readonly matches: readonly { readonly entity: Row }[];
};

async function searchEntities(parts: McpParts, input: Input): Promise<Row> {
  const limit = Number(input.limit);
  const from = Number(input.cursor ?? 0);
  if (!Number.isInteger(from) || from < 0 || from > SEARCHED_MAX) {
    throw new ServiceError('BAD_CURSOR', 'The cursor is not one that search_entities gave.', {
      hint: 'Leave it out to start from the first page.',
    });
  }
  const wanted = input.types as readonly string[] | undefined;
  const types = wanted ?? parts.graph.catalog.types.map(({ name }) => name);
  const first = Math.min(from + limit + 1, SEARCHED_MAX);
  const told = await askOwn(parts, SEARCH_ENTITIES, {
    name: input.query,
    types,
    only: wanted ?? null,
    first,
  });
  const { data } = told;
  const resolved = data.resolve as Resolved;
  const hits = (data.search as { node: Row }[]).map((hit) => hit.node);
  const bearers = resolved.matches.map(({ entity }): Row => ({ ...entity, named: true }));
  const all = [...bearers, ...hits.map((node): Row => ({ ...node, named: false }))]
    .filter((node) => types.includes(String(node.__typename)))
    .filter((node, i, nodes) => nodes.findIndex((other) => other.id === node.id) === i);
  const { suggestions } = resolved;
  const ambiguous = all.filter(({ named }) => named === true).length > 1;
  return {
    ambiguous,
    suggestions: suggestions.map(({ because, entity }) => ({ ...entity, because })),
    notes: notesOn(told),
    rows: all.slice(from, from + limit).map(rowOf),
    nextCursor: all.length > from + limit ? String(from + limit) : null,
  };
}

async function getEntity(parts: McpParts, input: Input): Promise<Row> {
  const id = String(input.id);
  if (!id.includes(':')) {
    throw new ServiceError('BAD_ID', `"${id}" is not an id.`, { hint: 'search_entities finds ids by name.' });
  }
  const { data } = await askOwn(parts, entityOperations(parts.graph).getEntity, paged(input));
  const node = data.node as Row | null;
  if (!node) {
    throw new ServiceError('NOT_FOUND', `There is nothing with the id ${id}.`, {
      hint: 'search_entities finds ids by name.',
    });
  }
  if (!('facts' in node)) {
    throw new ServiceError('NOT_FOUND', `${id} is no entity but a ${String(node.__typename)}.`, {
      hint: 'run_graphql answers { claim(id: …) }, { sentence(id: …) } and { article(id: …) }.',
    });
  }
  const { facts, ...entity } = node;
  const { rows, ...rest } = pageOf(facts as Connection);
  return { entity: rowOf(entity), facts: rows, ...rest };
}

async function findPaths(parts: McpParts, input: Input): Promise<Row> {
  const told = await askOwn(parts, entityOperations(parts.graph).findPaths, input);
  const path = told.data.path as Row;
  const isNone = path.outcome === 'NONE_WITHIN_HOPS';
  const none = isNone ? [await noteOnNone(parts, `connection within ${input.max} facts`)] : [];
  const rows = (path.paths as readonly Row[]).map(rowOf);
  return { outcome: path.outcome, hops: path.hops, notes: [...notesOn(told), ...none], rows };
}
