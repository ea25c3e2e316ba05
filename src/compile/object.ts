import { getNamedType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { Expression } from '../cypher/ast.ts';
import { fill, list, literal, property } from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { broken } from '../errors.ts';
import type { End, FieldMapping } from '../model/mapping.ts';
import { asksForAll, begun, leftIn } from './begin.ts';
import { Input } from './input.ts';
import { derivedItems, endOf, given, hopItems, type Items, restricted } from './items.ts';
import { counted, filtered, type ListRequest, planBehind, planList, planOne, readPage } from './list.ts';
import { joinedTo, type NamedInput, readNamed } from './names.ts';
import {
  type Cell,
  type ConnectionField,
  type Element,
  type FieldPlan,
  type FieldRequest,
  type ObjectPlan,
  type ObjectRequest,
  type PagePlan,
  type PlanField,
  type Reading,
  RowBuilder,
  type Scope,
  type Subquery,
} from './plan.ts';
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
      const object = planObject(scope, { ...element, rule: mapping.rule }, selected.selection);
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
  const cell = row.addExpression(property(element.variable, mapping.property, mapping.rule ?? element.rule));
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
  const { scope, row, selected } = request;
  const named = getNamedType(selected.type).name;
  if (named.endsWith('Connection')) {
    return planConnection({ ...request, itemsOf, named: readNamed(request, 'any') });
  }
  const { where, orderBy } = selected.arguments;
  const all = filtered(scope, itemsOf(named), { typeName: named, where });
  const isWhole = !isListType(getNullableType(selected.type)) || asksForAll(scope, request, named);
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

/** A field that is a connection, and where its items come from. */
export type ConnectionRequest = FieldRequest & {
  readonly itemsOf: (nodeType: string) => Items;
  /** Arguments that name things. */
  readonly named: readonly NamedInput[];
  /** Whether it is a list of the root, which may begin anywhere. */
  readonly root?: boolean;
};

type Context = ConnectionRequest & {
  readonly nodeType: string;
  readonly fields: readonly Selected[];
  readonly request: ListRequest;
  /** Page, count and the far side of the cursor each stand in a subquery of their own, so they share the items. */
  readonly items: Items;
};

/** Plans a connection: its page if anything of it is asked, its count only when asked. */
export function planConnection(request: ConnectionRequest): Reading {
  const context = readRequest(request);
  const { fields, row } = context;
  const wantsItems = fields.some((f) => ['nodes', 'edges', 'pageInfo'].includes(f.name));
  const planned = wantsItems ? planItems(context) : undefined;
  const items = planned && row.add(planned.list);
  const { backward } = context.request.page;
  const behind = planSide(context, backward ? 'before' : 'after');
  const beyond = planSide(context, backward ? 'after' : 'before');
  const page = planned?.page ?? { ...context.request.page, mark: '', keyCells: [] };
  const planFields = fields.map((field) => planField(context, field, planned?.objects));
  return { kind: 'connection', connection: { items, page, behind, beyond, fields: planFields } };
}

function readRequest(request: ConnectionRequest): Context {
  const { selected } = request;
  const type = getNamedType(selected.type);
  if (!isObjectType(type)) broken(`${selected.name} is no connection`);
  const nodes = type.getFields().nodes ?? broken(`${type.name} has no nodes`);
  const nodeType = getNamedType(nodes.type).name;
  const fields = selected.selection.get(type.name) ?? [];
  const page = readPage(request);
  const list = { typeName: nodeType, orderBy: readOrder(request), page, cursors: asksCursors(fields) };
  const items = narrowed(request, nodeType);
  return { ...request, nodeType, fields, request: list, items };
}

/** What the request orders by, else what the field is ordered by on its own. */
function readOrder({ scope, typeName, selected }: FieldRequest): Input | undefined {
  const { orderBy } = selected.arguments;
  if (orderBy?.present && orderBy.items().length > 0) return orderBy;
  const own = scope.mapping.ordered(typeName, selected.name);
  return own === undefined ? undefined : Input.constant([{ [own]: 'ASC' }]);
}

function below(fields: readonly Selected[], name: string): readonly Selected[] {
  return fields
    .filter((field) => field.name === name)
    .flatMap((field) => [...field.selection.values()].flat());
}

function asksCursors(fields: readonly Selected[]): boolean {
  const infos = below(fields, 'pageInfo').map((field) => field.name);
  return (
    below(fields, 'edges').some((f) => f.name === 'cursor') || infos.some((name) => name.endsWith('Cursor'))
  );
}

/** Counts what lies at a cursor and on its far side, where it is asked whether there is more on that side. */
function planSide(context: Context, cursor: 'after' | 'before'): number | undefined {
  const name = cursor === 'before' ? 'hasNextPage' : 'hasPreviousPage';
  if (!below(context.fields, 'pageInfo').some((field) => field.name === name)) return undefined;
  const { scope, items, request, row } = context;
  const count = planBehind(scope, items, { request, side: cursor });
  return count && row.add(count);
}

/**
 * Items with all that arguments ask of them. A name is one more condition, of which a list of the root begins:
 * `gifts(from: "Putin")` asks `EXISTS { MATCH (v1)<-[:GAVE]-(v2:Entity) WHERE v2.id IN $p0 }` of each gift, until `begun`
 * turns it round.
 */
function narrowed({ itemsOf, named, root, ...field }: ConnectionRequest, nodeType: string): Items {
  const { scope, typeName, selected } = field;
  const patternsOf = scope.mapping.named(typeName, selected.name);
  const all = itemsOf(nodeType);
  const conditions = named.map(({ argument, ids }) => {
    const { patterns } = patternsOf.get(argument) ?? broken(`${selected.name}(${argument}:) has no pattern`);
    return joinedTo(scope, all.element, { patterns, ids });
  });
  let items = restricted(all, conditions);
  for (const [argument, path] of scope.mapping.shortcuts(typeName, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present)
      items = filtered(scope, items, { typeName: nodeType, where: Input.nested(path, input) });
  }
  items = filtered(scope, items, { typeName: nodeType, where: selected.arguments.where });
  if (!asksForAll(scope, field, nodeType)) items = restricted(items, leftIn(scope, nodeType, items.element));
  return root ? begun(scope, items) : items;
}

type PlannedItems = {
  readonly list: Subquery;
  readonly page: PagePlan;
  readonly objects: ReadonlyMap<Selected, ObjectPlan>;
};

function planItems(context: Context): PlannedItems {
  const { scope, fields, request, items } = context;
  const objects = new Map<Selected, ObjectPlan>();
  const cellsOf = (pagePlan: PagePlan, keys: readonly Cell[]): readonly Cell[] => {
    const row = new RowBuilder(keys);
    const planNode: PlanField = (asked) => planReading(asked, items.element);
    const edge = { items, page: pagePlan, planNode };
    for (const field of fields) {
      const { selection } = field;
      if (field.name === 'nodes')
        objects.set(field, buildObject({ scope, row, element: items.element, selection }, planNode));
      if (field.name === 'edges')
        objects.set(
          field,
          buildObject({ scope, row, element: null, selection }, (asked) =>
            planEdgeField(context, edge, asked),
          ),
        );
    }
    return row.cells;
  };
  return { ...planList(scope, { items, request, cellsOf }), objects };
}

/** An item of the page with what joins it to the owner of the list. */
type Edge = { readonly items: Items; readonly page: PagePlan; readonly planNode: PlanField };

function planEdgeField({ nodeType }: Context, { items, page, planNode }: Edge, asked: FieldRequest): Reading {
  const { scope, row, selected } = asked;
  if (selected.name === '__typename') return { kind: 'typename' };
  if (selected.name === 'cursor') return { kind: 'cursor', page };
  if (selected.name === 'node') {
    const { selection } = selected;
    const object = buildObject({ scope, row, element: items.element, selection }, planNode);
    return { kind: 'here', object };
  }
  if (items.edge) return planReading(asked, { variable: items.edge });
  const type = scope.schema.getType(nodeType);
  const own = type && 'getFields' in type ? type.getFields()[selected.name] : undefined;
  if (own) return planNode({ ...asked, typeName: nodeType });
  return { kind: 'variable', read: () => null };
}

function planField(
  context: Context,
  field: Selected,
  objects: ReadonlyMap<Selected, ObjectPlan> | undefined,
): ConnectionField {
  const { row, selected } = context;
  const { key, name } = field;
  if (name === '__typename') return { key, kind: 'typename', name: getNamedType(selected.type).name };
  if (name === 'totalCount') {
    return { key, kind: 'totalCount', cell: row.add(counted(context.items)) };
  }
  if (name === 'pageInfo') {
    const infos = below([field], 'pageInfo').map((info) => ({ key: info.key, name: info.name }));
    return { key, kind: 'pageInfo', fields: infos };
  }
  return {
    key,
    kind: 'items',
    object: objects?.get(field) ?? broken(`${name} of a connection is not planned`),
  };
}
