import { planFilter } from './filter.ts';
import type { Input, Variables } from './input.ts';
import { type Order, planOrder } from './order.ts';
import { beyond, cursorMark, type PageRequest } from './page.ts';
import type { Cell, Count, List, PagePlan, Source } from './plan.ts';
import type { Scope } from './scope.ts';
import type { Items } from './source.ts';

/** What a list is asked for besides its items. */
export type ListRequest = {
  readonly typeName: string;
  readonly coordinate: string;
  readonly where: Input | undefined;
  readonly orderBy: Input | undefined;
  readonly page: PageRequest;
  /** Whether the answer has cursors, so that rows carry their sort keys. */
  readonly cursors: boolean;
};

/** Adds to the items what `where` asks of them. */
export function filtered(scope: Scope, items: Items, typeName: string, where: Input | undefined): Items {
  const test = where?.present ? planFilter({ scope, typeName, element: items.element }, where) : 'true';
  if (test === 'true') return items;
  // a planner that knows the answer to be empty can fail on the rest: it is not told
  return withConditions(items, [test === 'false' ? scope.parameter(() => false) : test]);
}

/** Adds conditions to the items. */
export function withConditions(items: Items, conditions: readonly string[]): Items {
  return { ...items, source: { ...items.source, conditions: [...items.source.conditions, ...conditions] } };
}

/** Items in order, cut to a page, one row of cells each: the sort keys if there are cursors, and what the caller adds. */
export function planList(
  scope: Scope,
  items: Items,
  request: ListRequest,
  cellsOf: (page: PagePlan, keys: readonly Cell[]) => readonly Cell[],
): { readonly list: List; readonly page: PagePlan } {
  const order = planOrder(scope, request.typeName, items.element, request.orderBy);
  const { size, backward, after, before } = request.page;
  const mark = cursorMark(request.page.cursorsOf, order.keys);
  const seek = [
    ...(after ? [`(${beyond(scope, order.keys, { cursor: after, mark, side: 'after' }).strict})`] : []),
    ...(before ? [`(${beyond(scope, order.keys, { cursor: before, mark, side: 'before' }).strict})`] : []),
  ];
  const keys: Cell[] = request.cursors
    ? order.keys.map((key) => ({ kind: 'expression', text: key.expression }))
    : [];
  const page: PagePlan = { size, backward, mark, keyCells: keys.map((_, index) => index) };
  const list: List = {
    coordinate: request.coordinate,
    column: scope.fresh('h'),
    imports: items.imports,
    source: seek.length === 0 ? inOrder(items, order) : items.source,
    computed: order.computed,
    order: order.keys,
    seek,
    backward,
    limit: scope.parameter((variables: Variables) => size(variables) + 1),
    size,
    cells: cellsOf(page, keys),
  };
  return { list, page };
}

const WHOLE_TYPE = /^MATCH \(\w+:\w+\)$/;

/**
 * A list of all of a type tells the planner that its sort key is there, as it always is: then an index can give
 * the order and only the page is read.
 */
function inOrder({ source, element, imports }: Items, { keys, computed }: Order): Source {
  const [first] = keys;
  const [clause] = source.clauses;
  const whole = typeof clause === 'string' && source.clauses.length === 1 && WHOLE_TYPE.test(clause);
  if (!whole || !first || first.nullable || imports.length + computed.length > 0) return source;
  if (source.conditions.length > 0 || !first.expression.startsWith(`${element.variable}.`)) return source;
  return { ...source, conditions: [`${first.expression} IS NOT NULL`] };
}

/** Whether anything lies at the cursor or on its far side: what `hasPreviousPage` asks after `after`. */
export function planBehind(
  scope: Scope,
  items: Items,
  request: ListRequest,
  side: 'after' | 'before',
): Count | undefined {
  const cursor = request.page[side];
  if (!cursor) return undefined;
  const order = planOrder(scope, request.typeName, items.element, request.orderBy);
  const mark = cursorMark(request.page.cursorsOf, order.keys);
  const { strict, equal } = beyond(scope, order.keys, {
    cursor,
    mark,
    side: side === 'before' ? 'after' : 'before',
  });
  const { source, imports } = items;
  const seek = [`(${strict} OR ${equal})`];
  return { column: scope.fresh('c'), imports, source, computed: order.computed, seek, limit: 1 };
}

/** A single item: the first in natural order. */
export function planOne(scope: Scope, items: Items, typeName: string, cells: readonly Cell[]): List {
  const value = scope.mapping.type(typeName).kind === 'value';
  return {
    coordinate: typeName,
    column: scope.fresh('h'),
    imports: items.imports,
    source: items.source,
    computed: [],
    order: value ? [] : planOrder(scope, typeName, items.element, undefined).keys,
    seek: [],
    backward: false,
    limit: 1,
    size: () => 1,
    cells,
  };
}

/** How many items there are in all. */
export function planCount(scope: Scope, items: Items): Count {
  const { source, imports } = items;
  return { column: scope.fresh('c'), imports, source, computed: [], seek: [] };
}
