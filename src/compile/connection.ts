import { getNamedType, isObjectType } from 'graphql';
import { invariant } from '../errors.ts';
import { keptBy } from './having.ts';
import { Input } from './input.ts';
import { filtered, type ListRequest, planBehind, planCount, planList, withConditions } from './list.ts';
import { readPage } from './page.ts';
import type { ConnectionField, List, ObjectPlan, PagePlan, Reading } from './plan.ts';
import { type NamedInput, type PlanObject, planResolution } from './resolution.ts';
import { type FieldRequest, type ObjectPlanner, type PlanField, RowBuilder } from './row.ts';
import type { Selected } from './selection.ts';
import { type Items, namedCondition } from './source.ts';

/** A field that is a connection, and where its items come from. */
export type ConnectionRequest = FieldRequest & {
  /** Fresh items each time: the page, the count and the far side of the cursor each need their own. */
  readonly itemsOf: (nodeType: string) => Items;
  /** Arguments that name entities, resolved. */
  readonly named: readonly NamedInput[];
  /** The one of them that `itemsOf` starts from. */
  readonly anchor?: NamedInput | undefined;
  /** What is left of `where` once `itemsOf` has begun at an end that it fixes. */
  readonly rest?: Input | undefined;
};

type Context = ConnectionRequest & {
  readonly nodeType: string;
  readonly planner: ObjectPlanner;
  readonly fields: readonly Selected[];
  readonly request: ListRequest;
};

/** Plans a connection: its page if anything of it is asked, its count only when asked. */
export function planConnection(request: ConnectionRequest, planner: ObjectPlanner): Reading {
  const context = readRequest(request, planner);
  const { fields, row } = context;
  const wantsItems = fields.some((f) => ['nodes', 'edges', 'pageInfo'].includes(f.name));
  const planned = wantsItems ? planItems(context) : undefined;
  const items = planned && row.addList(planned.list);
  const { backward } = context.request.page;
  const behind = planSide(context, backward ? 'before' : 'after');
  const beyond = planSide(context, backward ? 'after' : 'before');
  const page = planned?.page ?? { ...context.request.page, mark: '', keyCells: [] };
  const planFields = fields.map((field) => planField(context, field, planned?.objects));
  return { kind: 'connection', connection: { items, page, behind, beyond, fields: planFields } };
}

function readRequest(request: ConnectionRequest, planner: ObjectPlanner): Context {
  const { typeName, selected } = request;
  const type = getNamedType(selected.type);
  invariant(isObjectType(type), `${selected.name} is no connection`);
  const nodes = type.getFields().nodes;
  invariant(nodes, `${type.name} has no nodes`);
  const nodeType = getNamedType(nodes.type).name;
  const fields = selected.selection.get(type.name) ?? [];
  const coordinate = `${typeName}.${selected.name}`;
  const where = request.rest ?? selected.arguments.where;
  const orderBy = readOrder(request);
  const page = readPage(request);
  const list = { typeName: nodeType, coordinate, where, orderBy, page, cursors: asksCursors(fields) };
  return { ...request, nodeType, planner, fields, request: list };
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
  const count = planBehind(context.scope, narrowed(context), context.request, cursor);
  return count && context.row.addCount(count);
}

/** Fresh items with all that arguments ask of them. */
function narrowed(context: Context): Items {
  const { scope, nodeType, typeName, selected, named, anchor, request } = context;
  const patternsOf = scope.mapping.named(typeName, selected.name);
  let items = context.itemsOf(nodeType);
  const others = named.filter((n) => n !== anchor);
  const conditions = others.map(({ argument, resolution }) => {
    const patterns = patternsOf.get(argument)?.patterns;
    invariant(patterns, `${selected.name}(${argument}:) has no pattern`);
    return namedCondition(scope, patterns, resolution.taken, items.element);
  });
  items = withConditions(items, conditions);
  items = { ...items, imports: [...items.imports, ...others.map((n) => n.resolution.taken)] };
  for (const [argument, path] of scope.mapping.shortcuts(typeName, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present) items = filtered(scope, items, nodeType, Input.nested(path, input));
  }
  items = filtered(scope, items, nodeType, request.where);
  for (const [argument, having] of scope.mapping.having(typeName, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present) items = keptBy(scope, items, nodeType, [having, input]);
  }
  return items;
}

type PlannedItems = {
  readonly list: List;
  readonly page: PagePlan;
  readonly objects: ReadonlyMap<Selected, ObjectPlan>;
};

function planItems(context: Context): PlannedItems {
  const { scope, fields, planner, request } = context;
  const items = narrowed(context);
  const objects = new Map<Selected, ObjectPlan>();
  const { list, page } = planList(scope, items, request, (pagePlan, keys) => {
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
  });
  return { list, page, objects };
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
    const count = planCount(scope, narrowed(context));
    return {
      key,
      kind: 'totalCount',
      cell: row.addCount(count),
    };
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
