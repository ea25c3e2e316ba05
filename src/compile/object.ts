import { getNamedType, getNullableType, isListType, isNonNullType } from 'graphql';
import type { End, FieldMapping } from '../model/mapping.ts';
import { planConnection } from './connection.ts';
import { filtered, planList, planOne } from './list.ts';
import { readPage } from './page.ts';
import type { Cell, FieldPlan, ObjectPlan, Reading } from './plan.ts';
import { propertyOf } from './property.ts';
import { instantiateReported } from './reported.ts';
import { resolveName } from './resolution.ts';
import { type FieldRequest, type ObjectRequest, type PlanField, RowBuilder } from './row.ts';
import { type Element, givenBy, type Scope } from './scope.ts';
import type { Selected, Selection } from './selection.ts';
import { derivedItems, endOf, hopItems, type Items } from './source.ts';

/** Plans an object of the answer: what is read of `element` for each type that it can have. */
export function planObject(scope: Scope, element: Element, selection: Selection): ObjectPlan {
  return buildObject({ scope, element, selection }, (request) => planReading(request, element));
}

/**
 * As `planObject`, with the reading of a field decided by the caller. The same field of several types is read once where
 * it maps alike.
 */
export function buildObject(
  { scope, element, selection, row = new RowBuilder() }: ObjectRequest,
  plan: PlanField,
): ObjectPlan {
  const fields = new Map<string, readonly FieldPlan[]>();
  const planOnce = remembering(plan);
  for (const [typeName, selecteds] of selection) {
    const plans = selecteds.map((selected) => ({
      key: selected.key,
      coordinate: `${typeName}.${selected.name}`,
      reading: planOnce({ scope, row, typeName, selected }),
    }));
    fields.set(typeName, plans);
  }
  const typeCell = element && typeMatters(fields) ? row.add(typeExpression(scope, element)) : undefined;
  const typeOf = new Map([...fields.keys()].map((name) => [scope.mapping.label(name), name]));
  return { cells: row.cells, typeCell, fields, typeOf };
}

/** Plans a field once for all types where it maps alike; for one object, as another may be read of something else. */
function remembering(plan: PlanField): PlanField {
  const readings = new Map<Selected, Map<string, Reading>>();
  return (request) => {
    const { scope, typeName, selected } = request;
    const key = JSON.stringify(scope.mapping.field(typeName, selected.name));
    const known = readings.get(selected) ?? new Map<string, Reading>();
    readings.set(selected, known);
    const reading = known.get(key) ?? plan(request);
    known.set(key, reading);
    return reading;
  };
}

/** Whether the concrete type decides what is read, or is itself asked for. */
function typeMatters(fields: ReadonlyMap<string, readonly FieldPlan[]>): boolean {
  const [first, ...others] = fields.values();
  if (!first || others.length === 0) return false;
  if (first.some((field) => field.reading.kind === 'typename')) return true;
  return others.some(
    (other) =>
      other.length !== first.length ||
      other.some((field, i) => field.key !== first[i]?.key || field.reading !== first[i]?.reading),
  );
}

function typeExpression(scope: Scope, element: Element): Cell {
  const shared = scope.mapping.sharedLabels.map((label) => `'${label}'`).join(', ');
  return {
    kind: 'expression',
    text: `[label IN labels(${element.variable}) WHERE NOT label IN [${shared}]][0]`,
  };
}

/** Plans how one field is read, adding to the row what it needs. */
export function planReading(request: FieldRequest, element: Element): Reading {
  const { scope, row, typeName, selected } = request;
  if (selected.name === '__typename') return { kind: 'typename' };
  const mapping = scope.mapping.field(typeName, selected.name);
  switch (mapping.kind) {
    case 'property':
      return planProperty(request, element, mapping);
    case 'expression': {
      const { text } = instantiateReported(scope, mapping.expression, givenBy(scope, element));
      return { kind: 'value', cell: row.addExpression(text), shape: shapeOf(selected) };
    }
    case 'quote':
      return {
        kind: 'quote',
        cell: row.addExpression(quoted(element, mapping.sentence)),
      };
    case 'endpoint': {
      const object = planObject(scope, { variable: endOf(element, mapping.end) }, selected.selection);
      return { kind: 'inline', cell: row.add({ kind: 'object', cells: object.cells }), object };
    }
    case 'relationship':
      return planMany(request, (to) => hopItems(scope, element, mapping, to));
    case 'cypher':
      return planMany(request, (to) => derivedItems(scope, element, mapping, to));
  }
}

function planProperty(
  { scope, row, selected }: FieldRequest,
  element: Element,
  mapping: Extract<FieldMapping, { kind: 'property' }>,
): Reading {
  const cell = row.addExpression(propertyOf(scope, element, mapping));
  if (mapping.edtf) return { kind: 'edtf', cell, bound: mapping.edtf };
  return { kind: 'value', cell, shape: shapeOf(selected) };
}

function shapeOf(selected: Selected): 'required' | 'nullable' | 'list' {
  if (isListType(getNullableType(selected.type))) return 'list';
  return isNonNullType(selected.type) ? 'required' : 'nullable';
}

/** The sentence's text and offset beside the span: `[v1.text, v1.start, r0.start, r0.end]`. */
function quoted(element: Element, sentence: End): string {
  const v = endOf(element, sentence);
  const r = element.variable;
  return `[${v}.text, ${v}.start, ${r}.start, ${r}.end]`;
}

/** A connection, a plain list, or a single related thing. */
export function planMany(request: FieldRequest, itemsOf: (to: string) => Items): Reading {
  const { scope, row, typeName, selected } = request;
  const named = getNamedType(selected.type).name;
  if (named.endsWith('Connection')) {
    const named = [...scope.mapping.named(typeName, selected.name)].flatMap(([argument, { as }]) => {
      const input = selected.arguments[argument];
      return input?.present ? [resolveName(scope, argument, as, input)] : [];
    });
    return planConnection({ ...request, itemsOf, named }, { buildObject, planReading });
  }
  const { where, orderBy } = selected.arguments;
  const items = filtered(scope, itemsOf(named), named, where);
  const object = planObject(scope, items.element, selected.selection);
  if (!isListType(getNullableType(selected.type))) {
    const list = planOne(scope, items, named, object.cells);
    const cell = row.addList(list);
    return { kind: 'one', cell, object, required: isNonNullType(selected.type) };
  }
  const coordinate = `${typeName}.${selected.name}`;
  const page = readPage(request);
  const list = { typeName: named, coordinate, where, orderBy, page, cursors: false };
  const planned = planList(scope, items, list, () => object.cells);
  const cell = row.addList(planned.list);
  return { kind: 'list', cell, object, size: page.size };
}
