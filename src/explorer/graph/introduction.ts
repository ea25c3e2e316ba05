import { h } from '../dom.ts';
import type { Loaded } from './load.ts';

/** What the panel says while nothing is selected: how to read the graph and how to move in it. */
export function introduction({ things, facts, totals }: Loaded): readonly Node[] {
  const all = totals.things + totals.facts;
  const here = things.size + facts.size;
  const size =
    here < all
      ? `${things.size} of ${totals.things} things and ${facts.size} of ${totals.facts} facts are loaded; the rest comes with a search, or step by step from what is here.`
      : `All ${things.size} things and ${facts.size} facts are here.`;
  const keys: readonly (readonly [string, string])[] = [
    ['← ↑ → ↓', 'go from thing to thing'],
    ['N, P', 'go through the facts of the thing'],
    ['Enter', 'go to the evidence'],
    ['F', 'only what touches it'],
    ['E', 'load more around it'],
    ['+ − 0', 'nearer, farther, all'],
    ['Esc', 'back'],
  ];
  return [
    h('h2', {}, 'Click a thing or a line'),
    h(
      'p',
      {},
      'Every line between two things is a fact. Here you will read who says so, how sure it is, and in which sentence it stands.',
    ),
    h('p', { class: 'hint' }, size),
    h('h3', {}, 'How to read it'),
    h(
      'ul',
      { class: 'reading' },
      h(
        'li',
        {},
        'People, organizations and groups stand left, places and countries right; between them gifts and events, in the order of time.',
      ),
      h('li', {}, h('i', { class: 'sample fact' }), 'It is so: occurred, ongoing, habitual'),
      h('li', {}, h('i', { class: 'sample plan' }), 'Planned, expected or requested'),
      h('li', {}, h('i', { class: 'sample maybe' }), 'Speculated or doubted'),
      h(
        'li',
        {},
        h(
          'i',
          { class: 'swatches' },
          ...['event', 'gift', 'place', 'organization'].map((kind) => h('i', { class: `sample ${kind}` })),
        ),
        'What a fact is about: a part in an event, a gift, a place, an office or kinship',
      ),
      h('li', {}, h('i', { class: 'span' }), 'In the timeline: as long as the date can be'),
      h('li', {}, h('i', { class: 'span inherited' }), 'Dated by the event it is part of'),
    ),
    h('h3', {}, 'By keyboard'),
    h(
      'dl',
      { class: 'keys' },
      keys.map(([key, about]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, about))),
    ),
    h('p', { class: 'hint' }, 'The list shows the same without a drawing.'),
  ];
}
