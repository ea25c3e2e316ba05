import { h, refill } from '../dom.ts';
import type { Canvas } from './canvas.ts';
import { exportsMenu } from './exports.ts';
import { filters } from './filters.ts';
import { certaintyLegend, typeLegend } from './legend.ts';
import type { Loaded } from './load.ts';
import { change, state } from './state.ts';
import type { Visible } from './visible.ts';
import './toolbar.css';

/** The bar above the graph: views, filters, files, the legend, the zoom, and a word on what is shown. */

/** The bar and the function that draws it for the state that holds. */
export function createToolbar(loaded: Loaded, canvas: Canvas, shown: () => Visible) {
  const views = h('div', { class: 'views', role: 'group', 'aria-label': 'View' });
  const panel = h('div', {});
  const fold = h('details', { class: 'drop' }, h('summary', {}, 'Filters'), panel);
  const files = h('details', { class: 'drop' }, h('summary', {}, 'Save'), exportsMenu(canvas, shown));
  const zoom = h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'Zoom', hidden: true },
    zoomButtons(canvas),
  );
  const sure = h('div', { class: 'keys-of' });
  const types = h('div', { class: 'keys-of' });
  const word = h('p', { class: 'shown', role: 'status' });
  for (const drop of [fold, files]) closeOutside(drop);
  const element = h(
    'div',
    { class: 'tools', hidden: true },
    h('div', { class: 'tool-row' }, views, fold, files, sure, word, types),
  );
  const draw = () => {
    element.hidden = false;
    const { view, time } = state();
    refill(
      views,
      toggle('Graph', view === 'graph', () => change({ view: 'graph' })),
      toggle('List', view === 'list', () => change({ view: 'list' })),
      toggle('Timeline', time, () => change({ time: !time })),
    );
    refill(panel, filters(loaded));
    refill(sure, certaintyLegend());
    refill(types, typeLegend(loaded));
    zoom.hidden = view === 'list';
    refill(word, wordOn(shown()));
  };
  return { element, zoom, draw };
}

function toggle(text: string, on: boolean, click: () => void): HTMLElement {
  return h('button', { type: 'button', 'aria-pressed': String(on), click }, text);
}

function widen(canvas: Canvas): void {
  canvas.frame(null);
  change({ at: null });
}

function zoomButtons(canvas: Canvas): readonly HTMLElement[] {
  const rows: readonly (readonly [string, string, () => void])[] = [
    ['−', 'Farther', () => canvas.zoomBy(0.8)],
    ['+', 'Nearer', () => canvas.zoomBy(1.25)],
    ['All', 'All at once', () => canvas.fitAll()],
    ['↔', 'As wide as the page', () => widen(canvas)],
  ];
  return rows.map(([text, title, click]) =>
    h('button', { type: 'button', title, 'aria-label': title, click }, text),
  );
}

function wordOn({ things, facts, crowded, filtered }: Visible): readonly (Node | string)[] {
  const { focus, path } = state();
  const parts: (Node | string)[] = [`${things.size} things, ${facts.size} facts`];
  if (crowded > 0) parts.push(` · ${crowded} more do not fit`);
  if (filtered > 0) parts.push(` · ${filtered} filtered out`);
  if (focus)
    parts.push(' ', h('button', { type: 'button', click: () => change({ focus: null }) }, 'Show all again'));
  if (path.length === 2)
    parts.push(
      ' · only the path ',
      h('button', { type: 'button', click: () => change({ path: [] }) }, 'Close the path'),
    );
  if (path.length === 1)
    parts.push(
      ' · pick the other end of the path ',
      h('button', { type: 'button', click: () => change({ path: [] }) }, 'No path'),
    );
  return parts;
}

function closeOutside(drop: HTMLDetailsElement): void {
  document.addEventListener('click', (event) => {
    if (drop.open && !event.composedPath().includes(drop)) drop.open = false;
  });
  drop.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    drop.open = false;
    drop.querySelector('summary')?.focus();
  });
}
