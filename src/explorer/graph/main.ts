import { h, refill, scrollWithin } from '../dom.ts';
import { connectionLine, failure, header, ready } from '../frame.ts';
import { Canvas } from './canvas.ts';
import { listenToKeys } from './keys.ts';
import { list } from './list.ts';
import { Loaded } from './load.ts';
import { isFactId, partsOf } from './model.ts';
import { createPanel, type Panel } from './panel.ts';
import { findPath } from './path-panel.ts';
import { searchBox } from './search.ts';
import { change, everything, onState, readAddress, type State, state } from './state.ts';
import { timeline } from './timeline.ts';
import { createToolbar } from './toolbar.ts';
import { type Visible, visible } from './visible.ts';
import '../colours.css';
import '../theme.css';
import '../frame.css';
import '../print.css';
import './graph.css';

/** The page of the graph: loads, decides what is shown, and keeps drawing, timeline, list and panel in step. */

const NARROW = '(max-width: 52rem)';

/** The path that is open: its ends, and what it goes through. */
type Way = { readonly ends: string; readonly facts: readonly string[]; readonly things: readonly string[] };

const loaded = new Loaded();
let shown: Visible = visible(loaded, state());
let way: Way = { ends: '', facts: [], things: [] };
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
const nothing = h(
  'div',
  { class: 'nothing', role: 'status', hidden: true },
  h('p', {}, 'The filters leave nothing to show.'),
  h('button', { type: 'button', click: () => change(everything) }, 'Show everything'),
);
const view = h('div', { class: 'view' }, surface, listed, nothing);
const stage = h('div', { class: 'stage' }, view, waiting, times);

function mount(): {
  canvas: Canvas;
  panel: Panel;
  toolbar: ReturnType<typeof createToolbar>;
} {
  const panel = createPanel({
    loaded,
    expand: (id) => attempt(() => expand(id)),
  });
  const top = header(
    'Graph',
    searchBox((id) => attempt(() => pick(id))),
  );
  const main = h(
    'main',
    { id: 'main', tabindex: -1 },
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
  view.append(toolbar.zoom);
  listenToKeys(surface, {
    canvas,
    graph: () => shown,
    expand: (id) => attempt(() => expand(id)),
    toPanel: () => panel.element.focus(),
  });
  return { canvas, panel, toolbar };
}

const { canvas, panel, toolbar } = mount();

/** Draws all that depends on the state: first what takes room from the canvas, and that only when it has changed. */
function draw(now: State, before: State): void {
  if (now.path.join(' ') !== before.path.join(' ')) {
    // The panel says it when a path cannot be found.
    followPath(now).then(
      (other) => other && draw(state(), { ...state(), focus: 'another' }),
      () => undefined,
    );
  }
  const previous = keysOf(shown);
  shown = visible(loaded, now, way.things);
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
  if (now.view === 'list') refill(listed, list(shown));
  if (now.time) refill(times, timeline(shown, times.clientWidth));
  nothing.hidden = shown.things.size > 0;
  if (now.sel !== before.sel || !started)
    for (const part of [listed, times]) scrollWithin(part, part.querySelector('[aria-current]'));
  panel.draw();
  const picked = now.sel !== null && now.sel !== before.sel;
  if (picked && started && matchMedia(NARROW).matches) panel.element.scrollIntoView();
}

function drawCanvas(now: State, before: State, other: boolean): void {
  if (other || now.time !== before.time || now.view !== before.view) canvas.resize();
  if (other) canvas.show(shown);
  if (other || (now.at === null && before.at !== null))
    canvas.frame(other && now.focus !== before.focus ? null : now.at);
  canvas.mark(now.sel, now.sel !== null && isFactId(now.sel) ? [] : way.facts);
  if (now.sel !== null && (now.sel !== before.sel || other)) canvas.reveal(now.sel);
}

function onlyMoved(now: State, before: State): boolean {
  const { at: _now, ...rest } = now;
  const { at: _before, ...others } = before;
  return JSON.stringify(rest) === JSON.stringify(others) && now.at !== before.at;
}

/** Does what fetches something; where the service refuses it, the panel says so and offers to try again. */
function attempt(fetching: () => Promise<void>): void {
  fetching().catch((error: unknown) => panel.fail(error, () => attempt(fetching)));
}

/** Selects a thing that may not be loaded yet. */
async function pick(id: string): Promise<void> {
  const added = await loaded.include([id]);
  change({ sel: id, focus: null, steps: [...state().steps, ...added.map((one) => `=${one}`)] });
  surface.focus({ preventScroll: true });
}

async function expand(id: string): Promise<void> {
  await loaded.around(id);
  change({ steps: [...state().steps, id] });
}

/** Finds what the path of the state goes through; says whether that is something else than before. */
async function followPath({ path }: State): Promise<boolean> {
  const ends = path.length < 2 ? '' : path.join(' ');
  if (ends === way.ends) return false;
  way = { ends, facts: [], things: [] };
  if (ends === '') return true;
  const { paths } = await findPath(path);
  const things = paths.flatMap(({ nodes }) => nodes.map(({ id }) => id));
  await loaded.include(things);
  if (way.ends !== ends) return false;
  way = { ends, facts: paths.flatMap(({ facts }) => facts.map(({ id }) => id)), things };
  return true;
}

async function start(): Promise<void> {
  const narrow = matchMedia(NARROW).matches;
  readAddress({ view: narrow ? 'list' : 'graph', time: !narrow });
  const { sel, steps, focus, path: ends } = state();
  await loaded.start(steps);
  const wanted = [...partsOf(sel ?? ''), focus ?? '', ...ends].filter((id) => id.includes(':'));
  await loaded.include(wanted);
  // A path that cannot be found is for the panel to say.
  await followPath(state()).catch(() => undefined);
  if (loaded.things.size === 0) {
    waiting.textContent =
      'The graph is empty. npm run load puts the scripts of the folder cypher into it; load this page again then.';
    return;
  }
  waiting.remove();
  onState(draw);
  addEventListener('resize', () => {
    canvas.resize();
    canvas.show(shown);
    if (state().at === null) canvas.frame(null);
    canvas.mark(state().sel, way.facts);
    if (state().time) times.replaceChildren(...timeline(shown, times.clientWidth));
  });
  draw(state(), { ...state(), view: 'list', time: !state().time });
  started = true;
  ready();
}

start().catch((error: unknown) => {
  waiting.replaceWith(
    h(
      'div',
      { class: 'waiting' },
      failure(error, () => location.reload()),
    ),
  );
});
