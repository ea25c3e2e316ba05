import { h } from '../dom.ts';
import { statusBadge } from '../evidence.ts';
import { inOrder, wordsFor } from '../looks.ts';
import { verb } from '../words.ts';
import { mark } from './icons.ts';
import { doubtOf, type Fact, factsOf, type Graph, otherEnd, type Thing } from './model.ts';
import { change, state } from './state.ts';
import './list.css';

/** The same graph as a list, for those who do not see the drawing or have no room for it. */

/** The list of what is shown. */
export function list(graph: Graph): readonly HTMLElement[] {
  const types = inOrder([...graph.things.values()].map(({ type }) => type));
  return types.flatMap((type) => {
    const things = [...graph.things.values()].filter((thing) => thing.type === type);
    if (things.length === 0) return [];
    things.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
    return [
      h(
        'section',
        { class: 'listed' },
        h('h2', {}, mark(type, 20), h('span', {}, `${wordsFor(type)[1]} (${things.length})`)),
        h(
          'ul',
          {},
          things.map((thing) => item(thing, graph)),
        ),
      ),
    ];
  });
}

function item(thing: Thing, graph: Graph): HTMLElement {
  const { sel } = state();
  const facts = factsOf(graph, thing.id);
  const current = sel === thing.id ? 'true' : undefined;
  const open = facts.some(({ id }) => id === sel);
  return h(
    'li',
    { class: 'listed-item' },
    h(
      'p',
      { class: 'row' },
      h(
        'button',
        {
          type: 'button',
          class: 'quiet name',
          'aria-current': current,
          'data-id': thing.id,
          click: () => change({ sel: thing.id }),
        },
        thing.name,
      ),
      thing.status && statusBadge(thing.status),
      thing.date && h('span', { class: 'hint' }, thing.date.words),
    ),
    facts.length > 0 &&
      h(
        'details',
        { open },
        h(
          'summary',
          {},
          `${facts.length} ${facts.length === 1 ? 'fact' : 'facts'}`,
          h('span', { class: 'visually-hidden' }, ` of ${thing.name}`),
        ),
        h(
          'ul',
          { class: 'relations' },
          facts.map((fact) => factItem(fact, thing, graph)),
        ),
      ),
  );
}

function factItem(fact: Fact, thing: Thing, graph: Graph): HTMLElement {
  const other = graph.things.get(otherEnd(fact, thing.id))?.name ?? '';
  const words = fact.subject === thing.id ? `${verb(fact)} ${other}` : `${other} ${verb(fact)} this`;
  const current = state().sel === fact.id ? 'true' : undefined;
  const doubt = doubtOf(fact, graph);
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'aria-current': current,
        'data-fact': fact.id,
        click: () => change({ sel: fact.id }),
      },
      words,
    ),
    ' ',
    doubt && statusBadge(doubt),
  );
}
