import type { DocumentNode } from 'graphql';
import { listAt, type Told } from '../model/told.ts';
import { byIdsDocument } from './documents.ts';
import { fits, onceFor } from './graph.ts';
import type { Ref, Walk } from './walk.ts';

/** Where something was, and whether that is told of it or of an event that it is part of. */
export type Places = {
  readonly refs: readonly Ref[];
  readonly names: readonly string[];
  readonly inherited: boolean;
};

type PlaceDocuments = { readonly things: DocumentNode; readonly events: DocumentNode };

/** What is asked for the places of things that happened during an event; null where a domain has no such things. */
const placeDocuments = onceFor(({ catalog, schema, terms: { places } }): PlaceDocuments | null => {
  const [things, events] = [catalog.type(places?.of ?? ''), catalog.type(places?.events ?? '')];
  if (!places || !things || !events) return null;
  const selection = `${places.places}(first: 100) { nodes { __typename id name } } ${places.partOf}(first: 100) { nodes { id } }`;
  const documents = {
    things: byIdsDocument('During', things.list, `${places.during} { id }`),
    events: byIdsDocument('PlacesOf', events.list, selection),
  };
  return fits(schema, documents.things) && fits(schema, documents.events) ? documents : null;
});

/** An event as far as it is looked at: its places, and the events that it is part of. */
type Placed = { readonly places: readonly Told[]; readonly partOf: readonly string[] };

/** How many steps up the events are followed. */
const STEPS_MAX = 8;

/**
 * The places of things, such as gifts, by their ids: those of the event during which each was, else of the nearest event
 * that one is part of. The events of all of them are read level by level.
 */
export async function readPlaces(
  walk: Omit<Walk, 'filter'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Places>> {
  const { graph, signal } = walk;
  const documents = placeDocuments(graph);
  if (!documents || ids.length === 0) return new Map();
  const { during = '' } = graph.terms.places ?? {};
  const things = listAt(await graph.ask(documents.things, { ids, first: ids.length }, signal), 'list');
  const starts = new Map(things.map((thing) => [String(thing.id), idsIn(listAt(thing, during))]));
  const events = await readEvents(walk, documents.events, [...starts.values()].flat());
  return new Map([...starts].map(([id, start]) => [id, placesFrom(events, start)]));
}

const idsIn = (items: readonly Told[]): string[] => items.map(({ id }) => String(id)).sort();

async function readEvents(
  { graph, signal }: Omit<Walk, 'filter'>,
  document: DocumentNode,
  starts: readonly string[],
): Promise<Map<string, Placed>> {
  const { places = '', partOf = '' } = graph.terms.places ?? {};
  const events = new Map<string, Placed>();
  let level = [...new Set(starts)];
  for (let step = 0; step <= STEPS_MAX && level.length > 0; step++) {
    const told = listAt(await graph.ask(document, { ids: level, first: level.length }, signal), 'list');
    for (const event of told) {
      events.set(String(event.id), { places: listAt(event, places), partOf: idsIn(listAt(event, partOf)) });
    }
    const above = told.flatMap((event) => events.get(String(event.id))?.partOf ?? []);
    level = [...new Set(above)].filter((id) => !events.has(id));
  }
  return events;
}

/** The places of the nearest event that has any, from some events up; of several as near, those of the first by id. */
function placesFrom(events: ReadonlyMap<string, Placed>, starts: readonly string[]): Places {
  let level = starts;
  const seen = new Set<string>();
  for (let step = 0; step <= STEPS_MAX && level.length > 0; step++) {
    const placed = level.find((id) => (events.get(id)?.places ?? []).length > 0);
    if (placed !== undefined) return { ...sorted(events.get(placed)?.places ?? []), inherited: step > 0 };
    for (const id of level) seen.add(id);
    level = [...new Set(level.flatMap((id) => events.get(id)?.partOf ?? []))]
      .filter((id) => !seen.has(id))
      .sort();
  }
  return { refs: [], names: [], inherited: false };
}

function sorted(places: readonly Told[]): Pick<Places, 'refs' | 'names'> {
  const all = [...places].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return {
    refs: all.map(({ id, __typename }) => ({ id: String(id), type: String(__typename) })),
    names: all.map(({ name }) => String(name)),
  };
}
