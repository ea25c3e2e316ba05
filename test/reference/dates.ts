import { type Agreement, agreementOnDate } from './agreement.ts';
import { firstDay, lastDay } from './days.ts';
import { statedFor } from './evidence.ts';
import { type GraphNode, idOf, outgoing, type Relationship } from './graph.ts';

/** A date as the schema shows it. */
export type FuzzyDate = {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision: string;
  readonly basis: string | null;
  readonly text: string | null;
  readonly inherited: boolean;
  readonly statements: readonly Relationship[];
  readonly agreement: Agreement;
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const HOPS_MAX = 8;

/** The event whose date an event shows: itself, or where it occurred undated, the nearest that it is part of. */
function datedBy(event: GraphNode): { readonly dated: GraphNode; readonly distance: number } | undefined {
  const own = text(event.properties.date);
  if (own === null && event.properties.status !== 'OCCURRED') return undefined;
  let layer: readonly GraphNode[] = [event];
  for (let distance = 0; distance <= HOPS_MAX && layer.length > 0; distance++) {
    const dated = layer.filter((node) => text(node.properties.date) !== null);
    const [first] = dated.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    if (first) return { dated: first, distance };
    layer = [...new Set(layer.flatMap((node) => outgoing(node, 'PART_OF', 'Event').map((r) => r.end)))];
  }
  return undefined;
}

/** When an event was, as `Event.date` says it. */
export function dateOf(event: GraphNode): FuzzyDate | null {
  const found = datedBy(event);
  if (!found) return null;
  const { properties } = found.dated;
  return {
    edtf: String(properties.date),
    earliest: text(properties.dateMin),
    latest: text(properties.dateMax),
    precision: String(properties.datePrecision),
    basis: text(properties.dateBasis),
    text: text(properties.dateText),
    inherited: found.distance > 0,
    statements: statedFor(found.dated, 'date', String(properties.date)),
    agreement: agreementOnDate(found.dated, 'date', String(properties.date)),
  };
}

/** When a gift was given, as `Gift.date` says it: the date of the event of the giving. */
export function dateOfGift(gift: GraphNode): FuzzyDate | null {
  const [giving] = outgoing(gift, 'GIVEN_DURING', 'Event');
  const date = giving ? dateOf(giving.end) : null;
  return date && { ...date, inherited: true };
}

/** When an event ended, as `Event.endDate` says it. */
export function endDateOf(event: GraphNode): FuzzyDate | null {
  const edtf = text(event.properties.endDate);
  if (edtf === null) return null;
  const precision = edtf.includes('/') ? 'INTERVAL' : ({ 4: 'YEAR', 7: 'MONTH' }[edtf.length] ?? 'DAY');
  return {
    edtf,
    earliest: firstDay(edtf),
    latest: lastDay(edtf),
    precision,
    basis: text(event.properties.endDateBasis),
    text: text(event.properties.endDateText),
    inherited: false,
    statements: statedFor(event, 'endDate', edtf),
    agreement: agreementOnDate(event, 'endDate', edtf),
  };
}
