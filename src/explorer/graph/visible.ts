import {
  ELEMENTS_MAX,
  type Fact,
  type Graph,
  otherEnd,
  partsOf,
  type Thing,
  type ThingDate,
} from './model.ts';
import type { State } from './state.ts';
import { dayOf } from './timescale.ts';

/** Decides what of the loaded graph is shown. */

/** What is shown, and how much is not and why. */
export type Visible = Graph & {
  /** Things and facts left out because no more fit on the screen. */
  readonly crowded: number;
  /** Things and facts that the reader's filters leave out. */
  readonly filtered: number;
};

/** Applies the filters of the reader, the focus and the limit of the screen; of an open path, its `way` alone. */
export function visible(graph: Graph, state: State, way: readonly string[] = []): Visible {
  if (way.length > 0) {
    const kept = only(graph, new Set([...way, ...partsOf(state.sel ?? '')]));
    return { ...kept, crowded: 0, filtered: 0 };
  }
  const passing = [...graph.things.values()].filter(
    (thing) => thing.id === state.sel || passes(thing, state),
  );
  const kept = linked(new Map(passing.map((thing) => [thing.id, thing])), graph, state);
  const focused = state.focus ? around(kept, state.focus) : kept;
  const fitting = cropped(focused, state);
  const size = ({ things, facts }: Graph) => things.size + facts.size;
  return {
    ...fitting,
    crowded: size(focused) - size(fitting),
    filtered: size(graph) - size(kept),
  };
}

function passes(thing: Thing, { hide, off, kinds, from, to }: State): boolean {
  if (hide.includes(thing.type)) return false;
  if (thing.type !== 'Event') return true;
  if (thing.status && off.includes(thing.status)) return false;
  if (thing.kind && kinds.includes(thing.kind)) return false;
  if (!from && !to) return true;
  return thing.date ? mayLie(thing.date, { from, to }) : false;
}

/** Whether a date may lie between two days; an end that is open is beyond all days. */
function mayLie({ earliest, latest }: ThingDate, { from, to }: Pick<State, 'from' | 'to'>): boolean {
  const begun = !to || !earliest || dayOf(earliest) <= dayOf(to);
  return begun && (!from || !latest || dayOf(latest) >= dayOf(from));
}

/** Drops the facts that lost an end, and then what has no fact left though it had some. */
function linked(things: ReadonlyMap<string, Thing>, graph: Graph, { sel, focus }: State): Graph {
  const facts = [...graph.facts.values()].filter(
    ({ subject, object }) => things.has(subject) && things.has(object),
  );
  const touched = new Set(facts.flatMap(({ subject, object }) => [subject, object]));
  const had = new Set([...graph.facts.values()].flatMap(({ subject, object }) => [subject, object]));
  const kept = [...things.values()].filter(
    ({ id, type }) => touched.has(id) || !had.has(id) || type === 'Event' || id === sel || id === focus,
  );
  return toGraph(kept, facts);
}

/** A thing, what touches it, and the facts among these. */
function around(graph: Graph, id: string): Graph {
  const near = new Set([id]);
  for (const fact of graph.facts.values()) {
    if (fact.subject === id || fact.object === id) near.add(otherEnd(fact, id));
  }
  return only(graph, near);
}

/** As many of the best connected things as fit on the screen with their facts. */
function cropped(graph: Graph, { sel, focus, path }: State): Graph {
  if (graph.things.size + graph.facts.size <= ELEMENTS_MAX) return graph;
  const degree = new Map<string, number>();
  for (const { subject, object } of graph.facts.values()) {
    for (const id of [subject, object]) degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  for (const id of [...path, sel, focus]) if (id) degree.set(id, Number.POSITIVE_INFINITY);
  const ranked = [...graph.things.keys()].sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0));
  let low = 1;
  let high = ranked.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { things, facts } = only(graph, new Set(ranked.slice(0, middle)));
    if (things.size + facts.size <= ELEMENTS_MAX) low = middle;
    else high = middle - 1;
  }
  return only(graph, new Set(ranked.slice(0, low)));
}

function only(graph: Graph, ids: ReadonlySet<string>): Graph {
  return toGraph(
    [...graph.things.values()].filter(({ id }) => ids.has(id)),
    [...graph.facts.values()].filter(({ subject, object }) => ids.has(subject) && ids.has(object)),
  );
}

function toGraph(things: readonly Thing[], facts: readonly Fact[]): Graph {
  return { things: new Map(things.map((t) => [t.id, t])), facts: new Map(facts.map((f) => [f.id, f])) };
}
