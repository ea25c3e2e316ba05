import { h } from '../dom.ts';
import { failure } from '../frame.ts';
import { factPanel } from './fact-panel.ts';
import { introduction } from './introduction.ts';
import { isFactId } from './model.ts';
import { pathPanel } from './path-panel.ts';
import { change, state } from './state.ts';
import { type PanelParts, thingPanel } from './thing-panel.ts';

/** The panel beside the graph: what is selected, who says so, and in which sentence. */

/** The panel and the function that draws it for the state that holds. */
export function createPanel(parts: PanelParts): { readonly element: HTMLElement; readonly draw: () => void } {
  const element = h('aside', {
    class: 'panel',
    id: 'panel',
    'aria-live': 'polite',
    'aria-label': 'Evidence',
    tabindex: -1,
  });
  let turn = 0;
  const draw = () => {
    turn += 1;
    const mine = turn;
    element.setAttribute('aria-busy', 'true');
    content(parts, draw).then(
      (nodes) => mine === turn && show(nodes),
      (error: unknown) => mine === turn && show([failure(error, draw)]),
    );
  };
  const show = (nodes: readonly Node[]) => {
    const within = element.contains(document.activeElement);
    element.replaceChildren(...nodes);
    element.scrollTop = 0;
    // What had the focus is gone: the panel takes it, so that Tab goes on from its head.
    if (within) element.focus({ preventScroll: true });
    element.setAttribute('aria-busy', 'false');
  };
  return { element, draw };
}

async function content(parts: PanelParts, again: () => void): Promise<readonly Node[]> {
  const { sel, path } = state();
  const [, to] = path;
  if (to !== undefined && (sel === null || sel === to)) return pathPanel(path);
  if (sel === null) return introduction(parts.loaded);
  const shown = await (isFactId(sel) ? factPanel(sel, again) : thingPanel(sel, parts, again));
  return to === undefined ? shown : [backToPath(), ...shown];
}

function backToPath(): HTMLElement {
  const click = () => change({ sel: null });
  return h('p', { class: 'actions' }, h('button', { type: 'button', click }, '← Back to the path'));
}
