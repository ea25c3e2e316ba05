import {
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getLocation,
  type Location,
  valueFromASTUntyped,
} from 'graphql';

/** How directives of schema.graphql are read; what they mean is for `mapping.ts`. */

/** A type with fields. */
export type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** The arguments of a directive. */
export type Arguments = { readonly [name: string]: unknown };

function argumentsOf(directive: ConstDirectiveNode): Arguments {
  const entries = (directive.arguments ?? []).map((argument: ConstArgumentNode) => [
    argument.name.value,
    valueFromASTUntyped(argument.value),
  ]);
  return Object.fromEntries(entries) as Arguments;
}

/** The directives of a part of the schema, by name. */
export function directivesOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined,
): ReadonlyMap<string, Arguments> {
  return new Map((node?.directives ?? []).map((d) => [d.name.value, argumentsOf(d)]));
}

/** All directives of one name, for one that may stand several times. */
export function everyDirective(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined,
  name: string,
): readonly Arguments[] {
  return (node?.directives ?? []).filter((directive) => directive.name.value === name).map(argumentsOf);
}

/** A list of texts, else what stands for it. */
export function strings(value: unknown, fallback: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : fallback;
}

/** A directive of the field, else of the same field of an interface. */
export function inheritedDirective(
  type: Composite,
  fieldName: string,
  directive: string,
): Arguments | undefined {
  const owners = [type, ...type.getInterfaces()];
  const found = owners.map((owner) => directivesOf(owner.getFields()[fieldName]?.astNode).get(directive));
  return found.find((one) => one !== undefined);
}

/** Where a part of the schema stands, for whoever has to mend it: `Gift.date (schema.graphql:312)`. */
export function placeOf(
  name: string,
  node: { readonly loc?: Location | undefined } | null | undefined,
): string {
  const loc = node?.loc;
  return loc ? `${name} (${loc.source.name}:${getLocation(loc.source, loc.start).line})` : name;
}
