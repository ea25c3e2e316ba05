import { h } from '../dom.ts';
import { inOrder, type ThingType, wordsFor } from '../looks.ts';
import { type Certainty, type Status, statuses } from '../words.ts';
import { mark } from './icons.ts';
import type { Graph } from './model.ts';
import { change, state } from './state.ts';

/** The legend, which is also the quick filter: each mark and each line can be put out and on again. */

const certainties: readonly (readonly [Certainty, string])[] = [
  ['fact', 'it is so'],
  ['plan', 'planned or sought'],
  ['maybe', 'doubted or feared'],
];

/** The statuses of one certainty. */
export function statusesOf(certainty: Certainty): readonly Status[] {
  return (Object.keys(statuses) as Status[]).filter((status) => statuses[status].certainty === certainty);
}

/** The types of what is loaded, each with its mark. */
export function typeLegend(graph: Graph): HTMLElement {
  const things = [...graph.things.values()];
  const count = (type: ThingType) => things.filter((thing) => thing.type === type).length;
  const types = inOrder(things.map(({ type }) => type));
  const buttons = types.map((type) => typeButton(type, count(type)));
  return h('div', { class: 'legend', role: 'group', 'aria-label': 'Legend and filter: things' }, buttons);
}

/** How sure something can be, each with its line. */
export function certaintyLegend(): HTMLElement {
  const buttons = certainties.map(([certainty, words]) => certaintyButton(certainty, words));
  return h('div', { class: 'legend', role: 'group', 'aria-label': 'Legend and filter: how sure' }, buttons);
}

function typeButton(type: ThingType, count: number): HTMLElement {
  const { hide } = state();
  const on = !hide.includes(type);
  const click = () => change({ hide: on ? [...hide, type] : hide.filter((one) => one !== type) });
  return h(
    'button',
    { type: 'button', class: 'key', 'aria-pressed': String(on), click },
    mark(type, 16),
    wordsFor(type)[1],
    h('small', {}, count),
  );
}

function certaintyButton(certainty: Certainty, words: string): HTMLElement {
  const { off } = state();
  const own = statusesOf(certainty);
  const on = own.some((status) => !off.includes(status));
  const click = () =>
    change({ off: on ? [...new Set([...off, ...own])] : off.filter((status) => !own.includes(status)) });
  return h(
    'button',
    { type: 'button', class: 'key', 'aria-pressed': String(on), click },
    h('i', { class: `sample ${certainty}` }),
    words,
  );
}
