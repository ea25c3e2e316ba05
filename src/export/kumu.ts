import { type Column, cleanText, flatCell, isList } from './cells.ts';
import { edgeColumns, nodeColumns } from './columns.ts';
import type { GraphEdge } from './edge.ts';
import { graphEdges, graphNodes } from './projection.ts';
import type { Source } from './source.ts';
import type { GraphNode } from './walk.ts';

/** What the members of elements and connections that Kumu knows say already. */
const ofElement = new Set(['id', 'label', 'type', 'description']);
const ofConnection = new Set(['id', 'source', 'target', 'kind', 'interaction', 'label', 'relation']);

/** The graph as Kumu reads it from a link to JSON: elements and connections, all else as fields of theirs. */
export async function* writeKumu(source: Source): AsyncGenerator<string> {
  yield '{"elements": [';
  yield* listed(graphNodes(source), (node) => element(node, source));
  yield '],\n"connections": [';
  yield* listed(graphEdges(source), (edge) => connection(edge, source));
  yield ']}\n';
}

async function* listed<Item>(
  items: AsyncIterable<Item>,
  write: (item: Item) => object,
): AsyncGenerator<string> {
  let before = '\n';
  for await (const item of items) {
    yield `${before}${JSON.stringify(write(item))}`;
    before = ',\n';
  }
  yield '\n';
}

function element(node: GraphNode, { graph, baseUrl }: Source): object {
  const { id, type, label, fields: held } = node;
  const about = typeof held.description === 'string' ? { description: cleanText(held.description) } : {};
  const tags = [held.kind, held.status].filter((tag) => typeof tag === 'string');
  return {
    id,
    label: cleanText(label),
    type,
    ...about,
    tags,
    ...fields(nodeColumns(graph), ofElement, [node, baseUrl]),
  };
}

function connection(edge: GraphEdge, { baseUrl }: Source): object {
  const { id, source, target, label, relation } = edge;
  const known = { id, from: source.id, to: target.id, direction: 'directed', type: relation, label };
  return { ...known, ...fields(edgeColumns, ofConnection, [edge, baseUrl]) };
}

/** The other columns, those that hold nothing left out. */
function fields<Item>(
  columns: readonly Column<Item>[],
  known: ReadonlySet<string>,
  [item, baseUrl]: readonly [Item, string],
): object {
  const found: Record<string, unknown> = {};
  for (const { name, read } of columns.filter((column) => !known.has(column.name))) {
    const cell = read(item, baseUrl);
    const value = isList(cell) ? cell.map(cleanText) : flatCell(cell);
    if (value !== null && !(Array.isArray(value) && value.length === 0)) found[name] = value;
  }
  return found;
}
