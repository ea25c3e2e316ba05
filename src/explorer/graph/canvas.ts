import cytoscape from 'cytoscape';
import { elements } from './canvas-elements.ts';
import { canvasStyle } from './canvas-style.ts';
import { colours } from './colours.ts';
import { type Layout, layout } from './layout.ts';
import type { Graph } from './model.ts';

/** The graph drawn on a canvas. It shows what it is given and says what was picked; it decides nothing. */

/** Browsers give an empty picture, without a word, for a canvas with a longer side or a larger area. */
const PICTURE_SIDE_MAX = 16_000;
const PICTURE_AREA_MAX = 120_000_000;

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
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.style(canvasStyle(palette));
      this.cy.add([...elements(graph, this.places, palette)]);
    });
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
      x !== undefined && y !== undefined && zoom !== undefined
        ? { zoom, pan: { x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom } }
        : this.fullWidth();
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

  /** What stands in the middle, and the zoom: so a link shows the same on a screen of another size. */
  private at(): string {
    const { x1, x2, y1, y2 } = this.cy.extent();
    const middle = [(x1 + x2) / 2, (y1 + y2) / 2].map((value) => Math.round(value * 10) / 10);
    return [...middle, Math.round(this.cy.zoom() * 1_000) / 1_000].join(',');
  }

  private move(to: { pan: cytoscape.Position }): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches)
      this.cy.viewport({ zoom: this.cy.zoom(), ...to });
    else this.cy.animate(to, { duration: 180 });
  }

  /** The picture as a PNG, twice as fine as the screen where a picture can be that large. */
  async picture(): Promise<Blob> {
    const { w, h } = this.cy.elements().boundingBox();
    const scale = Math.min(2, PICTURE_SIDE_MAX / Math.max(w, h), Math.sqrt(PICTURE_AREA_MAX / (w * h)));
    return this.cy.png({ output: 'blob-promise', full: true, scale, bg: colours().surface });
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
