import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { readFilter } from '../export/filter.ts';
import { readCsvStyle, writeCsv } from '../tables/csv.ts';
import { writeJson } from '../tables/json.ts';
import type { Table } from '../tables/table.ts';
import { dataPackage, type Tables } from '../tables/tables.ts';
import { countHeaders, queryPairs } from './export-routes.ts';
import { baseUrlOf, type Exchange, type Reading, type RouteParts, sendFile, sendJson } from './respond.ts';

/** The tables that together are a graph: its counts can be told, and a projection be written so. */
const counted: ReadonlySet<string> = new Set(['nodes', 'edges']);

/** What the routes of tables need. */
export type TableParts = RouteParts & { readonly tables: Tables };

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const;

/** `/tables/gifts.csv`, `/tables/gifts.json` and the other tables, and `/tables/datapackage.json` that describes them. */
export function tableRoutes(app: FastifyInstance, parts: TableParts): void {
  app.get('/tables', (request, reply) => sendJson([request, reply], listing(parts.tables)));
  app.get('/tables/datapackage.json', (request, reply) =>
    sendJson([request, reply], dataPackage(parts, baseUrlOf(request, parts.publicUrl))),
  );
  app.get('/tables/:file', (request, reply) => sendTable(parts, [request, reply]));
}

function listing(tables: Tables) {
  return Object.entries(tables).map(([name, { title, columns }]) => ({
    name,
    title,
    csv: `/tables/${name}.csv`,
    json: `/tables/${name}.json`,
    columns: columns.map((column) => column.name),
  }));
}

async function sendTable(parts: TableParts, exchange: Exchange): Promise<FastifyReply> {
  const [request] = exchange;
  const { name, extension, table } = tableOf(parts.tables, (request.params as { file: string }).file);
  const { style, filter } = optionsOf(parts, name, request);
  const baseUrl = baseUrlOf(request, parts.publicUrl);
  const header = table.columns.map((column) => column.name);
  const make = async (reading: Reading) => {
    const source = { ...reading, filter, baseUrl };
    const rows = table.rows(source);
    const pieces = extension === 'csv' ? writeCsv(header, rows, style) : writeJson(header, rows);
    const headers = counted.has(name) ? await countHeaders(source) : {};
    return { mediaType: mediaTypes[extension], headers, pieces };
  };
  return sendFile({ ...parts, lane: parts.files }, exchange, make);
}

function tableOf(
  tables: Tables,
  file: string,
): { name: string; extension: keyof typeof mediaTypes; table: Table } {
  const at = file.lastIndexOf('.');
  const [name, extension] = [file.slice(0, at), file.slice(at + 1)];
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (table && (extension === 'csv' || extension === 'json')) return { name, extension, table };
  throw new ServiceError('NOT_FOUND', `There is no table ${file.slice(0, 100)}.`, {
    hint: `There are ${Object.keys(tables).join(', ')}, each as .csv and .json, and datapackage.json.`,
  });
}

function optionsOf({ graph }: TableParts, name: string, request: FastifyRequest) {
  const { style, rest } = readCsvStyle(queryPairs(request));
  const filter = readFilter(graph, rest);
  if (filter.projections && !counted.has(name)) {
    throw new ServiceError('BAD_USER_INPUT', `The table ${name} takes no projection.`, {
      hint: 'The tables nodes and edges do.',
    });
  }
  return { style, filter };
}
