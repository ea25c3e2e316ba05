import { getNamedType, getNullableType, isListType } from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import { planConnection } from './connection.ts';
import { checkId } from './identity.ts';
import { Input } from './input.ts';
import { filtered, planOne } from './list.ts';
import { planMatchesOfName } from './matches.ts';
import { buildObject, planObject, planReading } from './object.ts';
import { planPathResult } from './path.ts';
import type { List, Plan, Reading } from './plan.ts';
import { type NamedInput, planResolution, resolveName, takenItems, takenList } from './resolution.ts';
import type { FieldRequest } from './row.ts';
import type { Scope } from './scope.ts';
import { planSearch } from './search.ts';
import { planSeek } from './seek.ts';
import type { Selected, Selection } from './selection.ts';
import { derivedItems, type Items, idItems, labelItems, namedItems } from './source.ts';
import { planStatistics } from './statistics.ts';

/** Plans a whole operation: every root field in one statement. */
export function planOperation(scope: Scope, rootType: string, selecteds: readonly Selected[]): Plan {
  const selection: Selection = new Map([[rootType, selecteds]]);
  const root = buildObject({ scope, element: null, selection }, planRoot);
  const { names, parameters, pinned, searches } = scope;
  const weight = selecteds.reduce((sum, one) => sum + weightOf(scope, rootType, one), 0);
  return { names, root, parameters, pinned, searches, weight };
}

/** What a root field weighs besides the items that it gives. */
function weightOf(scope: Scope, rootType: string, { name, arguments: given }: Selected): number {
  const present = Object.entries(given).flatMap(([argument, input]) => (input?.present ? [argument] : []));
  return scope.mapping.cost(rootType, name, present);
}

function planRoot(request: FieldRequest): Reading {
  const { scope, typeName, selected } = request;
  if (selected.name === '__typename') return { kind: 'typename' };
  const { asOf } = selected.arguments;
  scope.asOf = asOf?.present ? scope.parameter((variables) => asOf.read(variables) as Value) : undefined;
  const named = getNamedType(selected.type).name;
  if (named.endsWith('Connection')) return planRootList(request);
  if (named === 'NameMatches') return planMatchesOfName(request);
  if (named === 'SearchHit') return planSearch(request);
  if (named === 'PathResult') return planPathResult(request, readNamed(request));
  if (scope.mapping.statistics(named)) return planStatistics(request);
  if (scope.mapping.field(typeName, selected.name).kind === 'cypher') return planValue(request);
  if (isListType(getNullableType(selected.type))) return planByIds(request, named);
  return planLookUp(request, named);
}

/** `gifts(from:, to:)`: starts from the first name that is given, else from all of the type. */
function planRootList(asked: FieldRequest): Reading {
  const { scope, typeName, selected } = asked;
  const named = readNamed(asked);
  const [anchor] = named;
  const mapping = scope.mapping.field(typeName, selected.name);
  const nodeType = nodeTypeOf(selected);
  const seek = anchor ? undefined : planSeek(scope, nodeType, selected.arguments.where);
  const itemsOf = (to: string): Items => {
    if (anchor) return namedItems(scope, to, patternsOf(asked, anchor), anchor.resolution.taken);
    if (seek) return seek.itemsOf();
    return mapping.kind === 'cypher' ? derivedItems(scope, null, mapping, to) : labelItems(scope, to);
  };
  const request = { ...asked, itemsOf, named, anchor, rest: seek?.rest };
  return planConnection(request, { buildObject, planReading });
}

/** The type of the nodes of a connection. */
function nodeTypeOf({ type, name }: Selected): string {
  const connection = getNamedType(type);
  const nodes = 'getFields' in connection ? connection.getFields().nodes : undefined;
  invariant(nodes, `${name} is no connection`);
  return getNamedType(nodes.type).name;
}

/** A root of its own making, such as an exchange: a map of what its arguments name. */
function planValue(request: FieldRequest): Reading {
  const { scope, row, typeName, selected } = request;
  const mapping = scope.mapping.field(typeName, selected.name);
  const type = getNamedType(selected.type).name;
  invariant(mapping.kind === 'cypher', `${selected.name} is not derived`);
  const named = readNamed(request);
  const given = Object.fromEntries(named.map(({ argument, resolution }) => [argument, resolution.taken]));
  const items = derivedItems(scope, null, mapping, type, given);
  const { element } = items;
  const object = buildObject({ scope, element, selection: selected.selection }, (asked) => {
    if (asked.selected.name !== 'resolved') return planReading(asked, element);
    const resolutions = named.map((n) => planResolution(asked, n, planObject));
    return { kind: 'resolved', resolutions };
  });
  const list = planOne(scope, items, type, object.cells);
  const cell = row.addList(list);
  return { kind: 'one', cell, object, required: true };
}

function readNamed({ scope, typeName, selected }: FieldRequest): readonly NamedInput[] {
  return [...scope.mapping.named(typeName, selected.name)].flatMap(([argument, { as }]) => {
    const input = selected.arguments[argument];
    return input?.present ? [resolveName(scope, argument, as, input)] : [];
  });
}

function patternsOf(
  { scope, typeName, selected }: FieldRequest,
  { argument }: NamedInput,
): readonly string[] {
  const found = scope.mapping.named(typeName, selected.name).get(argument);
  invariant(found, `${selected.name}(${argument}:) has no pattern`);
  return found.patterns;
}

/** `nodes(ids:)`: found by index, put in the order asked when the answer is read. */
function planByIds({ scope, row, selected }: FieldRequest, typeName: string): Reading {
  const ids = selected.arguments.ids;
  invariant(ids, `${selected.name} takes ids`);
  const read = (variables: Parameters<Input['read']>[0]) => checkCount(checkId(ids.read(variables)), scope);
  const items = idItems(scope, typeName, scope.parameter(read));
  const object = planObject(scope, items.element, selected.selection);
  const id = { kind: 'expression' as const, text: `${items.element.variable}.id` };
  const size = (variables: Parameters<Input['read']>[0]) =>
    (ids.read(variables) as readonly unknown[]).length;
  const list: List = {
    ...planOne(scope, items, typeName, [id, { kind: 'object', cells: object.cells }]),
    limit: scope.parameter(size),
    size,
  };
  const cell = row.addList(list);
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
  const { scope, row, typeName: owner, selected } = request;
  const { id, name } = selected.arguments;
  if (!id?.present === !name?.present) {
    const given = id?.present ? 'both an id and a name' : 'neither an id nor a name';
    throw new ServiceError('BAD_USER_INPUT', `${selected.name} was given ${given}.`, {
      hint: `Ask for ${selected.name}(id: …) or ${selected.name}(name: …).`,
    });
  }
  if (name?.present && scope.mapping.named(owner, selected.name).size > 0) {
    return planByName(request);
  }
  const items = id?.present
    ? idItems(
        scope,
        typeName,
        scope.parameter((variables) => [checkId(id.read(variables))]),
      )
    : filteredByName(request, typeName);
  const object = planObject(scope, items.element, selected.selection);
  const list = planOne(scope, items, typeName, object.cells);
  const cell = row.addList(list);
  return { kind: 'one', cell, object, required: false };
}

function planByName(request: FieldRequest): Reading {
  const { scope, row, selected } = request;
  const [named] = readNamed(request);
  invariant(named, `${selected.name} takes a name`);
  const items = takenItems(scope, named.resolution);
  const object = planObject(scope, items.element, selected.selection);
  const list = takenList(scope, items, object);
  const cell = row.addList(list);
  return { kind: 'one', cell, object, required: false };
}

function filteredByName({ scope, typeName: owner, selected }: FieldRequest, typeName: string): Items {
  let items = labelItems(scope, typeName);
  for (const [argument, path] of scope.mapping.shortcuts(owner, selected.name)) {
    const input = selected.arguments[argument];
    if (input?.present) items = filtered(scope, items, typeName, Input.nested(path, input));
  }
  return items;
}
