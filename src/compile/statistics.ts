import { getNamedType, isCompositeType, isEnumType, isObjectType } from 'graphql';
import type { Clause, Column, Expression, Match, Variable } from '../cypher/ast.ts';
import {
  call,
  carrying,
  closing,
  column,
  distinctCall,
  fill,
  isNotNull,
  kept,
  literal,
  negate,
  property,
  returning,
  someIn,
  subcall,
  subquery,
  variable,
} from '../cypher/build.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Statistics } from '../model/mapping.ts';
import { day, NULL, type Reading } from './answer.ts';
import { asksForGone, begun, leftIn } from './begin.ts';
import { Input } from './input.ts';
import { bound, given, holding, type Items, labelItems, restricted } from './items.ts';
import { filtered, firstOf, type Order, readPage } from './list.ts';
import { addExpression, planThing, planThings, planValue } from './object.ts';
import type { FieldRequest, Scope } from './plan.ts';
import type { Selected } from './selection.ts';

/**
 * Groups: things of a type counted by what they have in common, as @statistics and @dimension say it. What is counted is
 * bound once; then a match for each dimension binds its key, several where a gift has several givers, so that it counts
 * in the group of each; then the keys are all that goes on. `giftStats(by: [GIVER, ITEM]) { giver { name } item count }`:
 *
 *     MATCH (v0:Gift) MATCH (v0)<-[:GAVE]-(v1)
 *     WITH v0, v1 AS k2, v0.item AS k3
 *     WITH k2, k3, count(DISTINCT v0) AS c4
 *
 * Things that a key is of are read after the groups are cut to a page, one by one.
 */

/** A dimension of a grouping: the field that shows it, and the column that holds its key. */
type Dimension = { readonly field: string; readonly column: Variable; readonly entity: boolean };

/** Where the key of a dimension is found: a match that binds a variable, if it takes one, and the key itself. */
type FoundDimension = {
  readonly variable: Variable;
  readonly match: Match | undefined;
  readonly key: Expression;
};

type Groups = {
  readonly dimensions: readonly Dimension[];
  readonly clauses: readonly Clause[];
  readonly count: Variable;
  readonly first: Variable;
  readonly last: Variable;
};

/** Plans `giftStats(by:)`: nodes counted in groups, the largest first, equal ones by their keys. */
export function planStatistics(request: FieldRequest): Reading {
  const { selected } = request;
  const typeName = getNamedType(selected.type).name;
  const { size } = readPage(request);
  const groups = planGroups(request, typeName);
  const { dimensions, count, first, last } = groups;
  const items = bound(count, groups.clauses);
  return planThings(request, { items, order: orderOf(groups), size }, (asked) => {
    const { name } = asked.selected;
    if (name === 'count') return planValue(asked, count);
    const end = { first, last }[name];
    if (end) return day(addExpression(asked.row, end));
    const dimension = dimensions.find(({ field }) => field === name);
    if (!dimension) return NULL;
    return dimension.entity ? planKey(asked, dimension) : planValue(asked, dimension.column);
  });
}

/** The largest group first; equal ones by their keys, what is not stated last. */
function orderOf({ dimensions, count }: Groups): Order {
  const keys = dimensions.map(({ column: key, entity }) => ({
    value: entity ? property(key, 'id') : key,
    descending: false,
    nullable: true,
  }));
  return { keys: [{ value: count, descending: true, nullable: false }, ...keys], computed: [] };
}

/**
 * `giftStats(by: [ITEM])` gives `MATCH (v0:Gift) WITH v0, v0.item AS k1 WITH k1, count(DISTINCT v0) AS c2`. To find the
 * days of the groups is most of the work, so it is done where they are asked for.
 */
function planGroups(request: FieldRequest, typeName: string): Groups {
  const { scope, selected } = request;
  const statistics = scope.mapping.statistics(typeName);
  invariant(statistics, `${typeName} counts nothing`);
  const { of } = statistics;
  const dimensions = readDimensions(scope, typeName, selected);
  const items = begun(itemsOf(request, of, dimensions));
  const self = items.element.variable;
  const [date, count, first, last] = [variable('d'), variable('c'), variable('d'), variable('d')];
  const found = dimensions.map((one) => planDimension(scope, { statistics, field: one.field, self, date }));
  const dated = asksDays(selected) || found.some(({ key }) => someIn(key, (one) => one === date));
  const apart = found.find((one) => one.match !== undefined && one.key === one.variable);
  const grouping = [
    ...found.flatMap((one) => (one.match && one !== apart ? [{ ...one.match, optional: true }] : [])),
    ...(dated ? [firstOf(fill(statistics.date, { this: self, asOf: scope.day }).piece, date)] : []),
    closing([
      ...[self, ...(dated ? [date] : [])].map(kept),
      ...found.map(({ key }, index) => column(key, dimensions[index]?.column ?? self)),
    ]),
  ];
  const counts: readonly Column[] = [
    ...dimensions.map((one) => kept(one.column)),
    column(distinctCall('count', self), count),
    ...(dated ? daysOf(date, first, last) : []),
  ];
  const branches = apart && startsApart(items, apart);
  const clauses: readonly Clause[] = branches
    ? [subcall(...branches.map((start) => [...start, ...grouping, returning(...counts)]))]
    : [...holding(items), ...grouping, closing(counts)];
  return { dimensions, clauses, count, first, last };
}

/**
 * What is counted: what `where` finds, of the statuses that an argument names. What that argument is where it is left out does
 * not hold where `where` names a status, or groups are by it: a plan that is counted as a plan is taken for nothing else.
 */
function itemsOf(
  { scope, typeName: owner, selected }: FieldRequest,
  of: string,
  dimensions: readonly Dimension[],
): Items {
  const { where } = selected.arguments;
  let items = filtered(scope, labelItems(scope, of), { typeName: of, where });
  let whole = asksForGone(scope, of, where);
  for (const [argument, path] of scope.mapping.shortcuts(owner, selected.name)) {
    const input = selected.arguments[argument];
    const isApart = whole || dimensions.some(({ field }) => field === path[0]);
    if (!input?.present || (input.byDefault && isApart)) continue;
    items = filtered(scope, items, { typeName: of, where: Input.nested(path, input) });
    whole = true;
  }
  return whole ? items : restricted(items, leftIn(scope, of, items.element));
}

const daysOf = (date: Variable, first: Variable, last: Variable): readonly Column[] => [
  column(call('min', property(date, 'first')), first),
  column(call('max', property(date, 'last')), last),
];

/**
 * The items that have a key, and those that have none: no group holds some of both. To find them by one optional match
 * takes Grafeo through all nodes of the graph, however few items there are.
 */
function startsApart(
  items: Items,
  { match: found, variable: key }: FoundDimension,
): readonly (readonly Clause[])[] {
  invariant(found, 'a key that is matched');
  const without = restricted(items, [negate(subquery('EXISTS', [found]))]);
  return [
    [...holding(items), found],
    [...holding(without), closing([kept(items.element.variable), column(literal(null), key)])],
  ];
}

/** Whether the days of the groups are asked for. */
function asksDays({ selection }: Selected): boolean {
  return [...selection.values()].flat().some(({ name }) => name === 'first' || name === 'last');
}

function readDimensions(scope: Scope, typeName: string, selected: Selected): readonly Dimension[] {
  const { by } = selected.arguments;
  invariant(by, `${selected.name} takes by`);
  const asked = [...new Set(scope.pin(by) as readonly string[])];
  if (asked.length === 0) {
    throw new ServiceError('BAD_USER_INPUT', `${selected.name} was given nothing to group by.`, {
      hint: 'Name at least one dimension in by.',
    });
  }
  const type = scope.schema.getType(typeName);
  invariant(isObjectType(type), `${typeName} is no object type`);
  return asked.map((name) => {
    const field = name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const shown = type.getFields()[field];
    invariant(shown, `${typeName} has no field for ${name}`);
    const named = getNamedType(shown.type);
    return { field, column: variable('k'), entity: isCompositeType(named) && !isEnumType(named) };
  });
}

type Asked = {
  readonly statistics: Statistics;
  readonly field: string;
  readonly self: Variable;
  readonly date: Variable;
};

function planDimension(scope: Scope, { statistics, field, self, date }: Asked): FoundDimension {
  const declared = statistics.dimensions.get(field);
  invariant(declared, `nothing says what ${field} groups by`);
  const found = variable('v');
  const holes = { ...given(scope, { variable: self }), key: found, date };
  const { match, key } = declared;
  return {
    variable: found,
    match: match && fill(match, holes).piece,
    key: key ? fill(key, holes).piece : found,
  };
}

/** What a group is of: the thing that is its key. */
function planKey(asked: FieldRequest, { column: key }: Dimension): Reading {
  const item = variable('v');
  const found = carrying([column(key, item)], { where: isNotNull(key) });
  return planThing(asked, { ...bound(item, [found]), single: true });
}
