import type cytoscape from 'cytoscape';
import { lookOf } from '../looks.ts';
import { verb } from '../words.ts';
import { type Colours, colourOf, edgeColour } from './colours.ts';
import { type Curve, curves, relative } from './curves.ts';
import { markImage } from './icons.ts';
import { LABEL, type Layout, labelOf, type Place } from './layout.ts';
import { certaintyOf, type Fact, factCertainty, type Graph, type Thing } from './model.ts';
import { widthOf, wrap } from './text-width.ts';

/** Things and facts as what the canvas draws; how it draws them is for its style. */

/** All that stands in a drawing: headings, things, facts. */
export function elements(
  graph: Graph,
  layout: Layout,
  palette: Colours,
): readonly cytoscape.ElementDefinition[] {
  const headings = layout.headings.map(({ text, x, y }, at) => ({
    data: { id: `heading ${at}`, label: text, width: 1, height: 1 },
    position: { x, y },
    classes: 'heading',
  }));
  const things = [...graph.things.values()].flatMap((thing) => {
    const place = layout.places.get(thing.id);
    return place ? [thingElement(thing, place, palette)] : [];
  });
  return [...headings, ...things, ...factElements(graph, layout, palette)];
}

function thingElement(thing: Thing, place: Place, palette: Colours): cytoscape.ElementDefinition {
  const colour = colourOf(thing.type, palette);
  const side = place.column !== 'middle';
  const apart = lookOf(thing.type).heading !== undefined;
  const width = side ? LABEL - 8 : place.width - (apart ? 46 : 26);
  const label = wrap(labelOf(thing), width).join('\n');
  const data = {
    id: thing.id,
    label,
    colour,
    width: place.width,
    height: place.height,
    textWidth: `${place.width}px`,
    indent: (apart ? 36 : 13) - place.width,
    ...((side || apart) && { image: markImage(thing.type, side ? palette.surface : colour) }),
    ...(side && { shape: lookOf(thing.type).shape ?? 'ellipse' }),
  };
  const classes = [
    thing.type,
    certaintyOf(thing),
    apart ? 'apart' : '',
    side ? `side ${place.column}` : 'pill',
  ].join(' ');
  return { data, position: { x: place.x, y: place.y }, classes };
}

function factElements(
  graph: Graph,
  layout: Layout,
  palette: Colours,
): readonly cytoscape.ElementDefinition[] {
  const courses = curves(graph, layout);
  const crowd = crowdOf(graph);
  return [...graph.facts.values()].flatMap((fact) => {
    const course = courses.get(fact.id);
    if (!course) return [];
    const around: Around = {
      graph,
      colour: edgeColour(fact.predicate, factCertainty(fact, graph), palette),
      places: layout.places,
      crowd: Math.max(crowd.get(fact.subject) ?? 0, crowd.get(fact.object) ?? 0),
    };
    return [factElement(fact, course, around)];
  });
}

type Around = {
  readonly graph: Graph;
  readonly colour: string;
  readonly places: Layout['places'];
  /** How many facts are at the end that has more. */
  readonly crowd: number;
};

/** How many facts are at each thing. */
function crowdOf({ facts }: Graph): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { subject, object } of facts.values()) {
    for (const id of [subject, object]) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

function factElement(
  fact: Fact,
  course: Curve,
  { graph, colour, places, crowd }: Around,
): cytoscape.ElementDefinition {
  const points = course.control.map((point) => relative(course, point));
  const end = (place: Place | undefined, { x, y }: Curve['a']) =>
    `${Math.round(x - (place?.x ?? 0))}px ${Math.round(y - (place?.y ?? 0))}px`;
  const words = verb(fact);
  const data = {
    id: fact.id,
    source: fact.subject,
    target: fact.object,
    verb: words,
    labelAt: course.labelAt,
    colour,
    // Where many lines run side by side, each is drawn fainter, or they would make one dark band.
    opacity: Math.min(0.42, Math.max(0.12, 6 / crowd)),
    faint: Math.min(0.1, Math.max(0.02, 1.5 / crowd)),
    offset: 12 + widthOf(words, 11.5) / 2,
    ...labelShifts(words, course, places.get(fact.subject)),
    distances: points.map(({ distance }) => Math.round(distance * 10) / 10),
    weights: points.map(({ weight }) => Math.round(weight * 1_000) / 1_000),
    sourceEnd: end(places.get(fact.subject), course.a),
    targetEnd: end(places.get(fact.object), course.b),
  };
  return { data, classes: factCertainty(fact, graph) };
}

/** How far the label beside a mark at a side must at least stay from it. */
const CLEAR = 8;

/** Moves labels sideways, so that those near a column do not run under its marks and boxes. */
function labelShifts(words: string, { a, b, control, labelAt }: Curve, from: Place | undefined) {
  const half = widthOf(words) / 2 + 4;
  const inwards = (end: Curve['a'], lane: number) =>
    Math.sign(lane - end.x) * Math.max(0, half + CLEAR - Math.abs(lane - end.x));
  const shiftSource = from?.column === 'middle' ? 0 : inwards(a, control[0].x);
  const shiftTarget = from?.column === 'middle' && labelAt !== 'middle' ? inwards(b, control[1].x) : 0;
  const out = labelAt === 'middle' ? (control[0].x - a.x) * 0.75 : 0;
  const shift = Math.sign(out) * Math.max(0, half + CLEAR - Math.abs(out));
  return { shift, shiftSource, shiftTarget };
}
