import type { Canvas } from './canvas.ts';
import { type Fact, factsOf, type Graph, isFactId, partsOf } from './model.ts';
import { change, state } from './state.ts';

/** The graph by keyboard: from thing to thing by the arrows, through the facts of one by N and P. */

/** What the keys work on. */
export type KeyParts = {
  readonly canvas: Canvas;
  readonly graph: () => Graph;
  readonly expand: (id: string) => void;
  readonly toPanel: () => void;
};

/** The thing whose facts are gone through while a fact is selected. */
let origin: string | null = null;

/** The end of a selected fact from which the reader goes on: where the keys came from, else its subject. */
function standpoint(fact: string): string {
  const [subject = '', , object] = partsOf(fact);
  return origin !== null && origin === object ? origin : subject;
}

/** Listens on the container of the canvas. */
export function listenToKeys(container: HTMLElement, parts: KeyParts): void {
  container.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (press(key.length === 1 ? key.toLowerCase() : key, parts)) event.preventDefault();
  });
}

function press(key: string, { canvas, graph, expand, toPanel }: KeyParts): boolean {
  const { sel, focus } = state();
  const thing = sel !== null && isFactId(sel) ? standpoint(sel) : sel;
  if (key.startsWith('Arrow')) return go(key, canvas, thing);
  if (key === 'n' || key === 'p') return step(graph(), thing, key === 'n' ? 1 : -1);
  if (key === 'Enter' && sel !== null) toPanel();
  else if (key === 'e' && thing !== null) expand(thing);
  else if (key === 'f' && thing !== null) change({ focus: focus === thing ? null : thing });
  else if (key === '+' || key === '=') canvas.zoomBy(1.25);
  else if (key === '-') canvas.zoomBy(0.8);
  else if (key === '0') canvas.fitAll();
  else if (key === 'Escape')
    change(sel !== null && isFactId(sel) ? { sel: thing } : { sel: null, focus: null, path: [] });
  else return false;
  return true;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Goes to the nearest thing in a direction; without a selection to the first one. */
function go(key: string, canvas: Canvas, from: string | null): boolean {
  const { places } = canvas.places;
  const here = from === null ? undefined : places.get(from);
  if (!here) {
    const [first] = places.keys();
    if (first !== undefined) change({ sel: first });
    return true;
  }
  const [dx, dy] = directions[key] ?? [0, 0];
  const ahead = [...places].flatMap(([id, { x, y }]) => {
    const along = (x - here.x) * dx + (y - here.y) * dy;
    const across = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    return along > 1 ? [{ id, cost: along + across * 4 }] : [];
  });
  const nearest = ahead.sort((a, b) => a.cost - b.cost)[0];
  if (nearest) change({ sel: nearest.id });
  return true;
}

function step(graph: Graph, thing: string | null, by: number): boolean {
  if (thing === null) return false;
  const facts: readonly Fact[] = factsOf(graph, thing);
  const at = facts.findIndex(({ id }) => id === state().sel);
  const next = facts[at < 0 && by < 0 ? facts.length - 1 : (at + by + facts.length) % facts.length];
  origin = thing;
  if (next) change({ sel: next.id });
  return true;
}
