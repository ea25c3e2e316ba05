import type { DocumentNode } from 'graphql';
import { type CellType, type Column, cellOf } from '../export/cells.ts';
import { fieldColumn, nodeColumns, sourceColumns, whenColumns } from '../export/columns.ts';
import { byIdsDocument, dateFieldOf } from '../export/documents.ts';
import { lets } from '../export/filter.ts';
import { fits, type Graph } from '../export/graph.ts';
import { type Places, readPlaces } from '../export/places.ts';
import type { Source } from '../export/source.ts';
import { type GraphNode, walkNodeBatches } from '../export/walk.ts';
import { ENTITY, type Link, type NodeType } from '../model/catalog.ts';
import { listAt, type Told, textsOf } from '../model/told.ts';
import type { ForeignKey, Table, TableColumn, TableRow } from './table.ts';

/**
 * One table for each type of nodes. By rule it has the fields of the type, its date, the ids and names of what it leads
 * to, and the sources; a domain may make one of its own, from what it asks besides.
 */

/** What a row is read from: a node, what was asked besides of it, and where it was. */
export type JoinedRow = {
  readonly node: GraphNode;
  readonly joined: Told;
  readonly places: Places | undefined;
  readonly baseUrl: string;
};

/** A column read from a node and what is joined to it. */
export type JoinedColumn = TableColumn & { readonly read: (row: JoinedRow) => TableRow[number] };

/** A table of one type of nodes as a domain makes it. */
export type NodeTable = {
  readonly title: string;
  /** What is asked of its nodes besides their fields, as GraphQL. */
  readonly selection: string;
  readonly columns: (graph: Graph) => readonly JoinedColumn[];
  /** What one node gives several rows of; without it there is one row for each node. */
  readonly rows?: (joined: Told) => readonly Told[];
  readonly foreignKeys?: readonly ForeignKey[];
  /** What tells these rows apart. */
  readonly key?: readonly string[];
};

/** The tables that a domain makes of its own, by the type of their nodes. */
export type NodeTables = { readonly [type: string]: NodeTable };

/** The tables of the types of a domain, by name. */
export function nodeTables(graph: Graph, own: NodeTables): [string, Table][] {
  return graph.catalog.types.map((type) => {
    const made = own[type.name];
    const document = byIdsDocument('Table', type.list, made?.selection ?? '');
    const table = made && fits(graph.schema, document) ? made : byRule(type);
    return [type.list, tableOf(graph, type, table)];
  });
}

function tableOf(graph: Graph, type: NodeType, table: NodeTable): Table {
  const { title, selection, foreignKeys, key } = table;
  const columns = table.columns(graph);
  const document = selection === '' ? null : byIdsDocument('Table', type.list, selection);
  return {
    title,
    columns,
    foreignKeys,
    key,
    rows: (source) => rowsOf(source, type, { ...table, columns, document }),
  };
}

type Read = Pick<NodeTable, 'rows'> & {
  readonly columns: readonly JoinedColumn[];
  readonly document: DocumentNode | null;
};

async function* rowsOf(
  source: Source,
  type: NodeType,
  { columns, document, rows = (joined) => [joined] }: Read,
): AsyncGenerator<TableRow> {
  const { graph, filter, signal, baseUrl } = source;
  if (!lets(filter, type.name)) return;
  for await (const batch of walkNodeBatches({ ...source, filter: { ...filter, types: [type.name] } })) {
    const ids = batch.map((node) => node.id);
    const told = document ? await graph.ask(document, { ids, first: ids.length }, signal) : {};
    const joined = new Map(listAt(told, 'list').map((item) => [String(item.id), item]));
    const places = graph.terms.places?.of === type.name ? await readPlaces(source, ids) : undefined;
    for (const node of batch) {
      for (const row of rows(joined.get(node.id) ?? {})) {
        yield columns.map(({ read }) => read({ node, joined: row, places: places?.get(node.id), baseUrl }));
      }
    }
  }
}

function ofNode(column: Column<GraphNode>): JoinedColumn {
  const { name, type, about, read } = column;
  return { name, type, about, read: ({ node, baseUrl }) => read(node, baseUrl) };
}

/** The columns of the date of a node. */
export const whenOf: readonly JoinedColumn[] = whenColumns.map(ofNode);

/** The columns of where it comes from. */
export const sourcesOf: readonly JoinedColumn[] = sourceColumns.map(ofNode);

/** Columns that every node has, by their names, one after the other; `as` names them anew. */
export function own(
  graph: Graph,
  names: string,
  as: { readonly [name: string]: string } = {},
): JoinedColumn[] {
  return names.split(' ').flatMap((name) => {
    const found = nodeColumns(graph).find((column) => column.name === name);
    return found ? [ofNode({ ...found, name: as[name] ?? name })] : [];
  });
}

/** A field of the node that is no column of every node. */
export function field(name: string, type: CellType, about: string): JoinedColumn {
  return { name, type, about, read: ({ node }) => cellOf(node.fields[name]) };
}

/** A column read from what is joined. */
export function joined(
  [name, type, about]: readonly [string, CellType, string],
  read: (told: Told) => TableRow[number],
): JoinedColumn {
  return { name, type, about, read: (row) => read(row.joined) };
}

/** What is joined, as two columns: its id, then its name; in the plural both are lists. */
export function linked(
  [id, name]: readonly [string, string],
  what: string,
  of: (told: Told) => readonly Told[],
): JoinedColumn[] {
  const isList = id.endsWith('_ids');
  const about = `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  const read = (key: string) => (told: Told) => {
    const all = textsOf(of(told), key);
    return isList ? all : (all[0] ?? null);
  };
  const type = isList ? 'list' : 'string';
  return [
    joined([id, type, `${isList ? 'Ids' : 'Id'} of ${about}`], read('id')),
    joined([name, type, what], read('name')),
  ];
}

/** The most that a node is said to lead to by one field. */
const LINKED_MAX = 100;

/** The table of a type that the domain makes none for. */
function byRule(type: NodeType): NodeTable {
  const select = ({ name, list, end }: Link) => {
    const node = `... on ${ENTITY} { id name }`;
    const far = end === null ? node : `${end} { ${node} }`;
    return list ? `${name}(first: ${LINKED_MAX}) { nodes { ${far} } }` : `${name} { ${far} }`;
  };
  const links = type.links.flatMap((link) => linkColumns(link));
  return {
    title: type.about.replace(/\.$/, ''),
    selection: type.links.map(select).join(' '),
    columns: (graph) => [
      ...own(graph, 'id label'),
      ...fieldColumns(graph, type),
      ...(dateFieldOf(type) ? whenOf : []),
      ...links,
      ...sourcesOf,
    ],
  };
}

/** A link of a type as columns: `partiesOf` as `parties_of_ids` and `parties_of`. */
function linkColumns({ name, list, end, about }: Link): JoinedColumn[] {
  const { name: column } = fieldColumn({ name, type: 'string', about, values: null, own: true });
  const way = end === null ? [name] : [name, end];
  return linked([`${column}_id${list ? 's' : ''}`, column], about, (told) => listAt(told, ...way));
}

function fieldColumns(graph: Graph, type: NodeType): JoinedColumn[] {
  const { before, after } = graph.terms.columns;
  const dated = dateFieldOf(type);
  return type.fields
    .filter((one) => one !== dated)
    .map((one) => {
      const named = [...before, ...after].find(({ field: name }) => name === one.name);
      return ofNode(fieldColumn(one, named));
    });
}
