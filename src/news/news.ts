import { type Graph, openGraph } from '../export/graph.ts';
import type { ExecuteContext } from '../graphql/execute.ts';
import type { ListTool } from '../mcp/list-tool.ts';
import { type Catalog, readCatalog } from '../model/catalog.ts';
import { noTerms, type Terms } from '../model/terms.ts';
import type { NodeTables } from '../tables/node-tables.ts';
import { type Tables, tablesOf } from '../tables/tables.ts';
import { tables } from './tables.ts';
import { terms } from './terms.ts';

/** What a domain says of itself to files, tables and tools. */
type Domain = {
  readonly terms: Terms;
  readonly tables: NodeTables;
  /** Loaded when somebody asks: most services are never asked so. */
  readonly lists: () => Promise<readonly ListTool[]>;
};

/** The domain of the package, news; types may be added to it. */
const news: Domain = { terms, tables, lists: async () => (await import('./mcp.ts')).lists };

/** A domain of which nothing is known but its schema. */
const other: Domain = { terms: noTerms, tables: {}, lists: async () => [] };

/** The words for a schema: those of news where it has the types of news. */
function domainOf({ type }: Catalog): Domain {
  return Object.keys(terms.rdf.classes).every(type) ? news : other;
}

/** What files, tables and tools of one service are made from. */
export type DomainParts = {
  readonly graph: Graph;
  readonly tables: Tables;
  readonly lists: Domain['lists'];
  /** Whether the graph is of the domain of the package, whose saved questions it can answer. */
  readonly isNews: boolean;
};

/** The graph of a service, with what its domain says of itself. */
export function domainParts(context: Omit<ExecuteContext, 'admission'>): DomainParts {
  const catalog = readCatalog(context.schema, context.mapping);
  const domain = domainOf(catalog);
  const graph = openGraph(context, { catalog, terms: domain.terms });
  const tables = tablesOf(graph, domain.tables);
  return { graph, tables, lists: domain.lists, isNews: domain === news };
}
