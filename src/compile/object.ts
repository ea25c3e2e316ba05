import { getNamedType, getNullableType, isListType, isNonNullType } from 'graphql';
import type { Expression } from '../cypher/ast.ts';
import { list, literal, same } from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { broken } from '../errors.ts';
import type { FieldMapping } from '../model/mapping.ts';
import * as answer from './answer.ts';
import type { Variables } from './input.ts';
import type { Items } from './items.ts';
import { type List, listed, planOrder, UNORDERED } from './list.ts';
import type { Cell, Element, FieldRequest, PlanField, Row, Scope } from './plan.ts';
import type { Selected, Selection } from './selection.ts';

/**
 * Objects of the answer: which expressions and subqueries are in the row of one, and which field is read of which. What
 * comes of `{ name during { name } }` of a gift `v0` is the row `[v0.name, h1]`, the subquery that gives `h1`, and the
 * object `{ name: value(0), during: one(1, …) }`.
 *
 * Here are the few forms in which anything is planned, whatever it is of: a value, an object in the row of its owner, a
 * thing, things in order.
 */

/** A row that begins with these. */
export const rowOf = (...expressions: readonly Expression[]): Row =>
  expressions.map((expression) => ({ expression, calls: [] }));

/** Adds a cell to a row and gives its place. */
export const addCell = (row: Row, cell: Cell): number => row.push(cell) - 1;

/** Adds an expression to a row, unless it is there already, and gives its place. */
export function addExpression(row: Row, expression: Expression): number {
  const known = row.findIndex((one) => same(one.expression, expression));
  return known >= 0 ? known : addCell(row, { expression, calls: [] });
}

/** A whole row as one cell: `[v0.name, h1]`, behind the subqueries that any of it needs. */
export const wholeOf = (row: Row): Cell => ({
  expression: list(row.map(({ expression }) => expression)),
  calls: row.flatMap(({ calls }) => calls),
});

/** An object to plan: what is asked of it, and the row that it is read of; of a bound thing, the type is there too. */
type ObjectRequest = {
  readonly scope: Scope;
  readonly row: Row;
  readonly selection: Selection;
  readonly element?: Element;
};

/** Plans an object, each field as `plan` says; one that several types have is read once where it maps alike. */
export function planObject(
  { scope, row, selection, element }: ObjectRequest,
  plan: PlanField,
): answer.ObjectPlan {
  const fields = new Map<string, readonly answer.FieldPlan[]>();
  const planOnce = remembering(plan);
  for (const [typeName, selecteds] of selection) {
    const plans = selecteds.map((selected) => ({
      key: selected.key,
      coordinate: `${typeName}.${selected.name}`,
      reading: planOnce({ scope, row, typeName, selected }),
    }));
    fields.set(typeName, plans);
  }
  const typeCell =
    element && typeMatters(fields) ? addExpression(row, typeExpression(scope, element)) : undefined;
  const typeOf = new Map([...fields.keys()].map((name) => [scope.mapping.label(name), name]));
  return { typeCell, fields, typeOf };
}

/** Plans a field once for all types where it maps alike; for one object, as another may be read of something else. */
function remembering(plan: PlanField): PlanField {
  const readings = new Map<Selected, Map<FieldMapping, answer.Reading>>();
  return (request) => {
    const { scope, typeName, selected } = request;
    if (selected.name === '__typename') return answer.TYPENAME;
    const mapping = scope.field(typeName, selected.name);
    const known = readings.get(selected) ?? new Map<FieldMapping, answer.Reading>();
    readings.set(selected, known);
    const reading = known.get(mapping) ?? plan(request);
    known.set(mapping, reading);
    return reading;
  };
}

/** Whether the concrete type decides what is read, or is itself asked for. */
function typeMatters(fields: ReadonlyMap<string, readonly answer.FieldPlan[]>): boolean {
  const [first, ...others] = fields.values();
  if (!first || others.length === 0) return false;
  if (first.some((field) => field.reading === answer.TYPENAME)) return true;
  return others.some(
    (other) =>
      other.length !== first.length ||
      other.some((field, i) => field.key !== first[i]?.key || field.reading !== first[i]?.reading),
  );
}

/** The label that tells the type: the one that no other type has. */
function typeExpression(scope: Scope, { variable }: Element): Expression {
  const shared = list(scope.mapping.sharedLabels.map(literal));
  return expression`[label IN labels(${variable}) WHERE NOT label IN ${shared}][0]`;
}

/** Plans an object of a bound thing, from what the schema says of its fields. */
export function planThingIn(
  row: Row,
  { scope, selected }: FieldRequest,
  element: Element,
): answer.ObjectPlan {
  const request = { scope, row, selection: selected.selection, element };
  return planObject(request, (asked) => scope.planFieldOf(asked, element));
}

/** Plans fields that are no fields of a thing: each by its name. */
export function byName(plans: { readonly [field: string]: PlanField }): PlanField {
  return (asked) => {
    const plan = plans[asked.selected.name];
    return plan?.(asked) ?? broken(`${asked.typeName}.${asked.selected.name} is not planned`);
  };
}

/** Plans a field that holds an object in the row of its owner, with fields of their own. */
export function planParts(
  { scope, row, selected }: FieldRequest,
  plans: Parameters<typeof byName>[0],
): answer.Reading {
  return answer.here(planObject({ scope, row, selection: selected.selection }, byName(plans)));
}

/** Plans a field with this value. */
export function planValue({ row, selected: { type } }: FieldRequest, value: Expression): answer.Reading {
  const shape = isListType(getNullableType(type)) ? 'list' : shapeOf(type);
  return answer.value(addExpression(row, value), shape);
}

const shapeOf = (type: Selected['type']): answer.Shape => (isNonNullType(type) ? 'required' : 'nullable');

/** Plans a field that leads to what is bound already: a row within the row, null where `when` does not hold. */
export function planInline(request: FieldRequest, element: Element, when?: Expression): answer.Reading {
  const row = rowOf();
  const object = planThingIn(row, request, element);
  const { expression: whole, calls } = wholeOf(row);
  const value = when ? expression`CASE WHEN ${when} THEN ${whole} END` : whole;
  return answer.inline(addCell(request.row, { expression: value, calls }), object);
}

/** Plans a field that leads to one thing: the first of some items, in the order of their type if in none. */
export function planThing(
  request: FieldRequest,
  items: Items,
  plan: PlanField = (asked) => request.scope.planFieldOf(asked, items.element),
): answer.Reading {
  const { scope, selected } = request;
  const row = rowOf();
  const { element } = items;
  const object = planObject({ scope, row, selection: selected.selection, element }, plan);
  const typeName = getNamedType(selected.type).name;
  const isOrdered = !items.single && scope.mapping.type(typeName).kind !== 'value';
  const order = isOrdered ? planOrder({ scope, typeName, element }, undefined) : UNORDERED;
  const cell = addCell(request.row, listed({ items, order, limit: literal(1) }, wholeOf(row)));
  return answer.one(cell, object, shapeOf(selected.type));
}

/** A list without pages: its items, their order, and how many of them are shown. */
type Whole = Pick<List, 'items' | 'order'> & { readonly size: (variables: Variables) => number };

/** Plans a field that leads to things in an order, or to objects of its own whose fields `plan` plans. */
export function planThings(
  request: FieldRequest,
  { items, order, size }: Whole,
  plan: PlanField = (asked) => request.scope.planFieldOf(asked, items.element),
): answer.Reading {
  const { scope, selected } = request;
  const row = rowOf();
  const object = planObject({ scope, row, selection: selected.selection, element: items.element }, plan);
  const limit = scope.parameter(size);
  return answer.many(addCell(request.row, listed({ items, order, limit }, wholeOf(row))), object, size);
}
