import { h } from '../dom.ts';
import { failure } from '../frame.ts';
import { factPanel } from './fact-panel.ts';
import { introduction } from './introduction.ts';
import { isFactId } from './model.ts';
import { pathPanel } from './path-panel.ts';
import { change, state } from './state.ts';
import { type PanelParts, thingPanel } from './thing-panel.ts';
import './panel.css';

/** The panel beside the graph: what is selected, who says so, and in which sentence. */

/** The panel, the function that draws it for the state that holds, and one that says what failed instead. */
export type Panel = {
  readonly element: HTMLElement;
  readonly draw: () => void;
  readonly fail: (error: unknown, again: () => void) => void;
};

/** Makes the panel. */
export function createPanel(parts: PanelParts): Panel {
  const element = h('aside', {
    class: 'panel',
    id: 'panel',
    'aria-live': 'polite',
    'aria-label': 'Evidence',
    tabindex: -1,
  });
  let turn = 0;
  let drawn = '';
  const draw = () => {
    const { sel, path, focus } = state();
    const key = JSON.stringify([sel, path, focus, parts.loaded.facts.size]);
    // What only moves the drawing or filters it must neither be asked for nor read aloud again.
    if (key !== drawn) redraw();
    drawn = key;
  };
  const redraw = () => {
    turn += 1;
    const mine = turn;
    element.setAttribute('aria-busy', 'true');
    content(parts, redraw).then(
      (nodes) => mine === turn && show(nodes),
      (error: unknown) => mine === turn && show([failure(error, redraw)]),
    );
  };
  const show = (nodes: readonly Node[]) => {
    const within = element.contains(document.activeElement);
    element.replaceChildren(...nodes);
    element.scrollTop = 0;
    // What had the focus is gone: the panel takes it, so that Tab goes on from its head.
    if (within) element.focus({ preventScroll: true });
    element.setAttribute('aria-busy', 'false');
    // The history and the tabs of the browser call a view by what is selected.
    const name =
      state().sel === null && state().path.length < 2 ? '' : element.querySelector('h2')?.textContent;
    document.title = [name, 'Graph', 'attested'].filter(Boolean).join(' · ');
  };
  const fail = (error: unknown, again: () => void) => {
    turn += 1;
    drawn = '';
    show([failure(error, again)]);
  };
  return { element, draw, fail };
}

async function content(parts: PanelParts, again: () => void): Promise<readonly Node[]> {
  const { sel, path } = state();
  const [, to] = path;
  if (to !== undefined && (sel === null || sel === to)) return pathPanel(path);
  if (sel === null) return introduction(parts.loaded);
  const shown = await (isFactId(sel) ? factPanel(sel, again) : thingPanel(sel, parts, again));
  return [upToGraph(), ...(to === undefined ? [] : [backToPath()]), ...shown];
}

/** The way back on a narrow screen, where the panel stands below. */
function upToGraph(): HTMLElement {
  const click = () => document.querySelector('.stage')?.scrollIntoView();
  return h('p', { class: 'actions up' }, h('button', { type: 'button', click }, '↑ To the graph'));
}

function backToPath(): HTMLElement {
  const click = () => change({ sel: null });
  return h('p', { class: 'actions' }, h('button', { type: 'button', click }, '← Back to the path'));
}
