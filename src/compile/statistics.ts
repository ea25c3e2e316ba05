import { getNamedType, isCompositeType, isEnumType, isObjectType } from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import type { Statistics } from '../model/mapping.ts';
import { property } from './identifiers.ts';
import { filtered } from './list.ts';
import { buildObject, planObject } from './object.ts';
import { readPage } from './page.ts';
import type { Clause, List, OrderKey, Reading } from './plan.ts';
import { printClauses } from './print.ts';
import { propertyOf } from './property.ts';
import { instantiateReported } from './reported.ts';
import type { FieldRequest } from './row.ts';
import { asOfDay, type Scope } from './scope.ts';
import { planSeek } from './seek.ts';
import type { Selected } from './selection.ts';
import { type Items, labelItems } from './source.ts';

/** A dimension of a grouping: the field that shows it, and the column that holds its key. */
type Dimension = { readonly field: string; readonly column: string; readonly entity: boolean };

/** Where the key of a dimension is found: a match that binds a variable, if it takes one, and the key itself. */
type FoundDimension = {
  readonly variable: string;
  readonly match: string | undefined;
  readonly key: string;
};

type Groups = {
  readonly dimensions: readonly Dimension[];
  readonly clauses: readonly Clause[];
  readonly count: string;
  readonly first: string;
  readonly last: string;
  /** Whether there are `first` and `last`. */
  readonly dated: boolean;
};

/** Plans `giftStats(by:)`: nodes counted in groups, the largest first, equal ones by their keys. */
export function planStatistics(request: FieldRequest): Reading {
  const { scope, row, typeName: owner, selected } = request;
  const typeName = getNamedType(selected.type).name;
  const coordinate = `${owner}.${selected.name}`;
  const page = readPage(request);
  const groups = planGroups(scope, typeName, selected);
  const { dimensions, count, first, last, dated } = groups;
  const object = buildObject({ scope, element: null, selection: selected.selection }, (asked) => {
    const { row: into, selected: field } = asked;
    if (field.name === '__typename') return { kind: 'typename' };
    const add = (text: string) => into.addExpression(text);
    if (field.name === 'count') return { kind: 'value', cell: add(count), shape: 'required' };
    if (field.name === 'first') return { kind: 'edtf', cell: add(first), bound: 'EARLIEST' };
    if (field.name === 'last') return { kind: 'edtf', cell: add(last), bound: 'LATEST' };
    const dimension = dimensions.find((d) => d.field === field.name);
    if (!dimension) return { kind: 'variable', read: () => null };
    if (!dimension.entity) return { kind: 'value', cell: add(dimension.column), shape: 'nullable' };
    return planKey(asked, dimension);
  });
  const list: List = {
    coordinate,
    column: scope.fresh('h'),
    imports: [],
    source: {
      clauses: groups.clauses,
      binds: [...dimensions.map((d) => d.column), count, ...(dated ? [first, last] : [])],
      conditions: [],
      repeats: false,
    },
    computed: [],
    order: orderOf(groups),
    seek: [],
    backward: false,
    limit: scope.parameter((variables) => page.size(variables)),
    size: page.size,
    cells: object.cells,
  };
  const cell = row.addList(list);
  return { kind: 'list', cell, object, size: page.size };
}

/** The largest group first; equal ones by their keys, what is not stated last. */
function orderOf({ dimensions, count }: Groups): readonly OrderKey[] {
  return [
    { expression: count, descending: true, nullable: false },
    ...dimensions.map(({ column, entity }) => ({
      expression: entity ? property(column, 'id') : column,
      descending: false,
      nullable: true,
    })),
  ];
}

function planGroups(scope: Scope, typeName: string, selected: Selected): Groups {
  const statistics = scope.mapping.statistics(typeName);
  invariant(statistics, `${typeName} counts nothing`);
  const { where } = selected.arguments;
  const seek = planSeek(scope, statistics.of, where);
  const all = seek ? seek.itemsOf() : labelItems(scope, statistics.of);
  const items = filtered(scope, all, statistics.of, seek?.rest ?? where);
  const self = items.element.variable;
  const date = scope.fresh('d');
  const dimensions = readDimensions(scope, typeName, selected);
  const found = dimensions.map((dimension) => planDimension(scope, statistics, dimension, self, date));
  const [count, first, last] = [scope.fresh('c'), scope.fresh('d'), scope.fresh('d')];
  const dated = asksDays(selected) || found.some((f) => f.key.includes(`${date}.`));
  const columns = dimensions.map((dimension) => dimension.column);
  const keys = found.map((f, index) => `${f.key} AS ${columns[index]}`);
  const days = `, min(${date}.earliest) AS ${first}, max(${date}.latest) AS ${last}`;
  const counts = `count(DISTINCT ${self}) AS ${count}${dated ? days : ''}`;
  const apart = found.find((f) => f.match !== undefined && f.key === f.variable);
  const optional = found.filter((f) => f.match !== undefined && f !== apart);
  const grouping = [
    ...optional.map((f) => `OPTIONAL ${f.match}`),
    ...(dated ? [`CALL (${self}) { ${daysOf(scope, statistics.date, self, date)} }`] : []),
    `WITH ${[self, ...(dated ? [date] : []), ...keys].join(', ')}`,
  ];
  const grouped = (start: string) => [start, ...grouping].join('\n');
  const returned = [...columns, counts].join(', ');
  const branches = apart && startsApart(items, apart).map((start) => `${grouped(start)}\nRETURN ${returned}`);
  const clauses: Clause[] = branches
    ? [`CALL () {\n${branches.join('\nUNION ALL\n')}\n}`]
    : [grouped(findItems(items)), { project: returned }];
  return { dimensions, clauses, count, first, last, dated };
}

function findItems({ source }: Items, ...conditions: readonly string[]): string {
  return printClauses(source, [...source.conditions, ...conditions]).join('\n');
}

/**
 * The items that have a key, and those that have none: no group holds some of both. To find them by one optional match
 * takes Grafeo through all nodes of the graph, however few items there are.
 */
function startsApart(items: Items, { match, variable }: FoundDimension): readonly string[] {
  const self = items.element.variable;
  return [
    `${findItems(items)}\n${match}`,
    `${findItems(items, `NOT EXISTS { ${match} }`)}\nWITH ${self}, null AS ${variable}`,
  ];
}

/** Whether the days of the groups are asked for: to find them is most of the work. */
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
    return { field, column: scope.fresh('k'), entity: isCompositeType(named) && !isEnumType(named) };
  });
}

function planDimension(
  scope: Scope,
  statistics: Statistics,
  dimension: Dimension,
  self: string,
  date: string,
): FoundDimension {
  const declared = statistics.dimensions.get(dimension.field);
  invariant(declared, `nothing says what ${dimension.field} groups by`);
  const variable = scope.fresh('v');
  const given = { this: self, key: variable, date, asOf: asOfDay(scope) };
  const match = declared.match && instantiateReported(scope, `MATCH ${declared.match}`, given).text;
  return { variable, match, key: declared.key ? keyOf(scope, statistics.of, declared.key, given) : variable };
}

/** A key of a dimension; a property that has an `asOf` of its own is taken as it was then. */
function keyOf(
  scope: Scope,
  typeName: string,
  key: string,
  given: { readonly this: string; readonly [name: string]: string },
) {
  const name = /^this\.(\w+)$/.exec(key)?.[1];
  const mapping = name === undefined ? undefined : scope.mapping.field(typeName, name);
  if (mapping?.kind === 'property') return propertyOf(scope, { variable: given.this }, mapping);
  return instantiateReported(scope, key, given).text;
}

/** The days of one node as a map in `column`, null where there are none. */
function daysOf(scope: Scope, statement: string, self: string, column: string): string {
  const { text } = instantiateReported(scope, statement, { this: self, date: column });
  const found = /^(.*)\bRETURN (\{.*\}) AS \w+$/.exec(text);
  invariant(found, `a date must be returned as a map: ${statement}`);
  return `${found[1]}RETURN head(collect(${found[2]})) AS ${column}`;
}

function planKey({ scope, row, selected: field }: FieldRequest, dimension: Dimension): Reading {
  const item = scope.fresh('v');
  const object = planObject(scope, { variable: item }, field.selection);
  const list: List = {
    coordinate: dimension.field,
    column: scope.fresh('h'),
    imports: [dimension.column],
    source: {
      clauses: [{ project: `${dimension.column} AS ${item}`, where: `${dimension.column} IS NOT NULL` }],
      binds: [item],
      conditions: [],
      repeats: false,
    },
    computed: [],
    order: [],
    seek: [],
    backward: false,
    limit: 1,
    size: () => 1,
    cells: object.cells,
  };
  const cell = row.addList(list);
  return { kind: 'one', cell, object, required: false };
}
