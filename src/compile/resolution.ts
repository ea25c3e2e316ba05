import { isInterfaceType } from 'graphql';
import type { Clause, Expression } from '../cypher/ast.ts';
import {
  carrying,
  column,
  filledOnly,
  hasLabel,
  isNotNull,
  literal,
  property,
  rewrite,
  subcall,
  variable,
} from '../cypher/build.ts';
import { readQuery } from '../cypher/read.ts';
import { clauses, expression } from '../cypher/template.ts';
import { broken, invariant } from '../errors.ts';
import { type Input, keyOf, textOf } from './input.ts';
import type { Items } from './items.ts';
import { inOrderOf, listed } from './list.ts';
import type {
  Element,
  FieldPlan,
  FieldRequest,
  NameResolution,
  ObjectPlan,
  Reading,
  Scope,
  Subquery,
} from './plan.ts';
import type { Selection } from './selection.ts';

/** An argument that names an entity, resolved once for the whole statement. */
export type NamedInput = {
  readonly argument: string;
  readonly input: Input;
  readonly resolution: NameResolution;
};

/** The arguments of a field that name entities, each resolved. */
export function readNamed({ scope, typeName, selected }: Omit<FieldRequest, 'row'>): readonly NamedInput[] {
  return [...scope.mapping.named(typeName, selected.name)].flatMap(([argument, { as }]) => {
    const input = selected.arguments[argument];
    if (!input?.present) return [];
    const resolution = resolveName(scope, as, input);
    scope.names.push(resolution);
    return [{ argument, input, resolution }];
  });
}

/**
 * Looks a name or id up, once for the whole statement: an id before a name, and of names the most used one first.
 *
 *     CALL () {
 *       CALL () {
 *         MATCH (:Entity {id: $p0})-[:COUNTS_AS*0..1]->(e_0:Entity) WHERE e_0.sameAs IS NULL
 *         RETURN e_0, 1 AS byId_1, 0 AS mentions_2
 *         UNION ALL
 *         MATCH (:Name {key: $p1})-[r3:NAMES]->(e_0:Entity)
 *         RETURN e_0, 0 AS byId_1, r3.mentions AS mentions_2
 *       }
 *       WITH e_0, byId_1, mentions_2 WHERE e_0:Country
 *       WITH e_0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e_0.id
 *       RETURN collect(e_0) AS n4, head(collect(e_0)) AS x5
 *     }
 */
function resolveName(scope: Scope, as: string, input: Input): NameResolution {
  const [id, key] = [scope.parameter(textOf(input)), scope.parameter(keyOf(input))];
  const [matches, taken] = [variable('n'), variable('x')];
  const holes = { id, key, often: mentionsOf(scope), matches, taken };
  const found = filledOnly(LOOK_UP, holes).branches[0] ?? [];
  return { matches, taken, call: subcall(amongLabels(found, labelsAmong(scope, as))) };
}

/** What the look-up finds, and what names it so; both stand in no other scope. */
const [ENTITY, CALLS] = [variable('e'), variable('r')];

const LOOKED_UP = filledOnly(
  readQuery(
    `CALL () {
    MATCH (:Entity {id: id})-[:COUNTS_AS*0..1]->(entity:Entity) WHERE entity.sameAs IS NULL
    RETURN entity, 1 AS byId, 0 AS mentions
    UNION ALL
    MATCH (:Name {key: key})-[calls:NAMES]->(entity:Entity) RETURN entity, 0 AS byId, often AS mentions
  }
  WITH entity, byId, mentions ORDER BY byId DESC, mentions DESC, entity.id
  RETURN collect(entity) AS matches, head(collect(entity)) AS taken`,
    {
      place: 'the look-up of a name',
      holes: new Set(['id', 'key', 'entity', 'calls', 'often', 'matches', 'taken']),
    },
  ),
  { entity: ENTITY, calls: CALLS },
);

/** What an id counts as is looked up, on every day. */
const LOOK_UP = rewrite(LOOKED_UP, (one) =>
  one.kind === 'match' && one.where !== undefined ? Object.freeze({ ...one, lookUp: true }) : undefined,
);

/** Only those of these labels, before they are ordered. */
function amongLabels(found: readonly Clause[], labels: readonly string[]): readonly Clause[] {
  if (labels.length === 0) return found;
  return found.flatMap((clause): readonly Clause[] =>
    clause.kind === 'with'
      ? [{ ...clause, order: undefined, where: hasLabel(ENTITY, labels) }, clause]
      : [clause],
  );
}

/** How often a name is used, by what the schema says of a NameMatch. */
function mentionsOf(scope: Scope): Expression {
  const mapping = scope.field('NameMatch', 'mentions');
  if (mapping.kind !== 'property') broken('NameMatch.mentions is a property');
  return property(CALLS, mapping.property, mapping.rule);
}

/** The labels that tell the types of an argument apart; none where any entity will do. */
function labelsAmong(scope: Scope, typeName: string): readonly string[] {
  if (isInterfaceType(scope.schema.getType(typeName))) return [];
  return scope.mapping.possible(typeName).map((name) => scope.mapping.label(name));
}

/** What a name was taken to mean, as the only item; none where nothing matches. */
export function takenItems({ taken }: NameResolution): Items {
  const item = variable('v');
  const found = carrying([column(taken, item)], { where: isNotNull(taken) });
  return { clauses: [found], conditions: [], element: { variable: item }, repeats: false };
}

/** What else a name could have meant, as items with their places. */
function otherItems({ matches }: NameResolution) {
  const [index, item] = [variable('i'), variable('v')];
  const found = clauses`UNWIND range(1, size(${matches}) - 1) AS ${index}`;
  const items: Items = {
    clauses: [...found, carrying([column(expression`${matches}[${index}]`, item)])],
    conditions: [],
    element: { variable: item },
    repeats: false,
  };
  return { items, index };
}

/** Plans an object that is read of a thing. */
export type PlanObject = (scope: Scope, element: Element, selection: Selection) => ObjectPlan;

/** What an argument was taken to mean, as the type Resolution. */
export function planResolution(
  { scope, row, selected }: Omit<FieldRequest, 'typeName'>,
  named: NamedInput,
  planObject: PlanObject,
): ObjectPlan {
  const fields = new Map<string, readonly FieldPlan[]>();
  for (const [typeName, selecteds] of selected.selection) {
    const plans = selecteds.map((field) => ({
      key: field.key,
      coordinate: `${typeName}.${field.name}`,
      reading: planResolutionField({ scope, row, selected: field }, named, planObject),
    }));
    fields.set(typeName, plans);
  }
  return { cells: [], typeCell: undefined, fields, typeOf: new Map() };
}

/** How many alternatives are shown. */
const ALTERNATIVES = 10;

function planResolutionField(
  { scope, row, selected: field }: Omit<FieldRequest, 'typeName'>,
  { argument, input, resolution }: NamedInput,
  planObject: PlanObject,
): Reading {
  switch (field.name) {
    case '__typename':
      return { kind: 'typename' };
    case 'argument':
      return { kind: 'variable', read: () => argument };
    case 'value':
      return { kind: 'variable', read: (variables) => input.read(variables) };
    case 'ambiguous': {
      const several = expression`size(${resolution.matches}) > 1`;
      return { kind: 'value', cell: row.addExpression(several), shape: 'required' };
    }
    case 'taken': {
      const items = takenItems(resolution);
      const object = planObject(scope, items.element, field.selection);
      return { kind: 'one', cell: row.add(takenList(items, object)), object, required: false };
    }
    case 'alternatives': {
      const { items, index } = otherItems(resolution);
      const object = planObject(scope, items.element, field.selection);
      const limit = scope.parameter(() => ALTERNATIVES);
      const cell = row.add(listed({ items, order: inOrderOf(index), limit, cells: object.cells }));
      return { kind: 'list', cell, object, size: () => ALTERNATIVES };
    }
  }
  invariant(false, `Resolution.${field.name} is not planned`);
}

/** The item of `takenItems` as a list of one. */
export function takenList(items: Items, { cells }: ObjectPlan): Subquery {
  return listed({ items, order: [], limit: literal(1), cells });
}
