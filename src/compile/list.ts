import { type GraphQLField, getNamedType, isEnumType, isNonNullType, isObjectType } from 'graphql';
import type { Clause, Expression, Query, SortKey, Variable } from '../cypher/ast.ts';
import {
  allOf,
  anyOf,
  call,
  carrying,
  column,
  conjuncts,
  distinctCall,
  fill,
  isNotNull,
  isNull,
  kept,
  literal,
  property,
  returning,
  same,
  subcall,
  variable,
} from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { broken, invariant, ServiceError } from '../errors.ts';
import type { CursorPlan } from './answer.ts';
import { conditionsOf } from './filter.ts';
import { type Input, oneMore, pageSize, type Variables } from './input.ts';
import { given, holding, type Items, restricted } from './items.ts';
import { beyond, cursorMark } from './page.ts';
import type { Cell, Element, FieldRequest, OrderKey, Scope } from './plan.ts';
import type { Selected } from './selection.ts';

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

/** Items in order, and how many of them are read. */
export type List = {
  readonly items: Items;
  readonly order: Order;
  /** What holds of items beyond the cursor. */
  readonly beyond?: readonly Expression[];
  /** Whether the page is taken from the end: then rows come last first. */
  readonly backward?: boolean;
  readonly limit: Expression;
};

/** The total order of a list, and subqueries that compute for each item what it needs. */
export type Order = { readonly keys: readonly OrderKey[]; readonly computed: readonly Clause[] };

/** A list as a subquery; `row` is what is read of each item. */
export function listed(list: List, row: Cell): Cell {
  const { items, order, limit, backward = false } = list;
  const keys = sortKeys(order.keys, backward);
  const sorted = row.calls.length > 0 && keys.length > 0 ? [carrying([], { order: keys })] : [];
  const cut = carrying([kept(items.element.variable)], { distinct: items.repeats, order: keys, limit });
  return gathered([...found(list), cut, ...row.calls, ...sorted], call('collect', row.expression), 'h');
}

/** A subquery with one column, which sums its rows up: `CALL (v0) { … RETURN collect([…]) AS h1 }`. */
function gathered(clauses: readonly Clause[], value: Expression, hint: string): Cell {
  const result = variable(hint);
  return { expression: result, calls: [subcall([...clauses, returning(column(value, result))])] };
}

/** Finds the items: clauses, filter, what is computed for each, and the cursor. */
function found({ items, order, beyond: tests = [] }: Omit<List, 'limit'>): readonly Clause[] {
  const conditions = tests.flatMap(conjuncts);
  if (order.computed.length === 0) return holding(restricted(items, conditions));
  const all = [...holding(items), ...order.computed];
  if (conditions.length === 0) return all;
  return [...all, carrying([kept(items.element.variable)], { where: allOf(conditions) })];
}

/** How many items there are, counted up to `limit` when given. */
export function counted(list: Omit<List, 'limit'> & { readonly limit?: Expression }): Cell {
  const { items, limit } = list;
  const item = items.element.variable;
  const cut = limit ? [carrying([kept(item)], { limit })] : [];
  return gathered([...found(list), ...cut], (items.repeats ? distinctCall : call)('count', item), 'c');
}

/** Adds to the items what `where` asks of them. */
export function filtered(
  scope: Scope,
  items: Items,
  { typeName, where }: { readonly typeName: string; readonly where: Input | undefined },
): Items {
  if (!where?.present) return items;
  return restricted(items, conditionsOf({ scope, typeName, element: items.element }, where));
}

/** What is asked of a list besides its items. */
export type ListRequest = {
  readonly items: Items;
  readonly typeName: string;
  readonly orderBy: Input | undefined;
  readonly page: PageRequest;
  /** Whether the answer has cursors, so that rows carry their sort keys. */
  readonly cursors: boolean;
};

/** A page of a list, and what its rows begin with, so that there are cursors. */
export type Paged = {
  readonly list: List;
  readonly keys: readonly Expression[];
  readonly cursors: CursorPlan;
};

/** Items in order, cut to the page that is asked for. */
export function planPage(scope: Scope, { items, typeName, orderBy, page, cursors }: ListRequest): Paged {
  const order = planOrder({ scope, typeName, element: items.element }, orderBy);
  const { size, backward, after, before } = page;
  const mark = cursors || after || before ? cursorMark(page.cursorsOf, order.keys) : '';
  const tests = [
    ...(after ? [beyond(scope, order.keys, { cursor: after, mark, side: 'after' }).strict] : []),
    ...(before ? [beyond(scope, order.keys, { cursor: before, mark, side: 'before' }).strict] : []),
  ];
  const whole = tests.length === 0 ? inOrder(items, order) : items;
  const limit = scope.parameter(oneMore(size));
  const keys = cursors ? order.keys.map(({ value }) => value) : [];
  return {
    list: { items: whole, order, beyond: tests, backward, limit },
    keys,
    cursors: { mark, keyCells: [...keys.keys()] },
  };
}

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
  { items, typeName, orderBy, page }: ListRequest,
  side: 'after' | 'before',
): Cell | undefined {
  const cursor = page[side];
  if (!cursor) return undefined;
  const order = planOrder({ scope, typeName, element: items.element }, orderBy);
  const mark = cursorMark(page.cursorsOf, order.keys);
  const tests = beyond(scope, order.keys, { cursor, mark, side: side === 'before' ? 'after' : 'before' });
  return counted({ items, order, beyond: [anyOf([tests.strict, tests.equal])], limit: literal(1) });
}

/** No order, where one item is all that there can be. */
export const UNORDERED: Order = { keys: [], computed: [] };

/** The order of what is numbered. */
export const inOrderOf = (by: Variable): Order => ({
  keys: [{ value: by, descending: false, nullable: false }],
  computed: [],
});

/** What is ordered: things of a type, each bound to this. */
type Ordered = { readonly scope: Scope; readonly typeName: string; readonly element: Element };

/**
 * The keys that `orderBy` names, then those of the type, so that no two items are equal.
 * `orderBy: [{name: DESC}]` on Person gives `v0.name DESC, v0.id`.
 */
export function planOrder(ordered: Ordered, orderBy: Input | undefined): Order {
  const orders = (orderBy?.items() ?? []).map((item) => {
    const [field] = item.keys();
    invariant(field, 'an order without a field passed validation');
    return fieldOrder(ordered, field, item.get(field)?.value === 'DESC');
  });
  const keys = [...orders.flatMap((one) => one.keys), ...naturalOrder(ordered)];
  return { keys: withoutRepeats(keys), computed: orders.flatMap((one) => one.computed) };
}

/** What was ordered by before orders nothing more, whichever way. */
function withoutRepeats(keys: readonly OrderKey[]): readonly OrderKey[] {
  return keys.filter((key, index) => keys.findIndex((one) => same(one.value, key.value)) === index);
}

/** The order of a type where nothing else is asked. */
function naturalOrder({ scope, typeName, element }: Ordered): readonly OrderKey[] {
  const mapping = scope.mapping.type(typeName);
  const values = mapping.kind === 'value' ? [property(element.variable, 'id')] : mapping.order;
  return values.map((value) => ({
    value: fill(value, given(scope, element)).piece,
    descending: false,
    nullable: false,
  }));
}

/** The keys of a field, and the subqueries that they need; a fuzzy date goes by its days, the first one first. */
function fieldOrder({ scope, typeName, element }: Ordered, fieldName: string, descending: boolean): Order {
  const mapping = scope.field(typeName, fieldName);
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  if (!field || !('args' in field)) broken(`${typeName} has no field ${fieldName}`);
  const plain = (value: Expression): Order => ({
    keys: [{ value: ranked(field, value), descending, nullable: !isNonNullType(field.type) }],
    computed: [],
  });
  if (mapping.kind === 'property') return plain(property(element.variable, mapping.property, mapping.rule));
  if (mapping.kind === 'expression') return plain(fill(mapping.expression, given(scope, element)).piece);
  const value = scope.mapping.type(getNamedType(field.type).name);
  invariant(mapping.kind === 'cypher' && value.kind === 'value', `${typeName}.${fieldName} orders no list`);
  const result = variable('d');
  return {
    keys: value.sortedBy.map((name) => ({ value: property(result, name), descending, nullable: true })),
    computed: [firstOf(fill(mapping.query, given(scope, element)).piece, result)],
  };
}

/** A value of an enum goes by its place among them, as the schema lists them: how far into their text it begins. */
function ranked({ type }: GraphQLField<unknown, unknown>, value: Expression): Expression {
  const named = getNamedType(type);
  if (!isEnumType(named)) return value;
  const names = literal(
    `|${named
      .getValues()
      .map(({ name }) => name)
      .join('|')}|`,
  );
  return expression`size(split(${names}, '|' + ${value} + '|')[0])`;
}

/**
 * A query that gives no or some rows, made to give exactly one, with the first value of its first column:
 * `… RETURN head(collect({earliest: v1.dateMin})) AS d2`.
 */
export function firstOf({ branches }: Query, result: Variable): Clause {
  const [clauses = []] = branches;
  const last = clauses.at(-1);
  const value = (last?.kind === 'return' && last.columns[0]?.value) || broken('a query ends with a RETURN');
  const one = call('head', call('collect', value));
  return subcall([...clauses.slice(0, -1), { kind: 'return', columns: [column(one, result)] }]);
}

/** Sort keys of a page; what has no value comes last, and all turns round for a page from the end. */
export function sortKeys(order: readonly OrderKey[], backward: boolean): readonly SortKey[] {
  return order.flatMap(({ value, descending, nullable }) => [
    ...(nullable ? [{ value: isNull(value), descending: backward }] : []),
    { value, descending: descending !== backward },
  ]);
}

/** Keyset pages: a cursor holds the sort keys of an item, so pages neither lose nor repeat when the list changes. */

/** Which page of a list is wanted. */
export type PageRequest = {
  readonly size: (variables: Variables) => number;
  readonly backward: boolean;
  readonly after: Input | undefined;
  readonly before: Input | undefined;
  /** The field whose cursors it takes: of a list that several types have from an interface, that of the interface. */
  readonly cursorsOf: string;
};

/** Reads `first`, `after`, `last` and `before`; without a size the page has as many items as @listSize says. */
export function readPage({ scope, typeName, selected }: Omit<FieldRequest, 'row'>): PageRequest {
  const coordinate = `${typeName}.${selected.name}`;
  const listSize =
    scope.mapping.listSize(typeName, selected.name) ?? broken(`${coordinate} is a list without @listSize`);
  const { last, after, before } = selected.arguments;
  // The default of `first` tells the size of a page to clients; beside `last` it must not count.
  const first = selected.arguments.first?.byDefault ? undefined : selected.arguments.first;
  if (first?.present && last?.present) {
    throw new ServiceError('BAD_USER_INPUT', `${coordinate} takes first or last, not both.`, {
      hint: 'Use first with after to go forward, last with before to go backward.',
    });
  }
  const count = last?.present ? last : first?.present ? first : undefined;
  const limit = { coordinate, assumed: listSize.assumedSize, max: scope.limits.pageSizeMax };
  return {
    size: pageSize(count, { ...limit, pages: hasPages(selected) }),
    backward: last?.present ?? false,
    after: after?.present ? after : undefined,
    before: before?.present ? before : undefined,
    cursorsOf: `${scope.mapping.declarer(typeName, selected.name)}.${selected.name}`,
  };
}

/** Whether a list goes on after a page; some give their first items alone. */
function hasPages({ type }: Selected): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'pageInfo' in named.getFields();
}
