import { ServiceError } from '../errors.ts';
import type { Variables } from './input.ts';
import type { Cell, Plan } from './plan.ts';

/** How many items an answer can hold at most, in all and by field. */
export type Cost = { readonly total: number; readonly byField: ReadonlyMap<string, number> };

/**
 * Prices a plan before it runs. Each list counts as many items as its page may hold, for each item of the list
 * around it, so the answer never holds more than this.
 */
export function costOf(plan: Plan, variables: Variables): Cost {
  const byField = new Map<string, number>();
  addCells(plan.root.cells, 1, variables, byField);
  const items = [...byField.values()].reduce((sum, count) => sum + count, 0);
  return { total: items + plan.weight, byField };
}

function addCells(
  cells: readonly Cell[],
  times: number,
  variables: Variables,
  byField: Map<string, number>,
): void {
  for (const cell of cells) {
    if (cell.kind === 'object') addCells(cell.cells, times, variables, byField);
    if (cell.kind !== 'subquery' || cell.subquery.kind !== 'list') continue;
    const { list } = cell.subquery;
    const items = times * list.size(variables);
    byField.set(list.coordinate, (byField.get(list.coordinate) ?? 0) + items);
    addCells(list.cells, items, variables, byField);
  }
}

/** Refuses what may hold more than `max` items, and names the field that adds most. */
export function refuseCost({ total, byField }: Cost, max: number): void {
  if (total <= max) return;
  const [largest] = [...byField].sort(([, a], [, b]) => b - a);
  const [field, items] = largest ?? ['the query', total];
  throw new ServiceError('COST_LIMIT', `The answer may hold ${total} items; the limit is ${max}.`, {
    hint: `Most of them, ${items}, are of ${field}: ask for a smaller first there or around it, or leave it out.`,
  });
}
