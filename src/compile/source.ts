import { isObjectType } from 'graphql';
import { invariant } from '../errors.ts';
import type { End, FieldMapping } from '../model/mapping.ts';
import { reversePattern } from './cypher.ts';
import { hasLabel, hop, node } from './identifiers.ts';
import { anyOf } from './logic.ts';
import type { Source } from './plan.ts';
import { instantiateReported } from './reported.ts';
import { asOfDay, type Element, givenBy, importsOf, reported, type Scope } from './scope.ts';

/** Where the items of a list come from, the item itself, and the relationship that leads to it. */
export type Items = {
  readonly source: Source;
  readonly element: Element;
  /** The relationship (or map with `claims` and `basis`) that joins the item to its owner. */
  readonly edge: string | undefined;
  /** Variables of the owner that the clauses need. */
  readonly imports: readonly string[];
};

type Hop = Extract<FieldMapping, { kind: 'relationship' }>;
type Derived = Extract<FieldMapping, { kind: 'cypher' }>;

/** The label to look for when a type is reached; none where the model allows only that type. */
export function labelOf(scope: Scope, typeName: string): string | undefined {
  const mapping = scope.mapping.type(typeName);
  return mapping.kind === 'node' ? mapping.labels[0] : undefined;
}

/** `MATCH (v0)-[r2:GAVE]->(v1:Gift)` */
export function hopItems(scope: Scope, owner: Element, mapping: Hop, typeName: string): Items {
  const from = mapping.from ? endOf(owner, mapping.from) : owner.variable;
  const relationship = scope.fresh('r');
  const other = scope.fresh('v');
  const target = scope.mapping.type(typeName).kind === 'relationship';
  const label = target ? undefined : labelOf(scope, typeName);
  const pattern = hop(from, relationship, mapping.type, mapping.direction, node(other, label));
  const [start, end] = mapping.direction === 'OUT' ? [from, other] : [other, from];
  const conditions = reported(scope, relationship, other);
  return {
    source: { clauses: [`MATCH ${pattern}`], binds: [relationship, other], conditions, repeats: false },
    element: target ? { variable: relationship, startNode: start, endNode: end } : { variable: other },
    edge: relationship,
    imports: [from],
  };
}

/** `CALL (v0) { … RETURN met } WITH met AS v1`; a relationship also gets its ends. */
export function derivedItems(
  scope: Scope,
  owner: Element | null,
  mapping: Derived,
  typeName: string,
  named: { readonly [argument: string]: string } = {},
): Items {
  const given = { asOf: asOfDay(scope), ...(owner ? givenBy(scope, owner) : {}), ...named };
  const piece = instantiateReported(scope, mapping.statement, given);
  const column = piece.name(mapping.column);
  const open = [...(owner ? importsOf(owner) : []), ...Object.values(named)];
  const imports = open.filter((variable) => new RegExp(`\\b${variable}\\b`).test(piece.text));
  const call = `CALL (${imports.join(', ')}) { ${piece.text} }`;
  if (scope.mapping.type(typeName).kind === 'relationship')
    return { ...relationshipItems(scope, call, column), imports };
  const item = scope.fresh('v');
  const edge = mapping.edge ? scope.fresh('r') : undefined;
  const renamed = [`${column} AS ${item}`, ...(edge ? [`${piece.name('edge')} AS ${edge}`] : [])];
  return {
    source: {
      clauses: [call, { project: renamed.join(', ') }],
      binds: edge ? [item, edge] : [item],
      conditions: reported(scope, item, edge),
      repeats: false,
    },
    element: { variable: item },
    edge,
    imports,
  };
}

/** Relationships that a clause binds, each once and with its ends. */
export function relationshipItems(scope: Scope, clause: string, column: string): Omit<Items, 'imports'> {
  const [item, start, end] = [scope.fresh('r'), scope.fresh('v'), scope.fresh('v')];
  const project = `${column} AS ${item}, startNode(${column}) AS ${start}, endNode(${column}) AS ${end}`;
  return {
    source: {
      clauses: [clause, { project, distinct: true }],
      binds: [item, start, end],
      conditions: reported(scope, item, start, end),
      repeats: false,
    },
    element: { variable: item, startNode: start, endNode: end },
    edge: item,
  };
}

/** All nodes of a type: `MATCH (v0:Gift)`. */
export function labelItems(scope: Scope, typeName: string): Items {
  const item = scope.fresh('v');
  const label = labelOf(scope, typeName);
  invariant(label, `${typeName} has no label to list by`);
  return {
    source: {
      clauses: [`MATCH ${node(item, label)}`],
      binds: [item],
      conditions: reported(scope, item),
      repeats: false,
    },
    element: { variable: item },
    edge: undefined,
    imports: [],
  };
}

/** Items found from a named entity on: `MATCH (x0)-[:GAVE]->(v1) WHERE v1:Gift`. */
export function namedItems(
  scope: Scope,
  typeName: string,
  patterns: readonly string[],
  taken: string,
): Items {
  if (scope.mapping.type(typeName).kind === 'relationship') {
    const found = scope.fresh('r');
    return { ...relationshipItems(scope, anyWay(scope, patterns, taken, found), found), imports: [taken] };
  }
  const item = scope.fresh('v');
  const label = hasLabel(
    item,
    [labelOf(scope, typeName)].filter((l): l is string => l !== undefined),
  );
  return {
    source: {
      clauses: [anyWay(scope, patterns, taken, item)],
      binds: [item],
      conditions: [...(label ? [label] : []), ...reported(scope, item)],
      repeats: true,
    },
    element: { variable: item },
    edge: undefined,
    imports: [taken],
  };
}

/** Finds `item` from what a name was taken to mean, in whichever of several ways; an item may be found twice. */
function anyWay(scope: Scope, patterns: readonly string[], taken: string, item: string): string {
  const given = { named: taken, this: item };
  const ways = patterns.map((pattern) => instantiateReported(scope, `MATCH ${pattern}`, given).text);
  const [only = '', ...others] = ways;
  if (others.length === 0) return only;
  return `CALL (${taken}) { ${ways.map((way) => `${way} RETURN ${item}`).join(' UNION ALL ')} }`;
}

/** Holds of items that a further name joins: `EXISTS { MATCH (v1)-[:GIVEN_TO]->(x2) }`. */
export function namedCondition(
  scope: Scope,
  patterns: readonly string[],
  taken: string,
  element: Element,
): string {
  const given = { ...givenBy(scope, element), named: taken };
  const ways = patterns.map((pattern) => {
    const { text } = instantiateReported(scope, `MATCH ${reversePattern(pattern)}`, given);
    return `EXISTS { ${text} }`;
  });
  return anyOf(ways);
}

/** The nodes with these ids: one index look-up per id and label. */
export function idItems(scope: Scope, typeName: string, ids: string): Items {
  const item = scope.fresh('v');
  const id = scope.fresh('id');
  const found = (label: string) =>
    `UNWIND ${ids} AS ${id} MATCH (${item}:${label} {id: ${id}}) RETURN ${item}`;
  const labels = lookUpLabels(scope, typeName);
  return {
    source: {
      clauses: [`CALL () { ${labels.map(found).join(' UNION ALL ')} }`],
      binds: [item],
      conditions: reported(scope, item),
      repeats: true,
    },
    element: { variable: item },
    edge: undefined,
    imports: [],
  };
}

/** The labels under which the ids of a type are indexed: its own, else those of its concrete types. */
function lookUpLabels(scope: Scope, typeName: string): readonly string[] {
  const own = labelOf(scope, typeName);
  if (own) return [own];
  const labels = scope.mapping
    .possible(typeName)
    .map((name) => sharedLabel(scope, name) ?? labelOf(scope, name));
  return [...new Set(labels.filter((label): label is string => label !== undefined))];
}

function sharedLabel(scope: Scope, typeName: string): string | undefined {
  const type = scope.schema.getType(typeName);
  const interfaces = isObjectType(type) ? type.getInterfaces() : [];
  return interfaces.map((i) => labelOf(scope, i.name)).find((label) => label !== undefined);
}

/** The variable at one end of a relationship. */
export function endOf(element: Element, end: End): string {
  const variable = element[end];
  invariant(variable, `only a relationship has a ${end}`);
  return variable;
}
