import { isInterfaceType } from 'graphql';
import type { Clause, Expression } from '../cypher/ast.ts';
import {
  carrying,
  column,
  filledOnly,
  hasLabel,
  isNotNull,
  property,
  rewrite,
  subcall,
  variable,
} from '../cypher/build.ts';
import { readQuery } from '../cypher/read.ts';
import { clauses, expression } from '../cypher/template.ts';
import { broken } from '../errors.ts';
import { heres, type Reading, told } from './answer.ts';
import { Input, keyOf, textOf } from './input.ts';
import { bound, type Items } from './items.ts';
import { inOrderOf, type Order } from './list.ts';
import { byName, planObject, planThing, planThings, planValue } from './object.ts';
import type { FieldRequest, NameResolution, PlanField, Scope } from './plan.ts';

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
  return { ...bound(item, [found]), single: true };
}

/** How many alternatives are shown. */
const alternatives = (): number => 10;

/** Plans what each argument was taken to mean, as the type Resolution. */
export function planResolved({ scope, row, selected }: FieldRequest, named: readonly NamedInput[]): Reading {
  const { selection } = selected;
  return heres(named.map((one) => planObject({ scope, row, selection }, byName(resolutionOf(one)))));
}

const resolutionOf = ({
  argument,
  input,
  resolution,
}: NamedInput): { readonly [field: string]: PlanField } => ({
  argument: () => told(Input.constant(argument).read),
  value: () => told(input.read),
  ambiguous: (asked) => planValue(asked, expression`size(${resolution.matches}) > 1`),
  taken: (asked) => planThing(asked, takenItems(resolution)),
  alternatives: (asked) => planThings(asked, { ...otherItems(resolution), size: alternatives }),
});

/** What else a name could have meant, in the order of the matches. */
function otherItems({ matches }: NameResolution): { readonly items: Items; readonly order: Order } {
  const [index, item] = [variable('i'), variable('v')];
  const found = clauses`UNWIND range(1, size(${matches}) - 1) AS ${index}`;
  const items = bound(item, [...found, carrying([column(expression`${matches}[${index}]`, item)])]);
  return { items, order: inOrderOf(index) };
}
