import { type GraphNode, idOf, incoming, outgoing } from './graph.ts';
import { ordered } from './order.ts';

/** A date as the schema shows it, with the fact that gives it. */
export type FuzzyDate = {
  readonly edtf: string;
  readonly words: string;
  readonly start: string | null;
  readonly startInexact: boolean;
  readonly end: string | null;
  readonly endInexact: boolean;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision: string;
  readonly basis: string | null;
  readonly text: string | null;
  readonly inherited: boolean;
  readonly fact: GraphNode;
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

/** The date that a fact gives. */
function given(thing: GraphNode, predicate: string, inherited: boolean): FuzzyDate | null {
  const id = thing.properties[`${predicate}Fact`];
  const fact = thing.in.find((r) => r.type === 'SUBJECT' && idOf(r.start) === id)?.start;
  if (!fact) return null;
  const { value, words, start, end, earliest, latest, precision, basis, text: told } = fact.properties;
  const { startInexact, endInexact, uncertain, approximate } = fact.properties;
  return {
    edtf: String(value),
    words: String(words),
    start: text(start),
    startInexact: startInexact === true,
    end: text(end),
    endInexact: endInexact === true,
    uncertain: uncertain === true,
    approximate: approximate === true,
    earliest: text(earliest),
    latest: text(latest),
    precision: String(precision),
    basis: text(basis),
    text: text(told),
    inherited,
    fact,
  };
}

/** When an event was, as `Event.date` says it. */
export function dateOf(event: GraphNode): FuzzyDate | null {
  const found = datedBy(event);
  return found ? given(found.dated, 'date', found.distance > 0) : null;
}

/** When a gift was given, as `Gift.date` says it: the date of the event of the giving; of several the nearest that has one. */
export function dateOfGift(gift: GraphNode): FuzzyDate | null {
  const found = outgoing(gift, 'GIVEN_DURING', 'Event').flatMap((r) => datedBy(r.end) ?? []);
  const [nearest] = ordered(found, ({ distance, dated }) => [distance, idOf(dated)]);
  return nearest ? given(nearest.dated, 'date', true) : null;
}

/** When an event ended, as `Event.endDate` says it. */
export const endDateOf = (event: GraphNode): FuzzyDate | null => given(event, 'endDate', false);

/** Events that are stated to come before one, directly or by way of others; it is among them. */
function upTo(event: GraphNode): readonly GraphNode[] {
  const found = new Set([event]);
  let layer: readonly GraphNode[] = [event];
  for (let hops = 0; hops < HOPS_MAX; hops++) {
    layer = layer.flatMap((node) => incoming(node, 'BEFORE', 'Event').map((r) => r.start));
    for (const node of layer) found.add(node);
  }
  return [...found];
}

/** The dates of an event and of all that it is part of, as far as it can have them. */
function datesAround(event: GraphNode): readonly GraphNode[] {
  if (text(event.properties.date) === null && event.properties.status !== 'OCCURRED') return [];
  const found = new Set([event]);
  let layer: readonly GraphNode[] = [event];
  for (let hops = 0; hops < HOPS_MAX; hops++) {
    layer = layer.flatMap((node) => outgoing(node, 'PART_OF', 'Event').map((r) => r.end));
    for (const node of layer) found.add(node);
  }
  return [...found].filter((node) => text(node.properties.date) !== null);
}

/** The days of some dates, as texts, which sort here: all years of this world have four digits. */
const daysOf = (nodes: readonly GraphNode[], day: (date: FuzzyDate) => string | null): readonly string[] =>
  nodes.flatMap((node) => {
    const date = given(node, 'date', false);
    return (date && day(date)) ?? [];
  });

/** Where an event stands in the order of time: what `Event.chronology` is ordered by, and what it shows. */
export function chronologyOf(event: GraphNode) {
  const before = upTo(event);
  const starts = daysOf(before.flatMap(datesAround), ({ earliest, latest }) => earliest ?? latest);
  const ends = daysOf(datesAround(event), ({ latest }) => latest);
  const predecessors = before.length - 1;
  return {
    predecessors,
    keys: [[...starts].sort().at(-1) ?? null, predecessors, [...ends].sort()[0] ?? null],
  };
}
