import { isInterfaceType } from 'graphql';
import type { Expression, Parameter, Pattern, Variable } from '../cypher/ast.ts';
import {
  anyOf,
  fill,
  labelled,
  match,
  operation,
  property,
  reverse,
  subcall,
  subquery,
  variable,
} from '../cypher/build.ts';
import { clauses } from '../cypher/template.ts';
import type { Input, Variables } from './input.ts';
import { given } from './items.ts';
import type { Element, FieldRequest, Meaning, NamePlan, Scope } from './plan.ts';

/**
 * Names in an operation. What they mean is read before the statement runs, all names of the operation at once, by the one
 * reader of names; in the statement they are ids, a value like any other:
 *
 *     gifts(from: "Kim")                            MATCH (v0:Gift) WHERE EXISTS { MATCH (v0)<-[:GAVE]-(v1:Entity) WHERE v1.id IN $p0 }
 *     countries(where: { name: { eq: "US" } })      MATCH (v0:Country) WHERE v0.id IN $p0
 *
 * In a list a name that several bear means any of them. Where one thing is needed, a look-up or the end of a path, the
 * operation is refused before it comes to that.
 */

/** What a name was asked for: where it stands, and what it may mean. */
type Asked = Pick<NamePlan, 'argument' | 'wanted' | 'several'>;

/** Has a name read before the statement runs; what it means is under the key that comes back. */
export function planName(scope: Scope, input: Input, asked: Asked): string {
  const key = `name ${scope.names.length}`;
  const texts = (variables: Variables) => [input.read(variables)].flat().map(String);
  scope.names.push({ ...asked, key, path: scope.path, texts, day: scope.readDay });
  return key;
}

/** The ids of what a name means. */
export const meantBy =
  (key: string) =>
  (variables: Variables): readonly string[] =>
    (variables[key] as Meaning).ids;

/** The types behind a type that a name is asked for as; none of them where any thing will do. */
export function typesMeant({ schema, mapping }: Scope, typeName: string): readonly string[] | undefined {
  return isInterfaceType(schema.getType(typeName)) ? undefined : mapping.possible(typeName);
}

/** An argument that names things, and their ids. */
export type NamedInput = { readonly argument: string; readonly ids: Parameter };

/** The arguments of a field that name things. */
export function readNamed(
  { scope, typeName, selected }: Omit<FieldRequest, 'row'>,
  several: NamePlan['several'],
): readonly NamedInput[] {
  const within = typeName === scope.schema.getQueryType()?.name ? '' : `${selected.name}.`;
  return [...scope.mapping.named(typeName, selected.name)].flatMap(([argument, { as, strong }]) => {
    const input = selected.arguments[argument];
    if (!input?.present) return [];
    const wanted = { types: typesMeant(scope, as), strong };
    const key = planName(scope, input, { argument: `${within}${argument}`, wanted, several });
    return [{ argument, ids: scope.parameter(meantBy(key)) }];
  });
}

/** Holds of an element that something named is joined to: `EXISTS { MATCH (v1)-[:GIVEN_TO]->(v2:Entity) WHERE v2.id IN $p0 }`. */
export function joinedTo(
  scope: Scope,
  element: Element,
  { patterns, ids }: { readonly patterns: readonly Pattern[]; readonly ids: Parameter },
): Expression {
  const ways = patterns.map((pattern) => {
    const named = variable('v');
    const { piece } = fill(reverse(pattern), { ...given(scope, element), named });
    const isMeant = operation('IN', property(named, 'id'), ids);
    return subquery('EXISTS', [match(labelled(piece, named, ['Entity']), isMeant)]);
  });
  return anyOf(ways);
}

/**
 * Binds the one thing that a name means once for the whole statement, to null where there is none:
 * `CALL () { UNWIND $p0 AS k1 MATCH (v2:Entity {id: k1}) RETURN head(collect(v2)) AS x3 }`.
 */
export function bindThing(scope: Scope, { ids }: NamedInput): Variable {
  const [id, thing, taken] = [variable('k'), variable('v'), variable('x')];
  const found = clauses`UNWIND ${ids} AS ${id} MATCH (${thing}:Entity {id: ${id}}) RETURN head(collect(${thing})) AS ${taken}`;
  scope.things.push({ taken, call: subcall(found) });
  return taken;
}
