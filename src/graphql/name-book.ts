import { iso3Of } from '../model/candidate/iso3.ts';
import { indexNames, type NamedThing, type NameIndex } from '../model/candidate/name-index.ts';
import type { Mapping } from '../model/mapping.ts';
import { type GraphStore, generationOf, type ReadOptions, type Row } from '../store/store.ts';

/**
 * All that is called anything, with the forms that candidates are found by: read from the graph when the first text comes
 * that is no name, and again when the graph is another. Names that are names never need it.
 */

/** How many things are read at once. */
const PAGE = 5_000;

/** The most things that are looked through; of a larger graph the first by id. */
const THINGS_MAX = 200_000;

type Book = { readonly generation: string | null; readonly index: Promise<NameIndex> };

const books = new WeakMap<GraphStore, Book>();

/** What a book is read from. */
export type BookOf = { readonly store: GraphStore; readonly mapping: Mapping; readonly options: ReadOptions };

/** The names of a graph as it is now. */
export async function nameBook(of: BookOf): Promise<NameIndex> {
  const generation = await generationOf(of.store);
  const known = books.get(of.store);
  if (known?.generation === generation) return known.index;
  const index = readThings(of).then(indexNames);
  const book = { generation, index };
  books.set(of.store, book);
  // A reading that failed is not kept: the next one who asks tries again.
  index.catch(() => books.get(of.store) === book && books.delete(of.store));
  return index;
}

async function readThings(of: BookOf): Promise<readonly NamedThing[]> {
  const things: NamedThing[] = [];
  for (let after = ''; things.length < THINGS_MAX; ) {
    const page = await readPage(of, after);
    things.push(...page);
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) break;
  }
  return things;
}

async function readPage(of: BookOf, after: string): Promise<readonly NamedThing[]> {
  const { codes, demonyms, titles } = of.mapping.suggested;
  const own = [...codes, ...demonyms].map((property) => `, thing.${property} AS ${property}`).join('');
  const rows = await read(
    of,
    `MATCH (thing:Entity) WHERE thing.id > $after AND thing.sameAs IS NULL
WITH thing ORDER BY thing.id LIMIT ${PAGE}
RETURN thing.id AS id, labels(thing) AS labels, thing.name AS name, thing.reportedOn AS reportedOn${own}`,
    { after },
  );
  const ids = rows.map(({ id }) => String(id));
  const names = await read(
    of,
    `UNWIND $ids AS id MATCH (:Entity {id: id})<-[names:NAMES]-(name:Name) RETURN id, name.key AS key, names.weak AS weak`,
    { ids },
  );
  const offices = await Promise.all(
    titles.map(({ type, property }) =>
      read(
        of,
        `UNWIND $ids AS id MATCH (:Entity {id: id})-[office:${type}]->(state:Entity) RETURN id, office.${property} AS title, state.id AS state`,
        { ids },
      ),
    ),
  );
  const [namesOf, officesOf] = [byId(names), byId(offices.flat())];
  return rows.map((row) => thingOf(of.mapping, row, { names: namesOf, offices: officesOf }));
}

const read = ({ store, options }: BookOf, text: string, parameters: Row): Promise<readonly Row[]> =>
  store.read({ text, parameters }, options);

/** Rows by the id of what they are of. */
function byId(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const known = all.get(String(row.id));
    if (known) known.push(row);
    else all.set(String(row.id), [row]);
  }
  return all;
}

type Rows = ReadonlyMap<string, readonly Row[]>;

function thingOf(
  mapping: Mapping,
  row: Row,
  { names, offices }: { readonly names: Rows; readonly offices: Rows },
): NamedThing {
  const id = String(row.id);
  const called = names.get(id) ?? [];
  const keys = (weak: boolean) => called.filter((one) => one.weak === weak).map(({ key }) => String(key));
  const told = (properties: readonly string[]) =>
    properties.flatMap((property) => (typeof row[property] === 'string' ? [String(row[property])] : []));
  const [demonym] = told(mapping.suggested.demonyms);
  return {
    id,
    type: mapping.typeOf(row.labels as readonly string[]),
    name: String(row.name),
    ...(typeof row.reportedOn === 'string' && { reportedOn: row.reportedOn }),
    aliases: keys(false),
    weakAliases: keys(true),
    codes: told(mapping.suggested.codes).flatMap((code) => [code, iso3Of(code) ?? []].flat()),
    ...(demonym !== undefined && { demonym }),
    offices: (offices.get(id) ?? []).map(({ title, state }) => ({ title: String(title), of: String(state) })),
  };
}
