import { getNamedType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { Expression } from '../cypher/ast.ts';
import { fill, property } from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { broken } from '../errors.ts';
import type { End, StoredMapping } from '../model/mapping.ts';
import * as answer from './answer.ts';
import { asksForAll, begun, leftIn } from './begin.ts';
import { Input } from './input.ts';
import { endOf, followed, given, type Items, restricted } from './items.ts';
import {
  counted,
  filtered,
  type ListRequest,
  listed,
  planBehind,
  planPage,
  readPage,
  UNORDERED,
} from './list.ts';
import { joinedTo, type NamedInput, readNamed } from './names.ts';
import {
  addCell,
  addExpression,
  byName,
  planInline,
  planObject,
  planParts,
  planThing,
  planThingIn,
  planValue,
  rowOf,
  wholeOf,
} from './object.ts';
import type { Element, FieldRequest, PlanField } from './plan.ts';
import type { Selected } from './selection.ts';

/**
 * How fields of bound things are read, by what the schema says of them, and how the lists are that they lead to. Of a gift
 * `v0` a property is the expression `v0.name`, a relationship a subquery in its row:
 *
 *     during { name }                    CALL (v0) { MATCH (v0)-[r1:GIVEN_DURING]->(v2:Event) … RETURN collect([v2.name]) AS h3 }
 *     givers { totalCount nodes { … } }  two of them, the page and the count, which share the items but no row: a page is
 *                                        cut before anything of it is expanded, and what is counted is not
 *
 * A thing is one subquery with the first of its items, a list one with a page of them, a connection one for each of the
 * page, the count, and what lies beyond the cursors, as far as they are asked for.
 */

/** Plans how a field of a thing is read, adding to the row what it needs. */
export function planFieldOf(request: FieldRequest, element: Element): answer.Reading {
  const { scope, row, typeName, selected } = request;
  const mapping = scope.field(typeName, selected.name);
  switch (mapping.kind) {
    case 'property':
      return planValue(request, property(element.variable, mapping.property, mapping.rule ?? element.rule));
    case 'expression':
      return planValue(request, fill(mapping.expression, given(scope, element)).piece);
    case 'quote':
      return answer.quote(addExpression(row, quoted(element, mapping.sentence)));
    case 'endpoint':
      return planInline(request, { variable: endOf(element, mapping.end) });
    case 'stored':
      return planInline(request, { ...element, rule: mapping.rule }, presence(request, element, mapping));
    case 'relationship':
    case 'cypher':
      return planMany(request, (typeName) => followed(scope, { owner: element, mapping, typeName }));
  }
}

/** The sentence's text and offset beside the span: `[v1.text, v1.start, r0.start, r0.end]`. */
function quoted(element: Element, sentence: End): Expression {
  const [v, r] = [endOf(element, sentence), element.variable];
  return expression`[${v}.text, ${v}.start, ${r}.start, ${r}.end]`;
}

/** When a stored value is there; nothing of one that always is. */
function presence({ scope, selected }: FieldRequest, element: Element, { present }: StoredMapping) {
  const isAsked = present !== undefined && !isNonNullType(selected.type);
  return isAsked ? fill(present, given(scope, element)).piece : undefined;
}

/** A connection, a plain list, or a single related thing. */
export function planMany(request: FieldRequest, itemsOf: (to: string) => Items): answer.Reading {
  const { scope, row, selected } = request;
  const typeName = getNamedType(selected.type).name;
  if (typeName.endsWith('Connection'))
    return planConnection({ ...request, itemsOf, named: readNamed(request, 'any') });
  const { where, orderBy } = selected.arguments;
  const all = filtered(scope, itemsOf(typeName), { typeName, where });
  if (!isListType(getNullableType(selected.type))) return planThing(request, all);
  const items = asksForAll(scope, request, typeName)
    ? all
    : restricted(all, leftIn(scope, typeName, all.element));
  const inner = rowOf();
  const object = planThingIn(inner, request, items.element);
  const page = readPage(request);
  const { list } = planPage(scope, { items, typeName, orderBy, page, cursors: false });
  return answer.many(addCell(row, listed(list, wholeOf(inner))), object, page.size);
}

/** A field that is a connection, and where its items come from. */
type ConnectionRequest = FieldRequest & {
  readonly itemsOf: (nodeType: string) => Items;
  /** Arguments that name things. */
  readonly named: readonly NamedInput[];
  /** Whether it is a list of the root, which may begin anywhere. */
  readonly root?: boolean;
};

/**
 * Plans a connection: its page if anything of it is asked, its count only when asked. Page, count and the far side of the
 * cursor each stand in a subquery of their own, so they share the items.
 */
export function planConnection(asked: ConnectionRequest): answer.Reading {
  const { scope, row, selected } = asked;
  const request = readRequest(asked);
  const { page, items } = request;
  const wanted = [...selected.selection.values()].flat();
  const isRead = wanted.some(({ name }) => ['nodes', 'edges', 'pageInfo'].includes(name));
  const read = isRead ? planItems(asked, request) : undefined;
  const [start, end] = page.backward ? (['before', 'after'] as const) : (['after', 'before'] as const);
  const sides = { behind: planSide(asked, request, start), beyond: planSide(asked, request, end) };
  const shown: PlanField = ({ selected }) =>
    answer.shown(read?.objects.get(selected) ?? broken(`${selected.name} is not planned`), page.size);
  const object = planObject(
    { scope, row, selection: selected.selection },
    byName({
      nodes: shown,
      edges: shown,
      totalCount: () => answer.value(addCell(row, counted({ items, order: UNORDERED })), 'required'),
      pageInfo: (info) => planParts(info, PAGE_INFO),
    }),
  );
  const { cursors = { mark: '', keyCells: [] }, cell } = read ?? {};
  return answer.connection({ ...page, ...sides, cursors, items: cell }, object);
}

/** A part of a page is read of the page, whatever is in the row. */
const PAGE_INFO = Object.fromEntries(
  Object.entries(answer.PAGE_INFO).map(([name, reading]): [string, PlanField] => [name, () => reading]),
);

function readRequest(asked: ConnectionRequest): ListRequest {
  const { selected } = asked;
  const type = getNamedType(selected.type);
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  const typeName = getNamedType((nodes ?? broken(`${selected.name} is no connection`)).type).name;
  const page = readPage(asked);
  const cursors =
    below(selected, 'edges').some(({ name }) => name === 'cursor') ||
    below(selected, 'pageInfo').some(({ name }) => name.endsWith('Cursor'));
  const orderBy = readOrder(asked);
  return { items: narrowed(asked, typeName), typeName, orderBy, page, cursors };
}

/** What the request orders by, else what the field is ordered by on its own. */
function readOrder({ scope, typeName, selected }: FieldRequest): Input | undefined {
  const { orderBy } = selected.arguments;
  if (orderBy?.present && orderBy.items().length > 0) return orderBy;
  const own = scope.mapping.ordered(typeName, selected.name);
  return own === undefined ? undefined : Input.constant([{ [own]: 'ASC' }]);
}

/** What is asked below a field of a connection, each time that it stands there. */
function below({ selection }: Selected, name: string): readonly Selected[] {
  const fields = [...selection.values()].flat().filter((field) => field.name === name);
  return fields.flatMap((field) => [...field.selection.values()].flat());
}

/** Counts what lies at a cursor and on its far side, where it is asked whether there is more on that side. */
function planSide({ scope, row, selected }: FieldRequest, request: ListRequest, cursor: 'after' | 'before') {
  const asked = cursor === 'before' ? 'hasNextPage' : 'hasPreviousPage';
  if (!below(selected, 'pageInfo').some(({ name }) => name === asked)) return undefined;
  const count = planBehind(scope, request, cursor);
  return count && addCell(row, count);
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
  const short = shortened(field, restricted(all, conditions), nodeType);
  const items = filtered(scope, short, { typeName: nodeType, where: selected.arguments.where });
  const isWhole = asksForAll(scope, field, nodeType);
  const left = isWhole ? items : restricted(items, leftIn(scope, nodeType, items.element));
  return root ? begun(left) : left;
}

/** Items with what arguments ask that are short for a filter. */
export function shortened(
  { scope, typeName: owner, selected }: FieldRequest,
  all: Items,
  typeName: string,
): Items {
  let items = all;
  for (const [argument, path] of scope.mapping.shortcuts(owner, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present) items = filtered(scope, items, { typeName, where: Input.nested(path, input) });
  }
  return items;
}

/** The items of a page, in a cell of its owner, and the object that each field shows of them. */
type PlannedItems = {
  readonly cell: number;
  readonly cursors: answer.CursorPlan;
  readonly objects: ReadonlyMap<Selected, answer.ObjectPlan>;
};

/** Nodes and edges share a row, which begins with the sort keys where there are cursors. */
function planItems({ scope, row: outer, selected }: FieldRequest, request: ListRequest): PlannedItems {
  const { list, keys, cursors } = planPage(scope, request);
  const row = rowOf(...keys);
  const objects = new Map<Selected, answer.ObjectPlan>();
  const edge = planEdge(request, cursors);
  for (const field of [...selected.selection.values()].flat()) {
    const asked = { scope, row, selected: field, typeName: request.typeName };
    if (field.name === 'nodes') objects.set(field, planThingIn(row, asked, request.items.element));
    if (field.name === 'edges')
      objects.set(field, planObject({ scope, row, selection: field.selection }, edge));
  }
  return { cell: addCell(outer, listed(list, wholeOf(row))), cursors, objects };
}

/** An item of a page with what joins it to the owner of the list: fields of that, else of the item itself, else nothing. */
function planEdge({ items, typeName }: ListRequest, cursors: answer.CursorPlan): PlanField {
  return (asked) => {
    const { scope, row, selected } = asked;
    if (selected.name === 'cursor') return answer.cursor(cursors);
    if (selected.name === 'node') return answer.here(planThingIn(row, asked, items.element));
    if (items.edge) return planFieldOf(asked, { variable: items.edge });
    const type = scope.schema.getType(typeName);
    const isOwn = type && 'getFields' in type && selected.name in type.getFields();
    return isOwn ? planFieldOf({ ...asked, typeName }, items.element) : answer.NULL;
  };
}
