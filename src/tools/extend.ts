import { ServiceError } from '../errors.ts';
import { type Cell, flatCell, isList } from '../export/cells.ts';
import { nodeColumns } from '../export/columns.ts';
import { byIdsDocument } from '../export/documents.ts';
import { FactReader } from '../export/fact.ts';
import { fits, type Graph, onceFor } from '../export/graph.ts';
import { type GraphNode, readNodes } from '../export/walk.ts';
import type { ExtendValue as Value } from '../model/terms.ts';
import { listAt, type Told } from '../model/told.ts';

/** What a client of reconciliation may add to its rows once they have ids: columns of ours. */

type Property = {
  readonly id: string;
  readonly read: (node: GraphNode, joined: Told, baseUrl: string) => readonly Value[];
};

/** What can be added of each type beside the columns of all nodes: what its nodes lead to, which may be things of ours. */
const properties = onceFor((graph): readonly Property[] => [
  ...nodeColumns(graph)
    .filter(({ name }) => name !== 'id' && name !== 'label')
    .map(
      ({ name, read }): Property => ({
        id: name,
        read: (node, _joined, baseUrl) => values(read(node, baseUrl)),
      }),
    ),
  ...graph.terms.extend.map(
    ({ name, read }): Property => ({ id: name, read: (_node, joined) => read(joined) }),
  ),
]);

/** What is asked for these, by type. */
const documents = onceFor(({ catalog, schema, terms }) => {
  const made = terms.extend.flatMap(({ type, selection }) => {
    const list = catalog.type(type)?.list;
    return list === undefined ? [] : [byIdsDocument('Extend', list, selection)];
  });
  return [...new Set(made)].filter((document) => fits(schema, document));
});

function values(cell: Cell): Value[] {
  if (isList(cell)) return cell.map((str) => ({ str }));
  const flat = flatCell(cell);
  if (flat === null) return [];
  if (typeof flat === 'number') return [{ int: flat }];
  return [typeof flat === 'boolean' ? { bool: flat } : { str: flat }];
}

/** JSON as a person writes it. */
const spaced = (value: unknown) => JSON.stringify(value).replace(/[:,](?=["{[])/g, '$& ');

const named = (id: string) => ({ id, name: id.replaceAll('_', ' ') });

/** What can be added to rows of a type: the same for every type, empty where it does not apply. */
export function proposeProperties(graph: Graph, type: string | undefined) {
  return { ...(type !== undefined && { type }), properties: properties(graph).map(({ id }) => named(id)) };
}

/** The most ids of one request. */
const IDS_MAX = 500;

/** Answers the field `extend`: for each id the values of the properties asked for, none where there is no such thing. */
export async function extendRows(graph: Graph, text: string, baseUrl: string) {
  const { ids, wanted } = readExtend(graph, text);
  const rows = await readRows(graph, { ids, wanted }, baseUrl);
  return { meta: wanted.map(({ id }) => named(id)), rows };
}

type Rows = { readonly [id: string]: { readonly [property: string]: readonly Value[] } };

type Asked = { readonly ids: readonly string[]; readonly wanted: readonly Property[] };

async function readRows(graph: Graph, { ids, wanted }: Asked, baseUrl: string): Promise<Rows> {
  const walk = { graph, filter: {}, reader: new FactReader({ graph }) };
  const nodes = new Map((await readNodes(walk, ids)).map((node) => [node.id, node]));
  const held = new Map<string, Told>();
  for (const document of documents(graph)) {
    const told = await graph.ask(document, { ids, first: ids.length });
    for (const item of listAt(told, 'list'))
      held.set(String(item.id), { ...held.get(String(item.id)), ...item });
  }
  const valuesOf = (id: string) => {
    const node = nodes.get(id);
    const all = wanted.map((property) => [
      property.id,
      node ? property.read(node, held.get(id) ?? {}, baseUrl) : [],
    ]);
    return [id, Object.fromEntries(all)];
  };
  return Object.fromEntries(ids.map(valuesOf));
}

/** The values of properties as texts, a thing as its id and its name, by the id of what has them; unknown properties have none. */
export async function readValues(
  graph: Graph,
  { ids, pids }: { readonly ids: readonly string[]; readonly pids: readonly string[] },
  baseUrl: string,
): Promise<ReadonlyMap<string, { readonly [property: string]: readonly string[] }>> {
  const wanted = properties(graph).filter(({ id }) => pids.includes(id));
  const rows = await readRows(graph, { ids, wanted }, baseUrl);
  const textsOf = (all: Rows[string]) =>
    Object.entries(all).map(([property, values]) => [
      property,
      values.flatMap((one) => Object.values(one).map(String)),
    ]);
  return new Map(Object.entries(rows).map(([id, all]) => [id, Object.fromEntries(textsOf(all))]));
}

function readExtend(graph: Graph, text: string): { ids: string[]; wanted: Property[] } {
  const [property] = properties(graph).slice(-2);
  const example = { ids: [graph.terms.examples.otherId], properties: [{ id: property?.id }] };
  const fault = new ServiceError(
    'BAD_USER_INPUT',
    'The field extend does not say which ids and properties.',
    { hint: `Write extend=${spaced(example)}.` },
  );
  let asked: { ids?: unknown; properties?: unknown };
  try {
    asked = JSON.parse(text) as typeof asked;
  } catch {
    throw fault;
  }
  const { ids, properties: some } = asked ?? {};
  if (!Array.isArray(ids) || !Array.isArray(some) || ids.length > IDS_MAX) throw fault;
  const wanted = some.map((item) => propertyOf(graph, String((item as { id?: unknown } | null)?.id)));
  return { ids: [...new Set(ids.map(String))], wanted };
}

function propertyOf(graph: Graph, id: string): Property {
  const found = properties(graph).find((property) => property.id === id);
  if (found) return found;
  throw new ServiceError('BAD_USER_INPUT', `There is no property ${id.slice(0, 100)}.`, {
    hint: `There are ${properties(graph)
      .map((property) => property.id)
      .join(', ')}.`,
  });
}
