import type { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { ask, type McpParts } from './ask.ts';
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
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The most rows that a search goes through. */
const SEARCHED_MAX = 200;

/** Every tool; none writes. */
export const tools: readonly Tool[] = [
  {
    name: 'search_entities',
    description:
      'Finds people, countries, places, organizations, groups, events and gifts by name or words of it. Start here: the other tools take the ids it gives. What the name itself means comes first.',
    input: shapes.searchEntities.in,
    output: shapes.searchEntities.out,
    run: searchEntities,
  },
  {
    name: 'get_entity',
    description:
      'One entity by id, with the facts that tie it to others and the claims and articles behind each.',
    input: shapes.getEntity.in,
    output: shapes.getEntity.out,
    run: getEntity,
  },
  {
    name: 'list_gifts',
    description: 'Who gave what to whom, during which event, and what was given in return.',
    input: shapes.listGifts.in,
    output: shapes.listGifts.out,
    run: async (parts, input) => pageOf(await query(parts, operations.LIST_GIFTS, paged(input)), 'gifts'),
  },
  {
    name: 'list_events',
    description:
      'Events by who is involved, where and when. The status of each tells whether it happened or is planned, expected, requested, speculated on or doubted: never report an event without it.',
    input: shapes.listEvents.in,
    output: shapes.listEvents.out,
    run: async (parts, input) => pageOf(await query(parts, operations.LIST_EVENTS, during(input)), 'events'),
  },
  {
    name: 'find_paths',
    description: 'The shortest ways from one entity to another, with the evidence of each step.',
    input: shapes.findPaths.in,
    output: shapes.findPaths.out,
    run: findPaths,
  },
  {
    name: 'run_graphql',
    description:
      'Answers one GraphQL query, read only and limited in cost. Use it where no other tool fits; the resource schema.graphql says what can be asked.',
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

/** A page of a connection as rows, connections in the rows as plain lists. */
function pageOf(data: Row, field: string): Row {
  const { nodes, totalCount, pageInfo } = data[field] as Connection;
  return { rows: nodes.map(plain), totalCount, nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** Connections become lists, and `__typename` becomes `type`. */
function plain(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]) => {
    if (name === '__typename') return ['type', value];
    const isConnection = typeof value === 'object' && value !== null && 'nodes' in value;
    return [name, isConnection ? (value as unknown as Connection).nodes : value];
  });
  return Object.fromEntries(entries);
}

async function searchEntities(parts: McpParts, input: Input): Promise<Row> {
  const limit = Number(input.limit);
  const from = Number(input.cursor ?? 0);
  if (!Number.isInteger(from) || from < 0 || from > SEARCHED_MAX) {
    throw new ServiceError('BAD_CURSOR', 'The cursor is not one that search_entities gave.');
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
  return {
    ambiguous: resolved.ambiguous,
    suggestions: resolved.suggestions,
    rows: all.slice(from, from + limit).map(plain),
    nextCursor: all.length > from + limit ? String(from + limit) : null,
  };
}

async function getEntity(parts: McpParts, input: Input): Promise<Row> {
  const { node } = (await query(parts, operations.GET_ENTITY, paged(input))) as { node: Row | null };
  if (!node || !('facts' in node)) {
    throw new ServiceError('NOT_FOUND', `There is no entity with the id ${String(input.id)}.`, {
      hint: 'search_entities finds ids by name.',
    });
  }
  const { facts, ...entity } = node;
  const { rows, ...rest } = pageOf({ facts }, 'facts');
  return { entity: plain(entity), facts: rows, ...rest };
}

async function findPaths(parts: McpParts, input: Input): Promise<Row> {
  const { path } = (await query(parts, operations.FIND_PATHS, input)) as { path: Row };
  return { outcome: path.outcome, hops: path.hops, rows: path.paths };
}
