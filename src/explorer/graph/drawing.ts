import { svg } from '../dom.ts';
import { lookOf } from '../looks.ts';
import { verb } from '../words.ts';
import { type Colours, colourOf, colours, edgeColour } from './colours.ts';
import { curves } from './curves.ts';
import { LABEL, type Layout, labelOf, MARK, type Place } from './layout.ts';
import { certaintyOf, type Fact, factCertainty, type Graph, type Thing } from './model.ts';
import { FONT, FONT_SIZE, wrap } from './text-width.ts';

/** The graph as an SVG file, drawn from the same places and curves as the canvas. */

const MARGIN = 24;
const dashes = { fact: undefined, plan: '6 4', maybe: '2 3', denied: '2 3' };

/** The file. */
export function picture(graph: Graph, layout: Layout): string {
  const c = colours();
  const all = [...layout.places.values()];
  const left = Math.min(...all.map(({ x, width }) => x - width / 2)) - LABEL - MARGIN;
  const right = Math.max(...all.map(({ x, width }) => x + width / 2)) + LABEL + MARGIN;
  const top = Math.min(0, ...all.map(({ y, height }) => y - height / 2)) - MARGIN;
  const bottom = Math.max(...all.map(({ y, height }) => y + height / 2)) + MARGIN;
  const [width, height] = [right - left, bottom - top];
  const root = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `${left} ${top} ${width} ${height}`,
      'font-family': FONT,
      'font-size': FONT_SIZE,
    },
    svg('rect', { x: left, y: top, width, height, fill: c.surface }),
    edges(graph, layout, c),
    layout.headings.map(({ text, x, y }) =>
      svg('text', { x, y: y + 4, fill: c.soft, 'font-weight': 600 }, text),
    ),
    [...graph.things.values()].map((thing) => node(thing, layout.places.get(thing.id), c)),
  );
  return new XMLSerializer().serializeToString(root);
}

/** The lines of the facts, each with an arrow and, for who points at it, its words. */
function edges(graph: Graph, layout: Layout, c: Colours): SVGElement[] {
  const courses = curves(graph, layout);
  const strokeOf = (fact: Fact) => edgeColour(fact.predicate, factCertainty(fact, graph), c);
  const strokes = [...new Set([...graph.facts.values()].map(strokeOf))];
  const nameOf = (id: string) => graph.things.get(id)?.name ?? id;
  const lines = [...graph.facts.values()].flatMap((fact) => {
    const course = courses.get(fact.id);
    if (!course) return [];
    const { a, b, control } = course;
    const d = `M${a.x} ${a.y}C${control[0].x} ${control[0].y} ${control[1].x} ${control[1].y} ${b.x} ${b.y}`;
    const stroke = strokeOf(fact);
    return [
      svg(
        'path',
        {
          d,
          fill: 'none',
          stroke,
          'stroke-opacity': 0.45,
          'stroke-width': 1.4,
          'stroke-dasharray': dashes[factCertainty(fact, graph)],
          'marker-end': `url(#arrow-${strokes.indexOf(stroke)})`,
        },
        svg('title', {}, `${nameOf(fact.subject)} ${verb(fact)} ${nameOf(fact.object)}`),
      ),
    ];
  });
  return [svg('defs', {}, strokes.map(arrow)), ...lines];
}

function arrow(colour: string, at: number): SVGElement {
  const size = { markerWidth: 7, markerHeight: 7, refX: 7, refY: 3.5, orient: 'auto' };
  const shape = svg('path', { d: 'M0 0 7 3.5 0 7z', fill: colour });
  return svg('marker', { id: `arrow-${at}`, markerUnits: 'userSpaceOnUse', ...size }, shape);
}

function node(thing: Thing, place: Place | undefined, c: Colours): SVGElement {
  if (!place) return svg('g');
  const { x, y, width, height, column } = place;
  const colour = colourOf(thing.type, c);
  if (column === 'middle') {
    const stroke = { fact: colour, plan: c.planned, maybe: c.speculated, denied: c.denied }[
      certaintyOf(thing)
    ];
    const box = {
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: 7,
      fill: c.surface,
      stroke,
      'stroke-width': 1.5,
    };
    return svg(
      'g',
      {},
      svg('rect', { ...box, 'stroke-dasharray': dashes[certaintyOf(thing)] }),
      lines(wrap(labelOf(thing), width - 26), { x, y, anchor: 'middle', fill: c.ink }),
    );
  }
  const scale = (MARK * 0.62) / 24;
  const at = `translate(${x - 12 * scale} ${y - 12 * scale}) scale(${scale})`;
  const away = column === 'left' ? -1 : 1;
  const label = { x: x + away * (MARK / 2 + 6), y, anchor: away < 0 ? 'end' : 'start', fill: c.ink };
  return svg(
    'g',
    {},
    svg('circle', { cx: x, cy: y, r: MARK / 2, fill: colour }),
    svg('path', { d: lookOf(thing.type).mark, transform: at, fill: c.surface, 'fill-rule': 'evenodd' }),
    lines(wrap(labelOf(thing), LABEL - 8), label),
  );
}

function lines(
  texts: readonly string[],
  { x, y, anchor, fill }: { x: number; y: number; anchor: string; fill: string },
): SVGElement {
  const first = y - ((texts.length - 1) * 15.5) / 2 + 4.5;
  return svg(
    'text',
    { 'text-anchor': anchor, fill },
    texts.map((text, at) => svg('tspan', { x, y: first + at * 15.5 }, text)),
  );
}
