import { getNamedType, isObjectType } from 'graphql';
import { invariant } from '../errors.ts';
import { begun } from './begin.ts';
import { asksForAll, leftIn } from './gone.ts';
import { Input } from './input.ts';
import { type Items, namedCondition, restricted } from './items.ts';
import { counted, filtered, type ListRequest, planBehind, planList } from './list.ts';
import { readPage } from './page.ts';
import type { Cell, ConnectionField, ObjectPlan, PagePlan, Reading, Subquery } from './plan.ts';
import { type NamedInput, type PlanObject, planResolution } from './resolution.ts';
import { type FieldRequest, type ObjectPlanner, type PlanField, RowBuilder } from './row.ts';
import type { Selected } from './selection.ts';

/** A field that is a connection, and where its items come from. */
export type ConnectionRequest = FieldRequest & {
  readonly itemsOf: (nodeType: string) => Items;
  /** Arguments that name entities, resolved. */
  readonly named: readonly NamedInput[];
  /** Whether it is a list of the root, which may begin anywhere. */
  readonly root?: boolean;
};

type Context = ConnectionRequest & {
  readonly nodeType: string;
  readonly planner: ObjectPlanner;
  readonly fields: readonly Selected[];
  readonly request: ListRequest;
  /** Page, count and the far side of the cursor each stand in a subquery of their own, so they share the items. */
  readonly items: Items;
};

/** Plans a connection: its page if anything of it is asked, its count only when asked. */
export function planConnection(request: ConnectionRequest, planner: ObjectPlanner): Reading {
  const context = readRequest(request, planner);
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

function readRequest(request: ConnectionRequest, planner: ObjectPlanner): Context {
  const { selected } = request;
  const type = getNamedType(selected.type);
  invariant(isObjectType(type), `${selected.name} is no connection`);
  const nodes = type.getFields().nodes;
  invariant(nodes, `${type.name} has no nodes`);
  const nodeType = getNamedType(nodes.type).name;
  const fields = selected.selection.get(type.name) ?? [];
  const page = readPage(request);
  const list = { typeName: nodeType, orderBy: readOrder(request), page, cursors: asksCursors(fields) };
  const items = narrowed(request, nodeType);
  return { ...request, nodeType, planner, fields, request: list, items };
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
 * `gifts(from: "Putin")` asks `EXISTS { MATCH (v1)<-[:GAVE]-(x0) }` of each gift, until `begun` turns it round.
 */
function narrowed({ itemsOf, named, root, ...field }: ConnectionRequest, nodeType: string): Items {
  const { scope, typeName, selected } = field;
  const patternsOf = scope.mapping.named(typeName, selected.name);
  const all = itemsOf(nodeType);
  const conditions = named.map(({ argument, resolution }) => {
    const patterns = patternsOf.get(argument)?.patterns;
    invariant(patterns, `${selected.name}(${argument}:) has no pattern`);
    return namedCondition(scope, all.element, { patterns, taken: resolution.taken });
  });
  let items = restricted(all, conditions);
  for (const [argument, path] of scope.mapping.shortcuts(typeName, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present) items = filtered(scope, items, nodeType, Input.nested(path, input));
  }
  items = filtered(scope, items, nodeType, selected.arguments.where);
  if (!asksForAll(scope, typeName, selected, nodeType))
    items = restricted(items, leftIn(scope, nodeType, items.element));
  return root ? begun(scope, items) : items;
}

type PlannedItems = {
  readonly list: Subquery;
  readonly page: PagePlan;
  readonly objects: ReadonlyMap<Selected, ObjectPlan>;
};

function planItems(context: Context): PlannedItems {
  const { scope, fields, planner, request, items } = context;
  const objects = new Map<Selected, ObjectPlan>();
  const cellsOf = (pagePlan: PagePlan, keys: readonly Cell[]): readonly Cell[] => {
    const row = new RowBuilder(keys);
    const shared = { scope, row };
    const planNode: PlanField = (asked) => planner.planReading(asked, items.element);
    for (const field of fields) {
      if (field.name === 'nodes') {
        objects.set(
          field,
          planner.buildObject({ ...shared, element: items.element, selection: field.selection }, planNode),
        );
      } else if (field.name === 'edges') {
        const edge = { items, page: pagePlan, planNode };
        const planEdge: PlanField = (asked) => planEdgeField(context, edge, asked);
        objects.set(
          field,
          planner.buildObject({ ...shared, element: null, selection: field.selection }, planEdge),
        );
      }
    }
    return row.cells;
  };
  return { ...planList(scope, { items, request, cellsOf }), objects };
}

/** An item of the page with what joins it to the owner of the list. */
type Edge = { readonly items: Items; readonly page: PagePlan; readonly planNode: PlanField };

function planEdgeField(
  { planner, nodeType }: Context,
  { items, page, planNode }: Edge,
  asked: FieldRequest,
): Reading {
  const { scope, row, selected } = asked;
  if (selected.name === '__typename') return { kind: 'typename' };
  if (selected.name === 'cursor') return { kind: 'cursor', page };
  if (selected.name === 'node') {
    const { selection } = selected;
    const object = planner.buildObject({ scope, row, element: items.element, selection }, planNode);
    return { kind: 'here', object };
  }
  if (items.edge) return planner.planReading(asked, { variable: items.edge });
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
  const { scope, row, selected, planner, named } = context;
  const { key, name } = field;
  if (name === '__typename') return { key, kind: 'typename', name: getNamedType(selected.type).name };
  if (name === 'totalCount') {
    return { key, kind: 'totalCount', cell: row.add(counted(context.items)) };
  }
  if (name === 'pageInfo') {
    const infos = below([field], 'pageInfo').map((info) => ({ key: info.key, name: info.name }));
    return { key, kind: 'pageInfo', fields: infos };
  }
  if (name === 'resolved') {
    const planObject: PlanObject = (s, element, selection) =>
      planner.buildObject({ scope: s, element, selection }, (asked) => planner.planReading(asked, element));
    const resolutions = named.map((n) => planResolution({ scope, row, selected: field }, n, planObject));
    return { key, kind: 'resolved', resolutions };
  }
  const object = objects?.get(field);
  invariant(object, `${name} of a connection is not planned`);
  return { key, kind: 'items', object };
}
