import { getNamedType } from 'graphql';
import type { FieldMapping } from '../model/mapping.ts';
import { checkId } from './identity.ts';
import { Input } from './input.ts';
import { hop, identifier, node } from './names.ts';
import { reported, type Scope } from './scope.ts';
import { type Items, labelOf } from './source.ts';

/** A list that need not look at all of its type: where it starts, and what `where` asks besides. */
export type Seek = { readonly itemsOf: () => Items; readonly rest: Input };

type Hop = Extract<FieldMapping, { kind: 'relationship' }>;

/**
 * A filter that fixes one end starts at that end: `gifts(where: {givers: {some: {id: {eq: "…"}}}})` gives
 * `MATCH (v1:Entity {id: $p0}) MATCH (v1)-[r2:GAVE]->(v3:Gift)`, not a test of each gift.
 */
export function planSeek(scope: Scope, typeName: string, where: Input | undefined): Seek | undefined {
  for (const key of where?.keys() ?? []) {
    if (!where || ['and', 'or', 'not'].includes(key)) continue;
    const id = fixedId(scope, typeName, key, where);
    const mapping = id && scope.mapping.field(typeName, key);
    if (!id || mapping?.kind !== 'relationship' || mapping.from) continue;
    const [from, to] = [labelOf(scope, farType(scope, typeName, key) ?? ''), labelOf(scope, typeName)];
    if (!from || !to) continue;
    return { itemsOf: () => hopBack(scope, id, mapping, from, to), rest: without(where, key) };
  }
  return undefined;
}

/** The id that a filter on a relationship asks of the far end, if it asks nothing else. */
function fixedId(scope: Scope, typeName: string, key: string, where: Input): Input | undefined {
  const far = farType(scope, typeName, key);
  if (far === undefined || scope.mapping.type(far).kind !== 'node') return undefined;
  const asked = where.get(key);
  const inner = isConnection(scope, typeName, key) ? only(asked, 'some') : asked;
  const id = only(only(inner, 'id'), 'eq');
  return id?.present ? id : undefined;
}

function only(input: Input | undefined, key: string): Input | undefined {
  const [first, ...others] = input?.keys() ?? [];
  return first === key && others.length === 0 ? input?.get(key) : undefined;
}

function fieldType(scope: Scope, typeName: string, key: string) {
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[key] : undefined;
  return field && 'args' in field ? getNamedType(field.type) : undefined;
}

function isConnection(scope: Scope, typeName: string, key: string): boolean {
  return fieldType(scope, typeName, key)?.name.endsWith('Connection') ?? false;
}

/** The type at the far end, in the model where it has one. */
function farType(scope: Scope, typeName: string, key: string): string | undefined {
  const type = fieldType(scope, typeName, key);
  const nodes = type && 'getFields' in type ? type.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type).name : type?.name;
}

function hopBack(scope: Scope, id: Input, mapping: Hop, from: string, to: string): Items {
  const [start, relationship, item] = [scope.fresh('v'), scope.fresh('r'), scope.fresh('v')];
  const parameter = scope.parameter((variables) => checkId(id.read(variables)));
  const back = mapping.direction === 'OUT' ? 'IN' : 'OUT';
  return {
    source: {
      clauses: [
        `MATCH (${start}:${identifier(from)} {id: ${parameter}})`,
        `MATCH ${hop(start, relationship, mapping.type, back, node(item, to))}`,
      ],
      binds: [item],
      conditions: reported(scope, start, relationship, item),
      repeats: true,
    },
    element: { variable: item },
    edge: undefined,
    imports: [],
  };
}

/** The same filter without one of its keys. */
function without(where: Input, key: string): Input {
  const cut = (value: unknown) => {
    const { [key]: _, ...rest } = value as { readonly [key: string]: unknown };
    return rest;
  };
  return new Input(cut(where.value), (variables) => cut(where.read(variables)));
}
