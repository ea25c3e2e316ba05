import { getNamedType, isObjectType } from 'graphql';
import { invariant } from '../errors.ts';
import type { End, FieldMapping } from '../model/mapping.ts';
import { indexKey } from '../model/naming.ts';
import { instantiate } from './cypher.ts';
import { hasLabel, hop, identifier, node } from './identifiers.ts';
import { checkId } from './identity.ts';
import { Input } from './input.ts';
import { reported, type Scope } from './scope.ts';
import { type Items, labelOf, relationshipItems } from './source.ts';

/** A list that need not look at all of its type: where it starts, and what `where` asks besides. */
export type Seek = { readonly itemsOf: () => Items; readonly rest: Input };

type Hop = Extract<FieldMapping, { kind: 'relationship' }>;

/** Finds one thing by index: the clauses, and the variable that they bind. */
type Found = { readonly clauses: readonly string[]; readonly variable: string };
type Finder = () => Found;

/**
 * A filter that fixes one end starts at that end: `gifts(where: {givers: {some: {id: {eq: "…"}}}})` gives
 * `MATCH (v1:Entity {id: $p0}) MATCH (v1)-[r2:GAVE]->(v3:Gift)`, not a test of each gift. What is found so may be more
 * than what is asked, by names that are folded alike: the filter stays, unless an index has answered all of it.
 */
export function planSeek(scope: Scope, typeName: string, where: Input | undefined): Seek | undefined {
  if (!where?.present || only(where.get('id'), 'eq')?.present) return undefined;
  for (const key of where.keys()) {
    const asked = where.get(key);
    if (key === 'or' || key === 'not' || !asked?.present) continue;
    const found =
      key === 'and'
        ? firstOf(asked.items(), (item) => planSeek(scope, typeName, item)?.itemsOf)
        : seekBy(scope, typeName, key, asked);
    if (found)
      return { itemsOf: found, rest: answers(scope, typeName, key, asked) ? without(where, key) : where };
  }
  return undefined;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The items that one key of a filter leads to by index. */
function seekBy(scope: Scope, typeName: string, key: string, asked: Input): (() => Items) | undefined {
  const own = byText(scope, typeName, key, asked);
  if (own) return () => itemsOf(scope, typeName, own());
  const mapping = scope.mapping.field(typeName, key);
  const far = farType(scope, typeName, key);
  if (far === undefined) return undefined;
  if (mapping.kind === 'endpoint') {
    const end = fixed(scope, far, asked);
    return end && (() => relationshipsOf(scope, typeName, mapping.end, end()));
  }
  if (mapping.kind !== 'relationship' || mapping.from) return undefined;
  const inner = isConnection(scope, typeName, key) ? asked.get('some') : asked;
  const end = inner?.present ? farEnd(scope, far, mapping, inner) : undefined;
  const to = labelOf(scope, typeName);
  return end && to !== undefined ? () => hopBack(scope, end(), mapping, to) : undefined;
}

/** What fixes the far end of a relationship: the node there, or the end that the relationship itself shows. */
function farEnd(scope: Scope, far: string, { direction }: Hop, asked: Input): Finder | undefined {
  if (scope.mapping.type(far).kind !== 'relationship') return fixed(scope, far, asked);
  const end: End = direction === 'OUT' ? 'endNode' : 'startNode';
  return firstOf(asked.keys(), (key) => {
    const mapping = scope.mapping.field(far, key);
    const [type, input] = [farType(scope, far, key), asked.get(key)];
    if (mapping.kind !== 'endpoint' || mapping.end !== end || type === undefined || !input?.present)
      return undefined;
    return fixed(scope, type, input);
  });
}

/** How a node is found whose id, or a text that has an index, is asked for. */
function fixed(scope: Scope, typeName: string, asked: Input): Finder | undefined {
  const label = labelOf(scope, typeName);
  const id = asked.get('id')?.get('eq');
  if (label !== undefined && id?.present) return () => byId(scope, label, id);
  return firstOf(asked.keys(), (key) => {
    const input = asked.get(key);
    return input?.present ? byText(scope, typeName, key, input) : undefined;
  });
}

function byId(scope: Scope, label: string, id: Input): Found {
  const variable = scope.fresh('v');
  const parameter = scope.parameter((variables) => checkId(id.read(variables)));
  return { clauses: [`MATCH (${variable}:${identifier(label)} {id: ${parameter}})`], variable };
}

/** Finds the owner of a text by its index, or of each of several; with it whatever is folded like the text. */
function byText(scope: Scope, typeName: string, key: string, asked: Input): Finder | undefined {
  const pattern = scope.mapping.indexed(typeName, key);
  const one = asked.get('eq');
  const input = one?.present ? one : asked.get('in');
  if (pattern === undefined || !input?.present) return undefined;
  const fresh = (name: string) => scope.fresh(`${name}_`);
  return () => {
    const [variable, folded] = [scope.fresh('v'), scope.fresh('k')];
    const keys = scope.parameter((variables) =>
      [input.read(variables)].flat().map((text) => indexKey(String(text))),
    );
    const match = instantiate(pattern, { this: variable, key: folded }, fresh).text;
    return { clauses: [`UNWIND ${keys} AS ${folded}`, `MATCH ${match}`], variable };
  };
}

function itemsOf(scope: Scope, typeName: string, { clauses, variable }: Found): Items {
  const label = hasLabel(
    variable,
    [labelOf(scope, typeName)].filter((one) => one !== undefined),
  );
  const conditions = [...(label === undefined ? [] : [label]), ...reported(scope, variable)];
  return {
    source: { clauses, binds: [variable], conditions, repeats: true },
    element: { variable },
    edge: undefined,
    imports: [],
  };
}

function hopBack(scope: Scope, { clauses, variable }: Found, mapping: Hop, to: string): Items {
  const [relationship, item] = [scope.fresh('r'), scope.fresh('v')];
  const back = mapping.direction === 'OUT' ? 'IN' : 'OUT';
  return {
    source: {
      clauses: [...clauses, `MATCH ${hop(variable, relationship, mapping.type, back, node(item, to))}`],
      binds: [item],
      conditions: reported(scope, variable, relationship, item),
      repeats: true,
    },
    element: { variable: item },
    edge: undefined,
    imports: [],
  };
}

/** The relationships that start, or end, at what was found; the other end is of the type that the schema says. */
function relationshipsOf(scope: Scope, typeName: string, end: End, { clauses, variable }: Found): Items {
  const relationship = scope.fresh('r');
  const [left, right] = end === 'startNode' ? ['-', '->'] : ['<-', '-'];
  const match = `MATCH (${variable})${left}[${relationship}]${right}(:${otherLabel(scope, typeName, end)})`;
  return { ...relationshipItems(scope, [...clauses, match].join(' '), relationship), imports: [] };
}

/** The label at the end of a relationship that is not `end`. */
function otherLabel(scope: Scope, typeName: string, end: End): string {
  const type = scope.schema.getType(typeName);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const other = fields.find(({ name }) => {
    const mapping = scope.mapping.field(typeName, name);
    return mapping.kind === 'endpoint' && mapping.end !== end;
  });
  const label = other && labelOf(scope, getNamedType(other.type).name);
  invariant(label, `${typeName} says nothing of its other end`);
  return identifier(label);
}

/** Whether a key of a filter asks for one related node by its id, and for nothing else. */
function answers(scope: Scope, typeName: string, key: string, asked: Input): boolean {
  const far = farType(scope, typeName, key);
  if (far === undefined || scope.mapping.type(far).kind !== 'node') return false;
  if (scope.mapping.field(typeName, key).kind !== 'relationship') return false;
  const inner = isConnection(scope, typeName, key) ? only(asked, 'some') : asked;
  return only(only(inner, 'id'), 'eq')?.present ?? false;
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

/** The same filter without one of its keys. */
function without(where: Input, key: string): Input {
  const cut = (value: unknown) => {
    const { [key]: _, ...rest } = value as { readonly [key: string]: unknown };
    return rest;
  };
  return new Input(cut(where.value), (variables) => cut(where.read(variables)));
}
