import type { Graph } from '../export/graph.ts';
import { listAt, type Told, textsOf } from '../model/told.ts';
import {
  field,
  type JoinedColumn,
  joined,
  linked,
  type NodeTable,
  type NodeTables,
  own,
  sourcesOf,
  whenOf,
} from '../tables/node-tables.ts';

/** The tables of people, countries, events and gifts, with what analysts ask of them first. */

const OFFICES = 'offices(first: 1000) { nodes { title country { id name } } }';

const totalOf = (told: Told, name: string): number =>
  Number((told[name] as Told | undefined)?.totalCount ?? 0);

/** In how many events something is involved, in whatever roles. */
const eventCount = joined(['events', 'integer', 'How many events it is involved in.'], (told) => {
  return new Set(textsOf(listAt(told, 'involvements', 'event'), 'id')).size;
});

const INVOLVED = 'involvements(first: 100000) { nodes { event { id } } }';

const people: NodeTable = {
  title: 'Named people',
  selection: `${OFFICES} gave(first: 0) { totalCount } received(first: 0) { totalCount } ${INVOLVED}`,
  columns: (graph) => [
    ...own(graph, 'id label aliases weak_aliases description wikidata'),
    joined(['offices', 'list', 'Offices held.'], (told) => textsOf(listAt(told, 'offices'), 'title')),
    ...linked(['country_ids', 'countries'], 'The countries of these offices.', (told) =>
      listAt(told, 'offices', 'country'),
    ),
    joined(['gifts_given', 'integer', 'How many gifts it gave.'], (told) => totalOf(told, 'gave')),
    joined(['gifts_received', 'integer', 'How many gifts it received.'], (told) => totalOf(told, 'received')),
    eventCount,
    ...sourcesOf,
  ],
};

const countries: NodeTable = {
  title: 'Countries, as actors and as places',
  selection: `${INVOLVED} eventsHere(first: 0) { totalCount } giftsMadeHere(first: 0) { totalCount }`,
  columns: (graph) => [
    ...own(graph, 'id label iso2 iso3'),
    field('demonym', 'string', 'The word for its people.'),
    ...own(graph, 'aliases weak_aliases wikidata'),
    eventCount,
    joined(['events_here', 'integer', 'How many events took, or shall take, place in it.'], (told) =>
      totalOf(told, 'eventsHere'),
    ),
    joined(['gifts_made_here', 'integer', 'How many gifts were made in it.'], (told) =>
      totalOf(told, 'giftsMadeHere'),
    ),
    ...sourcesOf,
  ],
};

const events: NodeTable = {
  title: 'What happened, holds, is planned, sought, feared or said: see status',
  selection: `places(first: 100) { nodes { id name } }
involvements(first: 100) { nodes { role actor { id name } } }
partOf(first: 100) { nodes { id } }`,
  columns: (graph) => [
    ...own(graph, 'id label subtype status', { subtype: 'kind' }),
    ...whenOf,
    ...linked(['place_ids', 'places'], 'Where it takes place.', (told) => listAt(told, 'places')),
    ...linked(['involved_ids', 'involved'], 'Who is involved; the names with their roles.', involved),
    joined(['part_of', 'list', 'Ids of the events that it is part of.'], (told) =>
      textsOf(listAt(told, 'partOf'), 'id'),
    ),
    ...own(graph, 'object purpose'),
    field('grounds', 'string', 'What a warning or demand rests on.'),
    field('duration', 'string', 'How long it lasts, in the words of the text.'),
    ...sourcesOf,
  ],
};

function involved(told: Told): Told[] {
  return listAt(told, 'involvements').map(({ role, actor }) => {
    const { id, name } = actor as Told;
    return { id, name: `${name ?? ''} (${String(role).toLowerCase()})` };
  });
}

/** Who gave or received, with the countries that it is or holds an office of. */
const PARTY = `(first: 1000) { nodes {
  ... on Entity { __typename id name }
  ... on Person { offices(first: 1000) { nodes { country { id name } } } }
} }`;

function countriesOf(party: Told | undefined): Told[] {
  if (!party) return [];
  const all = party.__typename === 'Country' ? [party] : listAt(party, 'offices', 'country');
  const byId = new Map(all.map((country) => [String(country.id), country]));
  return [...byId.values()].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

/** One row for each giver, gift and recipient; a gift of unknown giver or recipient has rows too. */
function givings(told: Told): Told[] {
  const parties = (name: string): (Told | null)[] => {
    const known = listAt(told, name);
    known.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    return known.length > 0 ? known : [null];
  };
  const recipients = parties('recipients');
  return parties('givers').flatMap((giver) => recipients.map((recipient) => ({ ...told, giver, recipient })));
}

/** A giver or recipient: its id and name, and its countries. */
function party(name: string, who: string): JoinedColumn[] {
  return [
    ...linked([`${name}_id`, name], who, (told) => listAt(told, name)),
    ...linked(
      [`${name}_country_ids`, `${name}_country`],
      `Countries that the ${name} is or holds an office of.`,
      (told) => countriesOf(listAt(told, name)[0]),
    ),
  ];
}

const places: readonly JoinedColumn[] = [
  {
    name: 'place_ids',
    type: 'list',
    about: 'Where that event, or the nearest one that it is part of, took place.',
    read: ({ places: at }) => (at?.refs ?? []).map(({ id }) => id),
  },
  {
    name: 'places',
    type: 'list',
    about: 'The names of these places.',
    read: ({ places: at }) => at?.names ?? [],
  },
  {
    name: 'place_inherited',
    type: 'boolean',
    about: 'Whether they are told of an event that it is part of.',
    read: ({ places: at }) => (at && at.refs.length > 0 ? at.inherited : null),
  },
];

const gifts: NodeTable = {
  title: 'Who gave what to whom, when and where',
  selection: `during { id name } madeIn { id name } inReturnFor(first: 1000) { nodes { id } }
givers${PARTY} recipients${PARTY}`,
  rows: givings,
  columns: (graph: Graph) => [
    ...own(graph, 'id label item quantity status description', { label: 'gift' }),
    ...party('giver', 'Who gave it.'),
    ...party('recipient', 'Who received it.'),
    ...linked(['event_id', 'event'], 'The event of the giving.', (told) => listAt(told, 'during')),
    ...places,
    ...linked(['made_in_ids', 'made_in'], 'Countries where it was made.', (told) => listAt(told, 'madeIn')),
    joined(['in_return_for', 'list', 'Ids of the gifts that it answers.'], (told) =>
      textsOf(listAt(told, 'inReturnFor'), 'id'),
    ),
    ...whenOf,
    ...sourcesOf,
  ],
  key: ['id', 'giver_id', 'recipient_id'],
  foreignKeys: [
    { column: 'id', table: 'nodes' },
    { column: 'giver_id', table: 'nodes' },
    { column: 'recipient_id', table: 'nodes' },
    { column: 'event_id', table: 'events' },
  ],
};

/** The tables that news makes of its own. */
export const tables: NodeTables = { Person: people, Country: countries, Event: events, Gift: gifts };
