import cytoscape from 'cytoscape';
import { verb } from '../words.ts';
import { canvasStyle } from './canvas-style.ts';
import { colours, edgeColour } from './colours.ts';
import { type Curve, curves, relative } from './curves.ts';
import { markImage } from './icons.ts';
import { LABEL, type Layout, labelOf, layout, type Place, wrap } from './layout.ts';
import { certaintyOf, type Fact, factCertainty, type Graph, type Thing, type ThingType } from './model.ts';

/** The graph drawn on a canvas. It shows what it is given and says what was picked; it decides nothing. */

const shapes: Readonly<Partial<Record<ThingType, string>>> = {
  Person: 'ellipse',
  Group: 'ellipse',
  Organization: 'round-rectangle',
  Country: 'round-hexagon',
  Place: 'round-diamond',
};

/** What the canvas reports. */
export type CanvasEvents = {
  readonly pick: (id: string | null) => void;
  readonly open: (id: string) => void;
  readonly moved: (at: string) => void;
};

/** The canvas and what can be done with it. */
export class Canvas {
  private readonly cy: cytoscape.Core;
  private graph: Graph = { things: new Map(), facts: new Map() };
  private settle: ReturnType<typeof setTimeout> | undefined;
  /** Whether the picture is being put where it starts, which is no move of the reader's. */
  private framing = false;
  /** Where everything stands. */
  places: Layout = { places: new Map(), headings: [] };

  constructor(container: HTMLElement, events: CanvasEvents) {
    this.cy = cytoscape({
      container,
      style: canvasStyle(colours()),
      layout: { name: 'preset' },
      minZoom: 0.15,
      maxZoom: 2.5,
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
    });
    this.listen(events);
    scrollByWheel(container, this.cy);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.show(this.graph));
  }

  private listen({ pick, open, moved }: CanvasEvents): void {
    const { cy } = this;
    cy.on('tap', (event) => pick(event.target === cy ? null : event.target.id()));
    cy.on('dbltap', 'node', (event) => open(event.target.id()));
    cy.on('mouseover', 'edge', (event) => event.target.addClass('hover'));
    cy.on('mouseout', 'edge', (event) => event.target.removeClass('hover'));
    cy.on('mouseover mouseout', 'node, edge', (event) => {
      const container = cy.container();
      if (container) container.style.cursor = event.type === 'mouseover' ? 'pointer' : '';
    });
    cy.on('viewport', () => {
      clearTimeout(this.settle);
      if (!this.framing) this.settle = setTimeout(() => moved(this.at()), 400);
    });
  }

  /** Draws a graph anew. */
  show(graph: Graph): void {
    this.graph = graph;
    const palette = colours();
    this.places = layout(graph, this.cy.width() || 900);
    const courses = curves(graph, this.places);
    const things = [...graph.things.values()].flatMap((thing) => this.node(thing, palette));
    const headings = this.places.headings.map(({ text, x, y }, at) => ({
      data: { id: `heading ${at}`, label: text, width: 1, height: 1 },
      position: { x, y },
      classes: 'heading',
    }));
    const crowd = crowdOf(graph);
    const facts = [...graph.facts.values()].flatMap((fact) => {
      const course = courses.get(fact.id);
      return course
        ? [
            edgeElement(fact, course, {
              graph,
              colour: edgeColour(fact.predicate, palette),
              places: this.places,
              crowd: Math.max(crowd.get(fact.subject) ?? 0, crowd.get(fact.object) ?? 0),
            }),
          ]
        : [];
    });
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.style(canvasStyle(palette));
      this.cy.add([...headings, ...things, ...facts]);
    });
  }

  private node(thing: Thing, palette: ReturnType<typeof colours>): cytoscape.ElementDefinition[] {
    const place = this.places.places.get(thing.id);
    if (!place) return [];
    const colour = palette[thing.type.toLowerCase() as Lowercase<ThingType>];
    const side = place.column !== 'middle';
    const gift = thing.type === 'Gift';
    const width = side ? LABEL - 8 : place.width - (gift ? 46 : 26);
    const label = wrap(labelOf(thing), width).join('\n');
    const data = {
      id: thing.id,
      label,
      colour,
      width: place.width,
      height: place.height,
      textWidth: `${place.width}px`,
      indent: (gift ? 36 : 13) - place.width,
      ...((side || gift) && { image: markImage(thing.type, side ? palette.surface : colour) }),
      ...(side && { shape: shapes[thing.type] }),
    };
    const classes = [thing.type, certaintyOf(thing), side ? `side ${place.column}` : 'pill'].join(' ');
    return [{ data, position: { x: place.x, y: place.y }, classes }];
  }

  /** Marks what is selected and what touches it, and dims the rest; `more` stands out as well. */
  mark(selected: string | null, more: readonly string[] = []): void {
    this.cy.batch(() => {
      const all = this.cy.elements();
      all.removeClass('selected near dim labelled hover source target middle');
      const centre = this.cy.getElementById(selected ?? '');
      const wanted = new Set(more);
      const path = all.filter((element) => wanted.has(element.id()));
      if (centre.empty() && path.empty()) return;
      const near = path.empty() ? neighbours(centre) : path.union(path.connectedNodes());
      all.not('.heading').difference(near.union(centre)).addClass('dim');
      near.edges().forEach((edge) => {
        edge.addClass(`near labelled ${labelEnd(edge, selected)}`);
      });
      centre.addClass('selected near');
    });
  }

  /** Brings a thing or fact into view, if it is not. */
  reveal(id: string): void {
    const element = this.cy.getElementById(id);
    if (element.empty()) return;
    const box = (element.group() === 'nodes' ? element : ends(element)).boundingBox();
    const { x1, x2, y1, y2 } = this.cy.extent();
    if (box.x1 >= x1 && box.x2 <= x2 && box.y1 >= y1 && box.y2 <= y2) return;
    const middle = (this.cy.height() / 2 - ((box.y1 + box.y2) / 2) * this.cy.zoom()) as number;
    const x =
      box.x1 < x1 || box.x2 > x2
        ? this.cy.width() / 2 - ((box.x1 + box.x2) / 2) * this.cy.zoom()
        : this.cy.pan().x;
    this.move({ pan: { x, y: middle } });
  }

  /** Shows the graph at its full width, from the top; or as it was looked at. */
  frame(at: string | null): void {
    const [x, y, zoom] = at?.split(',').map(Number) ?? [];
    const wanted =
      x !== undefined && y !== undefined && zoom !== undefined ? { zoom, pan: { x, y } } : this.fullWidth();
    this.framing = true;
    this.cy.stop().viewport(wanted);
    this.framing = false;
  }

  private fullWidth(): { readonly zoom: number; readonly pan: cytoscape.Position } {
    const box = this.cy.elements().boundingBox();
    const fit = Math.min(1, Math.max(0.3, (this.cy.width() - 16) / Math.max(1, box.w)));
    const spare = this.cy.height() - box.h * fit;
    const top = spare > 0 ? Math.min(spare / 2, 60) : 14;
    const x = this.cy.width() / 2 - ((box.x1 + box.x2) / 2) * fit;
    return { zoom: fit, pan: { x, y: top - box.y1 * fit } };
  }

  /** Shows everything at once, however small. */
  fitAll(): void {
    this.cy.fit(undefined, 14);
  }

  /** Comes nearer or goes away, around the middle. */
  zoomBy(factor: number): void {
    const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: middle });
  }

  /** Takes over a new size of the container. */
  resize(): void {
    this.cy.resize();
  }

  private at(): string {
    const { x, y } = this.cy.pan();
    return [Math.round(x), Math.round(y), Math.round(this.cy.zoom() * 1_000) / 1_000].join(',');
  }

  private move(to: { pan: cytoscape.Position }): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches)
      this.cy.viewport({ zoom: this.cy.zoom(), ...to });
    else this.cy.animate(to, { duration: 180 });
  }

  /** The picture as a PNG. */
  async picture(): Promise<Blob> {
    return this.cy.png({ output: 'blob-promise', full: true, scale: 2, bg: colours().surface });
  }
}

function neighbours(centre: cytoscape.CollectionReturnValue): cytoscape.CollectionReturnValue {
  return centre.group() === 'edges' ? centre.union(ends(centre)) : centre.closedNeighborhood();
}

/** Labels stand at the end that is not selected, where one edge comes alone; by default in the middle column. */
function labelEnd(edge: cytoscape.EdgeSingular, selected: string | null): string {
  if (edge.data('labelAt') === 'middle') return 'middle';
  if (edge.data('source') === selected) return 'target';
  return edge.data('target') === selected ? 'source' : String(edge.data('labelAt'));
}

function ends(edge: cytoscape.CollectionReturnValue): cytoscape.NodeCollection {
  return edge.connectedNodes();
}

type Around = {
  readonly graph: Graph;
  readonly colour: string;
  readonly places: Layout;
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

function edgeElement(
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
    offset: 12 + words.length * 3,
    ...labelShifts(words, course, places.places.get(fact.subject)),
    distances: points.map(({ distance }) => Math.round(distance * 10) / 10),
    weights: points.map(({ weight }) => Math.round(weight * 1_000) / 1_000),
    sourceEnd: end(places.places.get(fact.subject), course.a),
    targetEnd: end(places.places.get(fact.object), course.b),
  };
  return { data, classes: factCertainty(fact, graph) };
}

/** How wide a character of a label is at most. */
const CHARACTER = 6.6;
/** How far the label beside a mark at a side must at least stay from it. */
const CLEAR = 8;

/** Moves labels sideways, so that those near a column do not run under its marks and boxes. */
function labelShifts(words: string, { a, b, control, labelAt }: Curve, from: Place | undefined) {
  const half = (words.length * CHARACTER) / 2 + 4;
  const inwards = (end: Curve['a'], lane: number) =>
    Math.sign(lane - end.x) * Math.max(0, half + CLEAR - Math.abs(lane - end.x));
  const shiftSource = from?.column === 'middle' ? 0 : inwards(a, control[0].x);
  const shiftTarget = from?.column === 'middle' && labelAt !== 'middle' ? inwards(b, control[1].x) : 0;
  const out = labelAt === 'middle' ? (control[0].x - a.x) * 0.75 : 0;
  const shift = Math.sign(out) * Math.max(0, half + CLEAR - Math.abs(out));
  return { shift, shiftSource, shiftTarget };
}

/** The wheel scrolls, as on any page; with control or a pinch it zooms. */
function scrollByWheel(container: HTMLElement, cy: cytoscape.Core): void {
  const scroll = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    cy.panBy({ x: -event.deltaX, y: -event.deltaY });
  };
  container.addEventListener('wheel', scroll, { capture: true, passive: false });
}
