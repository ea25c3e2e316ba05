import { type GraphQLSchema, getNamedType, getNullableType, isListType } from 'graphql';
import type { Clause, Expression, Query, Variable } from '../cypher/ast.ts';
import { column, property, query, returning } from '../cypher/build.ts';
import { print } from '../cypher/print.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import { asOf } from './as-of.ts';
import { type Cost, costOf, weightOf } from './cost.ts';
import { checkId, constantOf, Input, type PlannedValue, type Values } from './input.ts';
import { derivedItems, type Items, idItems, labelItems } from './items.ts';
import { filtered, listed, planOne } from './list.ts';
import { planMatchesOfName } from './matches.ts';
import { bindThing, readNamed } from './names.ts';
import { buildObject, planConnection, planObject } from './object.ts';
import { planPathResult } from './path.ts';
import {
  type Cell,
  type CompileLimits,
  type FieldRequest,
  type Plan,
  type Reading,
  rowOf,
  Scope,
} from './plan.ts';
import { planSearch } from './search.ts';
import type { Selected, Selection } from './selection.ts';
import { planStatistics } from './statistics.ts';

/** An operation compiled for one shape of variables: it serves every request of that shape. */
export type Compiled = {
  readonly plan: Plan;
  /** The statement's text; undefined when the graph is not asked at all. */
  readonly text: string | undefined;
  /** What it can cost; undefined where that hangs on a variable. */
  readonly cost: Cost | undefined;
};

/** What is compiled against. */
export type CompileContext = {
  readonly schema: GraphQLSchema;
  readonly mapping: Mapping;
  readonly limits: CompileLimits;
};

/**
 * Compiles what an operation asks. Pure: the same question gives the same text. What a condition asks that cannot matter,
 * as beside an `or` that always holds, is not in the text: its value is checked all the same.
 */
export function compile(context: CompileContext, rootType: string, selecteds: readonly Selected[]): Compiled {
  const scope = new Scope(context.schema, context.mapping, context.limits);
  const { statement, ...planned } = planOperation(scope, rootType, selecteds);
  const printed = statement && print(statement);
  const names = new Map(printed?.parameters.map((one, index) => [one, `p${index}`]));
  const parameters = [...names.values()].map((name) => ({ name }));
  const values = scope.parameters.map((one) => ({ name: names.get(one), read: one.read }));
  const plan = { ...planned, parameters, ...partValues(values) };
  return { plan, text: printed?.text, cost: constantOf((variables) => costOf(plan, variables))?.value };
}

/** What is written in the operation is read and checked now, once; what is refused of it, in the order of all. */
function partValues(values: readonly PlannedValue[]): Values {
  const constants: { [name: string]: Value } = {};
  const others = values.filter(({ name, read }) => {
    const constant = constantOf(read);
    if (constant && name !== undefined) constants[name] = constant.value as Value;
    return !constant;
  });
  return { constants, values: others };
}

/** An operation planned, before its statement is printed; there is none when the graph is not asked at all. */
export type Planned = Omit<Plan, 'parameters' | keyof Values> & {
  readonly statement: Query | undefined;
};

/** Plans a whole operation: every root field in one statement. */
export function planOperation(scope: Scope, rootType: string, selecteds: readonly Selected[]): Planned {
  const selection: Selection = new Map([[rootType, selecteds]]);
  const root = buildObject({ scope, element: null, selection }, planDated);
  const { pinned, names, searches } = scope;
  const weight = weightOf(scope, selection);
  return { statement: statementOf(scope, root.cells), root, pinned, names, searches, weight };
}

const DATA: Variable = { kind: 'variable', hint: 'data', name: 'data' };

/** `CALL () { … RETURN collect([…]) AS h1 } RETURN [h1] AS data`; nothing where nothing is asked of the graph. */
function statementOf(scope: Scope, cells: readonly Cell[]): Query | undefined {
  if (cells.length === 0) return undefined;
  const { calls, row } = rowOf(cells);
  const things: readonly Clause[] = scope.things.map(({ call }) => call);
  return query([...things, ...calls, returning(column(row, DATA))]);
}

/** The last day that can be asked for: what lasts is kept until the next, which never comes. */
export const LAST_DAY = '9999-12-30';

/** The day that is asked for, as far as days come. */
const reached = (day: unknown): string => (String(day) > LAST_DAY ? LAST_DAY : String(day));

/** Plans a field of the root, then puts what it asks of the graph as of the day that it names. */
function planDated(request: FieldRequest): Reading {
  const { scope, row, selected } = request;
  const [cells, things] = [row.cells.length, scope.things.length];
  const { asOf: day } = selected.arguments;
  scope.path = selected.key;
  scope.readDay = day?.present ? (variables) => reached(day.read(variables)) : undefined;
  scope.asOf = scope.readDay && scope.parameter(scope.readDay);
  const reading = planRoot(request);
  if (scope.asOf === undefined) return reading;
  const then = { day: scope.asOf, mapping: scope.mapping };
  const taken = scope.things.map((thing) => thing.taken);
  scope.things.splice(
    things,
    Infinity,
    ...scope.things.slice(things).map((thing) => ({ ...thing, call: asOf(thing.call, then) })),
  );
  row.cells.splice(
    cells,
    Infinity,
    ...row.cells.slice(cells).map((cell) => cellAsOf(cell, (one) => asOf(one, then, taken))),
  );
  return reading;
}

function cellAsOf(cell: Cell, put: <T extends Clause | Expression>(piece: T) => T): Cell {
  switch (cell.kind) {
    case 'expression':
      return { ...cell, expression: put(cell.expression) };
    case 'object':
      return {
        ...cell,
        cells: cell.cells.map((one) => cellAsOf(one, put)),
        when: cell.when && put(cell.when),
      };
    case 'subquery':
      return { ...cell, call: put(cell.call) };
  }
}

function planRoot(request: FieldRequest): Reading {
  const { scope, typeName, selected } = request;
  if (selected.name === '__typename') return { kind: 'typename' };
  const named = getNamedType(selected.type).name;
  if (named.endsWith('Connection')) return planRootList(request);
  if (named === 'NameMatches') return planMatchesOfName(request);
  if (named === 'SearchHit') return planSearch(request);
  if (named === 'PathResult') return planPathResult(request);
  if (scope.mapping.statistics(named)) return planStatistics(request);
  if (scope.field(typeName, selected.name).kind === 'cypher') return planValue(request);
  if (isListType(getNullableType(selected.type))) return planByIds(request, named);
  return planLookUp(request, named);
}

/** `gifts(from:, to:)`: all of the type, narrowed by names and by `where`. */
function planRootList(asked: FieldRequest): Reading {
  const { scope, typeName, selected } = asked;
  const mapping = scope.field(typeName, selected.name);
  const itemsOf = (to: string): Items =>
    mapping.kind === 'cypher' ? derivedItems(scope, { mapping, typeName: to }) : labelItems(scope, to);
  const request = { ...asked, itemsOf, named: readNamed(asked, 'any'), root: true };
  return planConnection(request);
}

/** A root of its own making, such as an exchange: a map of what its arguments name. */
function planValue(request: FieldRequest): Reading {
  const { scope, row, typeName, selected } = request;
  const mapping = scope.field(typeName, selected.name);
  const type = getNamedType(selected.type).name;
  invariant(mapping.kind === 'cypher', `${selected.name} is not derived`);
  const named = readNamed(request, 'refused');
  const given = Object.fromEntries(named.map((one) => [one.argument, bindThing(scope, one)]));
  const items = derivedItems(scope, { mapping, typeName: type, named: given });
  const { element } = items;
  const object = planObject(scope, element, selected.selection);
  const cell = row.add(planOne(scope, items, { typeName: type, cells: object.cells }));
  return { kind: 'one', cell, object, required: true };
}

/** `nodes(ids:)`: found by index, put in the order asked when the answer is read. */
function planByIds({ scope, row, selected }: FieldRequest, typeName: string): Reading {
  const ids = selected.arguments.ids;
  invariant(ids, `${selected.name} takes ids`);
  const read = (variables: Parameters<Input['read']>[0]) => checkCount(checkId(ids.read(variables)), scope);
  const items = idItems(scope, typeName, scope.parameter(read));
  const object = planObject(scope, items.element, selected.selection);
  const id = { kind: 'expression' as const, expression: property(items.element.variable, 'id') };
  const size = (variables: Parameters<Input['read']>[0]) =>
    (ids.read(variables) as readonly unknown[]).length;
  const cells: readonly Cell[] = [id, { kind: 'object', cells: object.cells }];
  const cell = row.add(listed({ items, order: [], limit: scope.parameter(size), cells }));
  return { kind: 'byId', cell, object, ids: (variables) => ids.read(variables) as readonly string[] };
}

function checkCount(ids: Value, scope: Scope): Value {
  const max = scope.limits.pageSizeMax;
  if (Array.isArray(ids) && ids.length > max) {
    throw new ServiceError(
      'PAGE_SIZE',
      `nodes was asked for ${ids.length} ids; it takes up to ${max} (PAGE_SIZE_MAX).`,
      {
        hint: 'Ask for them in several operations.',
      },
    );
  }
  return ids;
}

/** `person(id:)` or `person(name:)`. */
function planLookUp(request: FieldRequest, typeName: string): Reading {
  const { scope, row, selected } = request;
  const { id, name } = selected.arguments;
  if (!id?.present === !name?.present) {
    const given = id?.present ? 'both an id and a name' : 'neither an id nor a name';
    throw new ServiceError('BAD_USER_INPUT', `${selected.name} was given ${given}.`, {
      hint: `Ask for ${selected.name}(id: …) or ${selected.name}(name: …).`,
    });
  }
  const [named] = readNamed(request, 'refused');
  const ids = id?.present ? scope.parameter((variables) => [checkId(id.read(variables))]) : named?.ids;
  const items = ids ? idItems(scope, typeName, ids) : filteredByName(request, typeName);
  const object = planObject(scope, items.element, selected.selection);
  const cell = row.add(planOne(scope, items, { typeName, cells: object.cells }));
  return { kind: 'one', cell, object, required: false };
}

function filteredByName({ scope, typeName: owner, selected }: FieldRequest, typeName: string): Items {
  let items = labelItems(scope, typeName);
  for (const [argument, path] of scope.mapping.shortcuts(owner, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present) items = filtered(scope, items, { typeName, where: Input.nested(path, input) });
  }
  return items;
}
