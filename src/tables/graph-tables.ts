import type { Column } from '../export/cells.ts';
import { edgeColumns, factColumns, nodeColumns } from '../export/columns.ts';
import type { Graph } from '../export/graph.ts';
import { graphEdges, graphNodes } from '../export/projection.ts';
import type { Source } from '../export/source.ts';
import { walkFacts } from '../export/walk-facts.ts';
import type { Table, TableRow } from './table.ts';

/** All nodes, as Gephi and Cytoscape import them. */
export const nodes = (graph: Graph): Table => ({
  title: 'Every node',
  columns: nodeColumns(graph),
  rows: (source) => rowsOf(nodeColumns(graph), graphNodes(source), source),
});

/** All relationships, with the ends under the names that Gephi and Cytoscape import. */
export const edges: Table = {
  title: 'Every relationship',
  columns: edgeColumns,
  foreignKeys: [
    { column: 'source', table: 'nodes' },
    { column: 'target', table: 'nodes' },
  ],
  rows: (source) => rowsOf(edgeColumns, graphEdges(source), source),
};

/** All that is told: relationships, values, and that things take place, each with who says so and where. */
export const facts: Table = {
  title: 'Every fact, with its evidence',
  columns: factColumns,
  foreignKeys: [
    { column: 'subject_id', table: 'nodes' },
    { column: 'object_id', table: 'nodes' },
  ],
  rows: (source) => rowsOf(factColumns, walkFacts(source), source),
};

async function* rowsOf<Item>(
  columns: readonly Column<Item>[],
  items: AsyncIterable<Item>,
  { baseUrl }: Source,
): AsyncGenerator<TableRow> {
  for await (const item of items) yield columns.map(({ read }) => read(item, baseUrl));
}
