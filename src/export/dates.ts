import { edtfBound } from '../model/edtf.ts';
import type { Reader, Row } from '../store/store.ts';

/** A date as tables and tools take it: days padded to the period, and what was padded. */
export type DateSpan = {
  /** First day it can mean, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day it can mean, `YYYY-MM-DD`. */
  readonly end: string;
  readonly precision: 'day' | 'month' | 'year';
  /** As the source says it. */
  readonly text: string | null;
  /** The date as EDTF. */
  readonly edtf: string;
  /** Stated by the text, or implied by it. */
  readonly basis: string | null;
  /** Whether it is the date of the event that this is part of. */
  readonly inherited: boolean;
};

/** When an event or gift was, and how sure the texts are of the event. */
export type Dated = { readonly date: DateSpan | null; readonly status: string | null };

/** An event with the date that it shows: its own, or that of an event it is part of. */
type DatedEvent = Dated & { readonly distance: number; readonly from: string };

const eventText = `UNWIND $ids AS id
MATCH (n:Event {id: id})
RETURN n.id AS id, n.status AS status, n.date AS edtf, n.dateMin AS min, n.dateMax AS max,
  n.datePrecision AS precision, n.dateBasis AS basis, n.dateText AS text`;

const ancestorText = `UNWIND $ids AS id
MATCH (n:Event {id: id})
MATCH path = (n)-[:PART_OF*1..8]->(d:Event)
WHERE d.date IS NOT NULL
RETURN n.id AS id, d.id AS from, length(path) AS distance, d.date AS edtf, d.dateMin AS min, d.dateMax AS max,
  d.datePrecision AS precision, d.dateBasis AS basis, d.dateText AS text, true AS inherited
ORDER BY id, distance, from`;

const givingText = `UNWIND $ids AS id
MATCH (n:Gift {id: id})-[:GIVEN_DURING]->(e:Event)
RETURN n.id AS id, e.id AS event`;

/**
 * The dates and statuses of those of the ids that are events or gifts, by the rule of the field `date` in the schema:
 * an occurred event without a date of its own shows that of the nearest event it is part of, a gift that of its giving.
 */
export async function readDates(store: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Dated>> {
  if (ids.length === 0) return new Map();
  const givings = await store.read({ text: givingText, parameters: { ids } });
  const events = await readEvents(store, [...new Set([...ids, ...givings.map((row) => String(row.event))])]);
  const found = new Map<string, DatedEvent>();
  for (const id of ids) {
    const event = events.get(id);
    if (event) found.set(id, event);
  }
  for (const row of givings) {
    const [gift, event] = [String(row.id), events.get(String(row.event))];
    if (!event?.date) continue;
    const known = found.get(gift);
    const date = { ...event.date, inherited: true };
    if (!known || isNearer(event, known)) found.set(gift, { ...event, date, status: null });
  }
  return found;
}

function isNearer(one: DatedEvent, other: DatedEvent): boolean {
  return one.distance < other.distance || (one.distance === other.distance && one.from < other.from);
}

async function readEvents(store: Reader, ids: readonly string[]): Promise<Map<string, DatedEvent>> {
  const events = new Map<string, DatedEvent>();
  for (const row of await store.read({ text: eventText, parameters: { ids } })) {
    const id = String(row.id);
    events.set(id, { date: dateOfRow(row), status: asText(row.status), distance: 0, from: id });
  }
  const undated = [...events]
    .filter(([, { date, status }]) => !date && status === 'OCCURRED')
    .map(([id]) => id);
  if (undated.length === 0) return events;
  const inherited = new Set<string>();
  for (const row of await store.read({ text: ancestorText, parameters: { ids: undated } })) {
    const id = String(row.id);
    const event = events.get(id);
    if (!event || inherited.has(id)) continue;
    inherited.add(id);
    events.set(id, {
      ...event,
      date: dateOfRow(row),
      distance: Number(row.distance),
      from: String(row.from),
    });
  }
  return events;
}

/** The span of an EDTF date with the bounds stored beside it; null where there is no date or it cannot be read. */
export function dateOfRow(row: Row): DateSpan | null {
  const edtf = asText(row.edtf);
  if (edtf === null) return null;
  const start = asText(row.min) ?? edtfBound(edtf, 'EARLIEST');
  const end = asText(row.max) ?? edtfBound(edtf, 'LATEST');
  if (start === null || end === null || start > end) return null;
  const precision = precisionOf(edtf.split('/')[0] ?? '');
  const inherited = row.inherited === true;
  return { start, end, precision, edtf, text: asText(row.text), basis: asText(row.basis), inherited };
}

function precisionOf(day: string): DateSpan['precision'] {
  const parts = day.replace(/[?~%]$/, '').split('-').length;
  return parts === 1 ? 'year' : parts === 2 ? 'month' : 'day';
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
