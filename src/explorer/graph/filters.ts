import { type Child, h } from '../dom.ts';
import { plain, type Status, statuses } from '../words.ts';
import type { Graph } from './model.ts';
import { change, everything, state } from './state.ts';

/** All filters in detail: each status, each kind of event, and an interval of time. */

/** The fold-out with the filters for what is loaded. */
export function filters(graph: Graph): HTMLElement {
  const { off, kinds, from, to } = state();
  const events = [...graph.things.values()].filter(({ type }) => type === 'Event');
  const known = Object.keys(statuses) as Status[];
  const present = known.filter((status) => events.some((event) => event.status === status));
  const sorts = [...new Set(events.flatMap(({ kind }) => kind ?? []))].sort();
  const count = off.length + kinds.length + (from ? 1 : 0) + (to ? 1 : 0);
  const reset = () => change(everything);
  return h(
    'div',
    { class: 'filters' },
    boxes(
      'How sure',
      present.map((status) =>
        box(statuses[status].word, statuses[status].about, !off.includes(status), (on) =>
          change({ off: toggled(state().off, status, on) }),
        ),
      ),
    ),
    boxes(
      'Kind of event',
      sorts.map((kind) =>
        box(plain(kind), '', !kinds.includes(kind), (on) =>
          change({ kinds: toggled(state().kinds, kind, on) }),
        ),
      ),
      // To see two kinds of twenty, nobody should have to put out eighteen.
      sorts.length > 1 &&
        h(
          'button',
          { type: 'button', click: () => change({ kinds: kinds.length === 0 ? sorts : [] }) },
          kinds.length === 0 ? 'None of them' : 'All of them',
        ),
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, 'Time'),
      h(
        'label',
        {},
        'from ',
        h('input', { type: 'date', value: from, change: (event) => change({ from: dateIn(event) }) }),
      ),
      h(
        'label',
        {},
        'to ',
        h('input', { type: 'date', value: to, change: (event) => change({ to: dateIn(event) }) }),
      ),
      h('p', { class: 'hint' }, 'Events that may lie in it; those without a date are left out.'),
    ),
    h(
      'button',
      { type: 'button', click: reset, disabled: count === 0 && state().hide.length === 0 },
      'Show everything',
    ),
  );
}

function dateIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function toggled<T>(list: readonly T[], item: T, on: boolean): readonly T[] {
  return on ? list.filter((one) => one !== item) : [...list, item];
}

function boxes(name: string, items: readonly HTMLElement[], ...more: readonly Child[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, name), h('div', { class: 'boxes' }, items), ...more);
}

function box(word: string, about: string, checked: boolean, set: (on: boolean) => void): HTMLElement {
  const change = (event: Event) => set((event.target as HTMLInputElement).checked);
  return h('label', { title: about || undefined }, h('input', { type: 'checkbox', checked, change }), word);
}
