import { getNamedType, isObjectType } from 'graphql';
import { invariant } from '../errors.ts';
import type { End, FieldMapping } from '../model/mapping.ts';
import { matchPart, withEnds } from './cypher.ts';
import {
  across,
  byId,
  byIds,
  byText,
  eitherNode,
  type Finder,
  type Found,
  hopBack,
  patternBack,
} from './found.ts';
import { hasLabel, identifier } from './identifiers.ts';
import { Input } from './input.ts';
import { printClauses } from './print.ts';
import type { Scope } from './scope.ts';
import { type Items, labelOf, relationshipItems } from './source.ts';

/** A list that need not look at all of its type: where it starts, and what `where` asks besides. */
export type Seek = { readonly itemsOf: () => Items; readonly rest: Input };

type Derived = Extract<FieldMapping, { kind: 'cypher' }>;

/**
 * A filter that fixes an end starts at that end, however far away it is:
 * `gifts(where: {during: {partOf: {some: {id: {eq: "…"}}}}})` gives
 * `MATCH (v1:Event {id: $p0}) MATCH (v1)<-[r2:PART_OF]-(v3:Event) MATCH (v3)<-[r4:GIVEN_DURING]-(v5:Gift)`, not a test
 * of each gift. What is found so may be more than what is asked: the filter stays, unless an index has answered all of it.
 */
export function planSeek(scope: Scope, typeName: string, where: Input | undefined): Seek | undefined {
  if (!where?.present || only(where.get('id'), 'eq')?.present) return undefined;
  const key = where.keys().find((one) => answers(scope, typeName, one, where.get(one)));
  const answered = key === undefined ? undefined : where.get(key);
  if (key !== undefined && answered) {
    const finder = findOver(scope, typeName, key, answered);
    if (finder) return { itemsOf: () => itemsOf(scope, typeName, finder()), rest: without(where, key) };
  }
  const found = findItems(scope, typeName, where);
  return found && { itemsOf: found, rest: where };
}

/** The items that a filter leads to by index. */
function findItems(scope: Scope, typeName: string, where: Input): (() => Items) | undefined {
  if (scope.mapping.type(typeName).kind === 'relationship') return findRelationships(scope, typeName, where);
  const finder = findNode(scope, typeName, where);
  return finder && (() => itemsOf(scope, typeName, finder()));
}

/** What one key of a filter leads to; where none does, all the branches of an `or` that each lead somewhere. */
function findBy<T>(
  where: Input,
  find: (branch: Input) => T | undefined,
  [byKey, either]: readonly [(key: string, asked: Input) => T | undefined, (all: readonly T[]) => T],
): T | undefined {
  const given = where.keys().flatMap((key) => {
    const asked = where.get(key);
    return asked?.present ? [[key, asked] as const] : [];
  });
  const one = firstOf(given, ([key, asked]) => {
    if (key === 'or' || key === 'not') return undefined;
    return key === 'and' ? firstOf(asked.items(), find) : byKey(key, asked);
  });
  return (
    one ??
    firstOf(given, ([key, asked]) => (key === 'or' ? allFound(asked.items(), find, either) : undefined))
  );
}

function allFound<T>(
  branches: readonly Input[],
  find: (branch: Input) => T | undefined,
  either: (all: readonly T[]) => T,
): T | undefined {
  const found = branches.map(find).filter((one) => one !== undefined);
  return found.length === branches.length && found.length > 0 ? either(found) : undefined;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How nodes are found of which the filter fixes an id, a text that has an index, or something that they lead to. */
function findNode(scope: Scope, typeName: string, where: Input): Finder | undefined {
  const label = labelOf(scope, typeName);
  const [id, ids] = [where.get('id')?.get('eq'), where.get('id')?.get('in')];
  if (label !== undefined && id?.present) return () => byId(scope, label, id);
  if (label !== undefined && ids?.present) return () => byIds(scope, label, ids);
  return findBy(where, (branch) => findNode(scope, typeName, branch), [
    (key, asked) => byText(scope, typeName, key, asked) ?? findOver(scope, typeName, key, asked),
    (all) => () => eitherNode(scope, all),
  ]);
}

/** From what a field leads to back to its owner. */
function findOver(scope: Scope, typeName: string, key: string, asked: Input): Finder | undefined {
  const mapping = scope.mapping.field(typeName, key);
  const far = farType(scope, typeName, key);
  const inner = isList(scope, typeName, key) ? asked.get('some') : asked;
  if (far === undefined || !inner?.present) return undefined;
  const related = scope.mapping.type(far).kind === 'relationship';
  if (mapping.kind === 'relationship' && !mapping.from) {
    const end: End = mapping.direction === 'OUT' ? 'endNode' : 'startNode';
    const finder = related ? findEnd(scope, far, [end, inner]) : findNode(scope, far, inner);
    return finder && (() => hopBack(scope, finder(), mapping, labelOf(scope, typeName)));
  }
  if (mapping.kind !== 'cypher' || scope.mapping.type(far).kind === 'value') return undefined;
  return related ? findOverEnds(scope, far, mapping, inner) : findOverColumn(scope, far, mapping, inner);
}

/** Over a pattern of the schema that leads to nodes. */
function findOverColumn(scope: Scope, far: string, mapping: Derived, inner: Input): Finder | undefined {
  const finder = findNode(scope, far, inner);
  const pattern = matchPart(mapping.statement);
  return finder && (() => patternBack(scope, finder(), pattern, mapping.column));
}

/**
 * Over a pattern of the schema that leads to relationships, from whichever end of them is fixed. Of those that are
 * followed either way, that end is the owner or what lies across.
 */
function findOverEnds(scope: Scope, far: string, mapping: Derived, inner: Input): Finder | undefined {
  const statement = matchPart(mapping.statement);
  const ends = /->|<-/.test(statement) ? withEnds(statement, mapping.column) : undefined;
  return firstOf(['startNode', 'endNode'] as const, (end) => {
    const finder = findEnd(scope, far, [end, inner]);
    if (!finder) return undefined;
    if (ends) return () => patternBack(scope, finder(), ends.pattern, ends[end]);
    return () => eitherNode(scope, [finder, () => across(scope, finder(), end)]);
  });
}

/** How the node at one end of a relationship is found, or one that this node leads to. */
function findEnd(scope: Scope, typeName: string, [end, where]: readonly [End, Input]): Finder | undefined {
  return findBy(where, (branch) => findEnd(scope, typeName, [end, branch]), [
    (key, asked) => {
      const mapping = scope.mapping.field(typeName, key);
      const far = farType(scope, typeName, key);
      if (far === undefined) return undefined;
      if (mapping.kind === 'endpoint' && mapping.end === end) return findNode(scope, far, asked);
      if (mapping.kind !== 'relationship' || mapping.from !== end) return undefined;
      const finder = findNode(scope, far, asked);
      return finder && (() => hopBack(scope, finder(), mapping, undefined));
    },
    (all) => () => eitherNode(scope, all),
  ]);
}

/** The relationships that a filter leads to by one of their ends. */
function findRelationships(scope: Scope, typeName: string, where: Input): (() => Items) | undefined {
  return findBy(where, (branch) => findRelationships(scope, typeName, branch), [
    (key, asked) => {
      const mapping = scope.mapping.field(typeName, key);
      const far = farType(scope, typeName, key);
      if (mapping.kind !== 'endpoint' || far === undefined) return undefined;
      const finder = findNode(scope, far, asked);
      return finder && (() => relationshipsOf(scope, typeName, mapping.end, finder()));
    },
    (all) => () => eitherRelationship(scope, all),
  ]);
}

/** Whatever relationships one of several branches leads to. */
function eitherRelationship(scope: Scope, branches: readonly (() => Items)[]): Items {
  const found = scope.fresh('r');
  const texts = branches.map((branch) => {
    const { source, element } = branch();
    return `${printClauses(source, source.conditions).join(' ')} RETURN ${element.variable} AS ${found}`;
  });
  return { ...relationshipItems(scope, `CALL () { ${texts.join(' UNION ALL ')} }`, found), imports: [] };
}

function itemsOf(scope: Scope, typeName: string, { clauses, variable, label, conditions }: Found): Items {
  const own = labelOf(scope, typeName);
  const test = own === label ? undefined : hasLabel(variable, own === undefined ? [] : [own]);
  return {
    source: {
      clauses,
      binds: [variable],
      conditions: [...(test === undefined ? [] : [test]), ...conditions],
      repeats: true,
    },
    element: { variable },
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
function answers(scope: Scope, typeName: string, key: string, asked: Input | undefined): boolean {
  const far = farType(scope, typeName, key);
  if (far === undefined || scope.mapping.type(far).kind !== 'node') return false;
  if (scope.mapping.field(typeName, key).kind !== 'relationship') return false;
  const inner = isList(scope, typeName, key) ? only(asked, 'some') : asked;
  return only(only(inner, 'id'), 'eq')?.present ?? false;
}

function only(input: Input | undefined, key: string): Input | undefined {
  const [first, ...others] = input?.keys() ?? [];
  return first === key && others.length === 0 ? input?.get(key) : undefined;
}

function fieldType(scope: Scope, typeName: string, key: string) {
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[key] : undefined;
  return field && 'args' in field ? field.type : undefined;
}

/** Whether a field holds many, with pages or without. */
function isList(scope: Scope, typeName: string, key: string): boolean {
  const type = String(fieldType(scope, typeName, key));
  return type.includes('Connection') || type.startsWith('[');
}

/** The type at the far end, in the model where it has one. */
function farType(scope: Scope, typeName: string, key: string): string | undefined {
  const field = fieldType(scope, typeName, key);
  const type = field && getNamedType(field);
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
