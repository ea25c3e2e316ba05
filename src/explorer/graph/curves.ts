import type { Layout, Place } from './layout.ts';
import type { Graph } from './model.ts';

/** The course of each edge: leaves its ends level, and bows out where both ends stand in one column. */

/** A point. */
export type Point = { readonly x: number; readonly y: number };

/** A curve from `a` to `b` with its two control points, and which end lies in the middle column. */
export type Curve = {
  readonly a: Point;
  readonly b: Point;
  readonly control: readonly [Point, Point];
  readonly labelAt: 'source' | 'target' | 'middle';
};

/** Distance between edges that end at the same side of one thing of the middle column, at most. */
const APART = 7;
/** Room that the lanes leave to the things on both sides. */
const MARGIN = 26;

type Places = ReadonlyMap<string, Place>;

/** The curves of all facts that are shown. */
export function curves(graph: Graph, { places }: Layout): ReadonlyMap<string, Curve> {
  const lanes = lanesOf(places);
  const slots = slotsOf(graph, places);
  const found = new Map<string, Curve>();
  for (const { id, subject, object } of graph.facts.values()) {
    const [from, to] = [places.get(subject), places.get(object)];
    if (!from || !to) continue;
    const a = from.y + (slots.get(`${id} ${subject}`) ?? 0);
    const b = to.y + (slots.get(`${id} ${object}`) ?? 0);
    const lane = lanes.get(to.column === 'middle' ? subject : object);
    found.set(id, from.column === to.column ? bow(from, to, [a, b]) : sweep(from, to, { a, b, lane }));
  }
  return found;
}

/** On which side of `place` an edge to `other` ends. */
function sideOf(place: Place, other: Place): number {
  if (place.column === other.column) return place.column === 'right' ? -1 : 1;
  return Math.sign(other.x - place.x);
}

/** The edges at one side of a box end apart from each other, in the order in which they come, so that each can be hit. */
function slotsOf(graph: Graph, places: Places): ReadonlyMap<string, number> {
  const sides = new Map<string, { key: string; order: number }[]>();
  for (const { id, subject, object } of graph.facts.values()) {
    for (const [own, far] of [
      [subject, object],
      [object, subject],
    ] as const) {
      const [place, other] = [places.get(own), places.get(far)];
      if (!place || !other) continue;
      const side = `${own} ${sideOf(place, other)}`;
      const order = other.y + (place.column === other.column ? 100_000 : 0);
      sides.set(side, [...(sides.get(side) ?? []), { key: `${id} ${own}`, order }]);
    }
  }
  const found = new Map<string, number>();
  for (const [side, ends] of sides) {
    const place = places.get(side.slice(0, side.lastIndexOf(' ')));
    const step = Math.min(APART, ((place?.height ?? 0) - 10) / ends.length);
    ends.sort((a, b) => a.order - b.order);
    ends.forEach(({ key }, at) => {
      found.set(key, place?.column === 'middle' ? (at - (ends.length - 1) / 2) * step : 0);
    });
  }
  return found;
}

/**
 * Each thing at a side has a lane of its own between the columns, in which its edges go up and down:
 * so the edges of one do not lie on those of another, and the best connected leave most room for their labels.
 */
function lanesOf(places: Places): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const middle = [...places.values()].find(({ column }) => column === 'middle');
  for (const column of ['left', 'right'] as const) {
    const side = [...places].filter(([, place]) => place.column === column);
    const [first] = side;
    if (!first || !middle) continue;
    const [, place] = first;
    const sign = column === 'left' ? 1 : -1;
    const from = place.x + sign * (place.width / 2 + MARGIN);
    const room = Math.abs(place.x) - place.width / 2 - middle.width / 2 - 2 * MARGIN;
    side.forEach(([id], at) => {
      // The last part of the way stays free for the words at the end of a line.
      const share = side.length === 1 ? 0 : (at / (side.length - 1)) * 0.62;
      found.set(id, from + sign * room * share);
    });
  }
  return found;
}

type Way = { readonly a: number; readonly b: number; readonly lane: number | undefined };

function sweep(from: Place, to: Place, way: Way): Curve {
  const side = sideOf(from, to);
  const a = { x: from.x + (side * from.width) / 2, y: way.a };
  const b = { x: to.x - (side * to.width) / 2, y: way.b };
  const across = from.column !== 'middle' && to.column !== 'middle';
  const x = across || way.lane === undefined ? (a.x + b.x) / 2 : way.lane;
  const labelAt = from.column === 'middle' || across ? 'source' : 'target';
  return {
    a,
    b,
    control: [
      { x, y: a.y },
      { x, y: b.y },
    ],
    labelAt,
  };
}

/** Bows to the right, but in the right column to the left, where the room is. */
function bow(from: Place, to: Place, [start, end]: readonly [number, number]): Curve {
  const side = sideOf(from, to);
  const edge = from.x + (side * from.width) / 2;
  const out = edge + side * (22 + Math.min(64, Math.abs(end - start) * 0.12));
  const a = { x: edge, y: start };
  const b = { x: edge, y: end };
  return {
    a,
    b,
    control: [
      { x: out, y: a.y },
      { x: out, y: b.y },
    ],
    labelAt: 'middle',
  };
}

/** A control point as the share of the way from `a` to `b` and the distance from that line. */
export function relative(
  { a, b }: Curve,
  point: Point,
): { readonly weight: number; readonly distance: number } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [px, py] = [point.x - a.x, point.y - a.y];
  return { weight: (px * dx + py * dy) / (length * length), distance: (py * dx - px * dy) / length };
}
