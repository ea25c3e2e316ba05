import { getNamedType, isCompositeType } from 'graphql';
import type { Selected, Selection } from '../compile/selection.ts';
import type { Mapping } from '../model/mapping.ts';
import { limitError } from './limits.ts';
import { PAGING, showPath } from './place.ts';

/** Fields of a list that are counted or looked up apart from its items. */
const APART = new Set(['totalCount', 'hasNextPage', 'hasPreviousPage']);

/**
 * Refuses an operation that reads more parts of the graph than an engine takes in one statement.
 * Each list, thing, derived value and count is one, at each place; so is each argument that names an entity.
 */
export function refuseRelations(
  mapping: Mapping,
  asked: { readonly rootType: string; readonly selecteds: readonly Selected[] },
  max: number,
): void {
  const { rootType, selecteds } = asked;
  const known = new Map<Selected, number>();
  const count = countAll({ mapping, known }, new Map([[rootType, selecteds]]));
  if (count <= max) return;
  const { path, parts } = largestOf(selecteds, known);
  throw limitError(`reads ${count} parts of the graph, ${parts} of them at ${path}`, max, 'RELATIONS_MAX');
}

/** The field to cut: down from the root, as long as one field has most of what the one around it has. */
function largestOf(selecteds: readonly Selected[], known: ReadonlyMap<Selected, number>) {
  const keys: string[] = [];
  let parts = 0;
  for (let at = selecteds; ; ) {
    const [largest] = [...at].sort((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0));
    const count = (largest && known.get(largest)) ?? 0;
    if (!largest || 2 * count <= parts) return { path: showPath(keys), parts };
    keys.push(largest.key);
    parts = count;
    at = [...new Set([...largest.selection.values()].flat())];
  }
}

/** What was counted before: types share their fields, so one field is met many times. */
type Counting = { readonly mapping: Mapping; readonly known: Map<Selected, number> };

function countAll(counting: Counting, selection: Selection): number {
  let count = 0;
  const seen = new Map<Selected, Set<string>>();
  for (const [owner, selecteds] of selection) {
    for (const selected of selecteds) {
      // A field that several types have is read once where it maps alike.
      const ways = seen.get(selected) ?? new Set();
      seen.set(selected, ways);
      const way = selection.size > 1 ? JSON.stringify(counting.mapping.field(owner, selected.name)) : '';
      if (!ways.has(way)) count += countOne(counting, owner, selected);
      ways.add(way);
    }
  }
  return count;
}

function countOne(counting: Counting, owner: string, selected: Selected): number {
  const { mapping, known } = counting;
  const found = known.get(selected);
  if (found !== undefined) return found;
  const names = [...mapping.named(owner, selected.name).keys()].filter(
    (name) => selected.arguments[name]?.present,
  );
  const below = countAll(counting, selected.selection);
  const count = own(selected) + names.length + layersOf(selected) + below;
  known.set(selected, count);
  return count;
}

/** How many parts a search for paths as of a day is made of: a layer and a step for each hop, each time it is shown. */
function layersOf({ type, selection, arguments: { asOf, maxHops } }: Selected): number {
  if (getNamedType(type).name !== 'PathResult' || !asOf?.present) return 0;
  const shown = [...selection.values()].flat().filter(({ name }) => name === 'paths').length;
  return 2 * Number(maxHops?.value ?? 4) * Math.max(1, shown);
}

function own({ name, type }: Selected): number {
  if (APART.has(name)) return 1;
  return isCompositeType(getNamedType(type)) && !PAGING.has(name) ? 1 : 0;
}
