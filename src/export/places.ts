import type { Row } from '../store/store.ts';
import { texts } from './cells.ts';

/** Where something was, and whether that is told of it or of an event that it is part of. */
export type Places = {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly inherited: boolean;
};

/**
 * A part of a statement that joins to a gift `n` the places of the event of its giving and of the events that one is
 * part of, the nearest first; `placesOf` reads it.
 */
export const joinPlaces = `CALL (n) {
  MATCH (n)-[:GIVEN_DURING]->(e:Event)
  MATCH path = (e)-[:PART_OF*0..8]->(d:Event)
  MATCH (d)-[:HAS_PLACE]->(p:Entity)
  WITH length(path) AS distance, d.id AS event, p.id AS id, p.name AS name
  ORDER BY distance, event, id LIMIT 100
  RETURN collect(distance) AS distances, collect(event) AS placedEvents, collect(id) AS placeIds,
    collect(name) AS placeNames
}`;

/** What `joinPlaces` returns. */
export const placeFields = 'distances, placedEvents, placeIds, placeNames';

/** The places of the nearest event that has any. */
export function placesOf(row: Row): Places {
  const [ids, names, events] = [texts(row.placeIds), texts(row.placeNames), texts(row.placedEvents)];
  const nearest = (_item: string, i: number) => events[i] === events[0];
  const [distance] = (row.distances ?? []) as readonly unknown[];
  return { ids: ids.filter(nearest), names: names.filter(nearest), inherited: Number(distance ?? 0) > 0 };
}
