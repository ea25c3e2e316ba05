import { getNamedType, isObjectType } from 'graphql';
import type { Clause, Expression, Match, Name, Query, Variable } from '../cypher/ast.ts';
import {
  allOf,
  call,
  carrying,
  column,
  conjuncts,
  eitherWay,
  fill,
  hop,
  isNull,
  kept,
  labelled,
  match,
  node,
  path,
  property,
  returning,
  rewrite,
  someIn,
  subcall,
  unwind,
  variable,
  withEnds,
} from '../cypher/build.ts';
import { broken } from '../errors.ts';
import type { DerivedMapping, End, RelationshipMapping } from '../model/mapping.ts';
import type { Element, Scope } from './plan.ts';

/**
 * Where the items of a list come from: clauses that bind them, and what must hold of them. The two are kept apart until
 * the items are put to use, since the same ones are read, counted and asked for in a condition, and since a pass may find
 * other clauses for them (`begin.ts`). Of `person { gave(where: {item: {eq: "rifle"}}) { … } }`
 *
 *     { clauses: [MATCH (v0)-[r1:GAVE]->(v2:Gift)], conditions: [toLower(v2.item) = toLower($p0)], element: v2, edge: r1 }
 *
 * is `MATCH … WHERE …` in a list (`holding`), and `EXISTS { MATCH … WHERE … }` where it is a filter of people.
 */

/** Items of a list, of a count or of a condition. */
export type Items = {
  readonly clauses: readonly Clause[];
  readonly conditions: readonly Expression[];
  readonly element: Element;
  /** Whether the clauses can bind the same item twice. */
  readonly repeats: boolean;
  /** Whether they bind one item at most. */
  readonly single?: boolean;
  /** The relationship (or map with `claims` and `basis`) that joins the item to its owner. */
  readonly edge?: Variable | undefined;
};

/** What clauses bind, each item once. */
export const bound = (item: Variable, clauses: readonly Clause[], edge?: Variable): Items => ({
  clauses,
  conditions: [],
  element: { variable: item },
  repeats: false,
  edge,
});

/** A field that leads on: whose it is, how, and to which type. */
export type Followed<M = RelationshipMapping | DerivedMapping> = {
  readonly owner: Element;
  readonly mapping: M;
  readonly typeName: string;
};

/** The label to look for when a type is reached; none where the model allows only that type. */
export function labelOf(scope: Scope, typeName: string): string | undefined {
  const mapping = scope.mapping.type(typeName);
  return mapping.kind === 'node' ? mapping.labels[0] : undefined;
}

const isRelationship = (scope: Scope, typeName: string): boolean =>
  scope.mapping.type(typeName).kind === 'relationship';

/** What stands for `this`, `startNode`, `endNode` and `asOf` in Cypher of the schema. */
export function given(scope: Scope, { variable: self, startNode, endNode }: Element): Given {
  return { this: self, startNode, endNode, asOf: scope.day };
}

type Given = { readonly [hole: string]: Expression | undefined };

/** The variable at one end of a relationship. */
export function endOf(element: Element, end: End): Variable {
  return element[end] ?? broken(`only a relationship has a ${end}`);
}

/** What a field leads to. */
export function followed(scope: Scope, { mapping, ...field }: Followed): Items {
  return mapping.kind === 'relationship'
    ? hopItems(scope, { ...field, mapping })
    : derivedItems(scope, { ...field, mapping });
}

/** `MATCH (v0)-[r2:GAVE]->(v1:Gift)` */
function hopItems(scope: Scope, { owner, mapping, typeName }: Followed<RelationshipMapping>): Items {
  const from = mapping.from ? endOf(owner, mapping.from) : owner.variable;
  const [relationship, other] = [variable('r'), variable('v')];
  const target = isRelationship(scope, typeName);
  const label = target ? undefined : labelOf(scope, typeName);
  const [startNode, endNode] = mapping.direction === 'OUT' ? [from, other] : [other, from];
  const across = match(
    path(node(from), hop(relationship, [mapping.type], mapping.direction), node(other, label)),
  );
  const items = bound(other, [across], relationship);
  return target ? { ...items, element: { variable: relationship, startNode, endNode } } : items;
}

/** A derived field: whose it is, if anyone's, to which type it leads, and what its arguments name. */
type Derived = {
  readonly owner?: Element;
  readonly mapping: DerivedMapping;
  readonly typeName: string;
  readonly named?: { readonly [argument: string]: Expression };
};

/**
 * Items that a query of the schema gives. One that only matches stands as it is; of another, its columns do:
 * `CALL (v0) { … RETURN met_3 } `.
 */
export function derivedItems(scope: Scope, { owner, mapping, typeName, named }: Derived): Items {
  const { piece, own } = fill(mapping.query, {
    asOf: scope.day,
    ...(owner && given(scope, owner)),
    ...named,
  });
  const item = own(mapping.column);
  const edge = mapping.edge && own(mapping.edge);
  const plain = matching(piece);
  const clauses = plain?.clauses ?? [subcall(...piece.branches)];
  if (isRelationship(scope, typeName)) return relationshipItems(clauses, item);
  return { ...bound(item, clauses, edge), repeats: plain?.distinct ?? false };
}

/** The clauses of a query that does nothing but match and name what it has found. */
function matching({
  branches,
}: Query): { readonly clauses: readonly Clause[]; readonly distinct: boolean } | undefined {
  const [clauses = [], ...others] = branches;
  const last = clauses.at(-1);
  if (others.length > 0 || last?.kind !== 'return' || last.order || last.limit) return undefined;
  const before = clauses.slice(0, -1);
  const plain = before.every((one) => (one.kind === 'match' && !one.optional) || one.kind === 'unwind');
  if (!plain || before.at(-1)?.kind !== 'match') return undefined;
  return last.columns.every(({ value, as }) => value === as)
    ? { clauses: before, distinct: last.distinct ?? false }
    : undefined;
}

/** Relationships that clauses bind, each once and with its ends. */
function relationshipItems(clauses: readonly Clause[], item: Variable): Items {
  const [only, ...others] = clauses;
  const known = only?.kind === 'match' && others.length === 0 ? withEndsIn(only, item) : undefined;
  if (known) return known;
  const [startNode, endNode] = [variable('v'), variable('v')];
  const ends = [column(call('startNode', item), startNode), column(call('endNode', item), endNode)];
  const found = carrying([kept(item), ...ends], { distinct: true });
  return { ...bound(item, [...clauses, found], item), element: { variable: item, startNode, endNode } };
}

/** Relationships of a match with variables for their ends, where their direction tells which is which. */
function withEndsIn(clause: Match, item: Variable): Items | undefined {
  const [pattern, ...others] = clause.patterns;
  const one = pattern?.parts.find((part) => part.kind === 'hop' && part.variable === item);
  if (!pattern || others.length > 0 || one?.kind !== 'hop' || one.direction === 'EITHER') return undefined;
  const ends = withEnds(pattern, item);
  if (!ends) return undefined;
  const [startNode, endNode] = [ends.startNode as Variable, ends.endNode as Variable];
  const items = bound(item, [{ ...clause, patterns: [ends.pattern] }], item);
  return { ...items, element: { variable: item, startNode, endNode }, repeats: true };
}

/** All nodes of a type but those that count as others: `MATCH (v0:Person) WHERE v0.sameAs IS NULL`. */
export function labelItems(scope: Scope, typeName: string): Items {
  const item = variable('v');
  const label = labelOf(scope, typeName) ?? broken(`${typeName} has no label to list by`);
  const all = bound(item, [match(path(node(item, label)))]);
  return restricted(all, standsForItself(scope, typeName, item));
}

/** That a node of a type is not judged to be another one. */
export function standsForItself(scope: Scope, typeName: string, item: Name): readonly Expression[] {
  const mapping = scope.mapping.type(typeName);
  const merged = mapping.kind === 'node' ? mapping.mergedInto : undefined;
  return merged === undefined ? [] : [isNull(property(item, merged))];
}

/** Nodes by their ids, and for each the id by which it was asked for. */
export type IdItems = Items & { readonly asked: Variable };

/** The nodes with these ids, or that these count as: one index look-up per id and label. */
export function idItems(scope: Scope, typeName: string, ids: Expression): IdItems {
  const [item, id] = [variable('v'), variable('k')];
  const branches = lookUpTypes(scope, typeName).map((name) => [
    unwind(ids, id),
    byId(scope, name, { item, id }),
    returning(kept(item), kept(id)),
  ]);
  return { ...bound(item, [subcall(...branches)]), repeats: true, asked: id };
}

/** `MATCH (:Entity {id: k0})-[:COUNTS_AS*0..1]->(v1:Entity) WHERE v1.sameAs IS NULL`; that they are one is no news of a day. */
function byId(
  scope: Scope,
  typeName: string,
  { item, id }: { readonly item: Variable; readonly id: Expression },
): Match {
  const label = labelOf(scope, typeName) ?? broken(`${typeName} has no label to look up by`);
  const own = standsForItself(scope, typeName, item);
  if (own.length === 0) return match(path(node(item, label, { id })));
  const counted = { ...hop(undefined, ['COUNTS_AS'], 'OUT'), length: { min: 0, max: 1 } };
  const found = match(path(node(undefined, label, { id }), counted, node(item, label)), allOf(own));
  return { ...found, lookUp: true };
}

/** The types under whose labels the ids of a type are indexed: itself, else its concrete types or what they share. */
function lookUpTypes(scope: Scope, typeName: string): readonly string[] {
  if (labelOf(scope, typeName)) return [typeName];
  const types = scope.mapping.possible(typeName).map((name) => sharedType(scope, name) ?? name);
  return [...new Set(types)].filter((name) => labelOf(scope, name) !== undefined);
}

function sharedType(scope: Scope, typeName: string): string | undefined {
  const type = scope.schema.getType(typeName);
  const interfaces = isObjectType(type) ? type.getInterfaces() : [];
  return interfaces.map(({ name }) => name).find((name) => labelOf(scope, name) !== undefined);
}

/** Items with further conditions. */
export const restricted = (items: Items, conditions: readonly Expression[]): Items => ({
  ...items,
  conditions: [...items.conditions, ...conditions.flatMap(conjuncts)],
});

/**
 * The clauses of items with their conditions. What must be computed for an item is computed after all else has narrowed
 * them, since it takes longest, and outside EXISTS, in which Grafeo takes no subquery:
 * `MATCH (v1:Event) WHERE … CALL (v1) { … RETURN count(v2) > 0 AS k3 } WITH v1, k3 WHERE k3`.
 */
export function holding({
  clauses,
  conditions,
  element,
}: Pick<Items, 'clauses' | 'conditions' | 'element'>): readonly Clause[] {
  const computed = new Set(conditions.filter(isComputed));
  const plain = conditions.filter((one) => !computed.has(one));
  const found = [...narrowed(clauses, plain, element.variable)];
  for (const condition of computed) {
    const where = rewrite(condition, (one) => {
      if (one.kind !== 'computed') return undefined;
      found.push({ kind: 'subcall', query: one.query });
      return one.column;
    });
    found.push(carrying([kept(element.variable)], { where }));
  }
  return found;
}

/** Whether a condition needs a value that is computed apart. */
export const isComputed = (condition: Expression): boolean =>
  someIn(condition, ({ kind }) => kind === 'computed');

/** Conditions at the last clause; a subquery takes none, so that there a WITH has them. */
function narrowed(
  clauses: readonly Clause[],
  conditions: readonly Expression[],
  item: Variable,
): readonly Clause[] {
  if (conditions.length === 0) return clauses;
  const last = clauses.at(-1) ?? broken('conditions of nothing');
  if (last.kind !== 'match' && last.kind !== 'with')
    return [...clauses, carrying([kept(item)], { where: allOf(conditions) })];
  const where = allOf([...conjuncts(last.where), ...conditions]);
  return [...clauses.slice(0, -1), { ...last, where }];
}

/** What a field leads to: as matches for a condition, in each of several ways; undefined where more than a match finds it. */
export function matched(
  scope: Scope,
  { owner, mapping, typeName: to }: Followed,
): readonly Items[] | undefined {
  if (mapping.kind === 'relationship') {
    const items = hopItems(scope, { owner, mapping, typeName: to });
    return [isRelationship(scope, to) ? withOtherLabel(scope, items, to) : items];
  }
  const lead = leading(mapping.query, mapping.column);
  if (!lead) return undefined;
  const { piece, own } = fill(lead, given(scope, owner));
  const item = own(mapping.column);
  if (!isRelationship(scope, to)) return [bound(item, [piece])];
  const [pattern, ...others] = piece.patterns;
  const ways = pattern && others.length === 0 ? eitherWay(pattern) : [];
  return ways.map(
    (way) => withEndsIn({ ...piece, patterns: [way] }, item) ?? broken('a relationship has two ends'),
  );
}

/** Relationships with the label of their other end, so that they can be begun there. */
function withOtherLabel(scope: Scope, items: Items, typeName: string): Items {
  const [only] = items.clauses;
  const [pattern] = only?.kind === 'match' ? only.patterns : [];
  const [, hop, last] = pattern?.parts ?? [];
  if (only?.kind !== 'match' || !pattern || hop?.kind !== 'hop' || !last?.variable) return items;
  const label = labelAt(scope, typeName, hop.direction === 'OUT' ? 'endNode' : 'startNode');
  const labels = label === undefined ? [] : [label];
  return { ...items, clauses: [{ ...only, patterns: [labelled(pattern, last.variable, labels)] }] };
}

/** The label of what is at one end of relationships of a type. */
function labelAt(scope: Scope, typeName: string, end: End): string | undefined {
  const type = scope.schema.getType(typeName);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const field = fields.find(({ name }) => {
    const mapping = scope.field(typeName, name);
    return mapping.kind === 'endpoint' && mapping.end === end;
  });
  return field && labelOf(scope, getNamedType(field.type).name);
}

/** The match with which a query begins, where what follows leaves no item out. */
function leading({ branches }: Query, item: Name): Match | undefined {
  const [first, ...rest] = branches[0] ?? [];
  if (branches.length > 1 || first?.kind !== 'match') return undefined;
  const whole = rest.every((one) => {
    if (one.kind === 'with') return one.where === undefined && one.limit === undefined;
    return one.kind === 'unwind' || (one.kind === 'return' && one.limit === undefined);
  });
  const bound = first.patterns.some(({ parts }) => parts.some((part) => part.variable === item));
  return whole && bound ? first : undefined;
}
