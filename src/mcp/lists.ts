import { z } from 'zod';
import { fits } from '../export/graph.ts';
import type { Catalog } from '../model/catalog.ts';
import { askOwn, type McpParts, type Told } from './ask.ts';
import { rowOf } from './citation.ts';
import { notesOnDays } from './days.ts';
import type { Input, ListTool } from './list-tool.ts';
import { noteOnNone, notesOn } from './names.ts';
import * as shapes from './shapes.ts';
import type { Tool } from './tool.ts';

/** A page of a connection. */
export type Connection = {
  readonly nodes: readonly Record<string, unknown>[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The tools over the lists that the schema has. */
export async function listTools({ schema, graph, lists }: McpParts): Promise<Tool[]> {
  const all = await lists();
  return all.filter(({ document }) => fits(schema, document)).map((list) => listTool(graph.catalog, list));
}

function listTool(catalog: Catalog, list: ListTool): Tool {
  const { name, description, what, document, variables, row } = list;
  const input = Object.entries(list.input).map(([key, shape]) => {
    return [key, shape === 'statuses' ? shapes.statuses(catalog) : shape];
  });
  return {
    name,
    description,
    input: Object.fromEntries(input) as z.ZodRawShape,
    output: { ...shapes.notesOut, rows: z.array(z.object(row)), ...shapes.totalOut },
    run: async (parts, given) => {
      const told = await askOwn(parts, document, variables(given));
      const list = await listOf(parts, told, what);
      return { ...list, notes: [...list.notes, ...notesOnDays(list.rows, given)] };
    },
  };
}

/** The arguments of a tool as variables: its page by the names of GraphQL. */
export function paged({ limit, cursor, ...rest }: Input): Input {
  return { ...rest, first: limit, ...(cursor !== undefined && { after: cursor }) };
}

/** The same, days from and to as a filter on the date. */
export function during({ from, to, ...rest }: Input): Input {
  if (from === undefined && to === undefined) return paged(rest);
  return paged({ ...rest, where: { date: { during: { from: from ?? null, to: to ?? null } } } });
}

/** A page of a connection as rows. */
export function pageOf({ nodes, totalCount, pageInfo }: Connection) {
  return { rows: nodes.map(rowOf), totalCount, nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** The same, with notes on the names that were asked with and on what an empty list means. */
async function listOf(parts: McpParts, told: Told, what: string) {
  const connection = told.data.list as Connection;
  const none = connection.totalCount === 0 ? [await noteOnNone(parts, what)] : [];
  return { notes: [...notesOn(told), ...none], ...pageOf(connection) };
}
