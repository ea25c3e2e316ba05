import { AskError } from '../ask.ts';
import { h } from '../dom.ts';
import { factPanel } from './fact-panel.ts';
import { introduction } from './introduction.ts';
import type { Loaded } from './load.ts';
import { isFactId } from './model.ts';
import { pathPanel } from './path-panel.ts';
import { state } from './state.ts';
import { thingPanel } from './thing-panel.ts';

/** The panel beside the graph: what is selected, who says so, and in which sentence. */

/** What the panel needs of the page. */
export type PanelParts = {
  readonly loaded: Loaded;
  /** Fetches more of what surrounds a thing. */
  readonly expand: (id: string) => void;
  /** Lets the facts of a path stand out. */
  readonly onPath: (facts: readonly string[], things: readonly string[]) => void;
};

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
      (error: unknown) => mine === turn && show([failure(error)]),
    );
  };
  const show = (nodes: readonly Node[]) => {
    element.replaceChildren(...nodes);
    element.scrollTop = 0;
    element.setAttribute('aria-busy', 'false');
  };
  return { element, draw };
}

async function content(parts: PanelParts, again: () => void): Promise<readonly Node[]> {
  const { sel, path } = state();
  const [from, to] = path;
  if (from !== undefined && to !== undefined && (sel === null || sel === to))
    return pathPanel(from, to, parts);
  if (sel === null) return introduction(parts.loaded);
  return isFactId(sel) ? factPanel(sel, again) : thingPanel(sel, parts, again);
}

function failure(error: unknown): HTMLElement {
  const known = error instanceof AskError ? error : undefined;
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', {}, known?.message ?? 'This could not be shown.'),
    known?.hint && h('p', { class: 'hint' }, known.hint),
  );
}
