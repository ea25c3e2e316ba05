import type { Column } from './cells.ts';
import { edgeColumns, nodeColumns } from './columns.ts';
import type { GraphEdge } from './edge.ts';
import { graphEdges, graphNodes } from './projection.ts';
import type { Source } from './source.ts';
import type { GraphNode } from './walk.ts';
import { xmlAttributes, xmlCell, xmlText, xmlType } from './xml.ts';

const nodeData = ({ graph }: Source): readonly Column<GraphNode>[] => [
  // yEd and Cytoscape look for either.
  { name: 'name', type: 'string', about: 'Its name.', read: (node) => node.label },
  ...nodeColumns(graph).filter((column) => column.name !== 'id'),
];

const ends = new Set(['id', 'source', 'target']);
const edgeData: readonly Column<GraphEdge>[] = [
  // Some readers lose the id of the element, and igraph puts ids of nodes there.
  { name: 'edge_id', type: 'string', about: 'Stable id.', read: (edge) => edge.id },
  { name: 'type', type: 'string', about: 'The kind again.', read: (edge) => edge.kind },
  ...edgeColumns.filter((column) => !ends.has(column.name)),
];

/** A GraphML file: for Cytoscape, yEd, igraph and R. */
export async function* writeGraphml(source: Source): AsyncGenerator<string> {
  const nodes = nodeData(source);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${declare('node', nodes)}${declare('edge', edgeData)}<graph id="attested" edgedefault="directed">\n`;
  for await (const node of graphNodes(source)) {
    yield `<node${xmlAttributes({ id: node.id })}>${data('node', nodes, [node, source])}</node>\n`;
  }
  for await (const edge of graphEdges(source)) {
    const attributes = xmlAttributes({ id: edge.id, source: edge.source.id, target: edge.target.id });
    yield `<edge${attributes}>${data('edge', edgeData, [edge, source])}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function declare<Item>(domain: string, columns: readonly Column<Item>[]): string {
  const line = ({ name, type }: Column<Item>) => {
    const kind = type === 'integer' ? 'long' : xmlType(type, 'string');
    return `<key id="${domain}_${name}" for="${domain}" attr.name="${name}" attr.type="${kind}"/>\n`;
  };
  return columns.map(line).join('');
}

function data<Item>(
  domain: string,
  columns: readonly Column<Item>[],
  [item, source]: [Item, Source],
): string {
  const lines = columns.map(({ name, read }) => {
    const value = xmlCell(read(item, source.baseUrl), (items) => items.join('; '));
    return value === null ? '' : `<data key="${domain}_${name}">${xmlText(value)}</data>`;
  });
  return lines.join('');
}
