import { type Column, columnOf, lookOf } from '../looks.ts';
import { statuses } from '../words.ts';
import { certaintyOf, type Graph, type Thing } from './model.ts';
import { spread } from './spread.ts';
import { wrap } from './text-width.ts';
import { dayOf } from './timescale.ts';

/**
 * Places the graph in three columns, so that an edge reads from left to right: who, what, where.
 * Events stand in the middle in the order of time, under headings; gifts above them, actors left, places right.
 * At the sides those stand at the head that reach over much of the middle, the others beside what they touch.
 */

/** Where a thing stands: its centre and its size. */
export type Place = {
  readonly column: Column;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A heading of the middle column. */
export type Heading = { readonly text: string; readonly x: number; readonly y: number };

/** All places. */
export type Layout = { readonly places: ReadonlyMap<string, Place>; readonly headings: readonly Heading[] };

/** Side of a mark, and room for its label beside it. */
export const MARK = 30;
export const LABEL = 132;
const LINE = 15.5;
const GAP = 9;

/** Places what is shown for a canvas of this width. */
export function layout(graph: Graph, canvasWidth: number): Layout {
  const inner = Math.max(560, canvasWidth - 24) - 2 * (LABEL + MARK);
  const pill = Math.min(330, Math.max(230, inner * 0.52));
  const reach = pill / 2 + Math.min(230, Math.max(70, (inner - pill) / 2)) + MARK / 2;
  const places = new Map<string, Place>();
  const headings = placeMiddle(graph, pill, places);
  for (const [column, x] of [
    ['left', -reach],
    ['right', reach],
  ] as const) {
    const things = [...graph.things.values()].filter((thing) => columnOf(thing) === column);
    for (const [id, y] of placeSide(things, graph, places))
      places.set(id, { column, x, y, width: MARK, height: MARK });
  }
  return { places, headings };
}

/** The text in the box or beside the mark: what is less than fact says so first; `+3` counts facts not loaded. */
export function labelOf(thing: Thing): string {
  const { status, name, more } = thing;
  const sure = !status || certaintyOf(thing) === 'fact';
  return `${sure ? '' : `${statuses[status].word} · `}${name}${more > 0 ? ` +${more}` : ''}`;
}

function placeMiddle(graph: Graph, width: number, places: Map<string, Place>): readonly Heading[] {
  const headings: Heading[] = [];
  let y = 0;
  for (const [text, things] of groups(graph)) {
    headings.push({ text, x: -width / 2, y: y + 9 });
    y += 24;
    for (const thing of things) {
      const height = wrap(labelOf(thing), width - (lookOf(thing.type).heading ? 46 : 26)).length * LINE + 12;
      places.set(thing.id, { column: 'middle', x: 0, y: y + height / 2, width, height });
      y += height + GAP;
    }
    y += 12;
  }
  return headings;
}

const undated = {
  fact: 'No date given',
  plan: 'Planned or sought, no date',
  maybe: 'Doubted or feared, no date',
  denied: 'Denied',
};

/** The things of the middle column under their headings: gifts, then events by date, then those without. */
function groups(graph: Graph): readonly (readonly [string, readonly Thing[]])[] {
  const found = new Map<string, Thing[]>();
  const add = (heading: string, thing: Thing) => found.set(heading, [...(found.get(heading) ?? []), thing]);
  const all = [...graph.things.values()];
  const middle = all.filter((thing) => columnOf(thing) === 'middle');
  for (const thing of middle) {
    const { heading } = lookOf(thing.type);
    if (heading) add(heading, thing);
  }
  const events = middle.filter(({ type }) => !lookOf(type).heading);
  const dated = events.filter(({ date }) => date).sort(inTime);
  for (const event of dated) add(event.date?.words ?? '', event);
  for (const certainty of ['fact', 'plan', 'maybe', 'denied'] as const) {
    const rest = events.filter((event) => !event.date && certaintyOf(event) === certainty);
    for (const event of rest) add(undated[certainty], event);
  }
  return [...found];
}

/** By the first day, where it is open by the last; those of one date stay together, its own before those that have it of another. */
function inTime(a: Thing, b: Thing): number {
  const [one, other] = [a, b].map(({ date }) => {
    const [first, last] = [date?.earliest, date?.latest].map((day) => (day ? dayOf(day) : undefined));
    return { first: first ?? last ?? 0, last: last ?? Number.POSITIVE_INFINITY };
  });
  const apart = (one?.first ?? 0) - (other?.first ?? 0) || compare(one?.last ?? 0, other?.last ?? 0);
  const words = (a.date?.words ?? '').localeCompare(b.date?.words ?? '');
  const own = Number(a.date?.inherited ?? false) - Number(b.date?.inherited ?? false);
  return apart || words || own || a.name.localeCompare(b.name);
}

/** Which of two numbers is larger, of which both may be infinite. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** What reaches over more of the middle than this is at home nowhere in it. */
const REACH_MAX = 700;
/** Room between two things at a side. */
const APART = 24;

/** The heights of the things at one side. */
function placeSide(
  things: readonly Thing[],
  graph: Graph,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, number> {
  const touched = touchedHeights(graph, places);
  const found = new Map<string, number>();
  const heads: Thing[] = [];
  const others: { readonly thing: Thing; readonly wanted: number }[] = [];
  for (const thing of things) {
    const heights = touched.get(thing.id) ?? [];
    if (heights.length === 0 || Math.max(...heights) - Math.min(...heights) > REACH_MAX) heads.push(thing);
    else others.push({ thing, wanted: heights.reduce((sum, y) => sum + y, 0) / heights.length });
  }
  let top = MARK;
  for (const thing of heads.sort((a, b) => b.total - a.total)) {
    found.set(thing.id, top);
    top += roomOf(thing);
  }
  others.sort((a, b) => a.wanted - b.wanted || a.thing.name.localeCompare(b.thing.name));
  const heights = spread(
    others.map(({ thing, wanted }) => ({ wanted, room: roomOf(thing) })),
    top,
  );
  others.forEach(({ thing }, at) => {
    found.set(thing.id, heights[at] ?? top);
  });
  return found;
}

function roomOf(thing: Thing): number {
  return Math.max(MARK, wrap(labelOf(thing), LABEL - 8).length * LINE) + APART;
}

/** Where in the middle column each thing at a side has facts. */
function touchedHeights(
  graph: Graph,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { subject, object } of graph.facts.values()) {
    for (const [own, other] of [
      [subject, object],
      [object, subject],
    ] as const) {
      const place = places.get(other);
      if (place?.column === 'middle') found.set(own, [...(found.get(own) ?? []), place.y]);
    }
  }
  return found;
}
