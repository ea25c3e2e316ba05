import type { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { ask, type McpParts } from './ask.ts';
import { rowOf } from './citation.ts';
import { noteOnNone, notesOn, type Resolution } from './names.ts';
import * as operations from './operations.ts';
import * as shapes from './shapes.ts';

/** What a tool is told, whatever it takes. */
type Input = { readonly [name: string]: unknown };

/** A tool: what it is for, what it takes and gives, and what it does. */
export type Tool = {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodRawShape;
  readonly output: z.ZodRawShape;
  readonly run: (parts: McpParts, input: Input) => Promise<Record<string, unknown>>;
};

type Row = Record<string, unknown>;
type Connection = {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly resolved?: readonly Resolution[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The most rows that a search goes through. */
const SEARCHED_MAX = 200;

/** Every tool; none writes. */
export const tools: readonly Tool[] = [
  {
    name: 'search_entities',
    description:
      'Finds people, countries, places, organizations, groups, events and gifts by name or words of it, with their ids. What the name itself means comes first. Where it finds nothing, try one of the suggestions.',
    input: shapes.searchEntities.in,
    output: shapes.searchEntities.out,
    run: searchEntities,
  },
  {
    name: 'get_entity',
    description:
      'One entity by id (not by name), with the facts that tie it to others and the claims and articles behind each. A fact about an event is as sure as the status of the event.',
    input: shapes.getEntity.in,
    output: shapes.getEntity.out,
    run: getEntity,
  },
  {
    name: 'list_gifts',
    description:
      'Who gave what to whom, during which event, and what it was given in return for. Giver, recipient and event are names or ids; leave one out to get all. For both directions between two, ask twice.',
    input: shapes.listGifts.in,
    output: shapes.listGifts.out,
    run: async (parts, input) => {
      const data = await query(parts, operations.LIST_GIFTS, paged(input));
      return listOf(data.gifts as Connection, 'gift');
    },
  },
  {
    name: 'list_events',
    description:
      'Events by who is involved, where and when. The status of each tells whether it happened or is planned, expected, requested, speculated on or doubted: never report an event without it. Only OCCURRED, ONGOING and HABITUAL are told as real.',
    input: shapes.listEvents.in,
    output: shapes.listEvents.out,
    run: async (parts, input) => {
      const data = await query(parts, operations.LIST_EVENTS, during(input));
      return listOf(data.events as Connection, 'event');
    },
  },
  {
    name: 'find_paths',
    description:
      'The shortest ways from one entity to another, with the evidence of each step. A way over an event that is not told as real is no connection: see the status of its nodes.',
    input: shapes.findPaths.in,
    output: shapes.findPaths.out,
    run: findPaths,
  },
  {
    name: 'run_graphql',
    description:
      'Answers one GraphQL query, read only and limited in cost. Use it where no other tool fits. Ask for a part of the schema first: { __schema { queryType { fields { name description } } } } for where to begin, { __type(name: "Gift") { fields { name description } } } for what a type has. The resource schema.graphql is the whole of it, some 100,000 characters.',
    input: shapes.runGraphql.in,
    output: shapes.runGraphql.out,
    run: async (parts, input) => ({
      data: await ask(parts, { query: String(input.query), variables: (input.variables ?? {}) as Input }),
    }),
  },
];

function query(parts: McpParts, text: string, variables: Input): Promise<Row> {
  return ask(parts, { query: text, variables });
}

function paged({ limit, cursor, ...rest }: Input): Input {
  return { ...rest, first: limit, ...(cursor !== undefined && { after: cursor }) };
}

function during({ from, to, ...rest }: Input): Input {
  if (from === undefined && to === undefined) return paged(rest);
  return paged({ ...rest, where: { date: { during: { from: from ?? null, to: to ?? null } } } });
}

/** A page of a connection as rows. */
function pageOf({ nodes, totalCount, pageInfo }: Connection): Row {
  return { rows: nodes.map(rowOf), totalCount, nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** The same, with notes on the names that were asked with and on what an empty list means. */
function listOf(connection: Connection, what: string): Row {
  const none = connection.totalCount === 0 ? [noteOnNone(what)] : [];
  return { notes: [...notesOn(connection.resolved ?? []), ...none], ...pageOf(connection) };
}

async function searchEntities(parts: McpParts, input: Input): Promise<Row> {
  const limit = Number(input.limit);
  const from = Number(input.cursor ?? 0);
  if (!Number.isInteger(from) || from < 0 || from > SEARCHED_MAX) {
    throw new ServiceError('BAD_CURSOR', 'The cursor is not one that search_entities gave.', {
      hint: 'Leave it out to start from the first page.',
    });
  }
  const wanted = input.types as readonly string[] | undefined;
  const types = wanted ?? [...shapes.searchEntities.in.types.unwrap().element.options];
  const first = Math.min(from + limit + 1, SEARCHED_MAX);
  const data = await query(parts, operations.SEARCH_ENTITIES, { name: input.query, types, first });
  const resolved = data.resolve as { ambiguous: boolean; suggestions: string[]; matches: { entity: Row }[] };
  const hits = (data.search as { node: Row }[]).map((hit) => hit.node);
  const all = [...resolved.matches.map((match) => match.entity), ...hits]
    .filter((node) => types.includes(String(node.__typename)))
    .filter((node, i, nodes) => nodes.findIndex((other) => other.id === node.id) === i);
  const { ambiguous, suggestions } = resolved;
  return {
    ambiguous,
    suggestions,
    notes: all.length === 0 ? [noteOnNone('entity')] : [],
    rows: all.slice(from, from + limit).map(rowOf),
    nextCursor: all.length > from + limit ? String(from + limit) : null,
  };
}

async function getEntity(parts: McpParts, input: Input): Promise<Row> {
  const id = String(input.id);
  if (!id.includes(':')) {
    throw new ServiceError('BAD_ID', `"${id}" is not an id.`, { hint: 'search_entities finds ids by name.' });
  }
  const { node } = (await query(parts, operations.GET_ENTITY, paged(input))) as { node: Row | null };
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
  const { path } = (await query(parts, operations.FIND_PATHS, input)) as { path: Row };
  const notes = notesOn(path.resolved as readonly Resolution[]);
  const none =
    path.outcome === 'NONE_WITHIN_HOPS' ? [noteOnNone(`connection within ${input.max} facts`)] : [];
  const rows = (path.paths as readonly Row[]).map(rowOf);
  return { outcome: path.outcome, hops: path.hops, notes: [...notes, ...none], rows };
}
