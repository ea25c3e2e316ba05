import { ServiceError } from '../errors.ts';
import { type Cell, flatCell, isList, texts } from '../export/cells.ts';
import { nodeColumns } from '../export/columns.ts';
import { type GraphNode, readNodes } from '../export/walk.ts';
import type { Reader, Row } from '../store/store.ts';

/** What a client of reconciliation may add to its rows once they have ids: columns of ours. */

/** A value as the protocol writes it; one with an id is a thing of ours. */
type Value =
  | { readonly str: string }
  | { readonly int: number }
  | { readonly bool: boolean }
  | { readonly id: string; readonly name: string };

type Property = {
  readonly id: string;
  readonly read: (node: GraphNode, held: Row, baseUrl: string) => readonly Value[];
};

const officesText = `UNWIND $ids AS id
MATCH (n:Entity {id: id})-[o:HOLDS_OFFICE]->(c:Country)
WITH n.id AS id, o.title AS title, c.id AS country, c.name AS name ORDER BY id, country, title
RETURN id, collect(title) AS titles, collect(country) AS countries, collect(name) AS names`;

const properties: readonly Property[] = [
  ...nodeColumns
    .filter(({ name }) => name !== 'id' && name !== 'label')
    .map(
      ({ name, read }): Property => ({
        id: name,
        read: (node, _held, baseUrl) => values(read(node, baseUrl)),
      }),
    ),
  { id: 'offices', read: (_node, held) => texts(held.titles).map((str) => ({ str })) },
  {
    id: 'countries',
    read: (_node, held) => {
      const names = texts(held.names);
      return texts(held.countries).map((id, i) => ({ id, name: names[i] ?? id }));
    },
  },
];

function values(cell: Cell): Value[] {
  if (isList(cell)) return cell.map((str) => ({ str }));
  const flat = flatCell(cell);
  if (flat === null) return [];
  if (typeof flat === 'number') return [{ int: flat }];
  return [typeof flat === 'boolean' ? { bool: flat } : { str: flat }];
}

const named = (id: string) => ({ id, name: id.replaceAll('_', ' ') });

/** What can be added to rows of a type: the same for every type, empty where it does not apply. */
export function proposeProperties(type: string | undefined) {
  return { ...(type !== undefined && { type }), properties: properties.map(({ id }) => named(id)) };
}

/** The most ids of one request. */
const IDS_MAX = 500;

/** Answers the field `extend`: for each id the values of the properties asked for, none where there is no such thing. */
export async function extendRows(store: Reader, text: string, baseUrl: string) {
  const { ids, wanted } = readExtend(text);
  const nodes = new Map((await readNodes(store, ids)).map((node) => [node.id, node]));
  const rows = await store.read({ text: officesText, parameters: { ids } });
  const held = new Map(rows.map((row) => [String(row.id), row]));
  const valuesOf = (id: string) => {
    const node = nodes.get(id);
    const all = wanted.map((property) => [
      property.id,
      node ? property.read(node, held.get(id) ?? {}, baseUrl) : [],
    ]);
    return [id, Object.fromEntries(all)];
  };
  return { meta: wanted.map(({ id }) => named(id)), rows: Object.fromEntries(ids.map(valuesOf)) };
}

function readExtend(text: string): { ids: string[]; wanted: Property[] } {
  const fault = new ServiceError(
    'BAD_USER_INPUT',
    'The field extend does not say which ids and properties.',
    {
      hint: 'Write extend={"ids": ["person:kim-jong-un"], "properties": [{"id": "offices"}]}.',
    },
  );
  let asked: { ids?: unknown; properties?: unknown };
  try {
    asked = JSON.parse(text) as typeof asked;
  } catch {
    throw fault;
  }
  const { ids, properties: some } = asked ?? {};
  if (!Array.isArray(ids) || !Array.isArray(some) || ids.length > IDS_MAX) throw fault;
  const wanted = some.map((item) => propertyOf(String((item as { id?: unknown } | null)?.id)));
  return { ids: [...new Set(ids.map(String))], wanted };
}

function propertyOf(id: string): Property {
  const found = properties.find((property) => property.id === id);
  if (found) return found;
  throw new ServiceError('BAD_USER_INPUT', `There is no property ${id.slice(0, 100)}.`, {
    hint: `There are ${properties.map((property) => property.id).join(', ')}.`,
  });
}
