import { getNamedType, getNullableType, isListType } from 'graphql';
import type { Parameter, Query, Variable } from '../cypher/ast.ts';
import { column, literal, parameter, query, returning } from '../cypher/build.ts';
import { print } from '../cypher/print.ts';
import { sized } from '../cypher/sized.ts';
import { broken, ServiceError } from '../errors.ts';
import type { DerivedMapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import { byId, type Reading } from './answer.ts';
import { asOf } from './as-of/as-of.ts';
import { type Cost, costOf, weightOf } from './cost.ts';
import { planConnection, planFieldOf, shortened } from './field.ts';
import { checkId, constantOf, type Input, type PlannedValue, type Values, type Variables } from './input.ts';
import { derivedItems, type Items, idItems, labelItems } from './items.ts';
import { listed, UNORDERED } from './list.ts';
import { planMatchesOfName } from './matches.ts';
import { bindThing, readNamed } from './names.ts';
import { addCell, planObject, planThing, planThingIn, rowOf, wholeOf } from './object.ts';
import { planPathResult } from './path.ts';
import type { CompileContext, CompileLimits, FieldRequest, Plan, Row, Scope } from './plan.ts';
import { planSearch } from './search.ts';
import type { Selected, Selection } from './selection.ts';
import { planStatistics } from './statistics.ts';
import { type Work, workOf } from './work.ts';

/**
 * From what an operation asks to one statement. The fields of the root are planned one after the other into the cells of
 * one row, `{ people { totalCount } gift(id: "…") { name } }` into
 *
 *     CALL () { MATCH (v0:Person) RETURN count(v0) AS c1 }
 *     CALL () { … RETURN collect([v2.name]) AS h3 }
 *     RETURN [c1, h3] AS data
 *
 * Names that arguments look up stand before all of them, each once. A field with `asOf` is planned as any other, and what
 * it has added to names and cells is put as of its day then, so that no planner but the pass knows of days.
 */

/** An operation compiled for one shape of variables: it serves every request of that shape. */
export type Compiled = {
  readonly plan: Plan;
  /** The statement's text; undefined when the graph is not asked at all. */
  readonly text: string | undefined;
  /** What it has to go through; undefined when the graph is not asked at all. */
  readonly work: Work | undefined;
  /** What it can cost; undefined where that hangs on a variable. */
  readonly cost: Cost | undefined;
};

/**
 * Compiles what an operation asks. Pure: the same question gives the same text. What a condition asks that cannot matter,
 * as beside an `or` that always holds, is not in the text: its value is checked all the same.
 */
export function compile(context: CompileContext, rootType: string, selecteds: readonly Selected[]): Compiled {
  const scope = createScope(context);
  const { statement, ...planned } = planOperation(scope, rootType, selecteds);
  const no = scope.parameter(() => false);
  const asked = statement && sized(statement, no);
  const printed = asked && print(asked);
  const names = new Map(printed?.parameters.map((one, index) => [one, `p${index}`]));
  const parameters = [...names.values()].map((name) => ({ name }));
  const values = scope.parameters.map((one) => ({ name: names.get(one), read: one.read }));
  const plan = { ...planned, parameters, ...partValues(values) };
  return {
    plan,
    text: printed?.text,
    work: asked && workOf(asked, plan.searches.length),
    cost: constantOf((variables) => costOf(plan, variables))?.value,
  };
}

/** A day that never comes stands for today. */
const NEVER = literal('9999-12-31');

function createScope(context: CompileContext): Scope {
  const [parameters, pinned]: [Parameter[], Input[]] = [[], []];
  return {
    ...context,
    planFieldOf,
    parameters,
    names: [],
    things: [],
    path: '',
    searches: [],
    pinned,
    asOf: undefined,
    readDay: undefined,
    get day() {
      return this.asOf ?? NEVER;
    },
    field: (typeName, fieldName) => context.mapping.field(typeName, fieldName),
    parameter: (read) => {
      const added = parameter(read);
      parameters.push(added);
      return added;
    },
    pin: (input) => {
      pinned.push(input);
      return input.value;
    },
  };
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
type Planned = Omit<Plan, 'parameters' | keyof Values> & { readonly statement: Query | undefined };

/** Plans a whole operation: every root field in one statement. */
function planOperation(scope: Scope, rootType: string, selecteds: readonly Selected[]): Planned {
  const selection: Selection = new Map([[rootType, selecteds]]);
  const row = rowOf();
  const root = planObject({ scope, row, selection }, planDated);
  const { pinned, names, searches } = scope;
  const weight = weightOf(scope, selection);
  return { statement: statementOf(scope, row), root, pinned, names, searches, weight };
}

const DATA: Variable = { kind: 'variable', hint: 'data', name: 'data' };

/** `CALL () { … RETURN collect([…]) AS h1 } RETURN [h1] AS data`; nothing where nothing is asked of the graph. */
function statementOf(scope: Scope, row: Row): Query | undefined {
  if (row.length === 0) return undefined;
  const { calls, expression } = wholeOf(row);
  return query([...scope.things.map(({ call }) => call), ...calls, returning(column(expression, DATA))]);
}

/** The last day that can be asked for: what lasts is kept until the next, which never comes. */
export const LAST_DAY = '9999-12-30';

/** The day that is asked for, as far as days come. */
const reached = (day: unknown): string => (String(day) > LAST_DAY ? LAST_DAY : String(day));

/** Plans a field of the root, then puts what it asks of the graph as of the day that it names. */
function planDated(request: FieldRequest): Reading {
  const { scope, row, selected } = request;
  const [cells, things] = [row.length, scope.things.length];
  const { asOf: day } = selected.arguments;
  scope.path = selected.key;
  scope.readDay = day?.present ? (variables) => reached(day.read(variables)) : undefined;
  scope.asOf = scope.readDay && scope.parameter(scope.readDay);
  const reading = planRoot(request);
  if (scope.asOf === undefined) return reading;
  const then = { day: scope.asOf, mapping: scope.mapping };
  const taken = scope.things.map((thing) => thing.taken);
  for (const thing of scope.things.splice(things))
    scope.things.push({ ...thing, call: asOf(thing.call, then) });
  for (const { expression, calls } of row.splice(cells))
    row.push({
      expression: asOf(expression, then, taken),
      calls: calls.map((call) => asOf(call, then, taken)),
    });
  return reading;
}

function planRoot(request: FieldRequest): Reading {
  const { scope, typeName, selected } = request;
  const named = getNamedType(selected.type).name;
  if (named.endsWith('Connection')) return planRootList(request);
  if (named === 'NameMatches') return planMatchesOfName(request);
  if (named === 'SearchHit') return planSearch(request);
  if (named === 'PathResult') return planPathResult(request);
  if (scope.mapping.statistics(named)) return planStatistics(request);
  const mapping = scope.field(typeName, selected.name);
  if (mapping.kind === 'cypher') return planMade(request, mapping);
  if (isListType(getNullableType(selected.type))) return planByIds(request, named);
  return planThing(request, lookedUp(request, named));
}

/** `gifts(from:, to:)`: all of the type, narrowed by names and by `where`. */
function planRootList(asked: FieldRequest): Reading {
  const { scope, typeName, selected } = asked;
  const mapping = scope.field(typeName, selected.name);
  const itemsOf = (to: string): Items =>
    mapping.kind === 'cypher' ? derivedItems(scope, { mapping, typeName: to }) : labelItems(scope, to);
  return planConnection({ ...asked, itemsOf, named: readNamed(asked, 'any'), root: true });
}

/** A root of its own making, such as an exchange: a map of what its arguments name. */
function planMade(request: FieldRequest, mapping: DerivedMapping): Reading {
  const { scope, selected } = request;
  const inputs = readNamed(request, 'refused');
  const named = Object.fromEntries(inputs.map((one) => [one.argument, bindThing(scope, one)]));
  const items = derivedItems(scope, { mapping, typeName: getNamedType(selected.type).name, named });
  return planThing(request, items);
}

/** `nodes(ids:)`: found by index, put in the order asked when the answer is read. */
function planByIds(request: FieldRequest, typeName: string): Reading {
  const { scope, selected } = request;
  const ids = selected.arguments.ids ?? broken(`${selected.name} takes ids`);
  const items = idItems(scope, typeName, scope.parameter(idsOf(ids, scope.limits)));
  const row = rowOf(items.asked);
  const inner = rowOf();
  const object = planThingIn(inner, request, items.element);
  addCell(row, wholeOf(inner));
  const limit = scope.parameter(countOf(ids));
  const cell = addCell(request.row, listed({ items, order: UNORDERED, limit }, wholeOf(row)));
  return byId(cell, object, ids.read as OfVariables<readonly string[]>);
}

type OfVariables<T> = (variables: Variables) => T;

const countOf =
  (ids: Input): OfVariables<number> =>
  (variables) =>
    (ids.read(variables) as readonly string[]).length;

const idsOf =
  (input: Input, { pageSizeMax }: CompileLimits): OfVariables<Value> =>
  (variables) => {
    const ids = checkId(input.read(variables));
    if (!Array.isArray(ids) || ids.length <= pageSizeMax) return ids;
    const asked = `nodes was asked for ${ids.length} ids; it takes up to ${pageSizeMax} (PAGE_SIZE_MAX).`;
    throw new ServiceError('PAGE_SIZE', asked, { hint: 'Ask for them in several operations.' });
  };

/** `person(id:)` or `person(name:)`. */
function lookedUp(request: FieldRequest, typeName: string): Items {
  const { scope, selected } = request;
  const { id, name } = selected.arguments;
  if (!id?.present === !name?.present) {
    const given = id?.present ? 'both an id and a name' : 'neither an id nor a name';
    throw new ServiceError('BAD_USER_INPUT', `${selected.name} was given ${given}.`, {
      hint: `Ask for ${selected.name}(id: …) or ${selected.name}(name: …).`,
    });
  }
  if (id?.present) {
    const ids = scope.parameter((variables) => [checkId(id.read(variables))]);
    return idItems(scope, typeName, ids);
  }
  const [named] = readNamed(request, 'refused');
  return named
    ? idItems(scope, typeName, named.ids)
    : shortened(request, labelItems(scope, typeName), typeName);
}
