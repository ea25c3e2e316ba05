import { getNamedType, getNullableType, isListType, isNonNullType } from 'graphql';
import { type Expression, list, literal, property } from '../cypher/ast.ts';
import { fill } from '../cypher/rewrite.ts';
import { expression } from '../cypher/template.ts';
import type { End, FieldMapping } from '../model/mapping.ts';
import { planConnection } from './connection.ts';
import { asksForAll, leftIn } from './gone.ts';
import { derivedItems, endOf, given, hopItems, type Items, restricted } from './items.ts';
import { filtered, planList, planOne } from './list.ts';
import { readPage } from './page.ts';
import type { FieldPlan, ObjectPlan, Reading } from './plan.ts';
import { readNamed } from './resolution.ts';
import { type FieldRequest, type ObjectRequest, type PlanField, RowBuilder } from './row.ts';
import type { Element, Scope } from './scope.ts';
import type { Selected, Selection } from './selection.ts';

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
  const typeCell =
    element && typeMatters(fields) ? row.addExpression(typeExpression(scope, element)) : undefined;
  const typeOf = new Map([...fields.keys()].map((name) => [scope.mapping.label(name), name]));
  return { cells: row.cells, typeCell, fields, typeOf };
}

/** Plans a field once for all types where it maps alike; for one object, as another may be read of something else. */
function remembering(plan: PlanField): PlanField {
  const readings = new Map<Selected, Map<FieldMapping, Reading>>();
  return (request) => {
    const { scope, typeName, selected } = request;
    const mapping = scope.field(typeName, selected.name);
    const known = readings.get(selected) ?? new Map<FieldMapping, Reading>();
    readings.set(selected, known);
    const reading = known.get(mapping) ?? plan(request);
    known.set(mapping, reading);
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

/** The label that tells the type: the one that no other type has. */
function typeExpression(scope: Scope, { variable }: Element): Expression {
  const shared = list(scope.mapping.sharedLabels.map(literal));
  return expression`[label IN labels(${variable}) WHERE NOT label IN ${shared}][0]`;
}

/** Plans how one field is read, adding to the row what it needs. */
export function planReading(request: FieldRequest, element: Element): Reading {
  const { scope, row, typeName, selected } = request;
  if (selected.name === '__typename') return { kind: 'typename' };
  const mapping = scope.field(typeName, selected.name);
  switch (mapping.kind) {
    case 'property':
      return planProperty(request, element, mapping);
    case 'expression': {
      const { piece } = fill(mapping.expression, given(scope, element));
      return { kind: 'value', cell: row.addExpression(piece), shape: shapeOf(selected) };
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
    case 'stored': {
      const object = planObject(scope, element, selected.selection);
      const needed = mapping.present !== undefined && !isNonNullType(selected.type);
      const when = needed && mapping.present ? fill(mapping.present, given(scope, element)).piece : undefined;
      return { kind: 'inline', cell: row.add({ kind: 'object', cells: object.cells, when }), object };
    }
    case 'relationship':
      return planMany(request, (typeName) => hopItems(scope, { owner: element, mapping, typeName }));
    case 'cypher':
      return planMany(request, (typeName) => derivedItems(scope, { owner: element, mapping, typeName }));
  }
}

function planProperty(
  { row, selected }: FieldRequest,
  element: Element,
  mapping: Extract<FieldMapping, { kind: 'property' }>,
): Reading {
  const cell = row.addExpression(property(element.variable, mapping.property, mapping.rule));
  if (mapping.edtf) return { kind: 'edtf', cell, bound: mapping.edtf };
  return { kind: 'value', cell, shape: shapeOf(selected) };
}

function shapeOf(selected: Selected): 'required' | 'nullable' | 'list' {
  if (isListType(getNullableType(selected.type))) return 'list';
  return isNonNullType(selected.type) ? 'required' : 'nullable';
}

/** The sentence's text and offset beside the span: `[v1.text, v1.start, r0.start, r0.end]`. */
function quoted(element: Element, sentence: End): Expression {
  const [v, r] = [endOf(element, sentence), element.variable];
  return expression`[${v}.text, ${v}.start, ${r}.start, ${r}.end]`;
}

/** A connection, a plain list, or a single related thing. */
export function planMany(request: FieldRequest, itemsOf: (to: string) => Items): Reading {
  const { scope, row, typeName, selected } = request;
  const named = getNamedType(selected.type).name;
  if (named.endsWith('Connection')) {
    return planConnection({ ...request, itemsOf, named: readNamed(request) }, { buildObject, planReading });
  }
  const { where, orderBy } = selected.arguments;
  const all = filtered(scope, itemsOf(named), named, where);
  const isWhole = !isListType(getNullableType(selected.type)) || asksForAll(scope, typeName, selected, named);
  const items = isWhole ? all : restricted(all, leftIn(scope, named, all.element));
  const object = planObject(scope, items.element, selected.selection);
  if (!isListType(getNullableType(selected.type))) {
    const cell = row.add(planOne(scope, items, { typeName: named, cells: object.cells }));
    return { kind: 'one', cell, object, required: isNonNullType(selected.type) };
  }
  const page = readPage(request);
  const asked = { typeName: named, orderBy, page, cursors: false };
  const planned = planList(scope, { items, request: asked, cellsOf: () => object.cells });
  const cell = row.add(planned.list);
  return { kind: 'list', cell, object, size: page.size };
}
