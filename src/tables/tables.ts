import { type Graph, ofSubject } from '../export/graph.ts';
import { edges, facts, nodes } from './graph-tables.ts';
import { type NodeTables, nodeTables } from './node-tables.ts';
import type { Table } from './table.ts';
import { articles, claims } from './text-tables.ts';

/** The tables of one service, by name. */
export type Tables = { readonly [name: string]: Table };

/** Every table under `/tables/`, by its name: one for each type of the domain, and those that every domain has. */
export function tablesOf(graph: Graph, own: NodeTables): Tables {
  return {
    ...Object.fromEntries(nodeTables(graph, own)),
    claims,
    articles,
    nodes: nodes(graph),
    edges,
    facts,
  };
}

const fieldTypes = { list: 'string', date: 'date' } as const;

/** A description of all tables as a Frictionless Data Package. */
export function dataPackage(
  { graph, tables }: { readonly graph: Graph; readonly tables: Tables },
  baseUrl: string,
) {
  const of = ofSubject(graph);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'attested',
    title: `A knowledge graph${of} in which every fact is attested by the sentence that says it`,
    homepage: baseUrl,
    resources: Object.entries(tables).map(([name, table]) => ({
      name,
      title: table.title,
      path: `${name}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: schemaOf(table),
    })),
  };
}

function schemaOf({ columns, foreignKeys = [], key = columns.slice(0, 1).map(({ name }) => name) }: Table) {
  return {
    fields: columns.map(({ name, type, about }) => ({
      name,
      type: type in fieldTypes ? fieldTypes[type as keyof typeof fieldTypes] : type,
      description: type === 'list' ? `${about} Several are joined by "; ".` : about,
      ...(name === key[0] && { constraints: { required: true, unique: key.length === 1 } }),
    })),
    missingValues: [''],
    primaryKey: key,
    foreignKeys: foreignKeys.map(({ column, table }) => ({
      fields: column,
      reference: { resource: table, fields: 'id' },
    })),
  };
}
