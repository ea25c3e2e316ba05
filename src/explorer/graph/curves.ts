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

/** Distance between the ends of edges that join the same two things. */
const APART = 7;

/** Room that the lanes leave to the things on both sides. */
const MARGIN = 26;

/** The curves of all facts that are shown. */
export function curves(graph: Graph, { places }: Layout): ReadonlyMap<string, Curve> {
  const found = new Map<string, Curve>();
  const lanes = lanesOf(places);
  const among = new Map<string, number>();
  for (const { id, subject, object } of graph.facts.values()) {
    const [from, to] = [places.get(subject), places.get(object)];
    if (!from || !to) continue;
    const pair = [subject, object].sort().join(' ');
    const nth = among.get(pair) ?? 0;
    among.set(pair, nth + 1);
    const shift = nth === 0 ? 0 : Math.ceil(nth / 2) * APART * (nth % 2 === 0 ? -1 : 1);
    found.set(
      id,
      from.column === to.column
        ? bow(from, to, shift)
        : sweep(from, to, { shift, lane: lanes.get(to.column === 'middle' ? subject : object) }),
    );
  }
  return found;
}

/**
 * Each thing at a side has a lane of its own between the columns, in which its edges go up and down:
 * so the edges of one do not lie on those of another, and the best connected leave most room for their labels.
 */
function lanesOf(places: ReadonlyMap<string, Place>): ReadonlyMap<string, number> {
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
      const share = side.length === 1 ? 0 : at / (side.length - 1);
      found.set(id, from + sign * room * share);
    });
  }
  return found;
}

type Way = { readonly shift: number; readonly lane: number | undefined };

function sweep(from: Place, to: Place, { shift, lane }: Way): Curve {
  const direction = Math.sign(to.x - from.x);
  const a = { x: from.x + (direction * from.width) / 2, y: from.y + shift };
  const b = { x: to.x - (direction * to.width) / 2, y: to.y + shift };
  const across = from.column !== 'middle' && to.column !== 'middle';
  const x = across || lane === undefined ? (a.x + b.x) / 2 : lane;
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
function bow(from: Place, to: Place, shift: number): Curve {
  const side = from.column === 'right' ? -1 : 1;
  const edge = from.x + (side * from.width) / 2;
  const distance = Math.abs(to.y - from.y);
  const out = edge + side * (22 + Math.min(64, distance * 0.12) + Math.abs(shift));
  const a = { x: edge, y: from.y + shift };
  const b = { x: edge, y: to.y + shift };
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
