import { createHash } from 'node:crypto';
import { type CellType, type Column, cellOf } from '../export/cells.ts';
import { nodeColumns } from '../export/columns.ts';
import { joinPlaces, type Places, placeFields, placesOf } from '../export/places.ts';
import type { Source } from '../export/source.ts';
import type { NodeType } from '../export/vocabulary.ts';
import { type GraphNode, walkNodeBatches } from '../export/walk.ts';
import type { Row } from '../store/store.ts';
import type { ForeignKey, Table, TableColumn, TableRow } from './table.ts';

/** Tables of one type of node, each with what is joined to it. */

/** A column read from a node and from the row that `extra` joins to it. */
type Joined = TableColumn & {
  readonly read: (node: GraphNode, extra: Row, baseUrl: string) => TableRow[number];
};

type NodeTable = {
  readonly title: string;
  readonly type: NodeType;
  readonly columns: readonly Joined[];
  /** Joins rows to the nodes of `$ids`, by `id`: several rows of one node are several rows of the table. */
  readonly extra: string;
  readonly foreignKeys?: readonly ForeignKey[] | undefined;
};

function nodeTable({ type, extra, columns, ...described }: NodeTable): Table {
  return { ...described, columns, rows: (source) => joinedRows({ type, extra, columns }, source) };
}

async function* joinedRows(
  { type, extra, columns }: Pick<NodeTable, 'type' | 'extra' | 'columns'>,
  source: Source,
): AsyncGenerator<TableRow> {
  for await (const batch of walkNodeBatches({ ...source, filter: { types: [type] } })) {
    const ids = batch.map((node) => node.id);
    const joined = groupById(await source.store.read({ text: extra, parameters: { ids } }));
    for (const node of batch) {
      for (const row of joined.get(node.id) ?? [{}]) {
        yield columns.map(({ read }) => read(node, row, source.baseUrl));
      }
    }
  }
}

function groupById(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = String(row.id);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

/** Columns that every node has, by name; `as` names them anew. */
function own(names: string, as: { readonly [name: string]: string } = {}): Joined[] {
  return names.split(' ').map((name) => {
    const column = nodeColumns.find((found) => found.name === name) as Column<GraphNode>;
    const { type, about, read } = column;
    return { name: as[name] ?? name, type, about, read: (node, _extra, baseUrl) => read(node, baseUrl) };
  });
}

/** A property of the node that is no column of every node. */
function property(name: string, type: CellType, about: string): Joined {
  return { name, type, about, read: (node) => cellOf(node.properties[name]) };
}

/** A column of the joined row. */
function joined(name: string, type: CellType, about: string): Joined {
  return { name, type, about, read: (_node, extra) => cellOf(extra[name]) };
}

/** What is joined, as two columns: its id, then its name; in the plural both are lists. */
function linked(id: string, name: string, what: string): Joined[] {
  const type = id.endsWith('_ids') ? 'list' : 'string';
  const about = `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  return [joined(id, type, `${type === 'list' ? 'Ids' : 'Id'} of ${about}`), joined(name, type, what)];
}

const SOURCES = 'claims statement sentences attributed_to source_id source_url source_title source_published';
const DATES = 'start_date end_date date_precision date_text date_basis date_inherited';

/** Named people. */
export const people = nodeTable({
  title: 'Named people',
  type: 'Person',
  columns: [
    ...own('id label aliases weak_aliases description wikidata'),
    joined('offices', 'list', 'Offices held.'),
    ...linked('country_ids', 'countries', 'The countries of these offices.'),
    joined('gifts_given', 'integer', 'How many gifts it gave.'),
    joined('gifts_received', 'integer', 'How many gifts it received.'),
    joined('events', 'integer', 'How many events it is involved in.'),
    ...own(SOURCES),
  ],
  extra: `UNWIND $ids AS id
MATCH (n:Person {id: id})
CALL (n) {
  MATCH (n)-[o:HOLDS_OFFICE]->(c:Country)
  WITH o, c ORDER BY c.id, o.title
  RETURN collect(o.title) AS offices, collect(c.id) AS country_ids, collect(c.name) AS countries
}
CALL (n) { MATCH (n)-[:GAVE]->(g:Gift) RETURN count(g) AS gifts_given }
CALL (n) { MATCH (n)<-[:GIVEN_TO]-(g:Gift) RETURN count(g) AS gifts_received }
CALL (n) { MATCH (n)-[:INVOLVED_IN]->(e:Event) RETURN count(DISTINCT e.id) AS events }
RETURN n.id AS id, offices, country_ids, countries, gifts_given, gifts_received, events`,
});

/** Countries. */
export const countries = nodeTable({
  title: 'Countries, as actors and as places',
  type: 'Country',
  columns: [
    ...own('id label iso2 iso3'),
    property('demonym', 'string', 'The word for its people.'),
    ...own('aliases weak_aliases wikidata'),
    joined('events', 'integer', 'How many events it is involved in.'),
    joined('events_here', 'integer', 'How many events took, or shall take, place in it.'),
    joined('gifts_made_here', 'integer', 'How many gifts were made in it.'),
    ...own(SOURCES),
  ],
  extra: `UNWIND $ids AS id
MATCH (n:Country {id: id})
CALL (n) { MATCH (n)-[:INVOLVED_IN]->(e:Event) RETURN count(DISTINCT e.id) AS events }
CALL (n) { MATCH (n)<-[:LOCATED_IN*0..4]-()<-[:HAS_PLACE]-(e:Event) RETURN count(DISTINCT e.id) AS events_here }
CALL (n) { MATCH (n)<-[:MADE_IN]-(g:Gift) RETURN count(g) AS gifts_made_here }
RETURN n.id AS id, events, events_here, gifts_made_here`,
});

/** Events. */
export const events = nodeTable({
  title: 'What happened, holds, is planned, sought, feared or said: see status',
  type: 'Event',
  columns: [
    ...own('id label subtype status', { subtype: 'kind' }),
    ...own(DATES),
    ...linked('place_ids', 'places', 'Where it takes place.'),
    ...linked('involved_ids', 'involved', 'Who is involved; the names with their roles.'),
    joined('part_of', 'list', 'Ids of the events that it is part of.'),
    ...own('object purpose'),
    property('grounds', 'string', 'What a warning or demand rests on.'),
    property('duration', 'string', 'How long it lasts, in the words of the text.'),
    ...own(SOURCES),
  ],
  extra: `UNWIND $ids AS id
MATCH (n:Event {id: id})
CALL (n) {
  MATCH (n)-[:HAS_PLACE]->(p)
  WITH p ORDER BY p.id LIMIT 100
  RETURN collect(p.id) AS place_ids, collect(p.name) AS places
}
CALL (n) {
  MATCH (a)-[r:INVOLVED_IN]->(n)
  WITH a, r ORDER BY a.id, r.role LIMIT 100
  RETURN collect(a.id) AS involved_ids, collect(a.name + ' (' + toLower(r.role) + ')') AS involved
}
CALL (n) {
  MATCH (n)-[:PART_OF]->(e:Event)
  WITH e ORDER BY e.id LIMIT 100
  RETURN collect(e.id) AS part_of
}
RETURN n.id AS id, place_ids, places, involved_ids, involved, part_of`,
});

/** A column of a gift about where it was given. */
function placed(name: string, type: CellType, about: string, part: keyof Places): Joined {
  const read: Joined['read'] = (_node, extra) =>
    extra.placeIds === undefined || placesOf(extra).ids.length === 0 ? null : placesOf(extra)[part];
  return { name, type, about, read };
}

function givingId(node: GraphNode, extra: Row): string {
  const parts = [node.id, extra.giver_id ?? '', extra.recipient_id ?? ''];
  return `giving:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)}`;
}

/** The flat answer to who gave what to whom: one row for each giver, gift and recipient. */
export const gifts = nodeTable({
  title: 'Who gave what to whom, when and where',
  type: 'Gift',
  columns: [
    { name: 'id', type: 'string', about: 'Stable id of the row.', read: givingId },
    ...own('id label item quantity description', { id: 'gift_id', label: 'gift' }),
    ...linked('giver_id', 'giver', 'Who gave it.'),
    ...linked('giver_country_ids', 'giver_country', 'Countries that the giver is or holds an office of.'),
    ...linked('recipient_id', 'recipient', 'Who received it.'),
    ...linked(
      'recipient_country_ids',
      'recipient_country',
      'Countries that the recipient is or holds an office of.',
    ),
    ...linked('event_id', 'event', 'The event of the giving.'),
    placed(
      'place_ids',
      'list',
      'Where that event, or the nearest one that it is part of, took place.',
      'ids',
    ),
    placed('places', 'list', 'The names of these places.', 'names'),
    placed(
      'place_inherited',
      'boolean',
      'Whether they are told of an event that it is part of.',
      'inherited',
    ),
    ...linked('made_in_ids', 'made_in', 'Countries where it was made.'),
    joined('in_return_for', 'list', 'Ids of the gifts that it answers.'),
    ...own(DATES),
    ...own(SOURCES),
  ],
  foreignKeys: [
    { column: 'gift_id', table: 'nodes' },
    { column: 'giver_id', table: 'nodes' },
    { column: 'recipient_id', table: 'nodes' },
    { column: 'event_id', table: 'events' },
  ],
  extra: `UNWIND $ids AS id
MATCH (n:Gift {id: id})
CALL (n) {
  MATCH (n)-[:GIVEN_DURING]->(e:Event)
  WITH e ORDER BY e.id LIMIT 1
  RETURN collect(e.id) AS eventIds, collect(e.name) AS eventNames
}
CALL (n) { MATCH (n)-[:MADE_IN]->(c) WITH c ORDER BY c.id RETURN collect(c.id) AS made_in_ids, collect(c.name) AS made_in }
${joinPlaces}
CALL (n) { MATCH (n)-[:IN_RETURN_FOR]->(g) WITH g ORDER BY g.id RETURN collect(g.id) AS in_return_for }
OPTIONAL MATCH (giver)-[:GAVE]->(n)
OPTIONAL MATCH (n)-[:GIVEN_TO]->(recipient)
CALL (giver) {
  MATCH (giver)-[:HOLDS_OFFICE*0..1]->(c:Country) WITH DISTINCT c ORDER BY c.id
  RETURN collect(c.id) AS giver_country_ids, collect(c.name) AS giver_country
}
CALL (recipient) {
  MATCH (recipient)-[:HOLDS_OFFICE*0..1]->(c:Country)
  WITH DISTINCT c ORDER BY c.id
  RETURN collect(c.id) AS recipient_country_ids, collect(c.name) AS recipient_country
}
RETURN n.id AS id, giver.id AS giver_id, giver.name AS giver, giver_country_ids, giver_country,
  recipient.id AS recipient_id, recipient.name AS recipient, recipient_country_ids, recipient_country,
  eventIds[0] AS event_id, eventNames[0] AS event, made_in_ids, made_in, in_return_for, ${placeFields}
ORDER BY id, giver_id, recipient_id`,
});
