import { AskError } from '../ask.ts';
import { h } from '../dom.ts';
import { connectionLine, header } from '../frame.ts';
import { Canvas } from './canvas.ts';
import { listenToKeys } from './keys.ts';
import { list } from './list.ts';
import { Loaded } from './load.ts';
import { isFactId } from './model.ts';
import { createPanel } from './panel.ts';
import { searchBox } from './search.ts';
import { change, onState, readAddress, type State, state } from './state.ts';
import { timeline } from './timeline.ts';
import { createToolbar } from './toolbar.ts';
import { type Visible, visible } from './visible.ts';
import '../theme.css';
import './graph.css';

/** The page of the graph: loads, decides what is shown, and keeps drawing, timeline, list and panel in step. */

const NARROW = '(max-width: 52rem)';

const loaded = new Loaded();
let shown: Visible = visible(loaded, state());
let path: readonly string[] = [];
let started = false;

const surface = h('div', {
  class: 'canvas',
  id: 'canvas',
  tabindex: 0,
  role: 'application',
  'aria-label': 'Graph. Arrow keys go from thing to thing, N and P through its facts, Enter to the evidence.',
});
const listed = h('div', { class: 'list', id: 'list', hidden: true });
const times = h('section', { class: 'timeline', 'aria-label': 'Timeline' });
const waiting = h('p', { class: 'waiting', role: 'status' }, 'Fetching the graph …');
const corners = h('div', { class: 'corners' });
const stage = h(
  'div',
  { class: 'stage' },
  h('div', { class: 'view' }, surface, listed, corners),
  waiting,
  times,
);

function mount(): {
  canvas: Canvas;
  panel: ReturnType<typeof createPanel>;
  toolbar: ReturnType<typeof createToolbar>;
} {
  const panel = createPanel({
    loaded,
    expand: (id) => void expand(id),
    onPath: (facts, things) => void showPath(facts, things),
  });
  const top = header(
    'Graph',
    searchBox((id) => void pick(id)),
  );
  const main = h(
    'main',
    { id: 'main' },
    h('h1', { class: 'visually-hidden' }, 'Graph'),
    stage,
    panel.element,
  );
  document.body.append(top, connectionLine(), main);
  const canvas = new Canvas(surface, {
    pick: (id) => change({ sel: id }),
    open: (id) => change({ focus: id, sel: id }),
    moved: (at) => change({ at }),
  });
  const toolbar = createToolbar(loaded, canvas, () => shown);
  main.prepend(toolbar.element);
  corners.append(...toolbar.corners);
  listenToKeys(surface, {
    canvas,
    graph: () => shown,
    expand: (id) => void expand(id),
    toPanel: () => panel.element.focus(),
  });
  return { canvas, panel, toolbar };
}

const { canvas, panel, toolbar } = mount();

/** Draws all that depends on the state: first what takes room from the canvas, and that only when it has changed. */
function draw(now: State, before: State): void {
  if (loaded.things.size === 0) return;
  const previous = keysOf(shown);
  shown = visible(loaded, now);
  const other = keysOf(shown) !== previous;
  if (other || !onlyMoved(now, before)) drawAround(now, before);
  drawCanvas(now, before, other);
}

function keysOf({ things, facts }: Visible): string {
  return [...things.keys(), ...facts.keys()].join(' ');
}

function drawAround(now: State, before: State): void {
  surface.hidden = now.view === 'list';
  listed.hidden = now.view !== 'list';
  times.hidden = !now.time;
  toolbar.draw();
  if (now.view === 'list') listed.replaceChildren(...list(shown));
  if (now.time) times.replaceChildren(...timeline(shown, times.clientWidth));
  panel.draw();
  const picked = now.sel !== null && now.sel !== before.sel;
  if (picked && started && matchMedia(NARROW).matches) panel.element.scrollIntoView();
}

function drawCanvas(now: State, before: State, other: boolean): void {
  if (now.time !== before.time || now.view !== before.view) canvas.resize();
  if (other) canvas.show(shown);
  if (other || now.at === null) canvas.frame(other && now.focus !== before.focus ? null : now.at);
  if (now.path.length < 2) path = [];
  canvas.mark(now.sel, now.sel !== null && isFactId(now.sel) ? [] : path);
  if (now.sel !== null && (now.sel !== before.sel || other)) canvas.reveal(now.sel);
}

function onlyMoved(now: State, before: State): boolean {
  const { at: _now, ...rest } = now;
  const { at: _before, ...others } = before;
  return JSON.stringify(rest) === JSON.stringify(others) && now.at !== before.at;
}

/** Selects a thing that may not be loaded yet. */
async function pick(id: string): Promise<void> {
  await loaded.include([id]);
  change({ sel: id, focus: null });
  surface.focus({ preventScroll: true });
}

async function expand(id: string): Promise<void> {
  await loaded.around(id);
  change({ seeds: [...new Set([...state().seeds, id])] });
}

async function showPath(facts: readonly string[], things: readonly string[]): Promise<void> {
  await loaded.include(things);
  path = facts;
  shown = visible(loaded, state());
  canvas.show(shown);
  canvas.mark(null, path);
}

async function start(): Promise<void> {
  const narrow = matchMedia(NARROW).matches;
  readAddress({ view: narrow ? 'list' : 'graph', time: !narrow });
  const { sel, seeds, focus } = state();
  await loaded.start(seeds);
  const wanted = [...(sel?.split('|') ?? []), focus ?? ''].filter((id) => id.includes(':'));
  await loaded.include(wanted);
  waiting.remove();
  onState(draw);
  addEventListener('resize', () => {
    canvas.resize();
    canvas.show(shown);
    canvas.mark(state().sel, path);
    if (state().time) times.replaceChildren(...timeline(shown, times.clientWidth));
  });
  draw(state(), { ...state(), view: 'list', time: !state().time });
  started = true;
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

start().catch((error: unknown) => {
  const known = error instanceof AskError ? error : undefined;
  waiting.replaceChildren(
    h('strong', {}, known?.message ?? 'The graph could not be shown.'),
    known?.hint ? ` ${known.hint}` : '',
  );
});
