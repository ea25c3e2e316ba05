import { edtfBound } from '../model/edtf.ts';
import type { GraphStore, Row } from '../store/store.ts';

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

/** The same rule as the field `date` of Event and Gift in the schema: an occurred event without a date of its own
 * shows that of the nearest event it is part of, and a gift that of its giving. */
const datesText = `UNWIND $ids AS id
MATCH (n:Entity {id: id}) WHERE n:Event OR n:Gift
CALL (n) {
  MATCH path = (n)-[:PART_OF*0..8]->(d:Event)
  WHERE d.date IS NOT NULL AND (n.date IS NOT NULL OR n.status = 'OCCURRED')
  RETURN d, length(path) AS distance
  UNION
  MATCH path = (n)-[:GIVEN_DURING]->(first:Event)-[:PART_OF*0..8]->(d:Event)
  WHERE d.date IS NOT NULL AND (first.date IS NOT NULL OR first.status = 'OCCURRED')
  RETURN d, length(path) AS distance
}
WITH n, d, distance ORDER BY n.id, distance, d.id
RETURN n.id AS id, n.status AS status, d.date AS edtf, d.dateMin AS min, d.dateMax AS max,
  d.datePrecision AS precision, d.dateBasis AS basis, d.dateText AS text, distance > 0 AS inherited`;

const statusText = `UNWIND $ids AS id MATCH (n:Event {id: id}) RETURN n.id AS id, n.status AS status`;

/** The dates and statuses of those of the ids that are events or gifts. */
export async function readDates(
  store: GraphStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Dated>> {
  const found = new Map<string, Dated>();
  if (ids.length === 0) return found;
  for (const row of await store.read({ text: datesText, parameters: { ids } })) {
    const id = String(row.id);
    if (!found.has(id)) found.set(id, { date: dateOfRow(row), status: asText(row.status) });
  }
  for (const row of await store.read({ text: statusText, parameters: { ids } })) {
    const id = String(row.id);
    if (!found.has(id)) found.set(id, { date: null, status: asText(row.status) });
  }
  return found;
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
