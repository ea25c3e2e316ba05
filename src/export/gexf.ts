import type { Column } from './cells.ts';
import { cleanText } from './cells.ts';
import { edgeColumns, nodeColumns } from './columns.ts';
import type { DateSpan } from './dates.ts';
import type { GraphEdge } from './edge.ts';
import { graphEdges, graphNodes } from './projection.ts';
import type { Source, Write } from './source.ts';
import type { GraphNode } from './walk.ts';
import { xmlAttributes, xmlCell, xmlText, xmlType } from './xml.ts';

/** What XML attributes of the elements themselves say already. */
const nodeElement = new Set(['id', 'label']);
const edgeElement = new Set(['id', 'source', 'target', 'kind', 'interaction', 'label', 'weight']);

const nodeValues = ({ graph }: Source) => nodeColumns(graph).filter(({ name }) => !nodeElement.has(name));
const edgeValues: readonly Column<GraphEdge>[] = [
  // NetworkX reads no `kind`.
  { name: 'type', type: 'string', about: 'The kind again.', read: (edge) => edge.kind },
  ...edgeColumns.filter((column) => !edgeElement.has(column.name)),
];

/** A GEXF file: for Gephi, Gephi Lite and NetworkX. */
export function writeGexf(namespace: string, version: string): Write {
  return async function* gexf(source) {
    const nodes = nodeValues(source);
    yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="${namespace}" version="${version}">
<meta><creator>attested</creator><description>${xmlText(source.baseUrl)}</description></meta>
<graph mode="dynamic" defaultedgetype="directed" idtype="string" timeformat="date" timerepresentation="interval">
${declare('node', nodes)}${declare('edge', edgeValues)}<nodes>\n`;
    for await (const node of graphNodes(source)) yield nodeLine(node, nodes, source);
    yield '</nodes>\n<edges>\n';
    for await (const edge of graphEdges(source)) yield edgeLine(edge, source);
    yield '</edges>\n</graph>\n</gexf>\n';
  };
}

function declare<Item>(of: string, columns: readonly Column<Item>[]): string {
  const lines = columns.map(
    ({ name, type }, i) => `<attribute id="${i}" title="${name}" type="${xmlType(type, 'liststring')}"/>\n`,
  );
  return `<attributes class="${of}" mode="static">\n${lines.join('')}</attributes>\n`;
}

function nodeLine(node: GraphNode, columns: readonly Column<GraphNode>[], source: Source): string {
  const { id, label } = node;
  return `<node${xmlAttributes({ id, label, ...spell(node.date) })}>${values(columns, node, source)}</node>\n`;
}

function edgeLine(edge: GraphEdge, source: Source): string {
  const { id, kind, label } = edge;
  const ends = { source: edge.source.id, target: edge.target.id };
  const attributes = xmlAttributes({ id, ...ends, kind, label, weight: edge.weight, ...spell(edge.date) });
  return `<edge${attributes}>${values(edgeValues, edge, source)}</edge>\n`;
}

/** The days for the time line; a single day starts and ends. */
function spell(date: DateSpan | null): { start: string | null; end: string | null } {
  return { start: date?.earliest ?? null, end: date?.latest ?? null };
}

function values<Item>(columns: readonly Column<Item>[], item: Item, { baseUrl }: Source): string {
  const lines = columns.map(({ read }, i) => {
    const value = xmlCell(read(item, baseUrl), (items) => JSON.stringify(items.map(cleanText)));
    return value === null ? '' : `<attvalue for="${i}" value="${xmlText(value)}"/>`;
  });
  const all = lines.join('');
  return all === '' ? '' : `<attvalues>${all}</attvalues>`;
}
