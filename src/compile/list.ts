import {
  allOf,
  anyOf,
  type Clause,
  call,
  carrying,
  column,
  conjuncts,
  distinctCall,
  type Expression,
  isNotNull,
  kept,
  literal,
  returning,
  subcall,
  type Variable,
  variable,
} from '../cypher/ast.ts';
import { conditionsOf } from './filter.ts';
import type { Input, Variables } from './input.ts';
import { holding, type Items, restricted } from './items.ts';
import { type Order, planOrder, sortKeys } from './order.ts';
import { beyond, cursorMark, type PageRequest } from './page.ts';
import type { Cell, OrderKey, PagePlan, Subquery } from './plan.ts';
import { rowOf } from './row.ts';
import type { Scope } from './scope.ts';

/**
 * A list as a subquery that puts one column beside its owner: find, filter, order, cut, and only then expand what is
 * left. `person { gave(first: 2, orderBy: [{name: ASC}]) { nodes { name during { name } } } }` gives
 *
 *     CALL (v0) {
 *       MATCH (v0)-[r1:GAVE]->(v2:Gift)
 *       WITH v2 ORDER BY v2.name, v2.id LIMIT $p0
 *       CALL (v2) {
 *         MATCH (v2)-[r3:GIVEN_DURING]->(v4:Event)
 *         WITH v4 ORDER BY v4.id LIMIT 1
 *         RETURN collect([v4.name]) AS h5
 *       }
 *       WITH v2, h5 ORDER BY v2.name, v2.id
 *       RETURN collect([v2.name, h5]) AS h6
 *     }
 *
 * The second ORDER BY is there since a subquery may leave rows in another order.
 */

/** Items in order, cut to a page, each a row of cells. */
export type List = {
  readonly items: Pick<Items, 'clauses' | 'conditions' | 'element' | 'repeats'>;
  /** Subqueries for each item that the order needs. */
  readonly computed?: readonly Clause[];
  readonly order: readonly OrderKey[];
  /** What holds of items beyond the cursor. */
  readonly beyond?: readonly Expression[];
  /** Whether the page is taken from the end: then rows come last first. */
  readonly backward?: boolean;
  /** How many rows are read. */
  readonly limit: Expression;
  readonly cells: readonly Cell[];
};

/** A list as a subquery. */
export function listed({ items, order, limit, cells, backward = false, ...rest }: List): Subquery {
  const { calls, row } = rowOf(cells);
  const keys = sortKeys(order, backward);
  const result = variable('h');
  const sorted = calls.length > 0 && keys.length > 0 ? [carrying([], { order: keys })] : [];
  const clauses = [
    ...found(items, rest),
    carrying([kept(items.element.variable)], { distinct: items.repeats, order: keys, limit }),
    ...calls,
    ...sorted,
    returning(column(call('collect', row), result)),
  ];
  return { kind: 'subquery', call: subcall(clauses), column: result };
}

/** Finds the items: clauses, filter, what is computed for each, and the cursor. */
function found(
  items: List['items'],
  { computed = [], beyond: tests = [] }: Pick<List, 'computed' | 'beyond'>,
): readonly Clause[] {
  const conditions = tests.flatMap(conjuncts);
  if (computed.length === 0) return holding({ ...items, conditions: [...items.conditions, ...conditions] });
  if (conditions.length === 0) return [...holding(items), ...computed];
  const where = allOf(conditions);
  return [...holding(items), ...computed, carrying([kept(items.element.variable)], { where })];
}

/** How many items there are, counted up to `limit` when given. */
export function counted(
  items: List['items'],
  rest: Pick<List, 'computed' | 'beyond'> & { readonly limit?: 1 } = {},
): Subquery {
  const item = items.element.variable;
  const count = variable('c');
  const clauses = [
    ...found(items, rest),
    ...(rest.limit ? [carrying([kept(item)], { limit: literal(rest.limit) })] : []),
    returning(column((items.repeats ? distinctCall : call)('count', item), count)),
  ];
  return { kind: 'subquery', call: subcall(clauses), column: count };
}

/** What a list is asked for besides its items. */
export type ListRequest = {
  readonly typeName: string;
  readonly orderBy: Input | undefined;
  readonly page: PageRequest;
  /** Whether the answer has cursors, so that rows carry their sort keys. */
  readonly cursors: boolean;
};

/** Adds to the items what `where` asks of them. */
export function filtered(scope: Scope, items: Items, typeName: string, where: Input | undefined): Items {
  return restricted(items, conditionsOf({ scope, typeName, element: items.element }, where));
}

/** Items in order, cut to a page, one row of cells each: the sort keys if there are cursors, and what the caller adds. */
export function planList(
  scope: Scope,
  { items, request, cellsOf }: Planned,
): { readonly list: Subquery; readonly page: PagePlan } {
  const order = orderOf(scope, items, request);
  const { size, backward, after, before } = request.page;
  const mark = cursorMark(request.page.cursorsOf, order.keys);
  const tests = [
    ...(after ? [beyond(scope, order.keys, { cursor: after, mark, side: 'after' }).strict] : []),
    ...(before ? [beyond(scope, order.keys, { cursor: before, mark, side: 'before' }).strict] : []),
  ];
  const keys: Cell[] = request.cursors
    ? order.keys.map(({ value }) => ({ kind: 'expression', expression: value }))
    : [];
  const page: PagePlan = { size, backward, mark, keyCells: keys.map((_, index) => index) };
  const list = listed({
    items: tests.length === 0 ? inOrder(items, order) : items,
    computed: order.computed,
    order: order.keys,
    beyond: tests,
    backward,
    limit: scope.parameter((variables: Variables) => size(variables) + 1),
    cells: cellsOf(page, keys),
  });
  return { list, page };
}

/** A list to plan, and how its cells are made once its order is known. */
type Planned = {
  readonly items: Items;
  readonly request: ListRequest;
  readonly cellsOf: (page: PagePlan, keys: readonly Cell[]) => readonly Cell[];
};

const orderOf = (scope: Scope, { element }: Items, { typeName, orderBy }: ListRequest): Order =>
  planOrder({ scope, typeName, element }, orderBy);

/**
 * A list of all of a type tells the planner that its sort key is there, as it always is: then an index can give
 * the order and only the page is read. `MATCH (v0:Country) WHERE v0.name IS NOT NULL`
 */
function inOrder(items: Items, { keys, computed }: Order): Items {
  const [first] = keys;
  const [clause, ...others] = items.clauses;
  if (clause?.kind !== 'match' || others.length + computed.length + items.conditions.length > 0) return items;
  const [only, ...more] = clause.patterns[0]?.parts ?? [];
  const whole = more.length === 0 && only?.kind === 'node' && only.labels.length === 1 && !clause.where;
  if (!whole || only.properties.length > 0 || !first || first.nullable) return items;
  const own = first.value.kind === 'property' && first.value.of === items.element.variable;
  return own ? restricted(items, [isNotNull(first.value)]) : items;
}

/** Whether anything lies at the cursor or on its far side: what `hasPreviousPage` asks after `after`. */
export function planBehind(
  scope: Scope,
  items: Items,
  { request, side }: { readonly request: ListRequest; readonly side: 'after' | 'before' },
): Subquery | undefined {
  const cursor = request.page[side];
  if (!cursor) return undefined;
  const order = orderOf(scope, items, request);
  const mark = cursorMark(request.page.cursorsOf, order.keys);
  const other = side === 'before' ? 'after' : 'before';
  const tests = beyond(scope, order.keys, { cursor, mark, side: other });
  return counted(items, { computed: order.computed, beyond: [anyOf([tests.strict, tests.equal])], limit: 1 });
}

/** A single item: the first in natural order. */
export function planOne(scope: Scope, items: Items, { typeName, cells }: One): Subquery {
  const value = scope.mapping.type(typeName).kind === 'value';
  const order = value ? [] : planOrder({ scope, typeName, element: items.element }, undefined).keys;
  return listed({ items, order, limit: literal(1), cells });
}

type One = { readonly typeName: string; readonly cells: readonly Cell[] };

/** A list that has no order but that of `by`, all of it read. */
export const inOrderOf = (by: Variable): readonly OrderKey[] => [
  { value: by, descending: false, nullable: false },
];
